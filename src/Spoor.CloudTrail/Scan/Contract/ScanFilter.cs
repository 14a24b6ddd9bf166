using Spoor.Core.Collections;
using Spoor.Core.Types;

namespace Spoor.CloudTrail.Scan.Contract;

/// <summary>A condition by which the scan leaves records out. What it cannot decide lets the record through: the executor checks the whole condition again.</summary>
/// <remarks>
/// Conditions here are true or not true; SQL's third value is "not true". That holds through AND and OR, so negation stands at the leaves alone
/// (<c>IsNegated</c>): a NULL leaf meets neither <c>= 'a'</c> nor <c>&lt;&gt; 'a'</c>.
/// </remarks>
public abstract record ScanFilter;

/// <summary>A value in a record that filters look at.</summary>
/// <param name="Path">Key names from the record down, as in <see cref="ScanColumn.Path"/>.</param>
/// <param name="Type">Its type; only texts can be compared.</param>
/// <param name="Element">An element, where the path leads to a map of texts; null for the value at the path itself.</param>
public sealed record ScanLeaf(ValueList<string> Path, SqlType Type, MapElement? Element = null);

/// <summary>An element of a map by its key, in which case counts.</summary>
/// <param name="Key">The key.</param>
/// <param name="IsRequired">A missing key is an error, which only the executor can give; else the element is NULL.</param>
public sealed record MapElement(string Key, bool IsRequired);

/// <summary>A condition on one leaf.</summary>
public abstract record LeafFilter(ScanLeaf Leaf) : ScanFilter;

/// <summary>The leaf's text is one of the set (<c>=</c>, IN), or is another (<c>&lt;&gt;</c>, NOT IN).</summary>
public sealed record LeafEquals(ScanLeaf Leaf, TextSet Texts, bool IsNegated = false) : LeafFilter(Leaf)
{
    /// <summary>Whether the set is the result of a query that Planning ran.</summary>
    public bool IsDynamic { get; init; }
}

/// <summary>The leaf's text is (not) LIKE the pattern.</summary>
public sealed record LeafLike(ScanLeaf Leaf, LikePattern Pattern, bool IsNegated = false) : LeafFilter(Leaf);

/// <summary>The leaf's text lies between bounds in the order of UTF-8 bytes; a null bound is none.</summary>
public sealed record LeafRange(ScanLeaf Leaf, TextBound? Lower, TextBound? Upper) : LeafFilter(Leaf);

/// <summary>An end of a range.</summary>
public sealed record TextBound(string Text, bool IsInclusive);

/// <summary>The leaf is (not) NULL. For other types than texts only the negation is decided.</summary>
public sealed record LeafIsNull(ScanLeaf Leaf, bool IsNegated = false) : LeafFilter(Leaf);

/// <summary>The record's bytes hold one of the texts, as far as JSON can hold it unescaped. Never decided on values: a search before parsing, no more.</summary>
public sealed record ContainsText(ValueList<string> AnyOf) : ScanFilter;

/// <summary>All of the terms.</summary>
public sealed record AllOf(ValueList<ScanFilter> Terms) : ScanFilter;

/// <summary>Any of the terms.</summary>
public sealed record AnyOf(ValueList<ScanFilter> Terms) : ScanFilter;
