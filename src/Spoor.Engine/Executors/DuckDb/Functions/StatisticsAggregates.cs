using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Sql;
using static Spoor.Engine.Executors.DuckDb.Functions.FunctionExecution;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>Variance and what is computed like it. DuckDB fails where a number is not finite or a denominator is 0; Trino answers NaN or NULL.</summary>
/// <seealso href="https://trino.io/docs/current/functions/aggregate.html#statistical-aggregate-functions"/>
internal static class StatisticsAggregates
{
    private static DuckExpression NaN { get; } = Cast(Text("NaN"), DuckType.Double);

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
        Aggregate("covar_samp", call => AggregateFunctions.Narrowed("covar_samp", call)),
        Aggregate("covar_pop", call => AggregateFunctions.Narrowed("covar_pop", call)),
        Aggregate("corr", call => PrintRegression("corr", call)),
        Aggregate("regr_slope", call => PrintRegression("regr_slope", call)),
        Aggregate("regr_intercept", call => PrintRegression("regr_intercept", call)),
        Aggregate("geometric_mean", PrintGeometricMean),
    ];

    // NULL below the least number of values, NaN if one of them is not finite or the result is undefined.
    private static AggregateExpression PrintMoment(string name, DuckFunctionCall call, int leastCount)
    {
        var isFinite = IsFloat(call, 0) ? Call("isfinite", call[0]) : null;
        ValueList<DuckAggregate> calls = [new(name, [call[0]], Filter: isFinite), new("count", [call[0]]), .. isFinite is null ? Array.Empty<DuckAggregate>() : [new("bool_and", [isFinite])]];
        return new AggregateExpression(calls, results =>
        {
            var moment = Duck($"coalesce({results[0]}, {NaN})");
            var known = isFinite is null ? moment : Duck($"CASE WHEN {results[2]} THEN {moment} ELSE {NaN} END");
            return Typed(call, Duck($"CASE WHEN {results[1]} >= {leastCount} THEN {known} END"));
        });
    }

    // NULL where the result is not finite, also because a value is not.
    private static AggregateExpression PrintRegression(string name, DuckFunctionCall call)
    {
        var isFinite = Duck($"isfinite({call[0]}) AND isfinite({call[1]})");
        return new AggregateExpression(
            [new(name, call.All, Filter: isFinite), new("bool_and", [isFinite], Filter: Duck($"{call[0]} IS NOT NULL AND {call[1]} IS NOT NULL"))],
            calls => Typed(call, Once(Duck($"CASE WHEN {calls[1]} THEN {calls[0]} END"), value => Duck($"CASE WHEN isfinite({value}) THEN {value} END"))));
    }

    // Trino's is the population's skewness, DuckDB's is corrected for a sample: the correction needs the number of values once more.
    private static AggregateExpression PrintSkewness(DuckFunctionCall call) => new("list", [Cast(call[0], DuckType.Double)], Skewness, Duck($"{call[0]} IS NOT NULL"));

    private static DuckExpression Skewness(DuckExpression list) => Once(list, values =>
    {
        var population = Duck($"list_aggregate({values}, 'skewness') * (len({values}) - 2) / sqrt(len({values}) * (len({values}) - 1))");
        return Duck($"CASE WHEN len({values}) >= 3 THEN CASE WHEN len(list_filter({values}, lambda value: NOT isfinite(value))) = 0 THEN {population} ELSE {NaN} END END");
    });

    // DuckDB's geomean refuses 0 and numbers below.
    private static AggregateExpression PrintGeometricMean(DuckFunctionCall call) => new(
        "avg",
        [Once(Cast(call[0], DuckType.Double), value => Duck($"CASE WHEN {value} > 0 THEN ln({value}) WHEN {value} = 0 THEN CAST('-Infinity' AS DOUBLE) WHEN {value} < 0 THEN {NaN} END"))],
        mean => Typed(call, Call("exp", mean)));

    private static DuckExpression Typed(DuckFunctionCall call, DuckExpression value) => Cast(value, TypePrinter.TypeOf(call.Result));

    private static bool IsFloat(DuckFunctionCall call, int index) => call.Type(index) is ScalarType { IsFloatingPoint: true };
}
