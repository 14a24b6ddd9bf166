using Spoor.Core.Collections;
using Spoor.Engine.Executors.DuckDb.Sql;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>An aggregate or window function: calls of DuckDB's own, each of which gets the clauses of the query, and what is made of their results.</summary>
/// <param name="Calls">The calls; a filter in one is joined with the query's by AND.</param>
/// <param name="Compose">Makes the value of the calls, in their order.</param>
internal sealed record AggregateExpression(ValueList<DuckAggregate> Calls, Func<IReadOnlyList<DuckExpression>, DuckExpression> Compose)
{
    /// <summary>One call.</summary>
    internal AggregateExpression(string name, ValueList<DuckExpression> arguments, Func<DuckExpression, DuckExpression>? compose = null, DuckExpression? filter = null)
        : this([new DuckAggregate(name, arguments, Filter: filter)], calls => compose is null ? calls[0] : compose(calls[0]))
    {
    }

    /// <summary>The whole value.</summary>
    internal DuckExpression With(AggregateClauses clauses) => Compose([.. Calls.Select(call => Complete(call, clauses))]);

    private static DuckAggregate Complete(DuckAggregate call, AggregateClauses clauses)
    {
        var filters = new[] { call.Filter, clauses.Filter }.OfType<DuckExpression>().ToList();
        return call with
        {
            IsDistinct = clauses.IsDistinct || call.IsDistinct,
            OrderBy = clauses.OrderBy,
            IgnoreNulls = clauses.IgnoreNulls,
            Filter = filters.Count == 0 ? null : And(filters),
            Over = clauses.Over,
        };
    }
}
