using Spoor.Core.Errors;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Printing;

/// <content>FROM and windows.</content>
public sealed partial class SqlPrinter
{
    private void AppendRelation(Relation relation)
    {
        StackGuard.Check();
        switch (relation)
        {
            case TableReference table:
                AppendName(table.Name);
                break;
            case AliasedRelation aliased:
                AppendInner(aliased.Relation, aliased.Relation is Join or AliasedRelation or SampledRelation);
                AppendAlias(aliased.Alias);
                AppendColumns(aliased.Columns);
                break;
            case SubqueryRelation subquery:
                AppendParenthesizedQuery(subquery.Query);
                break;
            case LateralRelation lateral:
                Append("LATERAL ");
                AppendParenthesizedQuery(lateral.Query);
                break;
            case Unnest unnest:
                Append("UNNEST");
                AppendParenthesized(unnest.Expressions, AppendExpression);
                Append(unnest.WithOrdinality ? " WITH ORDINALITY" : "");
                break;
            case SampledRelation sampled:
                AppendInner(sampled.Relation, sampled.Relation is Join or SampledRelation);
                Append(sampled.IsBernoulli ? " TABLESAMPLE BERNOULLI (" : " TABLESAMPLE SYSTEM (");
                AppendExpression(sampled.Percentage);
                Append(")");
                break;
            case Join join:
                AppendJoin(join);
                break;
            default:
                throw Unknown(relation);
        }
    }

    private void AppendInner(Relation relation, bool needsParentheses)
    {
        Append(needsParentheses ? "(" : "");
        AppendRelation(relation);
        Append(needsParentheses ? ")" : "");
    }

    private void AppendJoin(Join join)
    {
        AppendRelation(join.Left);
        var natural = join.Criteria is NaturalJoin ? "NATURAL " : "";
        Append(join.Kind == JoinKind.Implicit ? ", " : $" {natural}{join.Kind.ToString().ToUpperInvariant()} JOIN ");
        AppendInner(join.Right, join.Right is Join);
        if (join.Criteria is { } criteria and not NaturalJoin)
        {
            Append(" ");
            AppendCriteria(criteria);
        }
    }

    private void AppendCriteria(JoinCriteria criteria)
    {
        switch (criteria)
        {
            case JoinOn on:
                Append("ON ");
                AppendExpression(on.Condition);
                break;
            case JoinUsing usingColumns:
                Append("USING ");
                AppendParenthesized(usingColumns.Columns, AppendName);
                break;
            case NaturalJoin:
                Append("NATURAL");
                break;
            default:
                throw Unknown(criteria);
        }
    }

    private void AppendWindowPart(Node node)
    {
        switch (node)
        {
            case WindowReference reference:
                AppendName(reference.Name);
                break;
            case WindowSpecification specification:
                AppendWindow(specification);
                break;
            case NamedWindow named:
                AppendName(named.Name);
                Append(" AS ");
                AppendWindow(named.Specification);
                break;
            case WindowFrame frame:
                AppendFrame(frame);
                break;
            case FrameBound bound:
                AppendBound(bound);
                break;
            default:
                throw Unknown(node);
        }
    }

    private void AppendWindow(WindowSpecification window)
    {
        Append("(");
        var separator = "";
        if (window.ExistingName is { } name)
        {
            AppendName(name);
            separator = " ";
        }

        if (window.PartitionBy.Count > 0)
        {
            Append($"{separator}PARTITION BY ");
            AppendList(window.PartitionBy, AppendExpression);
            separator = " ";
        }

        AppendOrderBy(window.OrderBy, separator);
        if (window.Frame is { } frame)
        {
            Append(window.OrderBy.Count > 0 ? " " : separator);
            AppendFrame(frame);
        }

        Append(")");
    }

    private void AppendFrame(WindowFrame frame)
    {
        Append($"{frame.Unit.ToString().ToUpperInvariant()} ");
        if (frame.End is not { } end)
        {
            AppendBound(frame.Start);
            return;
        }

        Append("BETWEEN ");
        AppendBound(frame.Start);
        Append(" AND ");
        AppendBound(end);
    }

    private void AppendBound(FrameBound bound)
    {
        if (bound.Offset is { } offset)
        {
            // The AND of BETWEEN would be read as part of the expression.
            AppendOperand(offset, NotLevel);
            Append(" ");
        }

        Append(bound.Kind switch
        {
            FrameBoundKind.UnboundedPreceding => "UNBOUNDED PRECEDING",
            FrameBoundKind.UnboundedFollowing => "UNBOUNDED FOLLOWING",
            FrameBoundKind.CurrentRow => "CURRENT ROW",
            FrameBoundKind.Preceding => "PRECEDING",
            FrameBoundKind.Following => "FOLLOWING",
            _ => throw Unknown(bound),
        });
    }
}
