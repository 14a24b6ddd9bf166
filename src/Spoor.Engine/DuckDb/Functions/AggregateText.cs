namespace Spoor.Engine.DuckDb.Functions;

/// <summary>
/// The pieces of a printed aggregate or window call. Whoever prints it adds DISTINCT before the arguments, ORDER BY behind them, and FILTER and OVER behind
/// the closing parenthesis: <c>Prefix Name([DISTINCT] Arguments [ORDER BY ...]) [FILTER (WHERE Filter AND ...)] [OVER (...)] Suffix</c>.
/// </summary>
/// <param name="Name">DuckDB's aggregate.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Prefix">Stands before the call, such as <c>CAST(</c>.</param>
/// <param name="Suffix">Stands behind the call and its clauses.</param>
/// <param name="Filter">A condition of the function's own, to be joined with the query's by AND; null when there is none.</param>
internal sealed record AggregateText(string Name, string Arguments, string Prefix = "", string Suffix = "", string? Filter = null)
{
    /// <summary>The whole call.</summary>
    /// <param name="isDistinct">DISTINCT was written.</param>
    /// <param name="orderBy">Printed sort keys; null without.</param>
    /// <param name="filter">Printed condition of FILTER; null without.</param>
    /// <param name="over">Printed window in parentheses; null for an aggregate.</param>
    internal string Print(bool isDistinct = false, string? orderBy = null, string? filter = null, string? over = null)
    {
        var filters = new[] { Filter, filter }.OfType<string>().Select(condition => $"({condition})").ToList();
        return $"{Prefix}{Name}({(isDistinct ? "DISTINCT " : "")}{Arguments}{(orderBy is null ? "" : $" ORDER BY {orderBy}")})"
            + (filters.Count == 0 ? "" : $" FILTER (WHERE {string.Join(" AND ", filters)})")
            + (over is null ? "" : $" OVER {over}")
            + Suffix;
    }
}
