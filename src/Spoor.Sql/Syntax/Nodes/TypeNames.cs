using Spoor.Core.Collections;
using Spoor.Core.Text;

namespace Spoor.Sql.Syntax.Nodes;

/// <summary>A type as written, in Trino's or Hive's spelling.</summary>
public abstract record TypeName(TextSpan Span) : Node(Span);

/// <summary>A named type with its parameters: <c>bigint</c>, <c>varchar(10)</c>, <c>array(varchar)</c>, <c>MAP&lt;string,int&gt;</c>, <c>double precision</c> (one blank).</summary>
public sealed record NamedTypeName(string Name, ValueList<TypeArgument> Arguments, TextSpan Span) : TypeName(Span);

/// <summary>A parameter of a type: a type or a whole number; exactly one is set.</summary>
public sealed record TypeArgument(TypeName? Type, long? Number);

/// <summary><c>ROW(a bigint, varchar)</c> or <c>STRUCT&lt;a: string&gt;</c>.</summary>
public sealed record RowTypeName(ValueList<RowFieldTypeName> Fields, TextSpan Span) : TypeName(Span);

/// <summary>One field of a row type; <paramref name="Name"/> is null for an anonymous field; a Hive field may have a comment.</summary>
public sealed record RowFieldTypeName(Identifier? Name, TypeName Type, string? Comment, TextSpan Span) : Node(Span);

/// <summary><c>TIME(p) [WITH|WITHOUT TIME ZONE]</c> or <c>TIMESTAMP(p) [...]</c>; precision null when not written.</summary>
public sealed record DateTimeTypeName(bool IsTimestamp, int? Precision, bool WithTimeZone, TextSpan Span) : TypeName(Span);

/// <summary><c>INTERVAL DAY TO SECOND</c> or <c>INTERVAL YEAR TO MONTH</c>.</summary>
public sealed record IntervalTypeName(IntervalField Start, IntervalField End, TextSpan Span) : TypeName(Span);
