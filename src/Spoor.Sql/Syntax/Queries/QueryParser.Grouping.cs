using Spoor.Core.Collections;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Queries;

/// <content>GROUP BY.</content>
internal sealed partial class QueryParser
{
    private GroupBy ParseGroupBy()
    {
        Expect(Keyword.Group);
        Expect(Keyword.By);
        var start = Here; // As Trino's: what is grouped by.
        var isDistinct = ParseSetQuantifier(out _);
        var elements = List(ParseGroupingElement);
        return new GroupBy(isDistinct, elements, _cursor.SpanFrom(start));
    }

    private GroupingElement ParseGroupingElement()
    {
        var start = Here;
        _expected?.Add(_cursor.Position, "'AUTO'");
        if (Accept(Keyword.Rollup))
        {
            var columns = ParseGroupingSetList();
            return new Rollup(columns, _cursor.SpanFrom(start));
        }

        if (Accept(Keyword.Cube))
        {
            var columns = ParseGroupingSetList();
            return new Cube(columns, _cursor.SpanFrom(start));
        }

        if (Is(Keyword.Grouping) && _cursor.Peek(1).Keyword == Keyword.Sets)
        {
            _cursor.Take();
            _cursor.Take();
            var sets = ParseGroupingSetList();
            return new GroupingSets(sets, _cursor.SpanFrom(start));
        }

        var set = ParseGroupingSet();
        return new SimpleGroupBy(set, _cursor.SpanFrom(start));
    }

    private ValueList<ValueList<Expression>> ParseGroupingSetList()
    {
        Expect(TokenKind.LeftParen);
        ValueList<ValueList<Expression>> sets = Is(TokenKind.RightParen) ? [] : List(ParseGroupingSet);
        Expect(TokenKind.RightParen);
        return sets;
    }

    private ValueList<Expression> ParseGroupingSet()
    {
        if (!Is(TokenKind.LeftParen) || IsExpressionInParentheses())
        {
            return [ParseExpression()];
        }

        _cursor.Take();
        ValueList<Expression> columns = Is(TokenKind.RightParen) ? [] : List(ParseExpression);
        Expect(TokenKind.RightParen);
        return columns;
    }

    // "(a + b) * c" and "(SELECT 1)" are expressions, "(a, b)" is a set of columns.
    private bool IsExpressionInParentheses()
    {
        if (IsQueryAt(_cursor.Position + 1))
        {
            return true;
        }

        ref readonly var behind = ref _cursor.At(_cursor.Match(_cursor.Position) + 1);
        return behind.Kind switch
        {
            TokenKind.Comma or TokenKind.RightParen or TokenKind.End or TokenKind.Semicolon => false,
            TokenKind.Word => behind.Keyword is Keyword.And or Keyword.Or or Keyword.Not or Keyword.Is or Keyword.In or Keyword.Like or Keyword.Between or Keyword.At,
            _ => true,
        };
    }
}
