using Spoor.Core.Collections;
using Spoor.Core.Text;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Queries;

/// <content>Queries.</content>
internal sealed partial class QueryParser
{
    internal Query ParseQuery()
    {
        EnterRule("<query>");
        _cursor.Enter();
        var start = Here;
        var with = Is(Keyword.With) ? ParseWith() : null;
        if (with is not null)
        {
            ExpectQueryPrimary();
        }

        var body = ParseQueryBody();
        var orderBy = ParseOptionalOrderBy();
        var offset = ParseOptionalOffset();
        var limit = ParseOptionalLimit();
        _cursor.Leave();
        return new Query(with, body, orderBy, offset, limit, _cursor.SpanFrom(start));
    }

    private Query ParseParenthesizedQuery()
    {
        Expect(TokenKind.LeftParen);
        var query = ParseQuery();
        Expect(TokenKind.RightParen);
        return query;
    }

    /// <summary>Whether a query, not an expression or a relation, begins at <paramref name="position"/>, which follows an opening parenthesis.</summary>
    private bool IsQueryAt(int position)
    {
        while (_cursor.At(position).Kind == TokenKind.LeftParen)
        {
            ref readonly var behind = ref _cursor.At(_cursor.Match(position) + 1);
            var canFollowQuery = behind.Kind is TokenKind.RightParen or TokenKind.End
                || behind.Keyword is Keyword.Union or Keyword.Intersect or Keyword.Except or Keyword.Order or Keyword.Offset or Keyword.Limit or Keyword.Fetch;
            if (!canFollowQuery)
            {
                return false;
            }

            position++;
        }

        return _cursor.At(position).Keyword is Keyword.Select or Keyword.With or Keyword.Values or Keyword.Table;
    }

    private void ExpectQueryPrimary()
    {
        _ = Is(Keyword.Select) | Is(Keyword.Table) | Is(Keyword.Values) | Is(TokenKind.LeftParen);
    }

    private With ParseWith()
    {
        var start = Expect(Keyword.With).Span;
        var isRecursive = Accept(Keyword.Recursive);
        var queries = List(ParseNamedQuery);
        return new With(isRecursive, queries, _cursor.SpanFrom(start));
    }

    private NamedQuery ParseNamedQuery()
    {
        var start = Here;
        var name = ParseIdentifier();
        var columns = ParseOptionalColumnAliases();
        Expect(Keyword.As);
        var query = ParseParenthesizedQuery();
        return new NamedQuery(name, columns, query, _cursor.SpanFrom(start));
    }

    // UNION and EXCEPT, over INTERSECT, which binds tighter.
    private QueryBody ParseQueryBody()
    {
        var start = Here;
        var left = ParseIntersection();
        for (var length = 1; Is(Keyword.Union) || Is(Keyword.Except); length++)
        {
            TokenCursor.CheckChain(length);
            var place = Here;
            var setOperator = _cursor.Take().Keyword == Keyword.Union ? SetOperator.Union : SetOperator.Except;
            var isDistinct = ParseSetOperationIsDistinct();
            var right = ParseIntersection();
            left = new SetOperation(setOperator, isDistinct, left, right, place, _cursor.SpanFrom(start));
        }

        return left;
    }

    private QueryBody ParseIntersection()
    {
        var start = Here;
        var left = ParseQueryPrimary();
        for (var length = 1; Is(Keyword.Intersect); length++)
        {
            TokenCursor.CheckChain(length);
            var place = Here;
            _cursor.Take();
            var isDistinct = ParseSetOperationIsDistinct();
            var right = ParseQueryPrimary();
            left = new SetOperation(SetOperator.Intersect, isDistinct, left, right, place, _cursor.SpanFrom(start));
        }

        return left;
    }

    private bool ParseSetOperationIsDistinct()
    {
        var isAll = Accept(Keyword.All);
        if (!isAll)
        {
            Accept(Keyword.Distinct);
        }

        return !isAll;
    }

    private QueryBody ParseQueryPrimary()
    {
        var start = Here;
        if (Is(Keyword.Select))
        {
            return ParseQuerySpecification();
        }

        if (Accept(Keyword.Table))
        {
            var name = ParseQualifiedName();
            return new TableBody(name, _cursor.SpanFrom(start));
        }

        if (Accept(Keyword.Values))
        {
            var rows = List(ParseExpression);
            return new Values(rows, _cursor.SpanFrom(start));
        }

        if (!Is(TokenKind.LeftParen))
        {
            throw Mismatch();
        }

        var query = ParseParenthesizedQuery();
        return new SubqueryBody(query, _cursor.SpanFrom(start));
    }

    private QuerySpecification ParseQuerySpecification()
    {
        var start = Expect(Keyword.Select).Span;
        var isDistinct = ParseSetQuantifier(out _);
        var items = List(ParseSelectItem);
        var from = Accept(Keyword.From) ? ParseFrom() : null;
        var where = Accept(Keyword.Where) ? ParseExpression() : null;
        var groupBy = Is(Keyword.Group) ? ParseGroupBy() : null;
        var having = Accept(Keyword.Having) ? ParseExpression() : null;
        ValueList<NamedWindow> windows = Accept(Keyword.Window) ? List(ParseNamedWindow) : [];
        return new QuerySpecification(isDistinct, items, from, where, groupBy, having, windows, _cursor.SpanFrom(start));
    }

    private bool ParseSetQuantifier(out bool isWritten)
    {
        var isDistinct = Accept(Keyword.Distinct);
        isWritten = isDistinct;
        if (!isDistinct && Is(Keyword.All) && !EndsOperand(_cursor.Peek(1)))
        {
            _cursor.Take();
            isWritten = true;
        }

        return isDistinct;
    }

    // ALL is no reserved word, so it may also be a column; then something follows that cannot begin an expression.
    private static bool EndsOperand(in Token token) =>
        token.Kind is TokenKind.Comma or TokenKind.RightParen or TokenKind.End or TokenKind.Dot or TokenKind.Concat or TokenKind.Equal
        || token.Keyword is Keyword.From or Keyword.As;

    private SelectItem ParseSelectItem()
    {
        var start = Here;
        if (Accept(TokenKind.Asterisk))
        {
            return new AllColumns(null, [], _cursor.SpanFrom(start));
        }

        _selectItemAt = _cursor.Position;
        var expression = ParseExpression();
        if (_cursor.Kind == TokenKind.Dot && _cursor.Peek(1).Kind == TokenKind.Asterisk && ReferenceEquals(expression, _lastPrimary))
        {
            _cursor.Take();
            _cursor.Take();
            ValueList<Identifier> aliases = Accept(Keyword.As) ? Parenthesized(ParseIdentifier) : [];
            return new AllColumns(expression, aliases, _cursor.SpanFrom(start));
        }

        var alias = ParseOptionalAlias();
        return new SingleColumn(expression, alias, _cursor.SpanFrom(start));
    }

    private Identifier? ParseOptionalAlias()
    {
        if (Accept(Keyword.As))
        {
            return ParseIdentifier();
        }

        return IsIdentifier() && !StartsClause() ? ParseIdentifier() : null;
    }

    // These words are not reserved, so they can be aliases; Trino decides by what follows.
    private bool StartsClause()
    {
        ref readonly var next = ref _cursor.Peek(1);
        return _cursor.Keyword switch
        {
            Keyword.Limit => next.Kind is TokenKind.Integer or TokenKind.QuestionMark || next.Keyword == Keyword.All || !EndsAlias(next),
            Keyword.Offset => next.Kind is TokenKind.Integer or TokenKind.QuestionMark || !EndsAlias(next),
            Keyword.Fetch => next.Keyword is Keyword.First or Keyword.Next,
            Keyword.Window => CanBeName(next) && _cursor.Peek(2).Keyword == Keyword.As,
            Keyword.Tablesample => next.Keyword is Keyword.Bernoulli or Keyword.System,
            Keyword.MatchRecognize => next.Kind == TokenKind.LeftParen,
            _ => false,
        };
    }

    private static bool EndsAlias(in Token token) =>
        token.Kind is TokenKind.Comma or TokenKind.RightParen or TokenKind.LeftParen or TokenKind.End
        || Keywords.IsReserved(token.Keyword)
        || token.Keyword is Keyword.Limit or Keyword.Offset or Keyword.Fetch or Keyword.Window;

    private ValueList<SortItem> ParseOptionalOrderBy()
    {
        if (!Accept(Keyword.Order))
        {
            return [];
        }

        Expect(Keyword.By);
        return List(ParseSortItem);
    }

    private SortItem ParseSortItem()
    {
        var start = Here;
        var key = ParseExpression();
        var isDescending = !Accept(Keyword.Asc) && Accept(Keyword.Desc);
        bool? nullsFirst = null;
        if (Accept(Keyword.Nulls))
        {
            nullsFirst = Accept(Keyword.First);
            if (nullsFirst == false)
            {
                Expect(Keyword.Last);
            }
        }

        return new SortItem(key, isDescending, nullsFirst, _cursor.SpanFrom(start));
    }

    private Expression? ParseOptionalOffset()
    {
        if (!Accept(Keyword.Offset))
        {
            return null;
        }

        var count = ParseRowCount();
        if (!Accept(Keyword.Row))
        {
            Accept(Keyword.Rows);
        }

        return count;
    }

    private Limit? ParseOptionalLimit()
    {
        var start = Here;
        if (Accept(Keyword.Limit))
        {
            var count = Accept(Keyword.All) ? null : ParseRowCount();
            return new Limit(count, false, false, _cursor.SpanFrom(start));
        }

        return Accept(Keyword.Fetch) ? ParseFetchFirst(start) : null;
    }

    private Limit ParseFetchFirst(TextSpan start)
    {
        if (!Accept(Keyword.First))
        {
            Expect(Keyword.Next);
        }

        var count = Is(TokenKind.Integer) || Is(TokenKind.QuestionMark) ? ParseRowCount() : null;
        if (!Accept(Keyword.Row))
        {
            Expect(Keyword.Rows);
        }

        var withTies = !Accept(Keyword.Only);
        if (withTies)
        {
            Expect(Keyword.With);
            Expect(Keyword.Ties);
        }

        return new Limit(count, withTies, true, _cursor.SpanFrom(start));
    }

    private Expression ParseRowCount()
    {
        if (Is(TokenKind.Integer))
        {
            return ParseNumber();
        }

        return Is(TokenKind.QuestionMark) ? new Parameter(_parameterCount++, _cursor.Take().Span) : throw Mismatch();
    }
}
