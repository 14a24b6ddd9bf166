using Spoor.Core.Collections;
using Spoor.Core.Text;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Queries;

/// <content>Calls.</content>
internal sealed partial class QueryParser
{
    private FunctionCall ParseFunctionCall()
    {
        var start = Here;
        var isSubstring = _cursor.Keyword == Keyword.Substring;
        var name = ParseQualifiedName();
        Expect(TokenKind.LeftParen);
        if (Accept(TokenKind.Asterisk))
        {
            Expect(TokenKind.RightParen);
            return FinishCall(name, [], isStar: true, isDistinct: false, [], null, start);
        }

        var isDistinct = ParseSetQuantifier(out var hasQuantifier);
        if (!hasQuantifier && (Is(TokenKind.RightParen) | Is(Keyword.Order)))
        {
            return FinishArguments(name, [], isDistinct, start);
        }

        ExpectArgumentName();
        var arguments = new List<Expression> { ParseExpression() };
        if (isSubstring && Accept(Keyword.From))
        {
            return FinishSubstring(name, arguments, start);
        }

        while (Accept(TokenKind.Comma))
        {
            arguments.Add(ParseExpression());
        }

        return FinishArguments(name, arguments.ToValueList(), isDistinct, start);
    }

    // SUBSTRING(value FROM start FOR length) is the same call as substring(value, start, length).
    private FunctionCall FinishSubstring(QualifiedName name, List<Expression> arguments, TextSpan start)
    {
        arguments.Add(ParseValue());
        if (Accept(Keyword.For))
        {
            arguments.Add(ParseValue());
        }

        Expect(TokenKind.RightParen);
        return new FunctionCall(name, arguments.ToValueList(), false, false, [], null, null, null, null, _cursor.SpanFrom(start));
    }

    // A named argument may stand where an expression does; we have none, but Trino's errors mention it.
    private void ExpectArgumentName() => _expected?.Add(_cursor.Position, "<identifier>");

    private FunctionCall FinishArguments(QualifiedName name, ValueList<Expression> arguments, bool isDistinct, TextSpan start)
    {
        var orderBy = ParseOptionalOrderBy();
        Expect(TokenKind.RightParen);
        return FinishCall(name, arguments, isStar: false, isDistinct, orderBy, null, start);
    }

    private FunctionCall FinishCall(
        QualifiedName name, ValueList<Expression> arguments, bool isStar, bool isDistinct, ValueList<SortItem> orderBy, ListaggOverflow? overflow, TextSpan start)
    {
        var filter = ParseOptionalFilter();
        var nullTreatment = ParseOptionalNullTreatment();
        var window = ParseOptionalOver(isRequired: nullTreatment is not null);
        return new FunctionCall(name, arguments, isStar, isDistinct, orderBy, filter, window, nullTreatment, overflow, _cursor.SpanFrom(start));
    }

    private Expression? ParseOptionalFilter()
    {
        if (!Is(Keyword.Filter) || !IsCall())
        {
            return null;
        }

        _cursor.Take();
        Expect(TokenKind.LeftParen);
        Expect(Keyword.Where);
        var condition = ParseExpression();
        Expect(TokenKind.RightParen);
        return condition;
    }

    private NullTreatment? ParseOptionalNullTreatment()
    {
        var isIgnore = Is(Keyword.Ignore);
        if (!(isIgnore || Is(Keyword.Respect)) || _cursor.Peek(1).Keyword != Keyword.Nulls)
        {
            return null;
        }

        _cursor.Take();
        _cursor.Take();
        return isIgnore ? NullTreatment.Ignore : NullTreatment.Respect;
    }

    private FunctionCall ParseListagg()
    {
        var start = Here;
        var token = _cursor.Take();
        var name = new QualifiedName([new Identifier(token.TextIn(_cursor.Text), false, token.Span)], token.Span);
        Expect(TokenKind.LeftParen);
        var isDistinct = ParseSetQuantifier(out _);
        var arguments = new List<Expression> { ParseExpression() };
        if (Accept(TokenKind.Comma))
        {
            arguments.Add(ParseStringLiteral());
        }

        var overflow = ParseOptionalOverflow();
        Expect(TokenKind.RightParen);
        Expect(Keyword.Within);
        Expect(Keyword.Group);
        Expect(TokenKind.LeftParen);
        Is(Keyword.Order);
        var orderBy = _cursor.Keyword == Keyword.Order ? ParseOptionalOrderBy() : throw Mismatch();
        Expect(TokenKind.RightParen);
        return FinishCall(name, arguments.ToValueList(), isStar: false, isDistinct, orderBy, overflow, start);
    }

    private ListaggOverflow? ParseOptionalOverflow()
    {
        if (!Accept(Keyword.On))
        {
            return null;
        }

        Expect(Keyword.Overflow);
        if (Accept(Keyword.Error))
        {
            return new ListaggOverflow(false, null, false);
        }

        Expect(Keyword.Truncate);
        var filler = IsString(_cursor.Current) ? ParseString() : null;
        var withCount = Accept(Keyword.With);
        if (!withCount)
        {
            Expect(Keyword.Without);
        }

        Expect(Keyword.Count);
        return new ListaggOverflow(true, filler, withCount);
    }
}
