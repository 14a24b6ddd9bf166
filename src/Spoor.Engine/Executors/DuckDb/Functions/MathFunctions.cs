using System.Numerics;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Executors.DuckDb.Values;
using Spoor.Engine.Semantics.Numbers;
using Spoor.Sql.Syntax.Nodes;
using static Spoor.Engine.Executors.DuckDb.Functions.FunctionExecution;
using static Spoor.Engine.Executors.DuckDb.Native.ScalarFunctionType;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>Mathematical and bitwise functions. Where DuckDB fails outside of a function's domain, Trino gives NaN, so those are ours.</summary>
/// <seealso href="https://trino.io/docs/current/functions/math.html"/>
internal static class MathFunctions
{
    internal static IEnumerable<FunctionExecution> All { get; } =
    [
        Expression("abs", call => Typed(call, call.Type(0) is ScalarType { IsInteger: true } type ? Duck($"spoor_abs({call[0]}, {Text(type.Name)}, {Least(type)})") : Duck($"abs({call[0]})")),
            new ScalarFunction("spoor_abs", [BigInt, Varchar, BigInt], BigInt, Abs)),
        Expression("ceil", call => Typed(call, Call("ceil", call[0]))),
        Expression("ceiling", call => Typed(call, Call("ceil", call[0]))),
        Expression("floor", call => Typed(call, Call("floor", call[0]))),
        Expression("round", PrintRound,
            new("spoor_round", [ScalarFunctionType.Double, BigInt], ScalarFunctionType.Double, (ref row) => row.Set(Round(row.Value<double>(0), row.Value<long>(1)))),
            new("spoor_round_integer", [BigInt, BigInt], BigInt, RoundInteger),
            new("spoor_round_decimal", [Varchar, BigInt, Integer], Varchar, RoundDecimal)),
        Expression("truncate", PrintTruncate, new ScalarFunction("spoor_truncate_decimal", [Varchar, BigInt, Integer], Varchar, TruncateDecimal)),
        Expression("sign", call => Typed(call, Call(IsFloat(call) ? "spoor_sign" : "sign", call[0])),
            new ScalarFunction("spoor_sign", [ScalarFunctionType.Double], ScalarFunctionType.Double, (ref row) => row.Set(Sign(row.Value<double>(0))))),
        Expression("mod", call => ArithmeticPrinter.Print(ArithmeticOperator.Modulus, call[0], call.Type(0), call[1], call.Type(1), call.Result)),
        .. Doubles(),
        Two("atan2", Math.Atan2),
        Two("pow", Power),
        Two("power", Power),
        Two("log", (b, x) => Math.Log(x) / Math.Log(b)),
        Expression("e", "CAST(2.718281828459045 AS DOUBLE)"),
        Expression("pi", "pi()"),
        Expression("nan", "CAST('NaN' AS DOUBLE)"),
        Expression("infinity", "CAST('Infinity' AS DOUBLE)"),
        Expression("is_nan", "isnan({0})"),
        Expression("is_finite", "isfinite({0})"),
        Expression("is_infinite", "isinf({0})"),
        CSharp("from_base", [Varchar, BigInt], BigInt, FromBase),
        CSharp("to_base", [BigInt, BigInt], Varchar, ToBase),
        CSharp("normal_cdf", [ScalarFunctionType.Double, ScalarFunctionType.Double, ScalarFunctionType.Double], ScalarFunctionType.Double, NormalCdf),
        Expression("width_bucket", call => Call(call.Count == 4 ? "spoor_width_bucket" : "spoor_width_bucket_bins", call.All),
            new("spoor_width_bucket", [ScalarFunctionType.Double, ScalarFunctionType.Double, ScalarFunctionType.Double, BigInt], BigInt, WidthBucket),
            new("spoor_width_bucket_bins", [ScalarFunctionType.Double, List(ScalarFunctionType.Double)], BigInt, WidthBucketOfBins)),
        CSharp("wilson_interval_lower", [BigInt, BigInt, ScalarFunctionType.Double], ScalarFunctionType.Double, (ref row) => Wilson(ref row, -1)),
        CSharp("wilson_interval_upper", [BigInt, BigInt, ScalarFunctionType.Double], ScalarFunctionType.Double, (ref row) => Wilson(ref row, 1)),
        .. RandomFunctions.All,
    ];

    private static QueryException Invalid(string message) => new(ErrorCode.InvalidFunctionArgument, span: null, message);

    private static long Least(ScalarType integer) => integer.Kind switch
    {
        ScalarKind.TinyInt => sbyte.MinValue,
        ScalarKind.SmallInt => short.MinValue,
        ScalarKind.Integer => int.MinValue,
        _ => long.MinValue,
    };

    private static bool IsFloat(DuckFunctionCall call) => call.Type(0) is ScalarType { IsFloatingPoint: true };

    private static DuckExpression Typed(DuckFunctionCall call, DuckExpression value) => Cast(value, TypePrinter.TypeOf(call.Result));

    private static IEnumerable<FunctionExecution> Doubles()
    {
        (string Name, Func<double, double> Compute)[] functions =
        [
            ("acos", Math.Acos), ("asin", Math.Asin), ("atan", Math.Atan), ("cbrt", JavaMath.Cbrt), ("cos", Math.Cos), ("cosh", Math.Cosh),
            ("degrees", x => x * 180 / Math.PI), ("exp", Math.Exp), ("ln", Math.Log), ("log10", Math.Log10), ("log2", x => Math.Log(x) / Math.Log(2)),
            ("radians", x => x / 180 * Math.PI), ("sin", Math.Sin), ("sinh", Math.Sinh), ("sqrt", Math.Sqrt), ("tan", Math.Tan), ("tanh", Math.Tanh),
        ];
        return functions.Select(item => CSharp(item.Name, [ScalarFunctionType.Double], ScalarFunctionType.Double, (ref row) => row.Set(item.Compute(row.Value<double>(0)))));
    }

    private static FunctionExecution Two(string name, Func<double, double, double> compute) =>
        CSharp(name, [ScalarFunctionType.Double, ScalarFunctionType.Double], ScalarFunctionType.Double, (ref row) => row.Set(compute(row.Value<double>(0), row.Value<double>(1))));

    // Java knows no power of minus or plus one by NaN or infinity; C's are 1.
    private static double Power(double x, double y) =>
        double.IsNaN(y) || (Math.Abs(x) == 1 && double.IsInfinity(y)) ? double.NaN : Math.Pow(x, y);

    private static double Sign(double x) => double.IsNaN(x) || x == 0 ? x : Math.Sign(x);

    private static void Abs(ref ScalarFunctionRow row)
    {
        var value = row.Value<long>(0);
        row.Set(value != row.Value<long>(2) ? Math.Abs(value) : throw new QueryException(ErrorCode.NumericValueOutOfRange, span: null, $"Value {value} is out of range for abs({row.Text(1)})"));
    }

    private static DuckExpression PrintRound(DuckFunctionCall call)
    {
        var digits = call.Count > 1 ? call[1] : Number(0);
        return call.Type(0) switch
        {
            DecimalType => Typed(call, Duck($"spoor_round_decimal(CAST({call[0]} AS VARCHAR), {digits}, {((DecimalType)call.Result).Precision})")),
            ScalarType { IsFloatingPoint: true } => Typed(call, Duck($"spoor_round({call[0]}, {digits})")),
            _ => call.Count == 1 ? call[0] : Typed(call, Call("spoor_round_integer", call.All)),
        };
    }

    private static double Round(double value, long digits)
    {
        if (!double.IsFinite(value))
        {
            return value;
        }

        var factor = Math.Pow(10, digits);
        var scaled = Math.Abs(value) * factor;
        if (!double.IsFinite(scaled))
        {
            return value;
        }

        var rounded = Math.Floor(scaled + 0.5) / factor;
        return double.IsFinite(rounded) ? Math.CopySign(rounded, value) : value;
    }

    private static void RoundInteger(ref ScalarFunctionRow row)
    {
        var (value, digits) = (row.Value<long>(0), row.Value<long>(1));
        if (digits < -18)
        {
            // The power of ten is no bigint, even where the result were 0.
            throw new QueryException(ErrorCode.NumericValueOutOfRange, span: null, $"numerical overflow: {value} rounded to {digits} digits");
        }

        row.Set(digits >= 0 ? value : Narrow(ExactNumber.DivideRounded(value, BigInteger.Pow(10, (int)-digits)) * BigInteger.Pow(10, (int)-digits)));
    }

    private static long Narrow(BigInteger value) => value >= long.MinValue && value <= long.MaxValue
        ? (long)value
        : throw new QueryException(ErrorCode.NumericValueOutOfRange, span: null, $"Out of range for bigint: {value}");

    private static void RoundDecimal(ref ScalarFunctionRow row)
    {
        _ = ExactNumber.TryParse(row.Text(0), out var value);
        var rounded = value.Round((int)Math.Clamp(row.Value<long>(1), -40, value.Scale)).Round(value.Scale);
        row.SetText(rounded.Fits(Math.Max(row.Value<int>(2), 1) + value.Scale)
            ? rounded.ToString()
            : throw new QueryException(ErrorCode.NumericValueOutOfRange, span: null, "decimal overflow"));
    }

    private static DuckExpression PrintTruncate(DuckFunctionCall call) => call.Type(0) is DecimalType
        ? Typed(call, Duck($"spoor_truncate_decimal(CAST({call[0]} AS VARCHAR), {(call.Count > 1 ? call[1] : Number(0))}, 0)"))
        : Typed(call, Call("trunc", call[0]));

    private static void TruncateDecimal(ref ScalarFunctionRow row)
    {
        _ = ExactNumber.TryParse(row.Text(0), out var value);
        var scale = (int)Math.Clamp(row.Value<long>(1), -40, value.Scale);
        var unit = BigInteger.Pow(10, value.Scale - scale);
        row.SetText(new ExactNumber(value.Unscaled / unit * unit, value.Scale).ToString());
    }

    private static void CheckRadix(long radix)
    {
        if (radix is < 2 or > 36)
        {
            throw Invalid("Radix must be between 2 and 36");
        }
    }

    private static void FromBase(ref ScalarFunctionRow row)
    {
        var (text, radix) = (row.Text(0), row.Value<long>(1));
        CheckRadix(radix);
        var digits = text.TrimStart('+', '-').ToLowerInvariant();
        var value = BigInteger.Zero;
        foreach (var digit in digits)
        {
            var number = char.IsAsciiDigit(digit) ? digit - '0' : char.IsAsciiLetterLower(digit) ? digit - 'a' + 10 : 99;
            value = number < radix ? (value * radix) + number : throw Invalid($"Not a valid base-{radix} number: {text}");
        }

        value = text.StartsWith('-') ? -value : value;
        row.Set(digits.Length > 0 && value >= long.MinValue && value <= long.MaxValue ? (long)value : throw Invalid($"Not a valid base-{radix} number: {text}"));
    }

    private static void ToBase(ref ScalarFunctionRow row)
    {
        var (value, radix) = (new BigInteger(row.Value<long>(0)), row.Value<long>(1));
        CheckRadix(radix);
        var digits = new Stack<char>();
        for (var left = BigInteger.Abs(value); left > 0 || digits.Count == 0; left /= radix)
        {
            digits.Push("0123456789abcdefghijklmnopqrstuvwxyz"[(int)(left % radix)]);
        }

        row.SetText((value.Sign < 0 ? "-" : "") + string.Concat(digits));
    }

    private static void NormalCdf(ref ScalarFunctionRow row)
    {
        var deviation = row.Value<double>(1);
        row.Set(deviation > 0 ? 0.5 * ErrorFunction.Complement((row.Value<double>(0) - row.Value<double>(2)) / (deviation * Math.Sqrt(2))) : throw Invalid("standardDeviation must be > 0"));
    }

    private static void WidthBucket(ref ScalarFunctionRow row)
    {
        var (operand, first, second, count) = (row.Value<double>(0), row.Value<double>(1), row.Value<double>(2), row.Value<long>(3));
        if (count <= 0)
        {
            throw Invalid("bucketCount must be greater than 0");
        }

        if (double.IsNaN(operand))
        {
            throw Invalid("operand must not be NaN");
        }

        if (!double.IsFinite(first) || !double.IsFinite(second) || first == second)
        {
            throw Invalid(!double.IsFinite(first) ? "first bound must be finite" : !double.IsFinite(second) ? "second bound must be finite" : "bounds cannot equal each other");
        }

        var (low, high) = (Math.Min(first, second), Math.Max(first, second));
        var bucket = operand < low ? 0 : operand >= high ? count + 1 : (long)(count * (operand - low) / (high - low)) + 1;
        row.Set(first > second ? count - bucket + 1 : bucket);
    }

    private static void WidthBucketOfBins(ref ScalarFunctionRow row)
    {
        var operand = row.Value<double>(0);
        var (offset, count) = row.Vector(1).List(row.Row);
        var elements = row.Vector(1).Elements();
        var bins = Enumerable.Range(offset, count).Select(index => elements.Value<double>(index)).ToList();
        if (count == 0)
        {
            throw Invalid("Bins cannot be an empty array");
        }

        if (double.IsNaN(operand))
        {
            throw Invalid("Operand cannot be NaN");
        }

        if (bins.Zip(bins.Skip(1)).Any(pair => pair.First > pair.Second))
        {
            throw Invalid("Bin values are not sorted in ascending order");
        }

        row.Set((long)bins.Count(bin => bin <= operand));
    }

    private static void Wilson(ref ScalarFunctionRow row, int direction)
    {
        var (successes, trials, z) = (row.Value<long>(0), row.Value<long>(1), row.Value<double>(2));
        if (successes < 0 || trials <= 0 || successes > trials || z < 0)
        {
            throw Invalid(successes < 0 ? "number of successes must not be negative" : trials <= 0 ? "number of trials must be positive"
                : successes > trials ? "number of successes must not be larger than number of trials" : "z-score must not be negative");
        }

        var (n, p, z2) = ((double)trials, (double)successes / trials, z * z);
        var margin = z * Math.Sqrt((p * (1 - p) / n) + (z2 / (4 * n * n)));
        row.Set((p + (z2 / (2 * n)) + (direction * margin)) / (1 + (z2 / n)));
    }
}
