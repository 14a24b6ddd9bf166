using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Sql.Analysis.Aggregates;

/// <summary>Rewrites one expression of an aggregating query from columns of the source to group keys and aggregates.</summary>
/// <seealso href="https://github.com/trinodb/trino/blob/456/core/trino-main/src/main/java/io/trino/sql/analyzer/AggregationAnalyzer.java"/>
internal sealed class AggregationRewriter(Aggregation aggregation, Expression? syntax, TextSpan place) : BoundRewriter
{
    private int _subqueryDepth;

    public override BoundExpression Rewrite(BoundExpression node)
    {
        if (aggregation.TryKey(node) is { } key)
        {
            return key;
        }

        return node switch
        {
            BoundColumn column when aggregation.IsOfSource(column.Symbol) => throw NotGrouped(column),
            AggregateCall call when _subqueryDepth == 0 => aggregation.Add(call),
            GroupingCall call when _subqueryDepth == 0 => aggregation.Add(call),
            _ => base.Rewrite(node),
        };
    }

    public override BoundRelation Rewrite(BoundRelation node)
    {
        _subqueryDepth++;
        try
        {
            return base.Rewrite(node);
        }
        finally
        {
            _subqueryDepth--;
        }
    }

    private QueryException NotGrouped(BoundColumn column)
    {
        if (_subqueryDepth > 0)
        {
            return new QueryException(ErrorCode.ExpressionNotAggregate, column.Span, $"Subquery uses '{WrittenName(column)}' which must appear in GROUP BY clause");
        }

        var text = syntax is null ? column.Symbol.Name : ExpressionFormatter.Format(syntax);
        return new QueryException(
            ErrorCode.ExpressionNotAggregate,
            place,
            $"'{text}' must be an aggregate expression or appear in GROUP BY clause",
            hint: $"Add {text} to GROUP BY, or take one value of each group: arbitrary({text}), max({text}).");
    }

    /// <summary>The column as the subquery writes it: the node at its place.</summary>
    private string WrittenName(BoundColumn column)
    {
        var written = syntax is null ? null : SyntaxTree.SelfAndDescendants(syntax, intoSubqueries: true)
            .OfType<Expression>()
            .FirstOrDefault(node => node is Identifier or Dereference && node.Span == column.Span);
        return written is null ? column.Symbol.Name : ExpressionFormatter.Format(written);
    }
}
