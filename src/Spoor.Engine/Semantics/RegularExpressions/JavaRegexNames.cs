using System.Globalization;

namespace Spoor.Engine.Semantics.RegularExpressions;

/// <summary>Java's classes by name: <c>\d</c>, <c>\h</c>, <c>\p{Lu}</c>, <c>\p{Alpha}</c>, <c>[:alpha:]</c>.</summary>
/// <seealso href="https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/regex/Pattern.html"/>
internal static class JavaRegexNames
{
    private static readonly Dictionary<string, string> s_posix = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Alpha"] = "a-zA-Z",
        ["Digit"] = "0-9",
        ["Alnum"] = "a-zA-Z0-9",
        ["Upper"] = "A-Z",
        ["Lower"] = "a-z",
        ["Punct"] = @"!-/:-@\[-`{-~",
        ["Graph"] = "!-~",
        ["Print"] = " -~",
        ["Blank"] = @" \t",
        ["Cntrl"] = @"\x00-\x1f\x7f",
        ["XDigit"] = "0-9a-fA-F",
        ["Space"] = @" \t\n\x0B\f\r",
        ["ASCII"] = @"\x00-\x7f",
    };

    // Unicode's White_Space, Other_Lowercase and Other_Uppercase, which .NET has no names for.
    private static readonly Dictionary<string, (string Categories, string Others)> s_properties = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Alphabetic"] = ("L Nl", @"\u24b6-\u24e9"),
        ["Letter"] = ("L", ""),
        ["Digit"] = ("Nd", ""),
        ["Lowercase"] = ("Ll", @"\u00aa\u00ba\u02b0-\u02b8\u02c0\u02c1\u02e0-\u02e4\u0345\u037a\u1d2c-\u1d6a\u1d78\u1d9b-\u1dbf\u2071\u207f\u2090-\u209c\u2170-\u217f\u24d0-\u24e9\u2c7c\u2c7d\ua69c\ua69d\ua770\ua7f8\ua7f9\uab5c-\uab5f"),
        ["Uppercase"] = ("Lu", @"\u2160-\u216f\u24b6-\u24cf"),
        ["Titlecase"] = ("Lt", ""),
        ["Punctuation"] = ("P", ""),
        ["Control"] = ("Cc", ""),
        ["WhiteSpace"] = ("", @"\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"),
        ["HexDigit"] = ("", "0-9a-fA-F\uff10-\uff19\uff21-\uff26\uff41-\uff46"),
        ["javaLowerCase"] = ("Ll", @"\u00aa\u00ba\u02b0-\u02b8\u02c0\u02c1\u02e0-\u02e4\u0345\u037a\u1d2c-\u1d6a\u1d78\u1d9b-\u1dbf\u2071\u207f\u2090-\u209c\u2170-\u217f\u24d0-\u24e9\u2c7c\u2c7d\ua69c\ua69d\ua770\ua7f8\ua7f9\uab5c-\uab5f"),
        ["javaUpperCase"] = ("Lu", @"\u2160-\u216f\u24b6-\u24cf"),
        ["javaTitleCase"] = ("Lt", ""),
        ["javaLetter"] = ("L", ""),
        ["javaDigit"] = ("Nd", ""),
        ["javaLetterOrDigit"] = ("L Nd", ""),
        ["javaWhitespace"] = ("", @"\t-\r\u001c-\u001f \u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"),
        ["javaSpaceChar"] = ("Z", ""),
        ["L1"] = ("", @"\u0000-\u00ff"),
        ["LC"] = ("Lu Ll Lt", ""),
        ["all"] = ("", @"\u0000-\uffff"),
    };

    private static readonly Dictionary<string, UnicodeCategory> s_categories = new(StringComparer.Ordinal)
    {
        ["Lu"] = UnicodeCategory.UppercaseLetter,
        ["Ll"] = UnicodeCategory.LowercaseLetter,
        ["Lt"] = UnicodeCategory.TitlecaseLetter,
        ["Lm"] = UnicodeCategory.ModifierLetter,
        ["Lo"] = UnicodeCategory.OtherLetter,
        ["Mn"] = UnicodeCategory.NonSpacingMark,
        ["Mc"] = UnicodeCategory.SpacingCombiningMark,
        ["Me"] = UnicodeCategory.EnclosingMark,
        ["Nd"] = UnicodeCategory.DecimalDigitNumber,
        ["Nl"] = UnicodeCategory.LetterNumber,
        ["No"] = UnicodeCategory.OtherNumber,
        ["Zs"] = UnicodeCategory.SpaceSeparator,
        ["Zl"] = UnicodeCategory.LineSeparator,
        ["Zp"] = UnicodeCategory.ParagraphSeparator,
        ["Cc"] = UnicodeCategory.Control,
        ["Cf"] = UnicodeCategory.Format,
        ["Cs"] = UnicodeCategory.Surrogate,
        ["Co"] = UnicodeCategory.PrivateUse,
        ["Cn"] = UnicodeCategory.OtherNotAssigned,
        ["Pc"] = UnicodeCategory.ConnectorPunctuation,
        ["Pd"] = UnicodeCategory.DashPunctuation,
        ["Ps"] = UnicodeCategory.OpenPunctuation,
        ["Pe"] = UnicodeCategory.ClosePunctuation,
        ["Pi"] = UnicodeCategory.InitialQuotePunctuation,
        ["Pf"] = UnicodeCategory.FinalQuotePunctuation,
        ["Po"] = UnicodeCategory.OtherPunctuation,
        ["Sm"] = UnicodeCategory.MathSymbol,
        ["Sc"] = UnicodeCategory.CurrencySymbol,
        ["Sk"] = UnicodeCategory.ModifierSymbol,
        ["So"] = UnicodeCategory.OtherSymbol,
    };

    /// <summary><c>\d</c> and the like; a capital letter negates. Java's are ASCII.</summary>
    internal static RegexClassItem? OfEscape(char letter) => char.ToLowerInvariant(letter) switch
    {
        'd' => new RegexClassItem("0-9", char.IsAsciiLetterUpper(letter)),
        'w' => new RegexClassItem("a-zA-Z0-9_", char.IsAsciiLetterUpper(letter)),
        's' => new RegexClassItem(@" \t\n\x0B\f\r", char.IsAsciiLetterUpper(letter)),
        'h' => new RegexClassItem(@" \t\u00a0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000", char.IsAsciiLetterUpper(letter)),
        'v' => new RegexClassItem(@"\n\x0B\f\r\u0085\u2028\u2029", char.IsAsciiLetterUpper(letter)),
        _ => null,
    };

    /// <summary><c>[:name:]</c> inside of a class.</summary>
    internal static RegexClassItem? OfPosix(string name) => s_posix.TryGetValue(name, out var members) ? new RegexClassItem(members) : null;

    /// <summary><c>\p{name}</c>. Trino writes categories, blocks (<c>In...</c>) and properties without <c>Is</c> and underscores; Java's own forms are taken too.</summary>
    internal static RegexClassItem? OfProperty(string name, bool isNegated)
    {
        if (OfPosix(name) is { } posix && !s_categories.ContainsKey(name))
        {
            return posix with { IsNegated = isNegated };
        }

        var isNamed = false;
        foreach (var prefix in (ReadOnlySpan<string>)["general_category=", "gc=", "Is"])
        {
            if (!isNamed && name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                (name, isNamed) = (name[prefix.Length..], true);
            }
        }

        var (categories, others) = s_properties.TryGetValue(name.Replace("_", "", StringComparison.Ordinal), out var property) ? property : (name, "");
        var members = categories.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Categories).ToList();
        return members.Count > 0 || others.Length > 0
            ? new RegexClassItem(string.Concat(members.Select(member => $@"\p{{{member.Key}}}")) + others, isNegated) { Categories = [.. members.Select(member => member.Value)] }
            : OfBlock(name, isNegated);
    }

    private static IEnumerable<KeyValuePair<string, UnicodeCategory>> Categories(string name) =>
        s_categories.Where(category => category.Key == name || (name.Length == 1 && category.Key[0] == name[0]));

    private static RegexClassItem? OfBlock(string name, bool isNegated)
    {
        var start = name.StartsWith("In", StringComparison.Ordinal) ? 2 : name.StartsWith("block=", StringComparison.Ordinal) ? 6 : name.StartsWith("blk=", StringComparison.Ordinal) ? 4 : 0;
        return start == 0 ? null : new RegexClassItem($@"\p{{Is{name[start..].Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)}}}", isNegated);
    }
}
