using Spoor.Core.Collections;
using Spoor.Core.Text;

namespace Spoor.Sql.Syntax.Nodes;

/// <summary><c>base.field</c>: a column of a relation, or a field of a row; Analysis decides which.</summary>
public sealed record Dereference(Expression Base, Identifier Field, TextSpan Span) : Expression(Span);

/// <summary><c>base[index]</c>.</summary>
public sealed record Subscript(Expression Base, Expression Index, TextSpan Span) : Expression(Span);

/// <summary><c>+x</c> or <c>-x</c>.</summary>
public sealed record ArithmeticUnary(bool IsMinus, Expression Value, TextSpan Span) : Expression(Span);

/// <summary>The five arithmetic operators.</summary>
public enum ArithmeticOperator
{
#pragma warning disable CS1591 // The names say it.
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulus,
#pragma warning restore CS1591
}

/// <summary><c>left op right</c>; <paramref name="Span"/> starts at the operator's left operand, as Trino reports it for names, and <paramref name="OperatorSpan"/> at the operator.</summary>
public sealed record ArithmeticBinary(ArithmeticOperator Operator, Expression Left, Expression Right, TextSpan OperatorSpan, TextSpan Span) : Expression(Span);

/// <summary><c>left || right</c>.</summary>
public sealed record Concatenation(Expression Left, Expression Right, TextSpan OperatorSpan, TextSpan Span) : Expression(Span);

/// <summary><c>value AT TIME ZONE zone</c>; the zone is a text or an interval.</summary>
public sealed record AtTimeZone(Expression Value, Expression Zone, TextSpan Span) : Expression(Span);

/// <summary><c>name(arguments)</c>, also <c>coalesce</c>, <c>if</c>, <c>nullif</c>, <c>try</c> and other special forms, which Analysis knows by name.</summary>
/// <param name="Name">As written.</param>
/// <param name="Arguments">Empty for <c>count(*)</c>, where <paramref name="IsStar"/> is set.</param>
/// <param name="IsStar"><c>count(*)</c>.</param>
/// <param name="IsDistinct"><c>count(DISTINCT x)</c>.</param>
/// <param name="OrderBy">Inside the parentheses, or in WITHIN GROUP for <c>listagg</c>.</param>
/// <param name="Filter"><c>FILTER (WHERE ...)</c>.</param>
/// <param name="Window"><c>OVER ...</c>.</param>
/// <param name="NullTreatment"><c>IGNORE NULLS</c> or <c>RESPECT NULLS</c>; null when not written.</param>
/// <param name="Overflow"><c>ON OVERFLOW</c> of <c>listagg</c>.</param>
/// <param name="Span">The whole call.</param>
public sealed record FunctionCall(
    QualifiedName Name,
    ValueList<Expression> Arguments,
    bool IsStar,
    bool IsDistinct,
    ValueList<SortItem> OrderBy,
    Expression? Filter,
    Window? Window,
    NullTreatment? NullTreatment,
    ListaggOverflow? Overflow,
    TextSpan Span) : Expression(Span);

/// <summary>What a window function does with null values.</summary>
public enum NullTreatment
{
#pragma warning disable CS1591 // The names say it.
    Ignore,
    Respect,
#pragma warning restore CS1591
}

/// <summary><c>ON OVERFLOW ERROR</c> (filler null and not truncating) or <c>TRUNCATE 'filler' WITH|WITHOUT COUNT</c>.</summary>
public sealed record ListaggOverflow(bool IsTruncate, string? Filler, bool WithCount);

/// <summary><c>CAST(value AS type)</c> or <c>TRY_CAST</c>.</summary>
public sealed record Cast(Expression Value, TypeName Type, bool IsTry, TextSpan Span) : Expression(Span);

/// <summary><c>EXTRACT(field FROM value)</c>; the field as written, upper-cased.</summary>
public sealed record Extract(string Field, Expression Value, TextSpan Span) : Expression(Span);

/// <summary><c>TRIM([BOTH|LEADING|TRAILING] [characters] FROM source)</c> and <c>trim(source)</c>, <c>trim(source, characters)</c>.</summary>
public sealed record Trim(TrimSide Side, Expression Source, Expression? Characters, TextSpan Span) : Expression(Span);

/// <summary>Which ends TRIM cuts.</summary>
public enum TrimSide
{
#pragma warning disable CS1591 // The names say it.
    Both,
    Leading,
    Trailing,
#pragma warning restore CS1591
}

/// <summary><c>NORMALIZE(value, form)</c>; form upper-cased, NFC when not written.</summary>
public sealed record Normalize(Expression Value, string Form, TextSpan Span) : Expression(Span);

/// <summary><c>CURRENT_DATE</c>, <c>CURRENT_TIMESTAMP(p)</c>, <c>CURRENT_USER</c> and the like; name lower-cased.</summary>
public sealed record CurrentValue(string Name, int? Precision, TextSpan Span) : Expression(Span);

/// <summary><c>CASE operand WHEN value THEN result ... [ELSE default] END</c>.</summary>
public sealed record SimpleCase(Expression Operand, ValueList<WhenClause> Whens, Expression? Default, TextSpan Span) : Expression(Span);

/// <summary><c>CASE WHEN condition THEN result ... [ELSE default] END</c>.</summary>
public sealed record SearchedCase(ValueList<WhenClause> Whens, Expression? Default, TextSpan Span) : Expression(Span);

/// <summary>One WHEN of a CASE.</summary>
public sealed record WhenClause(Expression Operand, Expression Result, TextSpan Span) : Node(Span);

/// <summary><c>(x, y) -&gt; body</c>.</summary>
public sealed record Lambda(ValueList<Identifier> Parameters, Expression Body, TextSpan Span) : Expression(Span);

/// <summary><c>ARRAY[...]</c>.</summary>
public sealed record ArrayConstructor(ValueList<Expression> Values, TextSpan Span) : Expression(Span);

/// <summary><c>ROW(...)</c> or <c>(a, b)</c>.</summary>
public sealed record RowConstructor(ValueList<Expression> Values, TextSpan Span) : Expression(Span);

/// <summary><c>(SELECT ...)</c> where a value stands.</summary>
public sealed record ScalarSubquery(Query Query, TextSpan Span) : Expression(Span);

/// <summary><c>GROUPING(a, b)</c>.</summary>
public sealed record Grouping(ValueList<Expression> Columns, TextSpan Span) : Expression(Span);
