using System.Globalization;
using System.Numerics;
using System.Text;
using Spoor.Core.Collections;
using Spoor.Core.Text;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Sql.Syntax.Queries;

/// <content>Literals.</content>
internal sealed partial class QueryParser
{
    private static bool IsString(in Token token) => token.Kind is TokenKind.String or TokenKind.UnicodeString;

    private Expression ParseNumber()
    {
        var start = Here;
        var sign = _cursor.Kind == TokenKind.Minus ? "-" : "";
        if (sign.Length > 0)
        {
            _cursor.Take();
        }

        var token = _cursor.Take();
        var digits = token.TextIn(_cursor.Text).Replace("_", "", StringComparison.Ordinal);
        var span = _cursor.SpanFrom(start);
        return token.Kind switch
        {
            TokenKind.Integer => new IntegerLiteral(CheckInteger(sign + ToDecimalDigits(digits), span), span),
            TokenKind.Decimal => new DecimalLiteral(sign + digits, span),
            _ => new DoubleLiteral(sign + digits, span),
        };
    }

    private static string CheckInteger(string number, TextSpan span) =>
        long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            ? number
            : throw Invalid(span, $"Invalid numeric literal: {number}", "A whole number must fit into a bigint; a larger one can be written as DECIMAL '...'.");

    // Hexadecimal, octal and binary numbers become decimal ones here, so that later stages know one form.
    private static string ToDecimalDigits(string digits)
    {
        if (digits.Length < 3 || char.IsAsciiDigit(digits[1]))
        {
            return digits;
        }

        var value = digits[1] switch
        {
            'x' or 'X' => BigInteger.Parse("0" + digits[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
            'b' or 'B' => BigInteger.Parse("0" + digits[2..], NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture),
            _ => digits[2..].Aggregate(BigInteger.Zero, (sum, digit) => (sum * 8) + (digit - '0')),
        };
        return value.ToString(CultureInfo.InvariantCulture);
    }

    private StringLiteral ParseStringLiteral()
    {
        var start = Here;
        var value = ParseString();
        return new StringLiteral(value, _cursor.SpanFrom(start));
    }

    private string ParseString()
    {
        if (_cursor.Kind == TokenKind.UnicodeString)
        {
            return ParseUnicodeString();
        }

        if (!Is(TokenKind.String))
        {
            throw Mismatch();
        }

        return SqlQuoting.Unquote(_cursor.Take().TextIn(_cursor.Text));
    }

    private string ParseUnicodeString()
    {
        var token = _cursor.Take();
        var value = SqlQuoting.Unquote(token.TextIn(_cursor.Text)[2..]);
        var escape = '\\';
        if (Accept(Keyword.Uescape))
        {
            var escapeSpan = Here;
            var text = ParseString();
            if (text.Length != 1)
            {
                throw Invalid(escapeSpan, "Invalid Unicode escape character");
            }

            escape = text[0];
            if (char.IsAsciiHexDigit(escape) || escape is '"' or '+' or '\'' or <= ' ' or > '~')
            {
                throw Invalid(escapeSpan, "Invalid Unicode escape character");
            }
        }

        return DecodeUnicode(value, escape, token.Span);
    }

    private static string DecodeUnicode(string value, char escape, TextSpan span)
    {
        var decoded = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != escape)
            {
                decoded.Append(value[i]);
                continue;
            }

            i++;
            if (i < value.Length && value[i] == escape)
            {
                decoded.Append(escape);
                continue;
            }

            var (skip, count) = i < value.Length && value[i] == '+' ? (1, 6) : (0, 4);
            decoded.Append(DecodeCodePoint(value, i + skip, count, span));
            i += skip + count - 1;
        }

        return decoded.ToString();
    }

    private static string DecodeCodePoint(string value, int start, int count, TextSpan span)
    {
        if (start + count > value.Length)
        {
            throw Invalid(span, "Incomplete escape sequence");
        }

        var digits = value.AsSpan(start, count);
        if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var codePoint))
        {
            throw Invalid(span, $"Invalid hexadecimal digit: {digits.ToString().First(digit => !char.IsAsciiHexDigit(digit))}");
        }

        if (codePoint is >= 0xD800 and <= 0xDFFF)
        {
            throw Invalid(span, $"Invalid escaped character: {digits}. Escaped character is a surrogate. Use '\\+123456' instead.");
        }

        return Rune.IsValid(codePoint) ? new Rune(codePoint).ToString() : throw Invalid(span, $"Invalid escaped character: {digits}");
    }

    private BinaryLiteral ParseBinaryLiteral()
    {
        var token = _cursor.Take();
        var digits = string.Concat(token.TextIn(_cursor.Text)[2..^1].Where(character => character is not (' ' or '\t' or '\r' or '\n'))).ToUpperInvariant();
        if (!digits.All(char.IsAsciiHexDigit))
        {
            throw Invalid(token.Span, "Binary literal can only contain hexadecimal digits");
        }

        if (digits.Length % 2 != 0)
        {
            throw Invalid(token.Span, "Binary literal must contain an even number of digits");
        }

        return new BinaryLiteral(Convert.FromHexString(digits).ToValueList(), token.Span);
    }

    private TypedLiteral ParseTypedLiteral()
    {
        var start = Here;
        var type = _cursor.Keyword switch
        {
            Keyword.Timestamp or Keyword.Time => new DateTimeTypeName(_cursor.Take().Keyword == Keyword.Timestamp, null, false, start),
            Keyword.Double when _cursor.Peek(1).Keyword == Keyword.Precision => ParseDoublePrecision(),
            _ => (TypeName)new NamedTypeName(ParseIdentifier().Value, [], start),
        };
        var value = ParseString();
        return new TypedLiteral(type, value, _cursor.SpanFrom(start));
    }

    private bool IsIntervalLiteral()
    {
        if (_cursor.Keyword != Keyword.Interval)
        {
            return false;
        }

        ref readonly var next = ref _cursor.Peek(1);
        return IsString(next) || (next.Kind is TokenKind.Plus or TokenKind.Minus && IsString(_cursor.Peek(2)));
    }

    private IntervalLiteral ParseIntervalLiteral()
    {
        var start = _cursor.Take().Span;
        var isNegative = Accept(TokenKind.Minus);
        if (!isNegative)
        {
            Accept(TokenKind.Plus);
        }

        var value = ParseString();
        var startField = ParseIntervalField();
        IntervalField? endField = Accept(Keyword.To) ? ParseIntervalField() : null;
        return new IntervalLiteral(value, isNegative, startField, endField, _cursor.SpanFrom(start));
    }

    private IntervalField ParseIntervalField()
    {
        ReadOnlySpan<(Keyword, IntervalField)> fields =
        [
            (Keyword.Year, IntervalField.Year), (Keyword.Month, IntervalField.Month), (Keyword.Week, IntervalField.Week), (Keyword.Day, IntervalField.Day),
            (Keyword.Hour, IntervalField.Hour), (Keyword.Minute, IntervalField.Minute), (Keyword.Second, IntervalField.Second),
        ];
        foreach (var (keyword, field) in fields)
        {
            if (Accept(keyword))
            {
                return field;
            }
        }

        throw Mismatch();
    }
}
