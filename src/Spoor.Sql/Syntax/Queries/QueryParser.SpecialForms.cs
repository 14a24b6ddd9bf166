using Spoor.Core.Collections;
using Spoor.Core.Text;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Queries;

/// <content>Functions and expressions with a grammar of their own.</content>
internal sealed partial class QueryParser
{
    // POSITION(part IN whole) is strpos(whole, part).
    private FunctionCall ParsePosition()
    {
        var start = Here;
        _cursor.Take();
        Expect(TokenKind.LeftParen);
        var part = ParseValue();
        Expect(Keyword.In);
        var whole = ParseValue();
        Expect(TokenKind.RightParen);
        var name = new QualifiedName([new Identifier("strpos", false, start)], start);
        return new FunctionCall(name, [whole, part], false, false, [], null, null, null, null, _cursor.SpanFrom(start));
    }

    private Cast ParseCast(bool isTry)
    {
        var start = _cursor.Take().Span;
        Expect(TokenKind.LeftParen);
        var value = ParseExpression();
        Expect(Keyword.As);
        var type = ParseTypeName();
        Expect(TokenKind.RightParen);
        return new Cast(value, type, isTry, _cursor.SpanFrom(start));
    }

    private Extract ParseExtract()
    {
        var start = _cursor.Take().Span;
        Expect(TokenKind.LeftParen);
        var field = ParseIdentifier().Value.ToUpperInvariant();
        Expect(Keyword.From);
        var value = ParseValue();
        Expect(TokenKind.RightParen);
        return new Extract(field, value, _cursor.SpanFrom(start));
    }

    private Trim ParseTrim()
    {
        var start = _cursor.Take().Span;
        Expect(TokenKind.LeftParen);
        var side = ParseOptionalTrimSide(out var hasSide);
        if (hasSide && Accept(Keyword.From))
        {
            return FinishTrim(side, ParseValue(), null, start);
        }

        var first = ParseValue();
        if (Is(Keyword.From) || hasSide)
        {
            Expect(Keyword.From);
            return FinishTrim(side, ParseValue(), first, start);
        }

        return FinishTrim(side, first, Accept(TokenKind.Comma) ? ParseValue() : null, start);
    }

    private Trim FinishTrim(TrimSide side, Expression source, Expression? characters, TextSpan start)
    {
        Expect(TokenKind.RightParen);
        return new Trim(side, source, characters, _cursor.SpanFrom(start));
    }

    // The sides are no reserved words: trim(both) cuts the column "both".
    private TrimSide ParseOptionalTrimSide(out bool isWritten)
    {
        var side = _cursor.Keyword switch
        {
            Keyword.Leading => TrimSide.Leading,
            Keyword.Trailing => TrimSide.Trailing,
            _ => TrimSide.Both,
        };
        isWritten = _cursor.Keyword is Keyword.Both or Keyword.Leading or Keyword.Trailing
            && _cursor.Peek(1).Kind is not (TokenKind.RightParen or TokenKind.Comma or TokenKind.Dot or TokenKind.Concat);
        if (isWritten)
        {
            _cursor.Take();
        }

        return isWritten ? side : TrimSide.Both;
    }

    private Normalize ParseNormalize()
    {
        var start = _cursor.Take().Span;
        Expect(TokenKind.LeftParen);
        var value = ParseValue();
        var form = "NFC";
        if (Accept(TokenKind.Comma))
        {
            var isForm = Is(Keyword.Nfd) || Is(Keyword.Nfc) || Is(Keyword.Nfkd) || Is(Keyword.Nfkc);
            form = isForm ? Keywords.TextOf(_cursor.Take().Keyword) : throw Mismatch();
        }

        Expect(TokenKind.RightParen);
        return new Normalize(value, form, _cursor.SpanFrom(start));
    }

    private Grouping ParseGrouping()
    {
        var start = _cursor.Take().Span;
        Expect(TokenKind.LeftParen);
        ValueList<Expression> columns = Is(TokenKind.RightParen) ? [] : List(ParseGroupingColumn);
        Expect(TokenKind.RightParen);
        return new Grouping(columns, _cursor.SpanFrom(start));
    }

    private Expression ParseGroupingColumn()
    {
        var name = ParseQualifiedName();
        Expression column = name.Parts[0];
        foreach (var part in name.Parts.Skip(1))
        {
            column = new Dereference(column, part, column.Span.To(part.Span));
        }

        return column;
    }

    private CurrentValue ParseCurrentValue(bool hasPrecision)
    {
        var token = _cursor.Take();
        int? precision = null;
        if (hasPrecision && Accept(TokenKind.LeftParen))
        {
            precision = ParsePrecision();
            Expect(TokenKind.RightParen);
        }

        return new CurrentValue(Keywords.TextOf(token.Keyword).ToLowerInvariant(), precision, _cursor.SpanFrom(token.Span));
    }

    private ExistsPredicate ParseExists()
    {
        var start = _cursor.Take().Span;
        var query = ParseParenthesizedQuery();
        return new ExistsPredicate(query, _cursor.SpanFrom(start));
    }

    private ArrayConstructor ParseArray()
    {
        var start = _cursor.Take().Span;
        Expect(TokenKind.LeftBracket);
        ValueList<Expression> values = Is(TokenKind.RightBracket) ? [] : List(ParseExpression);
        Expect(TokenKind.RightBracket);
        return new ArrayConstructor(values, _cursor.SpanFrom(start));
    }

    private RowConstructor ParseRow()
    {
        var start = _cursor.Take().Span;
        var values = Parenthesized(ParseExpression);
        return new RowConstructor(values, _cursor.SpanFrom(start));
    }

    private Expression ParseCase()
    {
        var start = _cursor.Take().Span;
        var operand = Is(Keyword.When) ? null : ParseExpression();
        var whens = new List<WhenClause> { ParseWhen() };
        while (Is(Keyword.When))
        {
            whens.Add(ParseWhen());
        }

        var otherwise = Accept(Keyword.Else) ? ParseExpression() : null;
        Expect(Keyword.End);
        var span = _cursor.SpanFrom(start);
        return operand is null
            ? new SearchedCase(whens.ToValueList(), otherwise, span)
            : new SimpleCase(operand, whens.ToValueList(), otherwise, span);
    }

    private WhenClause ParseWhen()
    {
        var start = Expect(Keyword.When).Span;
        var condition = ParseExpression();
        Expect(Keyword.Then);
        var result = ParseExpression();
        return new WhenClause(condition, result, _cursor.SpanFrom(start));
    }
}
