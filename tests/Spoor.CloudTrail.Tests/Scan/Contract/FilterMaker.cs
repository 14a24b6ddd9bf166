using System.Text;
using System.Text.RegularExpressions;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;

namespace Spoor.CloudTrail.Tests.Scan.Contract;

/// <summary>Makes filters from a seed, mostly of texts that occur, and decides them on values in the plainest way.</summary>
internal sealed class FilterMaker(Random random, IReadOnlyList<ScanLeaf> leaves, IReadOnlyList<string> texts)
{
    private static readonly string[] s_rare = ["", "x", "Get ", "{}", "[]", "\"true\""];
    private static readonly string[] s_wildcards = ["%", "_", "%%", "_%"];

    /// <summary>Some filter.</summary>
    public ScanFilter Make(int depth = 2) => random.Next(depth > 0 ? 8 : 6) switch
    {
        0 or 1 => new LeafEquals(Leaf(), new TextSet(Enumerable.Range(0, random.Next(4)).Select(_ => Text())), random.Next(3) == 0),
        2 or 3 => new LeafLike(Leaf(), Pattern(), random.Next(3) == 0),
        4 => new LeafRange(Leaf(), Bound(), Bound()),
        5 => new LeafIsNull(Leaf(), random.Next(2) == 0),
        6 => new AllOf(Terms(depth)),
        _ => new AnyOf(Terms(depth)),
    };

    /// <summary>Whether a row meets the filter. The values are those of the leaves.</summary>
    public bool IsMet(ScanFilter filter, IReadOnlyList<string?> values) => filter switch
    {
        LeafIsNull isNull => ValueOf(isNull, values) is null != isNull.IsNegated,
        AllOf all => all.Terms.All(term => IsMet(term, values)),
        AnyOf any => any.Terms.Any(term => IsMet(term, values)),
        LeafFilter leaf => ValueOf(leaf, values) is { } value && IsMet(leaf, value),
        _ => throw new InvalidOperationException(),
    };

    private static bool IsMet(LeafFilter filter, string value) => filter switch
    {
        LeafEquals equal => equal.Texts.Texts.Contains(value) != equal.IsNegated,
        LeafLike like => Regex.IsMatch(value, Translate(like.Pattern.Pattern), RegexOptions.Singleline) != like.IsNegated,
        LeafRange range => (range.Lower is not { } lower || Compare(value, lower.Text) > (lower.IsInclusive ? -1 : 0))
            && (range.Upper is not { } upper || Compare(upper.Text, value) > (upper.IsInclusive ? -1 : 0)),
        _ => throw new InvalidOperationException(),
    };

    // A surrogate pair is one character.
    private static string Translate(string pattern) =>
        $"^{string.Concat(pattern.Select(c => c switch { '%' => ".*", '_' => "(?:[\ud800-\udbff][\udc00-\udfff]|[^\ud800-\udfff])", _ => Regex.Escape(c.ToString()) }))}\\z";

    private static int Compare(string left, string right) => Math.Sign(Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right)));

    private string? ValueOf(LeafFilter filter, IReadOnlyList<string?> values) => values[leaves.TakeWhile(leaf => leaf != filter.Leaf).Count()];

    private ValueList<ScanFilter> Terms(int depth) => Enumerable.Range(0, random.Next(1, 4)).Select(_ => Make(depth - 1)).ToValueList();

    private ScanLeaf Leaf() => leaves[random.Next(leaves.Count)];

    private TextBound? Bound() => random.Next(3) == 0 ? null : new TextBound(Text(), random.Next(2) == 0);

    private string Text() => random.Next(8) == 0 ? s_rare[random.Next(s_rare.Length)] : texts[random.Next(texts.Count)];

    // Parts of texts between wildcards; what is a wildcard in the text stays one.
    private LikePattern Pattern()
    {
        var pattern = new StringBuilder();
        foreach (var rune in Text().EnumerateRunes())
        {
            pattern.Append(random.Next(6) == 0 ? s_wildcards[random.Next(s_wildcards.Length)] : rune.ToString());
        }

        return LikePattern.TryParse(random.Next(3) == 0 ? $"%{pattern}%" : pattern.ToString(), null)!; // Without escapes every pattern is valid.
    }
}
