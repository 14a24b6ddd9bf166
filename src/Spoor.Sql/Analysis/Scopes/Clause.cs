using Spoor.Core.Errors;
using Spoor.Sql.Functions;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Sql.Analysis.Scopes;

/// <summary>Finds aggregates, window functions and GROUPING operations where a clause may not have them.</summary>
internal static class Clause
{
    /// <summary>Refuses aggregates, window functions and GROUPING in <paramref name="expression"/>; <paramref name="clause"/> as Trino names it (<c>WHERE clause</c>).</summary>
    public static void RefuseAggregates(Expression expression, string clause)
    {
        var found = SyntaxTree.Expressions(expression)
            .Where(node => node is Grouping || (node is FunctionCall call && (IsAggregate(call) || IsWindowFunction(call))))
            .OrderBy(node => node is Grouping ? 2 : IsAggregate((FunctionCall)node) ? 0 : 1)
            .ToList();
        if (found.Count > 0)
        {
            var list = string.Join(", ", found.Select(ExpressionFormatter.Format));
            var hint = clause == "WHERE clause" ? "Filter groups with HAVING, or aggregate in a subquery and filter outside of it." : null;
            throw new QueryException(
                ErrorCode.ExpressionNotScalar,
                Place.Of(expression),
                $"{clause} cannot contain aggregations, window functions or grouping operations: [{list}]",
                hint);
        }
    }

    /// <summary>A call of an aggregate that is not a window function by its OVER.</summary>
    public static bool IsAggregate(FunctionCall call) => call.Window is null && FunctionResolver.IsAggregate(call.Name.Last);

    /// <summary>A call with OVER, or of a function that needs one.</summary>
    public static bool IsWindowFunction(FunctionCall call) => call.Window is not null || FunctionResolver.IsWindow(call.Name.Last);

    /// <summary>The first call with OVER (or that needs one) in <paramref name="nodes"/>, or null.</summary>
    public static FunctionCall? FindWindowFunction(IEnumerable<Node> nodes, bool onlyWithOver = false) => nodes
        .SelectMany(node => SyntaxTree.SelfAndDescendants(node, intoSubqueries: false))
        .OfType<FunctionCall>()
        .FirstOrDefault(call => onlyWithOver ? call.Window is not null : IsWindowFunction(call));
}
