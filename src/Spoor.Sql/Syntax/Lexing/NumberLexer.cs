namespace Spoor.Sql.Syntax.Lexing;

/// <summary>Trino's numbers, and names that start with a digit; the longest match wins, a number before a name.</summary>
internal static class NumberLexer
{
    /// <summary>Offset behind the number or name that starts at <paramref name="start"/>, which is a digit, or a dot before a digit.</summary>
    internal static int Measure(string text, int start, out TokenKind kind)
    {
        var end = MeasureNumber(text, start, out kind);
        var nameEnd = char.IsAsciiDigit(text[start]) ? Run(text, start, IsNamePart) : start;
        if (nameEnd > end)
        {
            kind = TokenKind.DigitName;
            return nameEnd;
        }

        return end;
    }

    private static int MeasureNumber(string text, int start, out TokenKind kind)
    {
        kind = TokenKind.Integer;
        if (At(text, start) == '0' && MeasureRadix(text, start) is var radixEnd and > 0)
        {
            return radixEnd;
        }

        var end = Digits(text, start, char.IsAsciiDigit);
        if (At(text, end) == '.')
        {
            kind = TokenKind.Decimal;
            end = char.IsAsciiDigit(At(text, end + 1)) ? Digits(text, end + 1, char.IsAsciiDigit) : end + 1;
        }

        if (At(text, end) is 'e' or 'E')
        {
            var exponent = At(text, end + 1) is '+' or '-' ? end + 2 : end + 1;
            if (char.IsAsciiDigit(At(text, exponent)))
            {
                kind = TokenKind.Double;
                return Run(text, exponent, char.IsAsciiDigit);
            }
        }

        return end;
    }

    private static int MeasureRadix(string text, int start)
    {
        Func<char, bool>? isDigit = At(text, start + 1) switch
        {
            'x' or 'X' => char.IsAsciiHexDigit,
            'o' or 'O' => digit => digit is >= '0' and <= '7',
            'b' or 'B' => digit => digit is '0' or '1',
            _ => null,
        };
        if (isDigit is null)
        {
            return 0;
        }

        var first = At(text, start + 2) == '_' ? start + 3 : start + 2;
        return isDigit(At(text, first)) ? Digits(text, first, isDigit) : 0;
    }

    private static int Digits(string text, int index, Func<char, bool> isDigit)
    {
        while (isDigit(At(text, index)) || (At(text, index) == '_' && isDigit(At(text, index + 1))))
        {
            index++;
        }

        return index;
    }

    private static int Run(string text, int index, Func<char, bool> isPart)
    {
        while (isPart(At(text, index)))
        {
            index++;
        }

        return index;
    }

    private static bool IsNamePart(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    private static char At(string text, int index) => index < text.Length ? text[index] : '\0';
}
