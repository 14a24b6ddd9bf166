using System.Buffers;
using System.Text;

namespace Spoor.CloudTrail.Scan.Formats.CloudTrail.Identity;

/// <summary>Which texts are an <c>eventID</c>, and which only stand where one should be.</summary>
internal static class EventIds
{
    private const int LongestPlaceholder = 64;
    private const int ShortestRun = 8;
    private const int UuidLength = 36;

    private static readonly SearchValues<byte> s_marks = SearchValues.Create("*#?._-"u8);

    // What pipelines put in place of a value that is missing or secret. CloudTrail itself writes the first.
    private static readonly HashSet<string> s_placeholders = new(
        [
            "HIDDEN_DUE_TO_SECURITY_REASONS", "HIDDEN", "REDACTED", "MASKED", "REMOVED", "SECRET", "PRIVATE", "ANONYMIZED", "ANONYMISED", "OBFUSCATED", "NULL", "NONE", "NIL",
            "N/A", "UNDEFINED", "UNKNOWN", "EMPTY", "MISSING",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the text names no record: it is empty, blank, a mask or a word for nothing. Records that share it have nothing in common.</summary>
    /// <remarks>A mask that is not known here is no loss: records with one text and other contents are other records (<see cref="RecordIdentity"/>).</remarks>
    public static bool IsMissing(ReadOnlySpan<byte> text)
    {
        // Nearly all ids are UUIDs, and begin with something else than 0.
        if (text.Length == UuidLength && char.IsAsciiHexDigit((char)text[0]) && text[0] != (byte)'0')
        {
            return false;
        }

        var bare = text.Trim(" \t\r\n\"'[](){}<>"u8);
        return bare.IsEmpty || IsMask(bare) || (bare.Length <= LongestPlaceholder && s_placeholders.Contains(Encoding.UTF8.GetString(bare.Trim((byte)'*'))));
    }

    // *** and the like; a UUID of zeros or x; a long run of one letter. One short letter or number may well be somebody's id.
    private static bool IsMask(ReadOnlySpan<byte> text)
    {
        if (!text.ContainsAnyExcept(s_marks))
        {
            return true;
        }

        var filler = text[0];
        return filler is (byte)'0' or (byte)'x' or (byte)'X' && text.Length >= ShortestRun && !text.ContainsAnyExcept(filler, (byte)'-');
    }
}
