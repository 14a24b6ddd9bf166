using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis;

/// <summary>Takes the places out of an expression, so that two expressions are equal when they mean the same.</summary>
internal sealed class SpanEraser : BoundRewriter
{
    private static readonly SpanEraser s_instance = new();

    private SpanEraser()
    {
    }

    public static BoundExpression Erase(BoundExpression expression) => s_instance.Rewrite(expression);

    public override BoundExpression Rewrite(BoundExpression node)
    {
        var rewritten = base.Rewrite(node) with { Span = default };
        return rewritten is GroupingCall grouping ? grouping with { Syntax = new Grouping([], default) } : rewritten;
    }
}
