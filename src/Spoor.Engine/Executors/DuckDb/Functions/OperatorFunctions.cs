using System.Numerics;
using System.Text;
using Spoor.Core.Errors;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Semantics.Numbers;
using Spoor.Engine.Semantics.Text;
using Spoor.Engine.Semantics.Time;
using static Spoor.Engine.Executors.DuckDb.Native.ScalarFunctionType;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>C# functions that the operator printers print calls of.</summary>
internal static class OperatorFunctions
{
    internal static IEnumerable<ScalarFunction> Native { get; } =
    [
        .. IntervalFunctions.Native,
        new("spoor_fail", [Varchar], Varchar, Fail),
        new("spoor_negate_tinyint", [BigInt], BigInt, (ref row) => Negate(ref row, "tinyint", sbyte.MinValue)),
        new("spoor_negate_smallint", [BigInt], BigInt, (ref row) => Negate(ref row, "smallint", short.MinValue)),
        new("spoor_negate_integer", [BigInt], BigInt, (ref row) => Negate(ref row, "integer", int.MinValue)),
        new("spoor_negate_bigint", [BigInt], BigInt, (ref row) => Negate(ref row, "bigint", long.MinValue)),
        new("spoor_divisor", [BigInt], BigInt, (ref row) => row.Set(row.Value<long>(0) is not 0 and var divisor ? divisor : throw DivisionByZero())),
        new("spoor_remainder", [ScalarFunctionType.Double, ScalarFunctionType.Double], ScalarFunctionType.Double, (ref row) => row.Set(row.Value<double>(0) % row.Value<double>(1))),
        new("spoor_decimal", [Varchar, Varchar, Varchar, Integer, Integer], Varchar, Decimal),
        new("spoor_zoned_add", [ZonedTimestamp, Interval], ZonedTimestamp, AddInterval),
        new("spoor_whole_days", [Interval], Interval, (ref row) => row.Set(row.Value<IntervalValue>(0) is var interval && interval.TotalMicroseconds % CivilTime.MicrosecondsPerDay == 0 ? interval : throw Invalid("Cannot add hour, minutes or seconds to a date"))),
        new("spoor_like", [Varchar, Varchar, Varchar], ScalarFunctionType.Boolean, (ref row) => row.SetBoolean(EscapedLike.IsMatch(row.Bytes(0), row.Bytes(1), row.Bytes(2)))),
        new("spoor_subscript", [BigInt, BigInt], BigInt, Subscript),
    ];

    private static QueryException DivisionByZero() => new(ErrorCode.DivisionByZero, span: null, "Division by zero");

    private static void Fail(ref ScalarFunctionRow row) =>
        throw (FunctionError.TryDecode(row.Text(0), out var code, out var message)
            ? new QueryException(code, span: null, message)
            : new QueryException(ErrorCode.GenericUserError, span: null, row.Text(0)));

    private static void Negate(ref ScalarFunctionRow row, string type, long min)
    {
        var value = row.Value<long>(0);
        row.Set(value != min ? -value : throw new QueryException(ErrorCode.NumericValueOutOfRange, span: null, $"{type} negation overflow: {value}"));
    }

    private static void Decimal(ref ScalarFunctionRow row)
    {
        _ = ExactNumber.TryParse(row.Text(1), out var left);
        _ = ExactNumber.TryParse(row.Text(2), out var right);
        var (precision, scale) = (row.Value<int>(3), row.Value<int>(4));
        var result = row.Text(0) switch
        {
            "+" => Align(left, right, (a, b) => a + b),
            "-" => Align(left, right, (a, b) => a - b),
            "*" => new ExactNumber(left.Unscaled * right.Unscaled, left.Scale + right.Scale),
            _ when right.Unscaled.IsZero => throw DivisionByZero(),
            "/" => Divide(left, right, scale),
            _ => Align(left, right, BigInteger.Remainder),
        };
        var rounded = result.Round(scale);
        row.SetText(rounded.Fits(precision) ? rounded.ToString() : throw new QueryException(ErrorCode.NumericValueOutOfRange, span: null, "Decimal overflow"));
    }

    private static ExactNumber Align(ExactNumber left, ExactNumber right, Func<BigInteger, BigInteger, BigInteger> compute)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        return new ExactNumber(compute(left.Round(scale).Unscaled, right.Round(scale).Unscaled), scale);
    }

    private static ExactNumber Divide(ExactNumber left, ExactNumber right, int scale)
    {
        var shift = scale + right.Scale - left.Scale;
        var dividend = shift >= 0 ? left.Unscaled * BigInteger.Pow(10, shift) : left.Unscaled;
        var divisor = shift >= 0 ? right.Unscaled : right.Unscaled * BigInteger.Pow(10, -shift);
        return new ExactNumber(ExactNumber.DivideRounded(dividend, divisor), scale);
    }

    private static void AddInterval(ref ScalarFunctionRow row)
    {
        var zone = Encoding.UTF8.GetString(row.Zone(0));
        var interval = row.Value<IntervalValue>(1);
        var instant = row.Instant(0);
        if (interval.Months != 0)
        {
            instant = TimeZones.ToInstant(CivilTime.FromMicroseconds(TimeZones.ToLocal(instant, zone)).AddMonths(interval.Months).EpochMicroseconds, zone);
        }

        row.SetZoned(checked(instant + interval.TotalMicroseconds), zone);
    }

    private static void Subscript(ref ScalarFunctionRow row)
    {
        var (index, length) = (row.Value<long>(0), row.Value<long>(1));
        row.Set(index switch
        {
            0 => throw Invalid("SQL array indices start at 1"),
            < 0 => throw Invalid($"Array subscript is negative: {index}"),
            _ when index > length => throw Invalid($"Array subscript must be less than or equal to array length: {index} > {length}"),
            _ => index,
        });
    }

    private static QueryException Invalid(string message) => new(ErrorCode.InvalidFunctionArgument, span: null, message);
}
