using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Executors.DuckDb.Values;
using Spoor.Engine.Semantics.Numbers;
using static Spoor.Engine.Executors.DuckDb.Functions.FunctionExecution;
using static Spoor.Engine.Executors.DuckDb.Native.ScalarFunctionType;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>Conversion, comparison and system functions.</summary>
/// <seealso href="https://trino.io/docs/current/functions/conversion.html"/>
internal static partial class ConversionFunctions
{
    internal static IEnumerable<FunctionExecution> All { get; } =
    [
        Expression("typeof", call => Text(call.Type(0).ToString())),
        Expression("greatest", call => Extreme(call, "greatest")),
        Expression("least", call => Extreme(call, "least")),
        Expression("uuid", "uuid()"),
        Expression("version", "'456'"),
        Expression("parse_data_size", call => Duck($"CAST(spoor_parse_data_size({call[0]}) AS DECIMAL(38,0))"),
            new ScalarFunction("spoor_parse_data_size", [Varchar], Varchar, ParseDataSize)),
        Expression("format_number", call => call.Type(0) is ScalarType { Kind: ScalarKind.Double } ? Duck($"spoor_format_double({call[0]})") : Duck($"spoor_format_number(CAST({call[0]} AS BIGINT))"),
            new("spoor_format_number", [BigInt], Varchar, (ref row) => row.SetText(FormatNumber(row.Value<long>(0)))),
            new("spoor_format_double", [ScalarFunctionType.Double], Varchar, (ref row) => row.SetText(FormatNumber(Whole(row.Value<double>(0)))))),
        Expression("char2hexint", "hex(encode({0}))"),
        Expression("index", "CAST(strpos({0}, {1}) AS BIGINT)"),
    ];

    private static DuckExpression Compare(string name, SqlType type, List<DuckExpression> values) => ValueKey.HasPlainOrder(type, unorderedFirst: name == "greatest")
        ? Call(name, values)
        : ArraySearch.Extreme(List(values), type, isMax: name == "greatest");

    // NULL among the arguments makes the result NULL, unlike DuckDB's functions.
    private static DuckExpression Extreme(DuckFunctionCall call, string name) => Once(call.All, values =>
        Duck($"CASE WHEN {Or(values.Select(value => new DuckIsNull(value, IsNegated: false)))} THEN NULL ELSE {Compare(name, call.Result, values)} END"));

    private static void ParseDataSize(ref ScalarFunctionRow row)
    {
        var text = row.Text(0);
        var match = DataSize().Match(text);
        var power = "BkMGTPEZY".IndexOf(match.Groups["unit"].Value, StringComparison.Ordinal);
        if (!match.Success || !ExactNumber.TryParse(match.Groups["number"].Value, out var number) || power < 0)
        {
            throw new QueryException(ErrorCode.InvalidFunctionArgument, span: null, $"Invalid data size: '{text}'");
        }

        var bytes = number.Unscaled * BigInteger.Pow(1024, power) / BigInteger.Pow(10, number.Scale);
        row.SetText(bytes < BigInteger.Pow(10, 38)
            ? bytes.ToString(CultureInfo.InvariantCulture)
            : throw new QueryException(ErrorCode.NumericValueOutOfRange, span: null, $"Value out of range: '{text}' ('{bytes}B')"));
    }

    // Java's cast to long: towards zero, NaN to 0, and what is too large to the largest.
    private static long Whole(double value) => double.IsNaN(value) ? 0 : value >= long.MaxValue ? long.MaxValue : value <= long.MinValue ? long.MinValue : (long)value;

    private static string FormatNumber(decimal count)
    {
        var unit = 0;
        for (; Math.Abs(count) >= 1000 && unit < 5; unit++)
        {
            count /= 1000;
        }

        // As Trino has it, a negative number is always below 10 and keeps two digits.
        var rounded = Math.Round(count, count < 10 ? 2 : count < 100 ? 1 : 0, MidpointRounding.AwayFromZero);
        return rounded.ToString("0.##", CultureInfo.InvariantCulture) + (unit == 0 ? "" : " KMBTQ"[unit].ToString());
    }

    [GeneratedRegex(@"^\s*(?<number>\d+(\.\d+)?)\s*((?<unit>[kMGTPEZY])B|(?<unit>B))\s*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex DataSize();
}
