using Spoor.Core.Collections;
using Spoor.Core.Text;

namespace Spoor.Sql.Syntax.Nodes;

/// <summary>What follows OVER.</summary>
public abstract record Window(TextSpan Span) : Node(Span);

/// <summary><c>OVER name</c>.</summary>
public sealed record WindowReference(Identifier Name, TextSpan Span) : Window(Span);

/// <summary><c>OVER ([name] [PARTITION BY ...] [ORDER BY ...] [frame])</c>.</summary>
public sealed record WindowSpecification(Identifier? ExistingName, ValueList<Expression> PartitionBy, ValueList<SortItem> OrderBy, WindowFrame? Frame, TextSpan Span) : Window(Span)
{
    /// <summary>Where <c>ORDER BY</c> stands; means nothing without it.</summary>
    public TextSpan OrderBySpan { get; init; }
}

/// <summary><c>WINDOW name AS (specification)</c>.</summary>
public sealed record NamedWindow(Identifier Name, WindowSpecification Specification, TextSpan Span) : Node(Span);

/// <summary>ROWS, RANGE or GROUPS.</summary>
public enum FrameUnit
{
#pragma warning disable CS1591 // The names say it.
    Rows,
    Range,
    Groups,
#pragma warning restore CS1591
}

/// <summary>A window frame; End is null when only a start was written.</summary>
public sealed record WindowFrame(FrameUnit Unit, FrameBound Start, FrameBound? End, TextSpan Span) : Node(Span);

/// <summary>Kinds of frame bound.</summary>
public enum FrameBoundKind
{
#pragma warning disable CS1591 // The names say it.
    UnboundedPreceding,
    Preceding,
    CurrentRow,
    Following,
    UnboundedFollowing,
#pragma warning restore CS1591
}

/// <summary>One end of a frame; Offset only for Preceding and Following.</summary>
public sealed record FrameBound(FrameBoundKind Kind, Expression? Offset, TextSpan Span) : Node(Span);
