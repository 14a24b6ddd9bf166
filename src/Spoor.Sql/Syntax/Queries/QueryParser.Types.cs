using System.Globalization;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Queries;

/// <content>Types in Trino's spelling.</content>
internal sealed partial class QueryParser
{
    internal TypeName ParseTypeName()
    {
        EnterRule("<type>");
        _cursor.Enter();
        var start = Here;
        var type = ParseTypeStart();
        for (var length = 1; Accept(Keyword.Array); length++)
        {
            TokenCursor.CheckChain(length);
            if (Accept(TokenKind.LeftBracket))
            {
                Expect(TokenKind.Integer);
                Expect(TokenKind.RightBracket);
            }

            type = new NamedTypeName("array", [new TypeArgument(type, null)], _cursor.SpanFrom(start));
        }

        _cursor.Leave();
        return type;
    }

    private TypeName ParseTypeStart()
    {
        switch (_cursor.Keyword)
        {
            case Keyword.Row when IsCall():
                return ParseRowTypeName();
            case Keyword.Interval when _cursor.Peek(1).Keyword is Keyword.Day or Keyword.Year:
                return ParseIntervalTypeName();
            case Keyword.Time or Keyword.Timestamp:
                return ParseDateTimeTypeName();
            case Keyword.Double when _cursor.Peek(1).Keyword == Keyword.Precision:
                return ParseDoublePrecision();
            case Keyword.Array or Keyword.Map when _cursor.Peek(1).Kind == TokenKind.Less:
                return ParseLegacyTypeName();
            default:
                return ParseNamedTypeName();
        }
    }

    private NamedTypeName ParseNamedTypeName()
    {
        var start = Here;
        var name = ParseIdentifier().Value;
        if (!Accept(TokenKind.LeftParen))
        {
            return new NamedTypeName(name, [], _cursor.SpanFrom(start));
        }

        var arguments = List(ParseTypeArgument);
        Expect(TokenKind.RightParen);
        return new NamedTypeName(name, arguments, _cursor.SpanFrom(start));
    }

    private TypeArgument ParseTypeArgument() =>
        Is(TokenKind.Integer) ? new TypeArgument(null, ParseTypeNumber()) : new TypeArgument(ParseTypeName(), null);

    private long ParseTypeNumber()
    {
        var token = Expect(TokenKind.Integer);
        var digits = ToDecimalDigits(token.TextIn(_cursor.Text).Replace("_", "", StringComparison.Ordinal));
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Invalid(token.Span, $"Invalid numeric literal: {digits}");
    }

    private int ParsePrecision()
    {
        var span = Here;
        var precision = ParseTypeNumber();
        return precision <= int.MaxValue ? (int)precision : throw Invalid(span, $"Invalid numeric literal: {precision}");
    }

    private NamedTypeName ParseDoublePrecision()
    {
        var start = Expect(Keyword.Double).Span;
        Expect(Keyword.Precision);
        return new NamedTypeName("double precision", [], _cursor.SpanFrom(start));
    }

    // ARRAY<varchar> and MAP<varchar, bigint>: Trino's old spelling.
    private NamedTypeName ParseLegacyTypeName()
    {
        var start = Here;
        var name = _cursor.Take().TextIn(_cursor.Text);
        Expect(TokenKind.Less);
        var arguments = List(() => new TypeArgument(ParseTypeName(), null));
        Expect(TokenKind.Greater);
        return new NamedTypeName(name, arguments, _cursor.SpanFrom(start));
    }

    private DateTimeTypeName ParseDateTimeTypeName()
    {
        var token = _cursor.Take();
        int? precision = null;
        if (Accept(TokenKind.LeftParen))
        {
            precision = ParsePrecision();
            Expect(TokenKind.RightParen);
        }

        var withTimeZone = Is(Keyword.With) && _cursor.Peek(1).Keyword == Keyword.Time;
        if (withTimeZone || (Is(Keyword.Without) && _cursor.Peek(1).Keyword == Keyword.Time))
        {
            _cursor.Take();
            Expect(Keyword.Time);
            Expect(Keyword.Zone);
        }

        return new DateTimeTypeName(token.Keyword == Keyword.Timestamp, precision, withTimeZone, _cursor.SpanFrom(token.Span));
    }

    private IntervalTypeName ParseIntervalTypeName()
    {
        var start = _cursor.Take().Span;
        var isYear = _cursor.Take().Keyword == Keyword.Year;
        Expect(Keyword.To);
        Expect(isYear ? Keyword.Month : Keyword.Second);
        return isYear
            ? new IntervalTypeName(IntervalField.Year, IntervalField.Month, _cursor.SpanFrom(start))
            : new IntervalTypeName(IntervalField.Day, IntervalField.Second, _cursor.SpanFrom(start));
    }

    private RowTypeName ParseRowTypeName()
    {
        var start = _cursor.Take().Span;
        var fields = Parenthesized(ParseRowField);
        return new RowTypeName(fields, _cursor.SpanFrom(start));
    }

    private RowFieldTypeName ParseRowField()
    {
        var start = Here;
        var name = IsFieldName() ? ParseIdentifier() : null;
        var type = ParseTypeName();
        return new RowFieldTypeName(name, type, null, _cursor.SpanFrom(start));
    }

    // In ROW(a bigint, varchar) a name is what another type follows.
    private bool IsFieldName()
    {
        ref readonly var next = ref _cursor.Peek(1);
        if (!CanBeName(_cursor.Current) || !CanBeName(next))
        {
            return false;
        }

        return (_cursor.Keyword, next.Keyword) switch
        {
            (Keyword.Double, Keyword.Precision) => false,
            (Keyword.Time or Keyword.Timestamp, Keyword.Without) => false,
            (Keyword.Interval, Keyword.Day or Keyword.Year) => false,
            (_, Keyword.Array) => _cursor.Peek(2).Kind is TokenKind.LeftParen or TokenKind.Less,
            _ => true,
        };
    }
}
