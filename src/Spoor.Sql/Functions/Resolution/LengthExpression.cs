using System.Diagnostics;
using System.Globalization;

namespace Spoor.Sql.Functions.Resolution;

/// <summary>Computes a result's length from the lengths of the arguments: <c>min(2147483647, x + z * (x + 1))</c>.</summary>
internal ref struct LengthExpression
{
    private readonly ReadOnlySpan<char> _text;
    private readonly IReadOnlyDictionary<string, long> _variables;
    private int _position;

    private LengthExpression(ReadOnlySpan<char> text, IReadOnlyDictionary<string, long> variables)
    {
        _text = text;
        _variables = variables;
    }

    /// <summary>The value of <paramref name="text"/>: numbers, variables, + - * /, parentheses, min and max.</summary>
    public static long Evaluate(string text, IReadOnlyDictionary<string, long> variables)
    {
        var expression = new LengthExpression(text, variables);
        var value = expression.ReadSum();
        return expression._position == text.Length ? value : throw expression.Malformed();
    }

    /// <summary>Whether <paramref name="text"/> is a variable alone.</summary>
    public static bool IsVariable(string text) => char.IsAsciiLetter(text[0]) && text.All(IsWordPart);

    private long ReadSum()
    {
        var value = ReadProduct();
        while (true)
        {
            if (TryTake('+'))
            {
                value += ReadProduct();
            }
            else if (TryTake('-'))
            {
                value -= ReadProduct();
            }
            else
            {
                return value;
            }
        }
    }

    private long ReadProduct()
    {
        var value = ReadTerm();
        while (true)
        {
            if (TryTake('*'))
            {
                value = SaturatingMultiply(value, ReadTerm());
            }
            else if (TryTake('/'))
            {
                value /= ReadTerm();
            }
            else
            {
                return value;
            }
        }
    }

    private long ReadTerm()
    {
        if (TryTake('('))
        {
            var value = ReadSum();
            return TryTake(')') ? value : throw Malformed();
        }

        SkipBlanks();
        var start = _position;
        while (_position < _text.Length && IsWordPart(_text[_position]))
        {
            _position++;
        }

        var word = _text[start.._position].ToString();
        if (word is "min" or "max" && TryTake('('))
        {
            return ReadChoice(isMin: word == "min");
        }

        return long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : _variables.TryGetValue(word, out number) ? number : throw Malformed();
    }

    private long ReadChoice(bool isMin)
    {
        var value = ReadSum();
        while (TryTake(','))
        {
            var other = ReadSum();
            value = isMin ? Math.Min(value, other) : Math.Max(value, other);
        }

        return TryTake(')') ? value : throw Malformed();
    }

    // Unbounded varchar counts as 2^31 - 1, whose products of three overflow; no length above that matters.
    private static long SaturatingMultiply(long left, long right) =>
        (long)Int128.Clamp((Int128)left * right, -(long)int.MaxValue * int.MaxValue, (long)int.MaxValue * int.MaxValue);

    private bool TryTake(char c)
    {
        SkipBlanks();
        if (_position == _text.Length || _text[_position] != c)
        {
            return false;
        }

        _position++;
        return true;
    }

    private void SkipBlanks()
    {
        while (_position < _text.Length && _text[_position] == ' ')
        {
            _position++;
        }
    }

    private static bool IsWordPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private readonly UnreachableException Malformed() => new($"Malformed length expression: {_text}");
}
