using System.Globalization;
using System.Numerics;
using Spoor.Engine.DuckDb.Native;
using Spoor.Sql;
using Spoor.Sql.Types;
using static Spoor.Engine.DuckDb.Functions.FunctionExecution;
using static Spoor.Engine.DuckDb.Native.ScalarFunctionType;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Aggregates. The approximate ones of Trino are exact here: DuckDB's own approximations are much coarser than Trino's.</summary>
/// <seealso href="https://trino.io/docs/current/functions/aggregate.html"/>
internal static class AggregateFunctions
{
    private const string Entry = "spoor_e";
    private const string Entries = "spoor_m";
    private const string Key = "spoor_k";
    private const string HalfOfDigits = "10000000000000000000";

    internal static IEnumerable<FunctionExecution> All { get; } =
    [
        Aggregate("count", call => new AggregateText("count", call.Count == 0 ? "*" : call.IsDistinct ? ValueKey.Identity(call[0], call.Type(0)) : call.All)),
        Aggregate("count_if", call => new AggregateText("count", $"CASE WHEN {call[0]} THEN true END")),
        Aggregate("sum", call => IntervalAggregates.TryPrint(call, "sum") ?? Cast("sum", call)),
        Aggregate("avg", PrintAverage, new ScalarFunction("spoor_decimal_average", [Varchar, Varchar, BigInt, Integer, Integer], Varchar, DecimalAverage)),
        Aggregate("min", call => ExtremeAggregates.Print(call, isMax: false)),
        Aggregate("max", call => ExtremeAggregates.Print(call, isMax: true)),
        Aggregate("min_by", call => ExtremeAggregates.PrintBy(call, isMax: false)),
        Aggregate("max_by", call => ExtremeAggregates.PrintBy(call, isMax: true)),
        Aggregate("any_value", "any_value"),
        Aggregate("arbitrary", "any_value"),
        Aggregate("array_agg", PrintArray),
        Aggregate("bool_and", "bool_and"),
        Aggregate("bool_or", "bool_or"),
        Aggregate("every", "bool_and"),
        Aggregate("approx_distinct", call => new AggregateText("count", $"DISTINCT {ValueKey.Identity(call[0], call.Type(0))}")),
        Aggregate("approx_percentile", call => call.Count == 2 ? Cast("quantile_disc", call) : throw Weighted()),
        .. StatisticsAggregates.All,
        Aggregate("bitwise_and_agg", "bit_and"),
        Aggregate("bitwise_or_agg", "bit_or"),
        Aggregate("histogram", PrintHistogram),
        Aggregate("listagg", call => new AggregateText("string_agg", call.Count == 1 ? $"{call[0]}, ''" : call.All)),
        Aggregate("map_agg", call => Collect(call, $"{{'key': {call[0]}, 'value': {call[1]}}}", FirstOfEachKey(Entries, call.Type(0)), $"{call[0]} IS NOT NULL")),
        Aggregate("map_union", call => Collect(
            call,
            call[0],
            $"list_transform([flatten(list_transform({Entries}, lambda {Entry}: map_entries({Entry})))], lambda {Entries}: {FirstOfEachKey(Entries, ((MapType)call.Type(0)).Key)})[1]",
            $"{call[0]} IS NOT NULL")),
        Aggregate("multimap_agg", call => Collect(call, $"{{'key': {call[0]}, 'value': {call[1]}}}", Group(Entries, call.Type(0)), $"{call[0]} IS NOT NULL")),
    ];

    /// <summary>A map of the entries in a list, the first one where a key comes twice.</summary>
    internal static string FirstOfEachKey(string entries, SqlType keyType)
    {
        var keys = Keys(entries, keyType);
        var first = $"list_filter({entries}, lambda {Entry}, spoor_i: list_position({keys}, {ValueKey.Identity($"{Entry}.key", keyType)}) = spoor_i)";
        return $"CASE WHEN len(list_distinct({keys})) = len({entries}) THEN map_from_entries({entries}) ELSE map_from_entries({first}) END";
    }

    /// <summary>A map of each key to the list of its values.</summary>
    internal static string Group(string entries, SqlType keyType)
    {
        if (ValueKey.HasPlainIdentity(keyType))
        {
            var values = $"list_transform(list_filter({entries}, lambda {Entry}: {Entry}.key = {Key}), lambda {Entry}: {Entry}.value)";
            return $"map_from_entries(list_transform(list_distinct({Keys(entries, keyType)}), lambda {Key}: {{'key': {Key}, 'value': {values}}}))";
        }

        var key = ValueKey.Identity($"{Entry}.key", keyType);
        var first = $"list_filter({entries}, lambda {Key}, spoor_i: list_position({Keys(entries, keyType)}, {ValueKey.Identity($"{Key}.key", keyType)}) = spoor_i)";
        var same = $"list_transform(list_filter({entries}, lambda {Entry}: {key} = {ValueKey.Identity($"{Key}.key", keyType)}), lambda {Entry}: {Entry}.value)";
        return $"map_from_entries(list_transform({first}, lambda {Key}: {{'key': {Key}.key, 'value': {same}}}))";
    }

    /// <summary>A call whose result DuckDB gives in a wider type (HUGEINT, DOUBLE) than Trino.</summary>
    internal static AggregateText Cast(string name, FunctionCallText call, string? filter = null) =>
        new(name, call.All, text => $"CAST({text} AS {TypePrinter.Print(call.Result)})", filter);

    private static string Keys(string entries, SqlType keyType) => $"list_transform({entries}, lambda {Key}: {ValueKey.Identity($"{Key}.key", keyType)})";

    // DuckDB's average of decimals is a DOUBLE. Sums of up to ten thousand million decimals of 28 digits fit into DuckDB's 38; beyond, the upper and lower digits are summed apart.
    private static AggregateText PrintAverage(FunctionCallText call)
    {
        if (call.Result is not DecimalType type)
        {
            return IntervalAggregates.TryPrint(call, "avg") ?? Cast("avg", call);
        }

        var digits = $"CAST(replace(CAST({call[0]} AS VARCHAR), '.', '') AS HUGEINT)";
        var isApart = type.Precision > 28 && !call.IsDistinct;
        AggregateCallText[] sums = isApart
            ? [new("sum", $"{digits} // {HalfOfDigits}"), new("sum", $"{digits} % {HalfOfDigits}")]
            : [new("sum", digits)];
        return new AggregateText([.. sums, new("count", call[0])], calls =>
        {
            var (upper, lower) = isApart ? ($"CAST({calls[0]} AS VARCHAR)", $"CAST({calls[1]} AS VARCHAR)") : ("'0'", $"CAST({calls[0]} AS VARCHAR)");
            return string.Create(
                CultureInfo.InvariantCulture,
                $"CAST(spoor_decimal_average({upper}, {lower}, {calls[^1]}, {type.Precision}, {type.Scale}) AS {TypePrinter.Print(type)})");
        });
    }

    private static void DecimalAverage(ref ScalarFunctionRow row)
    {
        var count = row.Value<long>(2);
        if (count == 0)
        {
            return;
        }

        var sum = (BigInteger.Parse(row.Text(0), CultureInfo.InvariantCulture) * BigInteger.Pow(10, 19)) + BigInteger.Parse(row.Text(1), CultureInfo.InvariantCulture);
        row.SetText(new ExactNumber(ExactNumber.DivideRounded(sum, count), row.Value<int>(4)).ToString());
    }

    // DuckDB's DISTINCT would tell values apart that are equal. Equal ones stand side by side once they are sorted by their keys; then the first of each is put back into its place.
    private static AggregateText PrintArray(FunctionCallText call)
    {
        if (!call.IsDistinct || ValueKey.HasPlainIdentity(call.Type(0)))
        {
            return new AggregateText("list", call[0]);
        }

        var numbered = $"list_sort(list_transform({Entries}, lambda {Entry}, spoor_i: {{'k': {ValueKey.Identity(Entry, call.Type(0))}, 'i': spoor_i, 'v': {Entry}}}))";
        var first = CastPrinter.Once(numbered, Key, $"list_filter({Key}, lambda {Entry}, spoor_i: spoor_i = 1 OR {Entry}.k IS DISTINCT FROM {Key}[spoor_i - 1].k)");
        var ordered = $"list_sort(list_transform({first}, lambda {Entry}: {{'i': {Entry}.i, 'v': {Entry}.v}}))";
        return new AggregateText("list", call[0], text => CastPrinter.Once(text, Entries, $"list_transform({ordered}, lambda {Entry}: {Entry}.v)"));
    }

    private static AggregateText PrintHistogram(FunctionCallText call)
    {
        if (ValueKey.HasPlainIdentity(call.Type(0)))
        {
            return Cast("histogram", call);
        }

        var counts = CastPrinter.Once(Group(Entries, call.Type(0)), Key, $"map_from_entries(list_transform(map_entries({Key}), lambda {Entry}: {{'key': {Entry}.key, 'value': len({Entry}.value)}}))");
        return Collect(call, $"{{'key': {call[0]}, 'value': true}}", counts, $"{call[0]} IS NOT NULL");
    }

    private static AggregateText Collect(FunctionCallText call, string item, string body, string filter) => new(
        "list",
        item,
        text => CastPrinter.Once(text, Entries, $"CASE WHEN {Entries} IS NOT NULL THEN CAST({body} AS {TypePrinter.Print(call.Result)}) END"),
        filter);

    private static QueryException Weighted() => new(ErrorCode.NotSupported, span: null, "Function 'approx_percentile' with weights is not yet available in Spoor");
}
