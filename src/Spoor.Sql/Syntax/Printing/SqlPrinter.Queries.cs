using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Printing;

/// <content>Queries.</content>
public sealed partial class SqlPrinter
{
    private void AppendParenthesizedQuery(Query query)
    {
        Append("(");
        AppendQuery(query);
        Append(")");
    }

    private void AppendQuery(Query query)
    {
        StackGuard.Check();
        if (query.With is { } with)
        {
            AppendQueryPart(with);
            Append(" ");
        }

        AppendQueryBody(query.Body);
        AppendOrderBy(query.OrderBy, " ");
        if (query.Offset is { } offset)
        {
            Append(" OFFSET ");
            AppendExpression(offset);
        }

        if (query.Limit is { } limit)
        {
            Append(" ");
            AppendLimit(limit);
        }
    }

    private void AppendOrderBy(ValueList<SortItem> items, string before)
    {
        if (items.Count > 0)
        {
            Append($"{before}ORDER BY ");
            AppendList(items, AppendQueryPart);
        }
    }

    private void AppendLimit(Limit limit)
    {
        Append(limit.IsFetchFirst ? "FETCH FIRST " : "LIMIT ");
        if (limit.Count is { } count)
        {
            AppendExpression(count);
            Append(limit.IsFetchFirst ? " " : "");
        }
        else if (!limit.IsFetchFirst)
        {
            Append("ALL");
        }

        if (limit.IsFetchFirst)
        {
            Append(limit.WithTies ? "ROWS WITH TIES" : "ROWS ONLY");
        }
    }

    private void AppendQueryBody(QueryBody body)
    {
        StackGuard.Check();
        switch (body)
        {
            case QuerySpecification specification:
                AppendSpecification(specification);
                break;
            case SetOperation operation:
                AppendSetOperation(operation);
                break;
            case Values values:
                Append("VALUES ");
                AppendList(values.Rows, AppendExpression);
                break;
            case TableBody table:
                Append("TABLE ");
                AppendName(table.Name);
                break;
            case SubqueryBody subquery:
                AppendParenthesizedQuery(subquery.Query);
                break;
            default:
                throw Unknown(body);
        }
    }

    private void AppendSetOperation(SetOperation operation)
    {
        AppendQueryBody(operation.Left);
        Append($" {operation.Operator.ToString().ToUpperInvariant()} {(operation.IsDistinct ? "" : "ALL ")}");
        AppendQueryBody(operation.Right);
    }

    private void AppendSpecification(QuerySpecification specification)
    {
        Append(specification.IsDistinct ? "SELECT DISTINCT " : "SELECT ");
        AppendList(specification.Items, AppendQueryPart);
        if (specification.From is { } from)
        {
            Append(" FROM ");
            AppendRelation(from);
        }

        AppendClause(" WHERE ", specification.Where);
        if (specification.GroupBy is { } groupBy)
        {
            Append(" ");
            AppendQueryPart(groupBy);
        }

        AppendClause(" HAVING ", specification.Having);
        if (specification.Windows.Count > 0)
        {
            Append(" WINDOW ");
            AppendList(specification.Windows, AppendWindowPart);
        }
    }

    private void AppendClause(string keyword, Expression? condition)
    {
        if (condition is not null)
        {
            Append(keyword);
            AppendExpression(condition);
        }
    }

    private void AppendQueryPart(Node node)
    {
        switch (node)
        {
            case With with:
                Append(with.IsRecursive ? "WITH RECURSIVE " : "WITH ");
                AppendList(with.Queries, AppendQueryPart);
                break;
            case NamedQuery named:
                AppendName(named.Name);
                AppendColumns(named.Columns);
                Append(" AS ");
                AppendParenthesizedQuery(named.Query);
                break;
            case SelectItem item:
                AppendSelectItem(item);
                break;
            case SortItem item:
                AppendExpression(item.Key);
                Append(item.IsDescending ? " DESC" : "");
                Append(item.NullsFirst is { } first ? first ? " NULLS FIRST" : " NULLS LAST" : "");
                break;
            case GroupBy groupBy:
                Append(groupBy.IsDistinct ? "GROUP BY DISTINCT " : "GROUP BY ");
                AppendList(groupBy.Elements, AppendQueryPart);
                break;
            case GroupingElement element:
                AppendGroupingElement(element);
                break;
            case Limit limit:
                AppendLimit(limit);
                break;
            case JoinCriteria criteria:
                AppendCriteria(criteria);
                break;
            default:
                throw Unknown(node);
        }
    }

    private void AppendColumns(ValueList<Identifier> columns)
    {
        if (columns.Count > 0)
        {
            Append(" ");
            AppendParenthesized(columns, AppendName);
        }
    }

    private void AppendSelectItem(SelectItem item)
    {
        switch (item)
        {
            case SingleColumn column:
                AppendExpression(column.Expression);
                AppendAlias(column.Alias);
                break;
            case AllColumns { Target: null }:
                Append("*");
                break;
            case AllColumns { Target: { } target, Aliases: var aliases }:
                AppendPrimaryOperand(target);
                Append(".*");
                if (aliases.Count > 0)
                {
                    Append(" AS ");
                    AppendParenthesized(aliases, AppendName);
                }

                break;
            default:
                throw Unknown(item);
        }
    }

    private void AppendAlias(Identifier? alias)
    {
        if (alias is not null)
        {
            Append(" AS ");
            AppendName(alias);
        }
    }

    private void AppendGroupingElement(GroupingElement element)
    {
        switch (element)
        {
            case SimpleGroupBy simple:
                AppendGroupingSet(simple.Columns);
                break;
            case GroupingSets sets:
                Append("GROUPING SETS ");
                AppendParenthesized(sets.Sets, AppendGroupingSet);
                break;
            case Cube cube:
                Append("CUBE ");
                AppendParenthesized(cube.Columns, AppendGroupingSet);
                break;
            case Rollup rollup:
                Append("ROLLUP ");
                AppendParenthesized(rollup.Columns, AppendGroupingSet);
                break;
            default:
                throw Unknown(element);
        }
    }

    private void AppendGroupingSet(ValueList<Expression> set)
    {
        if (set.Count == 1)
        {
            AppendExpression(set[0]);
        }
        else
        {
            AppendParenthesized(set, AppendExpression);
        }
    }
}
