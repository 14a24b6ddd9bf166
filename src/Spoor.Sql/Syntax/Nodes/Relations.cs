using Spoor.Core.Collections;
using Spoor.Core.Text;

namespace Spoor.Sql.Syntax.Nodes;

/// <summary>A table or view by name.</summary>
public sealed record TableReference(QualifiedName Name, TextSpan Span) : Relation(Span);

/// <summary><c>relation [AS] alias [(columns)]</c>; columns empty when not written.</summary>
public sealed record AliasedRelation(Relation Relation, Identifier Alias, ValueList<Identifier> Columns, TextSpan Span) : Relation(Span);

/// <summary><c>(SELECT ...)</c> in FROM.</summary>
public sealed record SubqueryRelation(Query Query, TextSpan Span) : Relation(Span);

/// <summary><c>LATERAL (SELECT ...)</c>.</summary>
public sealed record LateralRelation(Query Query, TextSpan Span) : Relation(Span);

/// <summary><c>UNNEST(a, b) [WITH ORDINALITY]</c>.</summary>
public sealed record Unnest(ValueList<Expression> Expressions, bool WithOrdinality, TextSpan Span) : Relation(Span);

/// <summary><c>relation TABLESAMPLE BERNOULLI|SYSTEM (percentage)</c>.</summary>
public sealed record SampledRelation(Relation Relation, bool IsBernoulli, Expression Percentage, TextSpan Span) : Relation(Span);

/// <summary>Kinds of join.</summary>
public enum JoinKind
{
#pragma warning disable CS1591 // The names say it.
    Implicit,
    Cross,
    Inner,
    Left,
    Right,
    Full,
#pragma warning restore CS1591
}

/// <summary><c>left JOIN right [ON|USING]</c>; Implicit is a comma.</summary>
public sealed record Join(JoinKind Kind, Relation Left, Relation Right, JoinCriteria? Criteria, TextSpan Span) : Relation(Span);

/// <summary>What joins two relations.</summary>
public abstract record JoinCriteria(TextSpan Span) : Node(Span);

/// <summary><c>ON condition</c>.</summary>
public sealed record JoinOn(Expression Condition, TextSpan Span) : JoinCriteria(Span);

/// <summary><c>USING (a, b)</c>.</summary>
public sealed record JoinUsing(ValueList<Identifier> Columns, TextSpan Span) : JoinCriteria(Span);

/// <summary><c>NATURAL</c>.</summary>
public sealed record NaturalJoin(TextSpan Span) : JoinCriteria(Span);
