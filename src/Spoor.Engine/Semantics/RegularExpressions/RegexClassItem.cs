using System.Globalization;

namespace Spoor.Engine.Semantics.RegularExpressions;

/// <summary>One item of a character class: a character, a range, or a class by name.</summary>
/// <param name="Members">What it has of the code points of one UTF-16 unit, as .NET writes it inside of brackets.</param>
/// <param name="IsNegated">It matches what is <i>not</i> among the members.</param>
internal sealed record RegexClassItem(string Members, bool IsNegated = false)
{
    /// <summary>First and last supplementary code point of a range; null when there are none.</summary>
    internal (int First, int Last)? Supplementary { get; init; }

    /// <summary>Categories of supplementary code points that belong to it.</summary>
    internal IReadOnlyList<UnicodeCategory> Categories { get; init; } = [];

    /// <summary>Whether a code point beyond U+FFFF is among the members.</summary>
    internal bool HasSupplementary(int codepoint) =>
        (Supplementary is { } range && codepoint >= range.First && codepoint <= range.Last)
        || (Categories.Count > 0 && Categories.Contains(CharUnicodeInfo.GetUnicodeCategory(codepoint)));

    /// <summary>A character, or a range of them.</summary>
    internal static RegexClassItem Range(int first, int last) => new(first > 0xFFFF ? "" : first == last ? Escape(first) : $"{Escape(first)}-{Escape(Math.Min(last, 0xFFFF))}")
    {
        Supplementary = last > 0xFFFF ? (Math.Max(first, 0x10000), last) : null,
    };

    private static string Escape(int unit) => unit is > 127 or < 32 || !char.IsAsciiLetterOrDigit((char)unit)
        ? string.Create(CultureInfo.InvariantCulture, $@"\u{unit:x4}")
        : ((char)unit).ToString();
}
