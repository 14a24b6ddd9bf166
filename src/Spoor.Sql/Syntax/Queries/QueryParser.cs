using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Queries;

/// <summary>Recursive-descent parser of Trino's language as Athena takes it: queries and the statements around them.</summary>
/// <seealso href="https://github.com/trinodb/trino/blob/456/core/trino-grammar/src/main/antlr4/io/trino/grammar/sql/SqlBase.g4"/>
internal sealed partial class QueryParser
{
    private readonly TokenCursor _cursor;
    private readonly ExpectedTokens? _expected;
    private int _parameterCount;

    // Refused only when the whole statement has been read, so that syntax errors come first.
    private QueryException? _notSupported;

    private QueryParser(string text, ExpectedTokens? expected)
    {
        _cursor = new TokenCursor(text, Dialect.Trino);
        _expected = expected;
    }

    /// <summary>Runs a rule over the whole text; a text that fails runs again to learn what was expected.</summary>
    internal static T Parse<T>(string text, Func<QueryParser, T> rule)
        where T : Node
    {
        if (TryParse(text, rule, null, out var node, out _))
        {
            return node!; // true means that there is a node
        }

        TryParse(text, rule, new ExpectedTokens(), out _, out var error);
        throw error!; // the same text fails again
    }

    private static bool TryParse<T>(string text, Func<QueryParser, T> rule, ExpectedTokens? expected, out T? node, out QueryException? error)
        where T : Node
    {
        try
        {
            var parser = new QueryParser(text, expected);
            node = rule(parser);
            parser.ExpectEnd();
            error = null;
            return parser._notSupported is null ? true : throw parser._notSupported;
        }
        catch (QueryException exception) when (exception.Code == ErrorCode.SyntaxError)
        {
            node = null;
            error = exception;
            return false;
        }
    }

    private bool Is(TokenKind kind)
    {
        if (_cursor.Kind == kind)
        {
            return true;
        }

        _expected?.Add(_cursor.Position, TokenNames.Of(kind));
        return false;
    }

    private bool Is(Keyword keyword)
    {
        if (_cursor.Keyword == keyword)
        {
            return true;
        }

        _expected?.Add(_cursor.Position, TokenNames.Of(keyword));
        return false;
    }

    private bool Accept(TokenKind kind)
    {
        if (!Is(kind))
        {
            return false;
        }

        _cursor.Take();
        return true;
    }

    private bool Accept(Keyword keyword)
    {
        if (!Is(keyword))
        {
            return false;
        }

        _cursor.Take();
        return true;
    }

    private Token Expect(TokenKind kind) => Is(kind) ? _cursor.Take() : throw Mismatch();

    private Token Expect(Keyword keyword) => Is(keyword) ? _cursor.Take() : throw Mismatch();

    private void ExpectEnd()
    {
        if (Is(TokenKind.End))
        {
            return;
        }

        if (_cursor.Previous.Kind == TokenKind.Semicolon || _cursor.Kind == TokenKind.Semicolon)
        {
            // Athena's sentence.
            throw new QueryException(
                ErrorCode.SyntaxError,
                _cursor.Peek(1).Span,
                $"Only one sql statement is allowed. Got: {_cursor.Text}",
                "Run the statements one after another.");
        }

        throw Mismatch();
    }

    private void EnterRule(string name) => _expected?.EnterRule(_cursor.Position, name);

    private TextSpan Here => _cursor.Current.Span;

    private ValueList<T> List<T>(Func<T> parseElement)
    {
        var first = parseElement();
        if (!Accept(TokenKind.Comma))
        {
            return [first];
        }

        var elements = new List<T> { first };
        do
        {
            elements.Add(parseElement());
        }
        while (Accept(TokenKind.Comma));
        return elements.ToValueList();
    }

    private ValueList<T> Parenthesized<T>(Func<T> parseElement)
    {
        Expect(TokenKind.LeftParen);
        var elements = List(parseElement);
        Expect(TokenKind.RightParen);
        return elements;
    }

    private QueryException Mismatch()
    {
        var token = _cursor.Current;
        if (token.Kind is TokenKind.BackquotedName)
        {
            return BackquotedName(token);
        }

        var expected = _expected?.At(_cursor.Position) ?? "";
        var brief = $"mismatched input '{token.TextIn(_cursor.Text)}'";
        return new QueryException(ErrorCode.SyntaxError, token.Span, $"{brief}. Expecting: {expected}", SyntaxHints.For(token, _cursor, expected)) { Brief = brief };
    }

    private static QueryException NotSupported(TextSpan span, string what) =>
        new(ErrorCode.NotSupported, span, $"{what} is not supported", null);

    private static QueryException Invalid(TextSpan span, string message, string? hint = null) =>
        new(ErrorCode.SyntaxError, span, message, hint);
}
