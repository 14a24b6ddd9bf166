using System.Globalization;
using System.Text;

namespace Spoor.Engine.Results.Writers;

/// <summary>Text that shows what it holds and does nothing else, for terminals.</summary>
public static class VisibleText
{
    /// <summary>Control characters, and those that reorder or hide text or break lines, become escapes: <c>\n</c>, <c>\u001B</c>.</summary>
    public static string Of(string text)
    {
        if (!text.Any(IsUnsafe))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\n' => visible.Append("\\n"),
                '\r' => visible.Append("\\r"),
                '\t' => visible.Append("\\t"),
                _ when IsUnsafe(c) => visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => visible.Append(c),
            };
        }

        return visible.ToString();
    }

    /// <summary>Columns that a terminal gives the text: none for combining marks, two for East Asian wide characters and emoji.</summary>
    public static int Width(string text) => text.EnumerateRunes().Sum(Width);

    /// <summary>The text, or as much of it as fits with an ellipsis.</summary>
    public static string Cut(string text, int width)
    {
        if (Width(text) <= width)
        {
            return text;
        }

        var cut = new StringBuilder();
        var used = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            used += Width(rune);
            if (used > width - 1)
            {
                break;
            }

            cut.Append(rune.ToString());
        }

        return cut.Append('…').ToString();
    }

    /// <summary>The text, or its two ends with an ellipsis between them where it does not fit: ids differ at their ends.</summary>
    public static string CutMiddle(string text, int width)
    {
        if (Width(text) <= width)
        {
            return text;
        }

        var tail = (width - 1) / 2;
        return text.Length <= width ? Cut(text, width) : $"{text[..(width - 1 - tail)]}…{text[^tail..]}";
    }

    private static bool IsUnsafe(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;

    private static int Width(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    /// <summary>The blocks of Unicode's EastAsianWidth.txt that are wide throughout.</summary>
    private static bool IsWide(int rune) => rune is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF
        or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 or >= 0x1F300 and <= 0x1F64F or >= 0x1F900 and <= 0x1F9FF or >= 0x20000 and <= 0x3FFFD;
}
