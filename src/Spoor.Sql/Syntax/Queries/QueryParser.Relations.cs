using Spoor.Core.Text;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Queries;

/// <content>FROM.</content>
internal sealed partial class QueryParser
{
    private Relation ParseFrom()
    {
        var start = Here;
        var left = ParseRelation();
        for (var length = 1; Accept(TokenKind.Comma); length++)
        {
            TokenCursor.CheckChain(length);
            var right = ParseRelation();
            left = new Join(JoinKind.Implicit, left, right, null, _cursor.SpanFrom(start));
        }

        return left;
    }

    private Relation ParseRelation()
    {
        _cursor.Enter();
        var start = Here;
        var left = ParseSampledRelation();
        for (var length = 1; TryParseJoin(left, start) is { } join; length++)
        {
            TokenCursor.CheckChain(length);
            left = join;
        }

        _cursor.Leave();
        return left;
    }

    private Join? TryParseJoin(Relation left, TextSpan start)
    {
        if (Accept(Keyword.Cross))
        {
            Expect(Keyword.Join);
            var right = ParseSampledRelation();
            return new Join(JoinKind.Cross, left, right, null, _cursor.SpanFrom(start));
        }

        if (Accept(Keyword.Natural))
        {
            var naturalSpan = _cursor.Previous.Span;
            var kind = ParseJoinKind() ?? throw Mismatch();
            var right = ParseSampledRelation();
            return new Join(kind, left, right, new NaturalJoin(naturalSpan), _cursor.SpanFrom(start));
        }

        if (ParseJoinKind() is not { } joinKind)
        {
            return null;
        }

        var relation = ParseRelation();
        var criteria = ParseJoinCriteria();
        return new Join(joinKind, left, relation, criteria, _cursor.SpanFrom(start));
    }

    private JoinKind? ParseJoinKind()
    {
        if (Accept(Keyword.Join))
        {
            return JoinKind.Inner;
        }

        JoinKind kind;
        if (Accept(Keyword.Inner))
        {
            kind = JoinKind.Inner;
        }
        else if (Is(Keyword.Left) || Is(Keyword.Right) || Is(Keyword.Full))
        {
            kind = _cursor.Take().Keyword switch
            {
                Keyword.Left => JoinKind.Left,
                Keyword.Right => JoinKind.Right,
                _ => JoinKind.Full,
            };
            Accept(Keyword.Outer);
        }
        else
        {
            return null;
        }

        Expect(Keyword.Join);
        return kind;
    }

    private JoinCriteria ParseJoinCriteria()
    {
        var start = Here;
        if (Accept(Keyword.On))
        {
            var condition = ParseExpression();
            return new JoinOn(condition, _cursor.SpanFrom(start));
        }

        Expect(Keyword.Using);
        var columns = Parenthesized(ParseIdentifier);
        return new JoinUsing(columns, _cursor.SpanFrom(start));
    }

    private Relation ParseSampledRelation()
    {
        var start = Here;
        var relation = ParseAliasedRelation();
        if (!Is(Keyword.Tablesample))
        {
            return relation;
        }

        _cursor.Take();
        var isBernoulli = Accept(Keyword.Bernoulli);
        if (!isBernoulli)
        {
            Expect(Keyword.System);
        }

        Expect(TokenKind.LeftParen);
        var percentage = ParseExpression();
        Expect(TokenKind.RightParen);
        return new SampledRelation(relation, isBernoulli, percentage, _cursor.SpanFrom(start));
    }

    private Relation ParseAliasedRelation()
    {
        var start = Here;
        var relation = ParseRelationPrimary();
        RefuseMatchRecognize();
        var alias = ParseOptionalAlias();
        if (alias is null)
        {
            return relation;
        }

        var columns = ParseOptionalColumnAliases();
        RefuseMatchRecognize();
        return new AliasedRelation(relation, alias, columns, _cursor.SpanFrom(start));
    }

    private void RefuseMatchRecognize()
    {
        if (_cursor.Keyword == Keyword.MatchRecognize && IsCall())
        {
            throw NotSupported(Here, "MATCH_RECOGNIZE");
        }
    }

    private Relation ParseRelationPrimary()
    {
        _expected?.Add(_cursor.Position, "'JSON_TABLE'");
        _expected?.Add(_cursor.Position, "'NEAREST'");
        if (Is(TokenKind.LeftParen))
        {
            return ParseParenthesizedRelation();
        }

        if (Is(Keyword.Unnest))
        {
            return ParseUnnest();
        }

        if (Is(Keyword.Lateral) && IsCall())
        {
            var start = _cursor.Take().Span;
            var query = ParseParenthesizedQuery();
            return new LateralRelation(query, _cursor.SpanFrom(start));
        }

        if (Is(Keyword.Table) || _cursor.Keyword == Keyword.JsonTable)
        {
            var span = _cursor.Take().Span;
            Expect(TokenKind.LeftParen);
            throw NotSupported(span, "A table function");
        }

        return ParseTableReference();
    }

    private TableReference ParseTableReference()
    {
        var name = ParseQualifiedName();
        if (!Accept(Keyword.For))
        {
            return new TableReference(name, name.Span);
        }

        var span = _cursor.Previous.Span;
        if (!Accept(Keyword.Timestamp))
        {
            Expect(Keyword.Version);
        }

        Expect(Keyword.As);
        Expect(Keyword.Of);
        ParseValue();
        _notSupported ??= NotSupported(_cursor.SpanFrom(span), "Time travel (FOR TIMESTAMP or VERSION AS OF)");
        return new TableReference(name, name.Span);
    }

    private Relation ParseParenthesizedRelation()
    {
        var start = Here;
        if (IsQueryAt(_cursor.Position + 1))
        {
            var query = ParseParenthesizedQuery();
            return new SubqueryRelation(query, _cursor.SpanFrom(start));
        }

        _cursor.Take();
        _expected?.Add(_cursor.Position, "<query>");
        var relation = ParseRelation();
        Expect(TokenKind.RightParen);
        return relation;
    }

    private Unnest ParseUnnest()
    {
        var start = Expect(Keyword.Unnest).Span;
        var expressions = Parenthesized(ParseExpression);
        var withOrdinality = Accept(Keyword.With);
        if (withOrdinality)
        {
            Expect(Keyword.Ordinality);
        }

        return new Unnest(expressions, withOrdinality, _cursor.SpanFrom(start));
    }
}
