using Spoor.Sql;
using Spoor.Sql.Types;
using static Spoor.Engine.DuckDb.Functions.FunctionExecution;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Aggregates. The approximate ones of Trino are exact here: DuckDB's own approximations are much coarser than Trino's.</summary>
/// <seealso href="https://trino.io/docs/current/functions/aggregate.html"/>
internal static class AggregateFunctions
{
    private const string Entry = "spoor_e";
    private const string Entries = "spoor_m";
    private const string Key = "spoor_k";

    internal static IEnumerable<FunctionExecution> All { get; } =
    [
        Aggregate("count", call => new AggregateText("count", call.Count == 0 ? "*" : call.All)),
        Aggregate("count_if", call => Cast("count_if", call)),
        Aggregate("sum", call => Cast("sum", call)),
        Aggregate("avg", call => Cast("avg", call)),
        Aggregate("min", "min"),
        Aggregate("max", "max"),
        Aggregate("min_by", call => new AggregateText(call.Count == 2 ? "arg_min_null" : "arg_min", call.All)),
        Aggregate("max_by", call => new AggregateText(call.Count == 2 ? "arg_max_null" : "arg_max", call.All)),
        Aggregate("any_value", "any_value"),
        Aggregate("arbitrary", "any_value"),
        Aggregate("array_agg", "list"),
        Aggregate("bool_and", "bool_and"),
        Aggregate("bool_or", "bool_or"),
        Aggregate("every", "bool_and"),
        Aggregate("approx_distinct", call => new AggregateText("count", $"DISTINCT {ComparisonPrinter.Key(call[0], call.Type(0))}")),
        Aggregate("approx_percentile", call => call.Count == 2 ? Cast("quantile_disc", call) : throw Weighted()),
        Aggregate("stddev", "stddev_samp"),
        Aggregate("stddev_samp", "stddev_samp"),
        Aggregate("stddev_pop", "stddev_pop"),
        Aggregate("variance", "var_samp"),
        Aggregate("var_samp", "var_samp"),
        Aggregate("var_pop", "var_pop"),
        Aggregate("covar_samp", call => Cast("covar_samp", call)),
        Aggregate("covar_pop", call => Cast("covar_pop", call)),
        Aggregate("corr", call => Cast("corr", call)),
        Aggregate("regr_slope", call => Cast("regr_slope", call)),
        Aggregate("regr_intercept", call => Cast("regr_intercept", call)),
        Aggregate("kurtosis", "kurtosis"),
        Aggregate("skewness", call => Skewness(call)),
        Aggregate("geometric_mean", call => Cast("geomean", call)),
        Aggregate("bitwise_and_agg", "bit_and"),
        Aggregate("bitwise_or_agg", "bit_or"),
        Aggregate("histogram", call => Cast("histogram", call)),
        Aggregate("listagg", call => new AggregateText("string_agg", call.Count == 1 ? $"{call[0]}, ''" : call.All)),
        Aggregate("map_agg", call => Collect(call, $"{{'key': {call[0]}, 'value': {call[1]}}}", FirstOfEachKey(Entries)) with { Filter = $"{call[0]} IS NOT NULL" }),
        Aggregate("map_union", call => Collect(call, call[0], $"list_transform([flatten(list_transform({Entries}, lambda {Entry}: map_entries({Entry})))], lambda {Entries}: {FirstOfEachKey(Entries)})[1]")
            with { Filter = $"{call[0]} IS NOT NULL" }),
        Aggregate("multimap_agg", call => Collect(call, $"{{'key': {call[0]}, 'value': {call[1]}}}", Group(Entries)) with { Filter = $"{call[0]} IS NOT NULL" }),
    ];

    /// <summary>A map of the entries in a list, the first one where a key comes twice.</summary>
    internal static string FirstOfEachKey(string entries)
    {
        var keys = $"list_transform({entries}, lambda {Key}: {Key}.key)";
        var first = $"list_filter({entries}, lambda {Entry}, spoor_i: list_position({keys}, {Entry}.key) = spoor_i)";
        return $"CASE WHEN len(list_distinct({keys})) = len({entries}) THEN map_from_entries({entries}) ELSE map_from_entries({first}) END";
    }

    /// <summary>A map of each key to the list of its values.</summary>
    internal static string Group(string entries)
    {
        var keys = $"list_distinct(list_transform({entries}, lambda {Key}: {Key}.key))";
        var values = $"list_transform(list_filter({entries}, lambda {Entry}: {Entry}.key = {Key}), lambda {Entry}: {Entry}.value)";
        return $"map_from_entries(list_transform({keys}, lambda {Key}: {{'key': {Key}, 'value': {values}}}))";
    }

    // DuckDB's result may be wider (HUGEINT, DOUBLE) than Trino's.
    private static AggregateText Cast(string name, FunctionCallText call) =>
        new(name, call.All, Prefix: "CAST(", Suffix: $" AS {TypePrinter.Print(call.Result)})");

    // Trino's is the population's skewness, DuckDB's is corrected for a sample: the correction needs the number of values once more.
    private static AggregateText Skewness(FunctionCallText call) =>
        new("list", call[0], Prefix: "list_transform([", Suffix: $"], lambda {Entries}: CASE WHEN len({Entries}) >= 3 THEN list_aggregate({Entries}, 'skewness') * (len({Entries}) - 2) / sqrt(len({Entries}) * (len({Entries}) - 1)) END)[1]", Filter: $"{call[0]} IS NOT NULL");

    private static AggregateText Collect(FunctionCallText call, string item, string body) =>
        new("list", item, Prefix: "list_transform([", Suffix: $"], lambda {Entries}: CASE WHEN {Entries} IS NOT NULL THEN CAST({body} AS {TypePrinter.Print(call.Result)}) END)[1]");

    private static QueryException Weighted() => new(ErrorCode.NotSupported, span: null, "Function 'approx_percentile' with weights is not yet available in Spoor");
}
