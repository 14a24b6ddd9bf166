using Spoor.Core.Collections;
using Spoor.Core.Text;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Queries;

/// <content>Primary expressions: literals, names, calls, what stands in brackets, and the <c>.</c> and <c>[]</c> behind them.</content>
internal sealed partial class QueryParser
{
    private int _selectItemAt = -1;
    private Expression? _lastPrimary;

    private Expression ParsePrimary()
    {
        var start = Here;
        var isSelectItem = _cursor.Position == _selectItemAt;
        var value = ParsePrimaryStart();
        for (var length = 1; ; length++)
        {
            TokenCursor.CheckChain(length);
            if (_cursor.Kind == TokenKind.Dot)
            {
                if (!CanBeName(_cursor.Peek(1)) && !IsStarOfSelectItem(isSelectItem))
                {
                    break;
                }

                if (_cursor.Peek(1).Kind == TokenKind.Asterisk)
                {
                    break;
                }

                _cursor.Take();
                var field = ParseIdentifier();
                value = new Dereference(value, field, _cursor.SpanFrom(start));
                continue;
            }

            _expected?.Add(_cursor.Position, "'.'");
            if (!Accept(TokenKind.LeftBracket))
            {
                break;
            }

            var index = ParseValue();
            Expect(TokenKind.RightBracket);
            value = new Subscript(value, index, _cursor.SpanFrom(start));
        }

        _lastPrimary = value;
        return value;
    }

    // Trino reports "a.!" in a SELECT list behind the dot, and elsewhere at the dot.
    private bool IsStarOfSelectItem(bool isSelectItem)
    {
        if (isSelectItem && _cursor.Peek(1).Kind is not (TokenKind.Asterisk or TokenKind.End))
        {
            _cursor.Take();
            _expected?.Add(_cursor.Position, "'*'");
            _expected?.Add(_cursor.Position, "<identifier>");
            _expected?.Add(_cursor.Position, "<string>");
            throw Mismatch();
        }

        return _cursor.Peek(1).Kind == TokenKind.Asterisk;
    }

    private Expression ParsePrimaryStart()
    {
        switch (_cursor.Kind)
        {
            case TokenKind.Integer or TokenKind.Decimal or TokenKind.Double or TokenKind.Minus:
                return ParseNumber();
            case TokenKind.String or TokenKind.UnicodeString:
                return ParseStringLiteral();
            case TokenKind.Binary:
                return ParseBinaryLiteral();
            case TokenKind.QuestionMark:
                return new Parameter(_parameterCount++, _cursor.Take().Span);
            case TokenKind.LeftParen:
                return ParseParenthesized();
            case TokenKind.Word or TokenKind.QuotedName or TokenKind.BackquotedName or TokenKind.DigitName:
                return ParseKeywordExpression() ?? ParseNameOrCall();
            default:
                throw Mismatch();
        }
    }

    private Expression ParseParenthesized()
    {
        var start = Here;
        var open = _cursor.Position;
        if (_cursor.At(_cursor.Match(open) + 1).Kind == TokenKind.Arrow)
        {
            return ParseLambda(start);
        }

        if (IsQueryAt(open + 1))
        {
            var query = ParseParenthesizedQuery();
            return new ScalarSubquery(query, _cursor.SpanFrom(start));
        }

        _cursor.Take();
        _expected?.Add(_cursor.Position, "<query>");
        var values = List(ParseExpression);
        Expect(TokenKind.RightParen);
        return values.Count == 1 ? values[0] : new RowConstructor(values, _cursor.SpanFrom(start));
    }

    private Lambda ParseLambda(TextSpan start)
    {
        ValueList<Identifier> parameters;
        if (Accept(TokenKind.LeftParen))
        {
            parameters = Is(TokenKind.RightParen) ? [] : List(ParseIdentifier);
            Expect(TokenKind.RightParen);
        }
        else
        {
            parameters = [ParseIdentifier()];
        }

        Expect(TokenKind.Arrow);
        var body = ParseExpression();
        return new Lambda(parameters, body, _cursor.SpanFrom(start));
    }

    private Expression? ParseKeywordExpression() => _cursor.Keyword switch
    {
        Keyword.None => null,
        Keyword.Null => new NullLiteral(_cursor.Take().Span),
        Keyword.True => new BooleanLiteral(true, _cursor.Take().Span),
        Keyword.False => new BooleanLiteral(false, _cursor.Take().Span),
        Keyword.Interval => IsIntervalLiteral() ? ParseIntervalLiteral() : null,
        Keyword.Double => _cursor.Peek(1).Keyword == Keyword.Precision && IsString(_cursor.Peek(2)) ? ParseTypedLiteral() : null,
        Keyword.Case => ParseCase(),
        Keyword.Cast => ParseCast(isTry: false),
        Keyword.TryCast => IsCall() ? ParseCast(isTry: true) : null,
        Keyword.Exists => ParseExists(),
        Keyword.Array => _cursor.Peek(1).Kind == TokenKind.LeftBracket ? ParseArray() : null,
        Keyword.Row => IsCall() ? ParseRow() : null,
        Keyword.Extract => ParseExtract(),
        Keyword.Trim => ParseTrim(),
        Keyword.Normalize => ParseNormalize(),
        Keyword.Grouping => ParseGrouping(),
        Keyword.Listagg => ParseListagg(),
        Keyword.Position => IsCall() ? ParsePosition() : null,
        Keyword.CurrentDate or Keyword.CurrentUser or Keyword.CurrentCatalog or Keyword.CurrentSchema or Keyword.CurrentPath => ParseCurrentValue(false),
        Keyword.CurrentTime or Keyword.CurrentTimestamp or Keyword.Localtime or Keyword.Localtimestamp => ParseCurrentValue(true),
        Keyword.JsonArray or Keyword.JsonExists or Keyword.JsonObject or Keyword.JsonQuery or Keyword.JsonValue when IsCall() =>
            throw NotSupported(Here, $"Function {_cursor.Current.TextIn(_cursor.Text).ToLowerInvariant()}"),
        _ => null,
    };

    private bool IsCall() => _cursor.Peek(1).Kind == TokenKind.LeftParen;

    private Expression ParseNameOrCall()
    {
        var start = Here;
        if (!CanBeName(_cursor.Current))
        {
            throw Mismatch();
        }

        if (IsString(_cursor.Peek(1)))
        {
            return ParseTypedLiteral();
        }

        if (_cursor.Peek(1).Kind == TokenKind.Arrow)
        {
            return ParseLambda(start);
        }

        if (IsQualifiedCall())
        {
            return ParseFunctionCall();
        }

        var isDouble = _cursor.Keyword == Keyword.Double;
        var name = ParseIdentifier();
        ExpectBehindName(isDouble);
        return name;
    }

    private bool IsQualifiedCall()
    {
        var distance = 1;
        while (_cursor.Peek(distance).Kind == TokenKind.Dot && CanBeName(_cursor.Peek(distance + 1)))
        {
            distance += 2;
        }

        return _cursor.Peek(distance).Kind == TokenKind.LeftParen;
    }

    // Trino's prediction settles on a column when the next token may follow one somewhere in the grammar, and
    // lists what could have made the name something else only when it may not.
    private void ExpectBehindName(bool isDouble)
    {
        if (_expected is null || _cursor.Kind is not (TokenKind.Integer or TokenKind.Decimal or TokenKind.Double or TokenKind.Unrecognized or TokenKind.Binary or TokenKind.QuestionMark))
        {
            return;
        }

        foreach (var name in (ReadOnlySpan<string>)["'('", "'->'", "'::'", "'OVER'", "<string>"])
        {
            _expected.Add(_cursor.Position, name);
        }

        if (isDouble)
        {
            _expected.Add(_cursor.Position, "'PRECISION'");
        }
    }
}
