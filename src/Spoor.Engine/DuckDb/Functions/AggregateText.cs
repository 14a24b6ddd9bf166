namespace Spoor.Engine.DuckDb.Functions;

/// <summary>A printed aggregate or window function: calls of DuckDB's own, each of which gets the clauses of the query, and what is made of their results.</summary>
/// <param name="Calls">The calls.</param>
/// <param name="Compose">Prints the value from the printed calls, in their order.</param>
internal sealed record AggregateText(IReadOnlyList<AggregateCallText> Calls, Func<IReadOnlyList<string>, string> Compose)
{
    /// <summary>One call.</summary>
    internal AggregateText(string name, string arguments, Func<string, string>? compose = null, string? filter = null)
        : this([new AggregateCallText(name, arguments, filter)], calls => compose is null ? calls[0] : compose(calls[0]))
    {
    }

    /// <summary>The whole value.</summary>
    internal string Print(AggregateClauses clauses) => Compose([.. Calls.Select(call => call.Print(clauses))]);
}
