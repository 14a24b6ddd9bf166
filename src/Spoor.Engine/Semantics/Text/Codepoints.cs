using System.Text;

namespace Spoor.Engine.Semantics.Text;

/// <summary>Counts and cuts UTF-8 by code points, the unit of Trino's string functions.</summary>
internal static class Codepoints
{
    /// <summary>Number of code points.</summary>
    internal static int Count(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var unit in utf8)
        {
            count += (unit & 0xC0) != 0x80 ? 1 : 0;
        }

        return count;
    }

    /// <summary>Byte offset of a code point by position from 0; the length when there are not so many.</summary>
    internal static int Offset(ReadOnlySpan<byte> utf8, long position)
    {
        long seen = 0;
        for (var i = 0; i < utf8.Length; i++)
        {
            if ((utf8[i] & 0xC0) != 0x80 && seen++ == position)
            {
                return i;
            }
        }

        return utf8.Length;
    }

    /// <summary>Trino's <c>substr</c>: from 1, negative from the end; empty when the start lies outside.</summary>
    internal static ReadOnlySpan<byte> Substring(ReadOnlySpan<byte> utf8, long start, long length)
    {
        if (start == 0 || length <= 0)
        {
            return [];
        }

        var from = start > 0 ? start - 1 : Count(utf8) + start;
        if (from < 0)
        {
            return [];
        }

        var rest = utf8[Offset(utf8, from)..];
        return rest[..Offset(rest, length)];
    }

    /// <summary>The text's code points.</summary>
    internal static Rune[] Split(string text) => [.. text.EnumerateRunes()];

    /// <summary>The text of code points.</summary>
    internal static string Join(IEnumerable<Rune> codepoints)
    {
        var builder = new StringBuilder();
        foreach (var codepoint in codepoints)
        {
            builder.Append(codepoint.ToString());
        }

        return builder.ToString();
    }
}
