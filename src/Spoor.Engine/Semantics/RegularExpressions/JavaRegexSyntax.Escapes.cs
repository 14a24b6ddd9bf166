using System.Globalization;

namespace Spoor.Engine.Semantics.RegularExpressions;

internal sealed partial class JavaRegexSyntax
{
    private void TranslateEscape()
    {
        _atomStart = _output.Length;
        if (_at + 1 >= _pattern.Length)
        {
            throw Wrong("Nothing follows the last backslash.");
        }

        var letter = _pattern[_at + 1];
        switch (letter)
        {
            case 'Q':
                TranslateQuote();
                break;
            case 'E':
                _at += 2;
                break;
            case 'R':
                _at += 2;
                _output.Append(@"(?:\r\n|[\n\r\u2028\u2029\u000B\u000C\u0085])");
                break;
            case 'b' when IsAt(@"\b{"):
                throw Wrong(@"\b{...} is not known.");
            case 'b' or 'B' or 'A' or 'G' or 'Z' or 'z':
                _at += 2;
                _output.Append('\\').Append(letter);
                break;
            case 'k':
                TranslateNamedReference();
                break;
            case >= '1' and <= '9':
                TranslateReference();
                break;
            default:
                if (TryReadNamedClass() is { } item)
                {
                    _output.Append(Print([item], isNegated: false));
                }
                else
                {
                    AppendLiteral(ReadEscapedCodepoint());
                }

                break;
        }
    }

    private void TranslateQuote()
    {
        var end = _pattern.IndexOf(@"\E", _at + 2, StringComparison.Ordinal);
        var text = end < 0 ? _pattern[(_at + 2)..] : _pattern[(_at + 2)..end];
        _at = end < 0 ? _pattern.Length : end + 2;
        foreach (var rune in text.EnumerateRunes())
        {
            AppendLiteral(rune.Value);
        }
    }

    private void TranslateNamedReference()
    {
        var end = IsAt(@"\k<") ? _pattern.IndexOf('>', _at) : -1;
        var name = end < 0 ? "" : _pattern[(_at + 3)..end];
        AppendReference(_names.TryGetValue(name, out var number) ? number : throw Wrong($"Named capturing group <{name}> does not exist."));
        _at = end + 1;
    }

    // More digits belong to the number while there is such a group.
    private void TranslateReference()
    {
        var number = _pattern[++_at] - '0';
        for (_at++; _at < _pattern.Length && char.IsAsciiDigit(_pattern[_at]) && (number * 10) + _pattern[_at] - '0' <= _groupCount; _at++)
        {
            number = (number * 10) + _pattern[_at] - '0';
        }

        AppendReference(number);
    }

    // In a group of its own, as a digit may follow. What refers to no group never matches.
    private void AppendReference(int number) => _output.Append(number > _groupCount ? "(?!)" : string.Create(CultureInfo.InvariantCulture, $@"(?:\{number})"));

    /// <summary><c>\d</c>, <c>\p{L}</c> and the like; null, and nothing read, where another escape stands.</summary>
    private RegexClassItem? TryReadNamedClass()
    {
        var letter = _pattern[_at + 1];
        if (letter is 'p' or 'P')
        {
            return ReadProperty(letter == 'P');
        }

        var item = JavaRegexNames.OfEscape(letter);
        _at += item is null ? 0 : 2;
        return item;
    }

    private RegexClassItem ReadProperty(bool isNegated)
    {
        var close = IsAt($@"\{_pattern[_at + 1]}{{") ? _pattern.IndexOf('}', _at) : _at + 2;
        if (close < 0 || close >= _pattern.Length)
        {
            throw Wrong("Unclosed character family.");
        }

        var name = _pattern[close] == '}' ? _pattern[(_at + 3)..close] : _pattern[close].ToString();
        _at = close + 1;
        if (name.StartsWith('^'))
        {
            (name, isNegated) = (name[1..], !isNegated);
        }

        return JavaRegexNames.OfProperty(name, isNegated) ?? throw Wrong($"Unknown character property name {{{name}}}; categories, blocks (In...) and the properties of ASCII and Unicode are known, scripts are not.");
    }

    /// <summary>The code point of an escape such as <c>\t</c>, <c>\x41</c>, <c>\u0041</c>, <c>\x{1F600}</c>, <c>\0101</c> or <c>\.</c>.</summary>
    private int ReadEscapedCodepoint()
    {
        _at++;
        var letter = _pattern[_at];
        switch (letter)
        {
            case 't' or 'n' or 'r' or 'f' or 'a' or 'e':
                _at++;
                return letter switch { 't' => '\t', 'n' => '\n', 'r' => '\r', 'f' => '\f', 'a' => '\a', _ => 0x1B };
            case 'c' when _at + 1 < _pattern.Length:
                _at += 2;
                return _pattern[_at - 1] ^ 64;
            case '0':
                return ReadOctal();
            case 'x' when IsAt("x{"):
                var close = _pattern.IndexOf('}', _at);
                return ReadHex(_at + 2, Math.Max(0, close - _at - 2), close + 1);
            case 'x':
                return ReadHex(_at + 1, 2, _at + 3);
            case 'u':
                var unit = ReadHex(_at + 1, 4, _at + 5);
                if (char.IsHighSurrogate((char)unit) && IsAt(@"\u"))
                {
                    var low = ReadHex(_at + 2, 4, _at + 6);
                    return char.IsLowSurrogate((char)low) ? char.ConvertToUtf32((char)unit, (char)low) : throw Wrong("A surrogate stands alone.");
                }

                return char.IsSurrogate((char)unit) ? throw Wrong("A surrogate stands alone.") : unit;
            case var other when char.IsAsciiLetterOrDigit(other):
                throw Wrong($@"Illegal or unsupported escape sequence \{other}.");
            default:
                return ReadCodepoint();
        }
    }

    private int ReadHex(int start, int length, int end)
    {
        if (length <= 0 || start + length > _pattern.Length || !int.TryParse(_pattern.AsSpan(start, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) || value is < 0 or > 0x10FFFF)
        {
            throw Wrong("Illegal hexadecimal escape sequence.");
        }

        _at = end;
        return value;
    }

    private int ReadOctal()
    {
        var value = 0;
        var start = ++_at;
        for (; _at < _pattern.Length && _at < start + 3 && _pattern[_at] is >= '0' and <= '7' && (value * 8) + _pattern[_at] - '0' <= 255; _at++)
        {
            value = (value * 8) + _pattern[_at] - '0';
        }

        return _at == start ? throw Wrong("Illegal octal escape sequence.") : value;
    }
}
