using static Spoor.Engine.Executors.DuckDb.Functions.FunctionExecution;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>Window functions; DuckDB has all of them under Trino's names.</summary>
/// <seealso href="https://trino.io/docs/current/functions/window.html"/>
internal static class WindowFunctions
{
    private static readonly string[] s_names =
    [
        "cume_dist", "dense_rank", "first_value", "lag", "last_value", "lead", "nth_value", "ntile", "percent_rank", "rank", "row_number",
    ];

    internal static IEnumerable<FunctionExecution> All { get; } =
        s_names.Select(name => Window(name, call => new AggregateExpression(name, call.All)));
}
