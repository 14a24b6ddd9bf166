using Spoor.Core.Collections;
using Spoor.Core.Text;
using Spoor.Core.Types;
using Spoor.Sql.Functions.Resolution;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis.Nodes;

/// <summary>An expression as meant: typed, names resolved, coercions explicit (<see cref="BoundCast"/>).</summary>
/// <remarks>Both operands of a comparison or an arithmetic operator have the type that the operator takes; no later stage coerces.</remarks>
public abstract record BoundExpression(SqlType Type, TextSpan Span);

/// <summary>A constant.</summary>
/// <param name="Value">
/// Null for SQL NULL; else by type: bool; long (all integer types); double (double, real); <see cref="System.Int128"/> unscaled (decimal);
/// string (varchar, char without padding, json text, ipaddress, uuid); <c>ValueList&lt;byte&gt;</c> (varbinary); long (date: days since 1970-01-01;
/// time: picoseconds of day; timestamp: microseconds since 1970-01-01T00:00 local; timestamp with time zone: see <see cref="ZonedTimestamp"/>;
/// interval day to second: milliseconds; interval year to month: months).
/// </param>
/// <param name="Type">Its type.</param>
/// <param name="Span">Where it stands.</param>
public sealed record BoundLiteral(object? Value, SqlType Type, TextSpan Span) : BoundExpression(Type, Span);

/// <summary>The value of a TIMESTAMP or TIME WITH TIME ZONE constant.</summary>
/// <param name="EpochMicroseconds">Instant in UTC, microseconds since 1970-01-01; for TIME, microseconds of the UTC day.</param>
/// <param name="Zone">Zone id or offset such as <c>UTC</c>, <c>Europe/Berlin</c>, <c>+02:00</c>.</param>
public sealed record ZonedTimestamp(long EpochMicroseconds, string Zone);

/// <summary>A column of a relation in scope, of this query or (correlated) of an outer one.</summary>
public sealed record BoundColumn(Symbol Symbol, TextSpan Span) : BoundExpression(Symbol.Type, Span);

/// <summary>A parameter of an enclosing lambda; Symbol ids are unique here too.</summary>
public sealed record BoundLambdaParameter(Symbol Symbol, TextSpan Span) : BoundExpression(Symbol.Type, Span);

/// <summary>A lambda; its type is a <see cref="FunctionType"/>.</summary>
public sealed record BoundLambda(ValueList<Symbol> Parameters, BoundExpression Body, SqlType Type, TextSpan Span) : BoundExpression(Type, Span);

/// <summary>A field of a row value, by position from 0; null when the row is null.</summary>
public sealed record BoundFieldAccess(BoundExpression Row, int FieldIndex, SqlType Type, TextSpan Span) : BoundExpression(Type, Span);

/// <summary><c>array[i]</c> (from 1; out of range is an error), <c>map[key]</c> (missing key is an error) or <c>row[i]</c> as a field access.</summary>
public sealed record BoundSubscript(BoundExpression Base, BoundExpression Index, SqlType Type, TextSpan Span) : BoundExpression(Type, Span);

/// <summary>A scalar function call.</summary>
public sealed record BoundCall(ResolvedFunction Function, ValueList<BoundExpression> Arguments, TextSpan Span) : BoundExpression(Function.ReturnType, Span);

/// <summary>Arithmetic of numbers, dates, times and intervals; operand types may differ only for date/time with interval, and interval with number.</summary>
public sealed record BoundArithmetic(ArithmeticOperator Operator, BoundExpression Left, BoundExpression Right, SqlType Type, TextSpan Span) : BoundExpression(Type, Span);

/// <summary><c>-value</c>.</summary>
public sealed record BoundNegate(BoundExpression Value, TextSpan Span) : BoundExpression(Value.Type, Span);

/// <summary>A comparison of two values of one type.</summary>
public sealed record BoundComparison(ComparisonOperator Operator, BoundExpression Left, BoundExpression Right, TextSpan Span) : BoundExpression(ScalarTypes.Boolean, Span);

/// <summary><c>IS [NOT] DISTINCT FROM</c>.</summary>
public sealed record BoundDistinctFrom(BoundExpression Left, BoundExpression Right, bool IsNegated, TextSpan Span) : BoundExpression(ScalarTypes.Boolean, Span);

/// <summary>AND or OR of two or more booleans.</summary>
public sealed record BoundLogical(bool IsAnd, ValueList<BoundExpression> Terms, TextSpan Span) : BoundExpression(ScalarTypes.Boolean, Span);

/// <summary>NOT.</summary>
public sealed record BoundNot(BoundExpression Value, TextSpan Span) : BoundExpression(ScalarTypes.Boolean, Span);

/// <summary>IS NULL; its negation is a <see cref="BoundNot"/> around it.</summary>
public sealed record BoundIsNull(BoundExpression Value, TextSpan Span) : BoundExpression(ScalarTypes.Boolean, Span);

/// <summary>BETWEEN; all three of one type.</summary>
public sealed record BoundBetween(BoundExpression Value, BoundExpression Min, BoundExpression Max, TextSpan Span) : BoundExpression(ScalarTypes.Boolean, Span);

/// <summary>IN with a list; all of one type.</summary>
public sealed record BoundInList(BoundExpression Value, ValueList<BoundExpression> List, TextSpan Span) : BoundExpression(ScalarTypes.Boolean, Span);

/// <summary>LIKE; all varchar (or char value); Escape null when not written.</summary>
public sealed record BoundLike(BoundExpression Value, BoundExpression Pattern, BoundExpression? Escape, TextSpan Span) : BoundExpression(ScalarTypes.Boolean, Span);

/// <summary>CAST, TRY_CAST, or a coercion that Analysis put in (<paramref name="IsImplicit"/>).</summary>
public sealed record BoundCast(BoundExpression Value, SqlType Type, bool IsTry, bool IsImplicit, TextSpan Span) : BoundExpression(Type, Span);

/// <summary><c>TRY(value)</c>: null where the value's evaluation fails with one of the errors TRY catches.</summary>
public sealed record BoundTry(BoundExpression Value, TextSpan Span) : BoundExpression(Value.Type, Span);

/// <summary>Searched CASE (Operand null; conditions are boolean) or simple CASE (conditions have the operand's type). IF is a searched CASE.</summary>
public sealed record BoundCase(BoundExpression? Operand, ValueList<BoundWhen> Whens, BoundExpression? Default, SqlType Type, TextSpan Span) : BoundExpression(Type, Span);

/// <summary>One WHEN.</summary>
public sealed record BoundWhen(BoundExpression Condition, BoundExpression Result);

/// <summary>COALESCE, all of one type.</summary>
public sealed record BoundCoalesce(ValueList<BoundExpression> Values, SqlType Type, TextSpan Span) : BoundExpression(Type, Span);

/// <summary>NULLIF; First keeps its own type, the comparison is done in <paramref name="ComparisonType"/>.</summary>
public sealed record BoundNullIf(BoundExpression First, BoundExpression Second, SqlType ComparisonType, TextSpan Span) : BoundExpression(First.Type, Span);

/// <summary><c>ARRAY[...]</c>, elements of one type.</summary>
public sealed record BoundArray(ValueList<BoundExpression> Elements, SqlType Type, TextSpan Span) : BoundExpression(Type, Span);

/// <summary><c>ROW(...)</c>.</summary>
public sealed record BoundRow(ValueList<BoundExpression> Fields, SqlType Type, TextSpan Span) : BoundExpression(Type, Span);

/// <summary>A subquery's single value; null without row; more than one row is SUBQUERY_MULTIPLE_ROWS.</summary>
public sealed record BoundScalarSubquery(BoundRelation Query, SqlType Type, TextSpan Span) : BoundExpression(Type, Span);

/// <summary>IN with a subquery of one column of the value's type.</summary>
public sealed record BoundInSubquery(BoundExpression Value, BoundRelation Query, TextSpan Span) : BoundExpression(ScalarTypes.Boolean, Span);

/// <summary>EXISTS.</summary>
public sealed record BoundExists(BoundRelation Query, TextSpan Span) : BoundExpression(ScalarTypes.Boolean, Span);

/// <summary><c>value op ALL|ANY (query)</c>.</summary>
public sealed record BoundQuantifiedComparison(ComparisonOperator Operator, bool IsAll, BoundExpression Value, BoundRelation Query, TextSpan Span) : BoundExpression(ScalarTypes.Boolean, Span);
