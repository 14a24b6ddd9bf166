using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>sum and avg of intervals, which Trino computes over milliseconds or months. DuckDB has no sum of intervals, and its average makes days of parts of a month.</summary>
internal static class IntervalAggregates
{
    /// <summary>Prints the call; null when the argument is no interval.</summary>
    internal static AggregateText? TryPrint(FunctionCallText call, string name) => call.Type(0) switch
    {
        ScalarType { Kind: ScalarKind.IntervalDayToSecond } => new AggregateText(name, $"epoch_us({call[0]})", text => $"to_milliseconds(CAST(round({text} / 1000) AS BIGINT))"),
        ScalarType { Kind: ScalarKind.IntervalYearToMonth } => new AggregateText(
            name, $"(date_part('year', {call[0]}) * 12 + date_part('month', {call[0]}))", text => $"to_months(CAST(round({text}) AS INTEGER))"),
        _ => null,
    };
}
