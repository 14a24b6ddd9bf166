using Spoor.Core.Errors;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Sql.Analysis.Rewriting;

/// <summary>Refuses aggregates and window functions where no SELECT could give them a meaning, such as in VALUES.</summary>
internal sealed class PlaceholderCheck : BoundRewriter
{
    private PlaceholderCheck()
    {
    }

    public static void Check(BoundRelation relation) => new PlaceholderCheck().Rewrite(relation);

    public override BoundExpression Rewrite(BoundExpression node) => node is AggregateCall or WindowCall or GroupingCall
        ? throw new QueryException(
            ErrorCode.ExpressionNotScalar,
            node.Span,
            "Aggregations, window functions and grouping operations are not allowed in this context",
            hint: "Put them into the select list of a query with FROM.")
        : base.Rewrite(node);
}
