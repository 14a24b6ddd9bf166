using Spoor.Core.Collections;
using Spoor.Core.Text;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Queries;

/// <content>Expressions with operators, loosest first; each level loops over its operators, so that long chains take no stack.</content>
internal sealed partial class QueryParser
{
    private const int ConcatenationLevel = 1;
    private const int AdditionLevel = 2;
    private const int MultiplicationLevel = 3;
    private const int UnaryLevel = 4;
    private const int AtTimeZoneLevel = 5;

    internal Expression ParseExpression()
    {
        EnterRule("<expression>");
        _cursor.Enter();
        var expression = ParseOr();
        _cursor.Leave();
        return expression;
    }

    private Expression ParseOr()
    {
        var start = Here;
        var first = ParseAnd();
        if (!Is(Keyword.Or))
        {
            return first;
        }

        var terms = new List<Expression> { first };
        while (Accept(Keyword.Or))
        {
            EnterRule("<expression>");
            terms.Add(ParseAnd());
        }

        return new Logical(false, terms.ToValueList(), _cursor.SpanFrom(start));
    }

    private Expression ParseAnd()
    {
        var start = Here;
        var first = ParseNot();
        if (!Is(Keyword.And))
        {
            return first;
        }

        var terms = new List<Expression> { first };
        while (Accept(Keyword.And))
        {
            EnterRule("<expression>");
            terms.Add(ParseNot());
        }

        return new Logical(true, terms.ToValueList(), _cursor.SpanFrom(start));
    }

    private Expression ParseNot()
    {
        var start = Here;
        if (!Accept(Keyword.Not))
        {
            return ParsePredicate();
        }

        EnterRule("<expression>");
        _cursor.Enter();
        var value = ParseNot();
        _cursor.Leave();
        return new Not(value, _cursor.SpanFrom(start));
    }

    private Expression ParseValue()
    {
        EnterRule("<expression>");
        return ParseValue(ConcatenationLevel);
    }

    private Expression ParseValue(int lowestLevel)
    {
        var start = Here;
        var left = ParseUnary();
        for (var length = 1; ; length++)
        {
            var level = LevelOfOperator();
            if (level < lowestLevel)
            {
                return left;
            }

            TokenCursor.CheckChain(length);
            var operatorToken = _cursor.Take();
            left = level == AtTimeZoneLevel ? ParseAtTimeZone(left, start) : ParseRight(left, operatorToken, level, start);
        }
    }

    private Expression ParseRight(Expression left, Token operatorToken, int level, TextSpan start)
    {
        EnterRule("<expression>");
        var right = ParseValue(level + 1);
        var span = _cursor.SpanFrom(start);
        return operatorToken.Kind switch
        {
            TokenKind.Concat => new Concatenation(left, right, operatorToken.Span, span),
            TokenKind.Plus => new ArithmeticBinary(ArithmeticOperator.Add, left, right, operatorToken.Span, span),
            TokenKind.Minus => new ArithmeticBinary(ArithmeticOperator.Subtract, left, right, operatorToken.Span, span),
            TokenKind.Asterisk => new ArithmeticBinary(ArithmeticOperator.Multiply, left, right, operatorToken.Span, span),
            TokenKind.Slash => new ArithmeticBinary(ArithmeticOperator.Divide, left, right, operatorToken.Span, span),
            _ => new ArithmeticBinary(ArithmeticOperator.Modulus, left, right, operatorToken.Span, span),
        };
    }

    private int LevelOfOperator()
    {
        switch (_cursor.Kind)
        {
            case TokenKind.Concat:
                return ConcatenationLevel;
            case TokenKind.Plus or TokenKind.Minus:
                return AdditionLevel;
            case TokenKind.Asterisk or TokenKind.Slash or TokenKind.Percent:
                return MultiplicationLevel;
            case TokenKind.Word when _cursor.Keyword == Keyword.At && _cursor.Peek(1).Keyword == Keyword.Time:
                return AtTimeZoneLevel;
            default:
                ExpectOperators();
                return 0;
        }
    }

    private void ExpectOperators()
    {
        if (_expected is null)
        {
            return;
        }

        foreach (var name in (ReadOnlySpan<string>)["'%'", "'*'", "'+'", "'-'", "'/'", "'AT'", "'||'"])
        {
            _expected.Add(_cursor.Position, name);
        }
    }

    private AtTimeZone ParseAtTimeZone(Expression value, TextSpan start)
    {
        Expect(Keyword.Time);
        Expect(Keyword.Zone);
        var zone = IsIntervalLiteral() ? ParseIntervalLiteral() : (Expression)ParseStringLiteral();
        return new AtTimeZone(value, zone, _cursor.SpanFrom(start));
    }

    private Expression ParseUnary()
    {
        var isMinus = _cursor.Kind == TokenKind.Minus;
        if (!(isMinus || _cursor.Kind == TokenKind.Plus))
        {
            return ParsePrimary();
        }

        // In Trino's grammar the sign is part of a number: the smallest bigint has no positive counterpart.
        if (isMinus && _cursor.Peek(1).Kind is TokenKind.Integer or TokenKind.Decimal or TokenKind.Double)
        {
            return ParsePrimary();
        }

        var sign = _cursor.Take();
        EnterRule("<expression>");
        _cursor.Enter();
        var value = ParseValue(UnaryLevel);
        _cursor.Leave();
        return new ArithmeticUnary(isMinus, value, _cursor.SpanFrom(sign.Span));
    }
}
