using static Spoor.Engine.DuckDb.Functions.FunctionExecution;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Aggregates.</summary>
internal static class AggregateFunctions
{
    internal static IEnumerable<FunctionExecution> All { get; } =
    [
        Aggregate("count", call => new AggregateText("count", call.Count == 0 ? "*" : call.All)),
    ];
}
