using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Sql;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>sum and avg of intervals, which Trino computes over milliseconds or months. DuckDB has no sum of intervals, and its average makes days of parts of a month.</summary>
internal static class IntervalAggregates
{
    /// <summary>Prints the call; null when the argument is no interval.</summary>
    internal static AggregateExpression? TryPrint(DuckFunctionCall call, string name) => call.Type(0) switch
    {
        ScalarType { Kind: ScalarKind.IntervalDayToSecond } => new AggregateExpression(name, [Duck($"epoch_us({call[0]})")], sum => Duck($"to_milliseconds(CAST(round({sum} / 1000) AS BIGINT))")),
        ScalarType { Kind: ScalarKind.IntervalYearToMonth } => new AggregateExpression(
            name, [Duck($"date_part('year', {call[0]}) * 12 + date_part('month', {call[0]})")], sum => Duck($"to_months(CAST(round({sum}) AS INTEGER))")),
        _ => null,
    };
}
