using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Sql.Syntax.Queries;

/// <content>Names.</content>
internal sealed partial class QueryParser
{
    private static bool CanBeName(Token token) => token.Kind switch
    {
        TokenKind.Word => !Keywords.IsReserved(token.Keyword),
        TokenKind.QuotedName or TokenKind.BackquotedName or TokenKind.DigitName => true,
        _ => false,
    };

    private bool IsIdentifier()
    {
        if (CanBeName(_cursor.Current))
        {
            return true;
        }

        _expected?.Add(_cursor.Position, TokenNames.Of(TokenKind.Word));
        return false;
    }

    private Identifier ParseIdentifier()
    {
        if (!IsIdentifier())
        {
            throw Mismatch();
        }

        var token = _cursor.Take();
        return token.Kind switch
        {
            TokenKind.Word => new Identifier(token.TextIn(_cursor.Text), false, token.Span),
            TokenKind.QuotedName when token.Length == 2 => throw Invalid(token.Span, "Zero-length delimited identifier not allowed"),
            TokenKind.QuotedName => new Identifier(SqlQuoting.Unquote(token.TextIn(_cursor.Text)), true, token.Span),
            TokenKind.BackquotedName => throw BackquotedName(token),
            _ => throw Invalid(
                token.Span,
                "identifiers must not start with a digit; surround the identifier with double quotes",
                $"Write \"{token.TextIn(_cursor.Text)}\"."),
        };
    }

    private QueryException BackquotedName(Token token)
    {
        var name = SqlQuoting.Unquote(token.TextIn(_cursor.Text));
        return Invalid(
            token.Span,
            "backquoted identifiers are not supported; use double quotes to quote identifiers",
            $"Write \"{name}\" here; backquotes are for DDL statements only.");
    }

    private QualifiedName ParseQualifiedName()
    {
        var start = Here;
        var first = ParseIdentifier();
        if (!Accept(TokenKind.Dot))
        {
            return new QualifiedName([first], first.Span);
        }

        var parts = new List<Identifier> { first };
        do
        {
            parts.Add(ParseIdentifier());
        }
        while (Accept(TokenKind.Dot));
        return new QualifiedName(parts.ToValueList(), _cursor.SpanFrom(start));
    }

    private ValueList<Identifier> ParseOptionalColumnAliases() => Is(TokenKind.LeftParen) ? Parenthesized(ParseIdentifier) : [];
}
