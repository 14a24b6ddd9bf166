using System.Globalization;
using System.Numerics;
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

/// <summary>Aggregates. The approximate ones of Trino are exact here: DuckDB's own approximations are much coarser than Trino's.</summary>
/// <seealso href="https://trino.io/docs/current/functions/aggregate.html"/>
internal static class AggregateFunctions
{
    /// <summary>10^19.</summary>
    private static DuckNumber HalfOfDigits { get; } = new("10000000000000000000");

    internal static IEnumerable<FunctionExecution> All { get; } =
    [
        Aggregate("count", call => new AggregateExpression("count", call.Count == 0 ? [DuckKeyword.Star] : call.IsDistinct ? [ValueKey.Identity(call[0], call.Type(0))] : call.All)),
        Aggregate("count_if", call => new AggregateExpression("count", [Duck($"CASE WHEN {call[0]} THEN true END")])),
        Aggregate("sum", call => IntervalAggregates.TryPrint(call, "sum") ?? Narrowed("sum", call)),
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
        Aggregate("approx_distinct", call => new AggregateExpression([new("count", [ValueKey.Identity(call[0], call.Type(0))], IsDistinct: true)], calls => calls[0])),
        Aggregate("approx_percentile", call => call.Count == 2 ? Narrowed("quantile_disc", call) : throw Weighted()),
        .. StatisticsAggregates.All,
        Aggregate("bitwise_and_agg", "bit_and"),
        Aggregate("bitwise_or_agg", "bit_or"),
        Aggregate("histogram", PrintHistogram),
        Aggregate("listagg", call => new AggregateExpression("string_agg", call.Count == 1 ? [call[0], Text("")] : call.All)),
        Aggregate("map_agg", call => Collect(call, MapEntries.Entry(call[0], call[1]), entries => MapEntries.FirstOfEachKey(entries, call.Type(0)), Duck($"{call[0]} IS NOT NULL"))),
        Aggregate("map_union", call => Collect(
            call,
            call[0],
            maps => Once(Duck($"flatten(list_transform({maps}, lambda map: map_entries(map)))"), entries => MapEntries.FirstOfEachKey(entries, ((MapType)call.Type(0)).Key)),
            Duck($"{call[0]} IS NOT NULL"))),
        Aggregate("multimap_agg", call => Collect(call, MapEntries.Entry(call[0], call[1]), entries => MapEntries.Group(entries, call.Type(0)), Duck($"{call[0]} IS NOT NULL"))),
    ];

    /// <summary>A call whose result DuckDB gives in a wider type (HUGEINT, DOUBLE) than Trino.</summary>
    internal static AggregateExpression Narrowed(string name, DuckFunctionCall call) =>
        new(name, call.All, result => Cast(result, TypePrinter.TypeOf(call.Result)));

    // DuckDB's average of decimals is a DOUBLE. Sums of up to ten thousand million decimals of 28 digits fit into DuckDB's 38; beyond, the upper and lower digits are summed apart.
    private static AggregateExpression PrintAverage(DuckFunctionCall call)
    {
        if (call.Result is not DecimalType type)
        {
            return IntervalAggregates.TryPrint(call, "avg") ?? Narrowed("avg", call);
        }

        var digits = Duck($"CAST(replace(CAST({call[0]} AS VARCHAR), '.', '') AS HUGEINT)");
        var isApart = type.Precision > 28 && !call.IsDistinct;
        DuckAggregate[] sums = isApart
            ? [new("sum", [Duck($"{digits} // {HalfOfDigits}")]), new("sum", [Duck($"{digits} % {HalfOfDigits}")])]
            : [new("sum", [digits])];
        return new AggregateExpression([.. sums, new("count", [call[0]])], calls =>
        {
            var upper = isApart ? Cast(calls[0], DuckType.Varchar) : Text("0");
            var lower = Cast(calls[isApart ? 1 : 0], DuckType.Varchar);
            return Duck($"CAST(spoor_decimal_average({upper}, {lower}, {calls[^1]}, {type.Precision}, {type.Scale}) AS {TypePrinter.TypeOf(type)})");
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
    private static AggregateExpression PrintArray(DuckFunctionCall call)
    {
        if (!call.IsDistinct || ValueKey.HasPlainIdentity(call.Type(0)))
        {
            return new AggregateExpression("list", [call[0]]);
        }

        return new AggregateExpression("list", [call[0]], list => Once(list, values =>
        {
            var (value, index) = (new DuckParameter(), new DuckParameter());
            var numbered = new DuckLambda([value, index], Duck($"{{k: {ValueKey.Identity(value, call.Type(0))}, i: {index}, v: {value}}}"));
            var first = Once(
                Duck($"list_sort(list_transform({values}, {numbered}))"),
                sorted => Duck($"list_filter({sorted}, lambda entry, place: place = 1 OR entry.k IS DISTINCT FROM {sorted}[place - 1].k)"));
            return Duck($"list_transform(list_sort(list_transform({first}, lambda entry: {{i: entry.i, v: entry.v}})), lambda entry: entry.v)");
        }));
    }

    private static AggregateExpression PrintHistogram(DuckFunctionCall call)
    {
        if (ValueKey.HasPlainIdentity(call.Type(0)))
        {
            return Narrowed("histogram", call);
        }

        return Collect(
            call,
            MapEntries.Entry(call[0], DuckKeyword.True),
            entries => Once(MapEntries.Group(entries, call.Type(0)), groups => Duck($"map_from_entries(list_transform(map_entries({groups}), lambda entry: {{key: entry.key, value: len(entry.value)}}))")),
            Duck($"{call[0]} IS NOT NULL"));
    }

    private static AggregateExpression Collect(DuckFunctionCall call, DuckExpression item, Func<DuckExpression, DuckExpression> body, DuckExpression filter) => new(
        "list",
        [item],
        list => Once(list, entries => Duck($"CASE WHEN {entries} IS NOT NULL THEN CAST({body(entries)} AS {TypePrinter.TypeOf(call.Result)}) END")),
        filter);

    private static QueryException Weighted() => new(ErrorCode.NotSupported, span: null, "Function 'approx_percentile' with weights is not yet available in Spoor");
}
