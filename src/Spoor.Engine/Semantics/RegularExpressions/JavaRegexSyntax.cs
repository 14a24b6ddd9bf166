using System.Text;

namespace Spoor.Engine.Semantics.RegularExpressions;

/// <summary>Rewrites a regular expression from Java's syntax to .NET's.</summary>
/// <remarks>
/// As in Trino: only <c>\n</c> ends a line, <c>(?i)</c> knows the case of all letters, <c>(?d)</c> and <c>(?u)</c> are refused, <c>\Q</c> means nothing inside of a class.
/// Named groups become plain ones, because .NET would number them behind all others.
/// </remarks>
/// <seealso href="https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/regex/Pattern.html"/>
/// <seealso href="https://trino.io/docs/456/functions/regexp.html"/>
internal sealed partial class JavaRegexSyntax
{
    private readonly string _pattern;

    // A dot and a class shall take a whole code point, also one of two UTF-16 units.
    private readonly bool _isWide;
    private readonly StringBuilder _output;
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);

    // Where each open group began in the output, and the flags around it.
    private readonly Stack<(int Start, RegexFlags Flags)> _groups = [];

    private RegexFlags _flags;
    private int _groupCount;
    private int _at;

    // Where the last atom began in the output, for a possessive quantifier behind it.
    private int _atomStart;

    private JavaRegexSyntax(string pattern, bool isWide)
    {
        _pattern = pattern;
        _isWide = isWide;
        _output = new StringBuilder(pattern.Length + 16);
    }

    [Flags]
    private enum RegexFlags
    {
        None = 0,
        IgnoresCase = 1,
        DotTakesAll = 2,
        HasComments = 4,
    }

    /// <summary>The pattern for .NET, and the numbers of its named groups.</summary>
    /// <param name="pattern">Java's pattern.</param>
    /// <param name="isWide">A dot and a class shall take a whole code point, also one of two UTF-16 units.</param>
    /// <exception cref="ArgumentException">The pattern is wrong, or has what neither Trino nor Spoor knows.</exception>
    internal static (string Pattern, IReadOnlyDictionary<string, int> Names) Translate(string pattern, bool isWide = false)
    {
        var syntax = new JavaRegexSyntax(pattern, isWide);
        syntax.Translate();
        return (syntax._output.ToString(), syntax._names);
    }

    private static ArgumentException Wrong(string reason) => new(reason);

    private bool Has(RegexFlags flag) => (_flags & flag) != 0;

    private bool IsAt(string text) => string.CompareOrdinal(_pattern, _at, text, 0, text.Length) == 0;

    private void Translate()
    {
        while (_at < _pattern.Length)
        {
            switch (_pattern[_at])
            {
                case '\\':
                    TranslateEscape();
                    break;
                case '[':
                    _atomStart = _output.Length;
                    _at++;
                    _output.Append(ReadClass());
                    break;
                case '(':
                    OpenGroup();
                    break;
                case ')':
                    CloseGroup();
                    break;
                case '*' or '+' or '?' or '{':
                    TranslateQuantifier();
                    break;
                case '.':
                    _atomStart = _output.Length;
                    _at++;
                    _output.Append(!_isWide ? "." : $@"(?:[\ud800-\udbff][\udc00-\udfff]|[^{(Has(RegexFlags.DotTakesAll) ? "" : @"\n")}\ud800-\udfff])");
                    break;
                case '^' or '$' or '|':
                    _atomStart = _output.Length;
                    _output.Append(_pattern[_at++]);
                    break;
                case '#' when Has(RegexFlags.HasComments):
                    _at = _pattern.IndexOf('\n', _at) is >= 0 and var end ? end + 1 : _pattern.Length;
                    break;
                case ' ' or (>= '\t' and <= '\r') when Has(RegexFlags.HasComments):
                    _at++;
                    break;
                default:
                    AppendLiteral(ReadCodepoint());
                    break;
            }
        }
    }

    private int ReadCodepoint()
    {
        var isPair = _at + 1 < _pattern.Length && char.IsSurrogatePair(_pattern[_at], _pattern[_at + 1]);
        var codepoint = isPair ? char.ConvertToUtf32(_pattern[_at], _pattern[_at + 1]) : _pattern[_at];
        _at += isPair ? 2 : 1;
        return codepoint;
    }

    private void AppendLiteral(int codepoint)
    {
        _atomStart = _output.Length;
        if (codepoint <= 0xFFFF)
        {
            _output.Append(@"\^$.|?*+()[]{}".Contains((char)codepoint, StringComparison.Ordinal) ? "\\" : "").Append((char)codepoint);
        }
        else
        {
            // In a group where a quantifier shall take both halves.
            var text = char.ConvertFromUtf32(codepoint);
            _output.Append(_at < _pattern.Length && _pattern[_at] is '*' or '+' or '?' or '{' ? $"(?:{text})" : text);
        }
    }

    // A possessive quantifier is an atomic group around the atom and its quantifier. A brace that begins none is a brace.
    private void TranslateQuantifier()
    {
        var start = _at++;
        if (_pattern[start] == '{')
        {
            var close = _pattern.IndexOf('}', start);
            var bounds = close < 0 ? "" : _pattern[(start + 1)..close];
            if (bounds.Length == 0 || !bounds.All(c => char.IsAsciiDigit(c) || c == ',') || bounds.Count(c => c == ',') > 1 || bounds == ",")
            {
                AppendLiteral('{');
                return;
            }

            if (bounds[0] == ',')
            {
                throw Wrong("Illegal repetition; write {0,n}.");
            }

            _at = close + 1;
        }

        _output.Append(_pattern, start, _at - start);
        if (_at < _pattern.Length && _pattern[_at] == '+')
        {
            _output.Insert(_atomStart, "(?>").Append(')');
            _at++;
        }
        else if (_at < _pattern.Length && _pattern[_at] == '?')
        {
            _output.Append(_pattern[_at++]);
        }
    }

    private void OpenGroup()
    {
        var start = _output.Length;
        var flags = _flags;
        if (!IsAt("(?"))
        {
            _at++;
            _groupCount++;
            _output.Append('(');
        }
        else if (IsAt("(?<") && !IsAt("(?<=") && !IsAt("(?<!"))
        {
            OpenNamedGroup();
        }
        else if (Array.Find(["(?<=", "(?<!", "(?:", "(?=", "(?!", "(?>"], IsAt) is { } head)
        {
            _at += head.Length;
            _output.Append(head);
        }
        else if (!OpenFlags())
        {
            return; // They hold to the end of the group around them.
        }

        _groups.Push((start, flags));
    }

    private void OpenNamedGroup()
    {
        var end = _pattern.IndexOf('>', _at);
        var name = end < 0 ? "" : _pattern[(_at + 3)..end];
        if (name.Length == 0 || !char.IsAsciiLetter(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            throw Wrong("The name of a group begins with a letter, and letters and digits follow.");
        }

        if (!_names.TryAdd(name, ++_groupCount))
        {
            throw Wrong($"Named capturing group <{name}> is already defined.");
        }

        _at = end + 1;
        _output.Append('(');
    }

    // (?i) and (?i:...); the x of Java is done here, so .NET gets the others.
    private bool OpenFlags()
    {
        var isOn = true;
        var (on, off) = ("", "");
        for (_at += 2; _at < _pattern.Length && _pattern[_at] is not (':' or ')'); _at++)
        {
            var flag = _pattern[_at] switch
            {
                'i' => RegexFlags.IgnoresCase,
                's' => RegexFlags.DotTakesAll,
                'x' => RegexFlags.HasComments,
                'm' or '-' => RegexFlags.None,
                _ => throw Wrong($"Unknown inline modifier '{_pattern[_at]}'; i, m, s and x are known."),
            };
            _flags = isOn ? _flags | flag : _flags & ~flag;
            if (_pattern[_at] == '-')
            {
                isOn = false;
            }
            else if (_pattern[_at] != 'x')
            {
                (on, off) = isOn ? (on + _pattern[_at], off) : (on, off + _pattern[_at]);
            }
        }

        if (_at >= _pattern.Length)
        {
            throw Wrong("Unclosed group.");
        }

        var isGroup = _pattern[_at++] == ':';
        var flags = on + (off.Length > 0 ? $"-{off}" : "");
        _output.Append(isGroup ? $"(?{flags}:" : flags.Length > 0 ? $"(?{flags})" : "");
        return isGroup;
    }

    private void CloseGroup()
    {
        if (!_groups.TryPop(out var group))
        {
            throw Wrong("Unmatched closing ')'.");
        }

        (_atomStart, _flags) = group;
        _output.Append(')');
        _at++;
    }
}
