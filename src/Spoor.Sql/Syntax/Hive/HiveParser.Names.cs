using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Sql.Syntax.Hive;

/// <content>Names, texts and properties.</content>
internal sealed partial class HiveParser
{
    private bool IsName() => _cursor.Kind is TokenKind.Word or TokenKind.DigitName or TokenKind.BackquotedName;

    private Identifier ParseIdentifier(string context)
    {
        if (!IsName())
        {
            throw CannotRecognize(context);
        }

        var token = _cursor.Current;
        var text = token.TextIn(_cursor.Text);
        if (token.Kind == TokenKind.Word && Keywords.IsReservedInHive(text))
        {
            throw Failure(
                $"Failed to recognize predicate {Quote(0)}. Failed rule: 'identifier'{InContext(context)}",
                $"{text} is a reserved word; as a name it needs backquotes: `{text}`.");
        }

        return ParseAnyWord();
    }

    // Any word, reserved or not; the caller has checked that it is one.
    private Identifier ParseAnyWord()
    {
        var token = _cursor.Take();
        var text = token.TextIn(_cursor.Text);
        if (token.Kind != TokenKind.BackquotedName)
        {
            return new Identifier(text, false, token.Span);
        }

        return token.Length > 2
            ? new Identifier(SqlQuoting.Unquote(text), true, token.Span)
            : throw new QueryException(ErrorCode.HiveParseException, token.Span, "FAILED: ParseException Zero-length delimited identifier not allowed");
    }

    private QualifiedName ParseQualifiedName(string context)
    {
        var start = Here;
        var parts = new List<Identifier> { ParseIdentifier(context) };
        while (Accept(TokenKind.Dot))
        {
            parts.Add(ParseIdentifier(context));
        }

        if (parts.Count == 1 && parts[0].IsDelimited && parts[0].Value.Contains('.', StringComparison.Ordinal))
        {
            // Hive splits `database.table` at the dot.
            parts = parts[0].Value.Split('.').Select(part => parts[0] with { Value = part }).ToList();
        }

        return new QualifiedName(parts.ToValueList(), _cursor.SpanFrom(start));
    }

    private QualifiedName ParseTableName() => ParseQualifiedName("table name");

    private string ParseString() => SqlQuoting.UnescapeHive(Expect(TokenKind.String).TextIn(_cursor.Text));

    private string? ParseOptionalComment() => Accept(Keyword.Comment) ? ParseString() : null;

    private bool ParseOptionalIfNotExists()
    {
        if (!Accept(Keyword.If))
        {
            return false;
        }

        Expect(Keyword.Not);
        Expect(Keyword.Exists);
        return true;
    }

    private bool ParseOptionalIfExists()
    {
        if (!Accept(Keyword.If))
        {
            return false;
        }

        Expect(Keyword.Exists);
        return true;
    }

    private ValueList<StringProperty> ParseProperties()
    {
        Expect(TokenKind.LeftParen);
        var properties = new List<StringProperty> { ParseProperty() };

        // DEVIATION: Hive's grammar has no comma behind the last property; published statements do, and it can mean nothing else.
        while (Accept(TokenKind.Comma) && !Is(TokenKind.RightParen))
        {
            properties.Add(ParseProperty());
        }

        Expect(TokenKind.RightParen);
        return properties.ToValueList();
    }

    private StringProperty ParseProperty()
    {
        var start = Here;
        var name = ParseString();
        Expect(TokenKind.Equal);
        var value = ParseConstant() ?? throw Mismatch(HiveNameOf(TokenKind.String));
        return new StringProperty(name, value, _cursor.SpanFrom(start));
    }

    // A text, number, boolean, or DATE '...', as text; null when none stands here.
    private string? ParseConstant()
    {
        switch (_cursor.Kind)
        {
            case TokenKind.String:
                return ParseString();
            case TokenKind.Integer or TokenKind.Decimal or TokenKind.Double:
                return _cursor.Take().TextIn(_cursor.Text);
            case TokenKind.Minus when _cursor.Peek(1).Kind is TokenKind.Integer or TokenKind.Decimal or TokenKind.Double:
                _cursor.Take();
                return "-" + _cursor.Take().TextIn(_cursor.Text);
            case TokenKind.Word when _cursor.Keyword is Keyword.True or Keyword.False:
                return _cursor.Take().TextIn(_cursor.Text).ToLowerInvariant();
            case TokenKind.Word when _cursor.Peek(1).Kind == TokenKind.String:
                _cursor.Take();
                return ParseString();
            default:
                return null;
        }
    }
}
