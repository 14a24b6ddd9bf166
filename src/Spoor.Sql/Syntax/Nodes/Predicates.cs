using Spoor.Core.Collections;
using Spoor.Core.Text;

namespace Spoor.Sql.Syntax.Nodes;

/// <summary>The six comparisons.</summary>
public enum ComparisonOperator
{
#pragma warning disable CS1591 // The names say it.
    Equal,
    NotEqual,
    LessThan,
    LessThanOrEqual,
    GreaterThan,
    GreaterThanOrEqual,
#pragma warning restore CS1591
}

/// <summary><c>left op right</c>.</summary>
public sealed record Comparison(ComparisonOperator Operator, Expression Left, Expression Right, TextSpan OperatorSpan, TextSpan Span) : Expression(Span);

/// <summary><c>left IS [NOT] DISTINCT FROM right</c>.</summary>
public sealed record DistinctFrom(Expression Left, Expression Right, bool IsNegated, TextSpan OperatorSpan, TextSpan Span) : Expression(Span);

/// <summary><c>value op ALL|ANY|SOME (query)</c>; SOME is ANY.</summary>
public sealed record QuantifiedComparison(ComparisonOperator Operator, bool IsAll, Expression Value, Query Query, TextSpan OperatorSpan, TextSpan Span) : Expression(Span);

/// <summary>Two or more terms joined by AND, or by OR, in order; a chain of one operator is one node.</summary>
public sealed record Logical(bool IsAnd, ValueList<Expression> Terms, TextSpan Span) : Expression(Span);

/// <summary><c>NOT value</c>.</summary>
public sealed record Not(Expression Value, TextSpan Span) : Expression(Span);

/// <summary><c>value IS [NOT] NULL</c>.</summary>
public sealed record IsNullPredicate(Expression Value, bool IsNegated, TextSpan OperatorSpan, TextSpan Span) : Expression(Span);

/// <summary><c>value [NOT] BETWEEN min AND max</c>.</summary>
public sealed record BetweenPredicate(Expression Value, Expression Min, Expression Max, bool IsNegated, TextSpan OperatorSpan, TextSpan Span) : Expression(Span);

/// <summary><c>value [NOT] IN (a, b)</c>.</summary>
public sealed record InListPredicate(Expression Value, ValueList<Expression> List, bool IsNegated, TextSpan OperatorSpan, TextSpan Span) : Expression(Span);

/// <summary><c>value [NOT] IN (SELECT ...)</c>.</summary>
public sealed record InSubqueryPredicate(Expression Value, Query Query, bool IsNegated, TextSpan OperatorSpan, TextSpan Span) : Expression(Span);

/// <summary><c>value [NOT] LIKE pattern [ESCAPE escape]</c>.</summary>
public sealed record LikePredicate(Expression Value, Expression Pattern, Expression? Escape, bool IsNegated, TextSpan OperatorSpan, TextSpan Span) : Expression(Span);

/// <summary><c>EXISTS (SELECT ...)</c>.</summary>
public sealed record ExistsPredicate(Query Query, TextSpan Span) : Expression(Span);
