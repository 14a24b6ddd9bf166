using System.Buffers;
using System.Text;

namespace Spoor.CloudTrail.Scan.Cutting;

/// <summary>Bytes that stand in every record which can match, unless one of certain escapes hides them.</summary>
/// <param name="Bytes">What to search for.</param>
/// <param name="HiddenBy">A record with one of these escapes may match without the bytes.</param>
internal sealed record SearchText(byte[] Bytes, RecordEscapes HiddenBy)
{
    /// <summary>Whether the bytes may be escaped more than once, so that an escape tells nothing of what it stands for.</summary>
    public bool IsNested { get; private init; }

    private static readonly SearchValues<char> s_structural = SearchValues.Create("{}[]:,");

    // All of JSON outside of texts: structure, numbers, true, false and null.
    private static readonly SearchValues<char> s_outsideTexts = SearchValues.Create("{}[]:,+-.0123456789Eaeflnrstu");

    /// <summary>What stands in the bytes when a leaf equals the text; null when nothing must.</summary>
    public static SearchText? OfWhole(string text)
    {
        // Blanks at the end may be padding. A nested value's text is compared without its white space.
        var rest = text.TrimEnd(' ');
        return rest.Length > 0 && rest[0] is '{' or '[' ? OfPart(rest) : Of(rest, HidingEscapes(rest));
    }

    /// <summary>What stands in the bytes when a leaf's text holds the part.</summary>
    /// <remarks>
    /// A nested value's text lost its white space, which stands next to structure. So either the part is certainly inside of a text (it has no quote,
    /// and a character that JSON has in texts alone), or only what is between two structural characters is searched for.
    /// </remarks>
    public static SearchText? OfPart(string part)
    {
        var isInsideText = !part.Contains('"') && part.AsSpan().ContainsAnyExcept(s_outsideTexts);
        var piece = isInsideText ? part : LongestBetweenStructure(part);
        return Of(piece, HidingEscapes(piece));
    }

    /// <summary>What stands in the bytes when JSON, which itself may be a text of the record, holds a value that equals the text.</summary>
    /// <remarks>The text may have been escaped twice, so any escape can hide it.</remarks>
    public static SearchText? OfNested(string text) => Of(text, RecordEscapes.Any | RecordEscapes.OfPrintable) is { } nested ? nested with { IsNested = true } : null;

    // An unpaired surrogate is U+FFFD in a value, but not in the bytes.
    private static SearchText? Of(string text, RecordEscapes hiddenBy) =>
        text.Length == 0 || text.Contains('\uFFFD') || text.Any(char.IsSurrogate) ? null : new SearchText(Encoding.UTF8.GetBytes(text), hiddenBy);

    // Any escape can stand for a character that JSON must escape; for others only \u and \/ can.
    private static RecordEscapes HidingEscapes(string text) => text.Any(c => c is '"' or '\\' or < ' ') ? RecordEscapes.Any : RecordEscapes.OfPrintable;

    private static string LongestBetweenStructure(string part)
    {
        var longest = "";
        var rest = part.AsSpan();
        while (true)
        {
            var end = rest.IndexOfAny(s_structural);
            var piece = end < 0 ? rest : rest[..end];
            longest = piece.Length > longest.Length ? piece.ToString() : longest;
            if (end < 0)
            {
                return longest;
            }

            rest = rest[(end + 1)..];
        }
    }
}
