using Spoor.Core.Collections;
using Spoor.Core.Text;

namespace Spoor.Sql.Syntax.Nodes;

/// <summary>A whole query: WITH, body, ORDER BY, OFFSET, LIMIT.</summary>
/// <param name="With">Null without WITH.</param>
/// <param name="Body">The SELECT, VALUES, TABLE or set operation.</param>
/// <param name="OrderBy">Empty without ORDER BY.</param>
/// <param name="Offset">A whole number or a parameter; null without OFFSET.</param>
/// <param name="Limit">LIMIT or FETCH FIRST; null without.</param>
/// <param name="Span">The whole query.</param>
public sealed record Query(With? With, QueryBody Body, ValueList<SortItem> OrderBy, Expression? Offset, Limit? Limit, TextSpan Span) : Node(Span);

/// <summary>LIMIT n, LIMIT ALL (count null) or FETCH FIRST [n] ROWS ONLY|WITH TIES (count null means 1).</summary>
public sealed record Limit(Expression? Count, bool WithTies, bool IsFetchFirst, TextSpan Span) : Node(Span);

/// <summary>WITH [RECURSIVE] and its named queries.</summary>
public sealed record With(bool IsRecursive, ValueList<NamedQuery> Queries, TextSpan Span) : Node(Span);

/// <summary><c>name (columns) AS (query)</c>; columns empty when not written.</summary>
public sealed record NamedQuery(Identifier Name, ValueList<Identifier> Columns, Query Query, TextSpan Span) : Node(Span);

/// <summary>What stands between WITH and ORDER BY.</summary>
public abstract record QueryBody(TextSpan Span) : Node(Span);

/// <summary><c>SELECT ... FROM ... WHERE ... GROUP BY ... HAVING ... WINDOW ...</c>; From is null without FROM; a comma list is a chain of implicit joins.</summary>
public sealed record QuerySpecification(
    bool IsDistinct,
    ValueList<SelectItem> Items,
    Relation? From,
    Expression? Where,
    GroupBy? GroupBy,
    Expression? Having,
    ValueList<NamedWindow> Windows,
    TextSpan Span) : QueryBody(Span);

/// <summary>UNION, INTERSECT, EXCEPT.</summary>
public enum SetOperator
{
#pragma warning disable CS1591 // The names say it.
    Union,
    Intersect,
    Except,
#pragma warning restore CS1591
}

/// <summary><c>left UNION [ALL] right</c>; left-associative, INTERSECT binds tighter.</summary>
public sealed record SetOperation(SetOperator Operator, bool IsDistinct, QueryBody Left, QueryBody Right, TextSpan OperatorSpan, TextSpan Span) : QueryBody(Span);

/// <summary><c>VALUES (1, 'a'), (2, 'b')</c>; a row is an expression, a RowConstructor when it has several columns.</summary>
public sealed record Values(ValueList<Expression> Rows, TextSpan Span) : QueryBody(Span);

/// <summary><c>TABLE name</c>.</summary>
public sealed record TableBody(QualifiedName Name, TextSpan Span) : QueryBody(Span);

/// <summary>A query in parentheses.</summary>
public sealed record SubqueryBody(Query Query, TextSpan Span) : QueryBody(Span);

/// <summary>An entry of the SELECT list.</summary>
public abstract record SelectItem(TextSpan Span) : Node(Span);

/// <summary><c>expression [AS alias]</c>.</summary>
public sealed record SingleColumn(Expression Expression, Identifier? Alias, TextSpan Span) : SelectItem(Span);

/// <summary><c>*</c> or <c>target.*</c>, for a row value also with <c>AS (a, b)</c>.</summary>
public sealed record AllColumns(Expression? Target, ValueList<Identifier> Aliases, TextSpan Span) : SelectItem(Span);

/// <summary>GROUP BY [DISTINCT] elements.</summary>
public sealed record GroupBy(bool IsDistinct, ValueList<GroupingElement> Elements, TextSpan Span) : Node(Span);

/// <summary>One element of GROUP BY.</summary>
public abstract record GroupingElement(TextSpan Span) : Node(Span);

/// <summary>An expression, an ordinal, or several in parentheses (which group together).</summary>
public sealed record SimpleGroupBy(ValueList<Expression> Columns, TextSpan Span) : GroupingElement(Span);

/// <summary><c>GROUPING SETS ((a, b), (a), ())</c>.</summary>
public sealed record GroupingSets(ValueList<ValueList<Expression>> Sets, TextSpan Span) : GroupingElement(Span);

/// <summary><c>CUBE (a, (b, c))</c>.</summary>
public sealed record Cube(ValueList<ValueList<Expression>> Columns, TextSpan Span) : GroupingElement(Span);

/// <summary><c>ROLLUP (a, (b, c))</c>.</summary>
public sealed record Rollup(ValueList<ValueList<Expression>> Columns, TextSpan Span) : GroupingElement(Span);

/// <summary>One key of ORDER BY; nulls come last unless said otherwise, in both directions, as in Trino.</summary>
public sealed record SortItem(Expression Key, bool IsDescending, bool? NullsFirst, TextSpan Span) : Node(Span);
