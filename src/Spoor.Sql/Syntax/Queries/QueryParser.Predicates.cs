using Spoor.Core.Text;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Queries;

/// <content>Comparisons and the other predicates; a value takes at most one.</content>
internal sealed partial class QueryParser
{
    private Expression ParsePredicate()
    {
        var start = Here;
        var value = ParseValue(ConcatenationLevel);
        if (ComparisonOf(_cursor.Kind) is { } comparison)
        {
            return ParseComparison(comparison, value, start);
        }

        switch (_cursor.Keyword)
        {
            case Keyword.Is:
                return ParseIs(value, start);
            case Keyword.Not or Keyword.Between or Keyword.In or Keyword.Like:
                return ParseNegatable(value, start);
            default:
                _expected?.Add(_cursor.Position, "<predicate>");
                return value;
        }
    }

    private static ComparisonOperator? ComparisonOf(TokenKind kind) => kind switch
    {
        TokenKind.Equal => ComparisonOperator.Equal,
        TokenKind.NotEqual => ComparisonOperator.NotEqual,
        TokenKind.Less => ComparisonOperator.LessThan,
        TokenKind.LessOrEqual => ComparisonOperator.LessThanOrEqual,
        TokenKind.Greater => ComparisonOperator.GreaterThan,
        TokenKind.GreaterOrEqual => ComparisonOperator.GreaterThanOrEqual,
        _ => null,
    };

    private Expression ParseComparison(ComparisonOperator comparison, Expression value, TextSpan start)
    {
        var operatorSpan = _cursor.Take().Span;
        var isAll = Is(Keyword.All);
        if ((isAll || Is(Keyword.Any) || Is(Keyword.Some)) && _cursor.Peek(1).Kind == TokenKind.LeftParen && IsQueryAt(_cursor.Position + 2))
        {
            _cursor.Take();
            var query = ParseParenthesizedQuery();
            return new QuantifiedComparison(comparison, isAll, value, query, operatorSpan, _cursor.SpanFrom(start));
        }

        var right = ParseValue();
        return new Comparison(comparison, value, right, operatorSpan, _cursor.SpanFrom(start));
    }

    private Expression ParseIs(Expression value, TextSpan start)
    {
        var place = Expect(Keyword.Is).Span;
        var isNegated = Accept(Keyword.Not);
        if (Accept(Keyword.Null))
        {
            return new IsNullPredicate(value, isNegated, place, _cursor.SpanFrom(start));
        }

        Expect(Keyword.Distinct);
        Expect(Keyword.From);
        var right = ParseValue();
        return new DistinctFrom(value, right, isNegated, place, _cursor.SpanFrom(start));
    }

    private Expression ParseNegatable(Expression value, TextSpan start)
    {
        var place = Here;
        var isNegated = Accept(Keyword.Not);
        if (Accept(Keyword.Between))
        {
            var min = ParseValue();
            Expect(Keyword.And);
            var max = ParseValue();
            return new BetweenPredicate(value, min, max, isNegated, place, _cursor.SpanFrom(start));
        }

        if (Accept(Keyword.In))
        {
            return ParseIn(value, isNegated, place, start);
        }

        Expect(Keyword.Like);
        var pattern = ParseValue();
        var escape = Accept(Keyword.Escape) ? ParseValue() : null;
        return new LikePredicate(value, pattern, escape, isNegated, place, _cursor.SpanFrom(start));
    }

    private Expression ParseIn(Expression value, bool isNegated, TextSpan place, TextSpan start)
    {
        if (Is(TokenKind.LeftParen) && IsQueryAt(_cursor.Position + 1))
        {
            var query = ParseParenthesizedQuery();
            return new InSubqueryPredicate(value, query, isNegated, place, _cursor.SpanFrom(start));
        }

        Expect(TokenKind.LeftParen);
        _expected?.Add(_cursor.Position, "<query>");
        var list = List(ParseExpression);
        Expect(TokenKind.RightParen);
        return new InListPredicate(value, list, isNegated, place, _cursor.SpanFrom(start));
    }
}
