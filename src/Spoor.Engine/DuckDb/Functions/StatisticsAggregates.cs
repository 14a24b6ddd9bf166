using Spoor.Sql.Types;
using static Spoor.Engine.DuckDb.Functions.FunctionExecution;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Variance and what is computed like it. DuckDB fails where a number is not finite or a denominator is 0; Trino answers NaN or NULL.</summary>
/// <seealso href="https://trino.io/docs/current/functions/aggregate.html#statistical-aggregate-functions"/>
internal static class StatisticsAggregates
{
    private const string Value = "spoor_e";
    private const string Values = "spoor_m";
    private const string NaN = "CAST('NaN' AS DOUBLE)";

    internal static IEnumerable<FunctionExecution> All { get; } =
    [
        Aggregate("stddev", call => PrintMoment("stddev_samp", call, leastCount: 2)),
        Aggregate("stddev_samp", call => PrintMoment("stddev_samp", call, leastCount: 2)),
        Aggregate("stddev_pop", call => PrintMoment("stddev_pop", call, leastCount: 1)),
        Aggregate("variance", call => PrintMoment("var_samp", call, leastCount: 2)),
        Aggregate("var_samp", call => PrintMoment("var_samp", call, leastCount: 2)),
        Aggregate("var_pop", call => PrintMoment("var_pop", call, leastCount: 1)),
        Aggregate("kurtosis", call => PrintMoment("kurtosis", call, leastCount: 4)),
        Aggregate("skewness", PrintSkewness),
        Aggregate("covar_samp", call => AggregateFunctions.Cast("covar_samp", call)),
        Aggregate("covar_pop", call => AggregateFunctions.Cast("covar_pop", call)),
        Aggregate("corr", call => PrintRegression("corr", call)),
        Aggregate("regr_slope", call => PrintRegression("regr_slope", call)),
        Aggregate("regr_intercept", call => PrintRegression("regr_intercept", call)),
        Aggregate("geometric_mean", PrintGeometricMean),
    ];

    // NULL below the least number of values, NaN if one of them is not finite or the result is undefined.
    private static AggregateText PrintMoment(string name, FunctionCallText call, int leastCount)
    {
        var isFinite = IsFloat(call, 0) ? $"isfinite({call[0]})" : null;
        return new AggregateText(
            [new(name, call[0], isFinite), new("count", call[0]), .. isFinite is null ? Array.Empty<AggregateCallText>() : [new("bool_and", isFinite)]],
            calls => Typed(call, $"CASE WHEN {calls[1]} >= {leastCount} THEN {(isFinite is null ? "" : $"CASE WHEN {calls[2]} THEN ")}coalesce({calls[0]}, {NaN}){(isFinite is null ? "" : $" ELSE {NaN} END")} END"));
    }

    // NULL where the result is not finite, also because a value is not.
    private static AggregateText PrintRegression(string name, FunctionCallText call)
    {
        var isFinite = $"isfinite({call[0]}) AND isfinite({call[1]})";
        return new AggregateText(
            [new(name, call.All, isFinite), new("bool_and", isFinite, $"{call[0]} IS NOT NULL AND {call[1]} IS NOT NULL")],
            calls => Typed(call, CastPrinter.Once($"CASE WHEN {calls[1]} THEN {calls[0]} END", Value, $"CASE WHEN isfinite({Value}) THEN {Value} END")));
    }

    // Trino's is the population's skewness, DuckDB's is corrected for a sample: the correction needs the number of values once more.
    private static AggregateText PrintSkewness(FunctionCallText call)
    {
        var population = $"list_aggregate({Values}, 'skewness') * (len({Values}) - 2) / sqrt(len({Values}) * (len({Values}) - 1))";
        var checkedResult = $"CASE WHEN len(list_filter({Values}, lambda {Value}: NOT isfinite({Value}))) = 0 THEN {population} ELSE {NaN} END";
        return new AggregateText("list", $"CAST({call[0]} AS DOUBLE)", text => CastPrinter.Once(text, Values, $"CASE WHEN len({Values}) >= 3 THEN {checkedResult} END"), $"{call[0]} IS NOT NULL");
    }

    // DuckDB's geomean refuses 0 and numbers below.
    private static AggregateText PrintGeometricMean(FunctionCallText call) => new(
        "avg",
        CastPrinter.Once($"CAST({call[0]} AS DOUBLE)", Value, $"CASE WHEN {Value} > 0 THEN ln({Value}) WHEN {Value} = 0 THEN CAST('-Infinity' AS DOUBLE) WHEN {Value} < 0 THEN {NaN} END"),
        text => Typed(call, $"exp({text})"));

    private static string Typed(FunctionCallText call, string value) => $"CAST({value} AS {TypePrinter.Print(call.Result)})";

    private static bool IsFloat(FunctionCallText call, int index) => call.Type(index) is ScalarType { IsFloatingPoint: true };
}
