namespace Spoor.Engine.DuckDb.Functions;

/// <summary>One printed call of a DuckDB aggregate or window function, before the clauses of the query are known.</summary>
/// <param name="Name">DuckDB's aggregate.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Filter">A condition of the function's own, to be joined with the query's by AND; null when there is none.</param>
internal readonly record struct AggregateCallText(string Name, string Arguments, string? Filter = null)
{
    /// <summary>The call with its clauses: <c>Name([DISTINCT] Arguments [ORDER BY ...] [IGNORE NULLS]) [FILTER (WHERE ...)] [OVER (...)]</c>.</summary>
    internal string Print(AggregateClauses clauses)
    {
        var filters = new[] { Filter, clauses.Filter }.OfType<string>().Select(condition => $"({condition})").ToList();
        return $"{Name}({(clauses.IsDistinct ? "DISTINCT " : "")}{Arguments}{(clauses.OrderBy is null ? "" : $" ORDER BY {clauses.OrderBy}")}{(clauses.IgnoreNulls ? " IGNORE NULLS" : "")})"
            + (filters.Count == 0 ? "" : $" FILTER (WHERE {string.Join(" AND ", filters)})")
            + (clauses.Over is null ? "" : $" OVER {clauses.Over}");
    }
}
