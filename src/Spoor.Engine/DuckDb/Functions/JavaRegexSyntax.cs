using System.Text;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Rewrites what Java writes differently from .NET in a regular expression.</summary>
/// <seealso href="https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/regex/Pattern.html"/>
internal static class JavaRegexSyntax
{
    private static readonly Dictionary<string, string> s_classes = new(StringComparer.OrdinalIgnoreCase)
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
        ["IsAlphabetic"] = @"\p{L}\p{Nl}",
        ["IsDigit"] = @"\p{Nd}",
        ["IsLetter"] = @"\p{L}",
    };

    /// <summary>The pattern for .NET.</summary>
    /// <param name="pattern">Java's pattern.</param>
    /// <param name="isWide">A dot shall take a whole code point, also one of two UTF-16 units.</param>
    internal static string Translate(string pattern, bool isWide = false)
    {
        var output = new StringBuilder(pattern.Length + 16);
        var atomStart = 0;
        var groupStarts = new Stack<int>();
        for (var i = 0; i < pattern.Length;)
        {
            switch (pattern[i])
            {
                case '\\':
                    atomStart = output.Length;
                    i = TranslateEscape(pattern, i, output, isInClass: false);
                    break;
                case '[':
                    atomStart = output.Length;
                    i = TranslateClass(pattern, i, output);
                    break;
                case '(':
                    groupStarts.Push(output.Length);
                    output.Append(pattern[i++]);
                    break;
                case ')':
                    atomStart = groupStarts.TryPop(out var start) ? start : output.Length;
                    output.Append(pattern[i++]);
                    break;
                case '*' or '+' or '?' or '{':
                    i = TranslateQuantifier(pattern, i, output, atomStart);
                    break;
                case '.' when isWide:
                    atomStart = output.Length;
                    output.Append(@"(?:[\ud800-\udbff][\udc00-\udfff]|[^\n\ud800-\udfff])");
                    i++;
                    break;
                default:
                    atomStart = output.Length;
                    output.Append(pattern[i++]);
                    break;
            }
        }

        return output.ToString();
    }

    // A possessive quantifier is an atomic group around the atom and its quantifier.
    private static int TranslateQuantifier(string pattern, int index, StringBuilder output, int atomStart)
    {
        var end = index + 1;
        if (pattern[index] == '{')
        {
            var close = pattern.IndexOf('}', index);
            if (close < 0 || !pattern.AsSpan(index + 1, close - index - 1).ContainsAnyInRange('0', '9'))
            {
                output.Append(@"\{");
                return end;
            }

            end = close + 1;
        }

        output.Append(pattern, index, end - index);
        if (end < pattern.Length && pattern[end] == '+')
        {
            output.Insert(atomStart, "(?>").Append(')');
            return end + 1;
        }

        return end;
    }

    private static int TranslateEscape(string pattern, int index, StringBuilder output, bool isInClass)
    {
        if (index + 1 >= pattern.Length)
        {
            output.Append('\\');
            return index + 1;
        }

        switch (pattern[index + 1])
        {
            case 'Q':
                return TranslateQuote(pattern, index + 2, output);
            case 'E':
                return index + 2;
            case 'p' or 'P':
                return TranslateProperty(pattern, index, output, isInClass);
            case 'h':
                output.Append(isInClass ? @" \t\u00A0" : @"[ \t\u00A0]");
                return index + 2;
            case 'R':
                output.Append(@"(?:\r\n|[\n\r\u2028\u2029\u000B\u000C\u0085])");
                return index + 2;
            case 'x' when index + 2 < pattern.Length && pattern[index + 2] == '{':
                return TranslateCodepoint(pattern, index, output);
            case 'd' or 'w' or 's' or 'D' or 'W' or 'S':
                AppendAsciiClass(pattern[index + 1], output, isInClass);
                return index + 2;
            default:
                output.Append(pattern, index, 2);
                return index + 2;
        }
    }

    // Java's \d, \w and \s are ASCII.
    private static void AppendAsciiClass(char letter, StringBuilder output, bool isInClass)
    {
        var members = char.ToLowerInvariant(letter) switch { 'd' => "0-9", 'w' => "a-zA-Z0-9_", _ => @" \t\n\x0B\f\r" };
        if (char.IsAsciiLetterUpper(letter))
        {
            output.Append(isInClass ? $@"\{letter}" : $"[^{members}]");
        }
        else
        {
            output.Append(isInClass ? members : $"[{members}]");
        }
    }

    private static int TranslateQuote(string pattern, int start, StringBuilder output)
    {
        var end = pattern.IndexOf(@"\E", start, StringComparison.Ordinal);
        var text = end < 0 ? pattern[start..] : pattern[start..end];
        foreach (var c in text)
        {
            output.Append(char.IsAsciiLetterOrDigit(c) || c > 127 ? c.ToString() : $@"\x{(int)c:x2}");
        }

        return end < 0 ? pattern.Length : end + 2;
    }

    private static int TranslateProperty(string pattern, int index, StringBuilder output, bool isInClass)
    {
        var close = index + 2 < pattern.Length && pattern[index + 2] == '{' ? pattern.IndexOf('}', index) : -1;
        if (close < 0)
        {
            // \pL is \p{L}.
            output.Append(pattern, index, 2).Append('{').Append(index + 2 < pattern.Length ? pattern[index + 2] : '?').Append('}');
            return index + 3;
        }

        var name = pattern[(index + 3)..close];
        var isNegated = pattern[index + 1] == 'P';
        if (s_classes.TryGetValue(name, out var members))
        {
            output.Append(isNegated ? $"[^{members}]" : isInClass ? members : $"[{members}]");
        }
        else
        {
            output.Append(pattern, index, 3).Append(name.StartsWith("Is", StringComparison.Ordinal) && name.Length <= 4 ? name[2..] : name).Append('}');
        }

        return close + 1;
    }

    private static int TranslateCodepoint(string pattern, int index, StringBuilder output)
    {
        var close = pattern.IndexOf('}', index);
        if (close > 0 && int.TryParse(pattern.AsSpan(index + 3, close - index - 3), System.Globalization.NumberStyles.HexNumber, null, out var value) && Rune.IsValid(value))
        {
            foreach (var unit in new Rune(value).ToString())
            {
                output.Append($@"\u{(int)unit:x4}");
            }

            return close + 1;
        }

        output.Append(@"\x");
        return index + 2;
    }

    private static int TranslateClass(string pattern, int index, StringBuilder output)
    {
        output.Append(pattern[index++]);
        if (index < pattern.Length && pattern[index] == '^')
        {
            output.Append(pattern[index++]);
        }

        var isFirst = true;
        while (index < pattern.Length && (pattern[index] != ']' || isFirst))
        {
            isFirst = false;
            if (pattern[index] == '\\')
            {
                index = TranslateEscape(pattern, index, output, isInClass: true);
            }
            else if (pattern[index] == '[' && index + 1 < pattern.Length && pattern[index + 1] == ':' && pattern.IndexOf(":]", index, StringComparison.Ordinal) is > 0 and var end)
            {
                output.Append(s_classes.GetValueOrDefault(pattern[(index + 2)..end], ""));
                index = end + 2;
            }
            else
            {
                output.Append(pattern[index] == '[' ? @"\[" : pattern[index].ToString());
                index++;
            }
        }

        if (index < pattern.Length)
        {
            output.Append(pattern[index++]);
        }

        return index;
    }
}
