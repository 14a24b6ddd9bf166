using System.Globalization;
using System.Text;

namespace Spoor.Audit.Cognito;

/// <summary>Texts out of logs, made safe for a terminal: what could move the cursor, change colours or turn the writing around is shown as an escape.</summary>
internal static class VisibleText
{
    /// <summary>The text with every control, format and line-breaking character as <c>\u001b</c>.</summary>
    public static string Of(string? text)
    {
        if (text is null || !text.Any(IsInvisible))
        {
            return text ?? "";
        }

        var visible = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            _ = IsInvisible(character) ? visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}") : visible.Append(character);
        }

        return visible.ToString();
    }

    /// <summary>The text in at most <paramref name="width"/> characters; a longer one loses its middle, as ids differ at their ends.</summary>
    public static string Fit(string? text, int width)
    {
        var visible = Of(text);
        if (visible.Length <= width)
        {
            return visible;
        }

        var tail = (width - 1) / 2;
        return $"{visible[..(width - 1 - tail)]}…{visible[^tail..]}";
    }

    private static bool IsInvisible(char character) => char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse;
}
