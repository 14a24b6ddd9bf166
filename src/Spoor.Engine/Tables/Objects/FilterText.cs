using System.Diagnostics;
using System.Globalization;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Text;

namespace Spoor.Engine.Tables.Objects;

/// <summary>A scan's filter for people, much as it stands in SQL.</summary>
internal static class FilterText
{
    private const int MostTexts = 10;

    /// <summary>The filter on one line.</summary>
    public static string Print(ScanFilter filter) => filter switch
    {
        LeafEquals { IsDynamic: true } equal => string.Create(CultureInfo.InvariantCulture, $"{Leaf(equal.Leaf)} IN (dynamic: {equal.Texts.Count} values)"),
        LeafEquals { Texts.Count: 1 } equal => $"{Leaf(equal.Leaf)} {(equal.IsNegated ? "<>" : "=")} {SqlLiteral.Text(equal.Texts.Texts.First())}",
        LeafEquals equal => $"{Leaf(equal.Leaf)} {(equal.IsNegated ? "NOT IN" : "IN")} ({List(equal.Texts)})",
        LeafLike like => $"{Leaf(like.Leaf)} {(like.IsNegated ? "NOT LIKE" : "LIKE")} {like.Pattern}",
        LeafRange { Lower: { IsInclusive: true } lower, Upper: { IsInclusive: true } upper } range => $"{Leaf(range.Leaf)} BETWEEN {SqlLiteral.Text(lower.Text)} AND {SqlLiteral.Text(upper.Text)}",
        LeafRange range => string.Join(" AND ", Bounds(range)),
        LeafIsNull isNull => $"{Leaf(isNull.Leaf)} IS {(isNull.IsNegated ? "NOT NULL" : "NULL")}",
        ContainsText contains => $"bytes contain {string.Join(" or ", contains.AnyOf.Select(SqlLiteral.Text))}",
        AllOf all => $"({string.Join(" AND ", all.Terms.Select(Print))})",
        AnyOf any => $"({string.Join(" OR ", any.Terms.Select(Print))})",
        _ => throw new UnreachableException($"No text for {filter.GetType().Name}."),
    };

    private static string Leaf(ScanLeaf leaf) => $"{string.Join('.', leaf.Path)}{(leaf.Element is null ? "" : $"[{SqlLiteral.Text(leaf.Element.Key)}]")}";

    private static string List(TextSet texts)
    {
        var shown = string.Join(", ", texts.Texts.Take(MostTexts).Select(SqlLiteral.Text));
        return texts.Count <= MostTexts ? shown : string.Create(CultureInfo.InvariantCulture, $"{shown}, ... {texts.Count} values");
    }

    private static IEnumerable<string> Bounds(LeafRange range)
    {
        if (range.Lower is { } lower)
        {
            yield return $"{Leaf(range.Leaf)} {(lower.IsInclusive ? ">=" : ">")} {SqlLiteral.Text(lower.Text)}";
        }

        if (range.Upper is { } upper)
        {
            yield return $"{Leaf(range.Leaf)} {(upper.IsInclusive ? "<=" : "<")} {SqlLiteral.Text(upper.Text)}";
        }
    }
}
