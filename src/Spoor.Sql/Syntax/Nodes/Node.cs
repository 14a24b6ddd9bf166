using Spoor.Core.Collections;
using Spoor.Core.Text;

namespace Spoor.Sql.Syntax.Nodes;

/// <summary>A part of a statement as written; nothing is resolved yet.</summary>
public abstract record Node(TextSpan Span);

/// <summary>Anything that has a value.</summary>
public abstract record Expression(TextSpan Span) : Node(Span);

/// <summary>Anything that has rows and can stand in FROM.</summary>
public abstract record Relation(TextSpan Span) : Node(Span);

/// <summary>One statement of a script.</summary>
public abstract record Statement(TextSpan Span) : Node(Span);

/// <summary>A name as written; <paramref name="IsDelimited"/> when quoted with <c>"</c> (queries) or <c>`</c> (DDL), quotes removed.</summary>
public sealed record Identifier(string Value, bool IsDelimited, TextSpan Span) : Expression(Span);

/// <summary>A name of dotted parts, outermost first: catalog, database, table.</summary>
public sealed record QualifiedName(ValueList<Identifier> Parts, TextSpan Span) : Node(Span)
{
    /// <summary>The last part, lower-cased as Athena keeps names.</summary>
    public string Last => Parts[^1].Value.ToLowerInvariant();

    /// <summary>The parts as written, joined by dots.</summary>
    public override string ToString() => string.Join('.', Parts.Select(part => part.Value));
}
