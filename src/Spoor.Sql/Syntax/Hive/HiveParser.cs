using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Hive;

/// <summary>Recursive-descent parser of Hive's DDL and utility statements as Athena takes them.</summary>
/// <seealso href="https://docs.aws.amazon.com/athena/latest/ug/ddl-reference.html"/>
/// <seealso href="https://github.com/apache/hive/blob/rel/release-2.3.9/ql/src/java/org/apache/hadoop/hive/ql/parse/HiveParser.g"/>
internal sealed partial class HiveParser
{
    private readonly TokenCursor _cursor;

    // What the statement is called in Hive's errors; null before its first words have been read.
    private string? _context;

    private HiveParser(string text) => _cursor = new TokenCursor(text, Dialect.Hive);

    internal static Statement Parse(string text)
    {
        var parser = new HiveParser(text);
        var statement = parser.ParseStatement();
        parser.ExpectEnd();
        return statement;
    }

    internal static TypeName ParseTypeName(string text)
    {
        var parser = new HiveParser(text) { _context = "column type" };
        var type = parser.ParseType();
        parser.ExpectEnd();
        return type;
    }

    private TextSpan Here => _cursor.Current.Span;

    private bool Is(TokenKind kind) => _cursor.Kind == kind;

    private bool Is(Keyword keyword) => _cursor.Keyword == keyword;

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

    private Token Expect(TokenKind kind) => Is(kind) ? _cursor.Take() : throw Mismatch(HiveNameOf(kind));

    private Token Expect(Keyword keyword) => Is(keyword) ? _cursor.Take() : throw Mismatch(Keywords.TextOf(keyword));

    private void ExpectEnd()
    {
        if (Is(TokenKind.End))
        {
            return;
        }

        if (Is(TokenKind.Semicolon))
        {
            throw new QueryException(
                ErrorCode.SyntaxError,
                _cursor.Peek(1).Span,
                $"Only one sql statement is allowed. Got: {_cursor.Text}",
                "Run the statements one after another.");
        }

        throw Failure($"missing EOF at {Quote(0)} near {QuotePrevious()}");
    }

    private ValueList<T> Parenthesized<T>(Func<T> parseElement)
    {
        Expect(TokenKind.LeftParen);
        var elements = new List<T> { parseElement() };
        while (Accept(TokenKind.Comma))
        {
            elements.Add(parseElement());
        }

        Expect(TokenKind.RightParen);
        return elements.ToValueList();
    }

    private static string HiveNameOf(TokenKind kind) => kind switch
    {
        TokenKind.String => "StringLiteral",
        TokenKind.Integer => "Number",
        TokenKind.LeftParen => "(",
        TokenKind.RightParen => ")",
        TokenKind.Less => "<",
        TokenKind.Greater => ">",
        TokenKind.Colon => ":",
        TokenKind.Equal => "=",
        _ => "Identifier",
    };

    private string Quote(int distance) => $"'{_cursor.Peek(distance).TextIn(_cursor.Text)}'";

    private string QuotePrevious() => _cursor.Position == 0 ? "'<EOF>'" : $"'{_cursor.Previous.TextIn(_cursor.Text)}'";

    private QueryException Mismatch(string expected) =>
        Failure($"mismatched input {Quote(0)} expecting {expected} near {QuotePrevious()}{InContext(_context)}");

    private QueryException CannotRecognize(string? context = null) =>
        Failure($"cannot recognize input near {Quote(0)} {Quote(1)} {Quote(2)}{InContext(context ?? _context)}");

    private static string InContext(string? context) => context is null ? "" : $" in {context}";

    // Hive counts columns from 0, and has its place inside the sentence.
    private QueryException Failure(string problem, string? hint = null)
    {
        var token = _cursor.Current;
        return new QueryException(
            ErrorCode.HiveParseException,
            token.Span,
            $"FAILED: ParseException line {token.Line}:{token.Column - 1} {problem}",
            hint ?? HintFor(token));
    }

    private string? HintFor(Token token)
    {
        var written = token.TextIn(_cursor.Text);
        return token.Kind switch
        {
            TokenKind.String when written[0] == '"' => $"Names in DDL statements take backquotes: `{written[1..^1]}`; double quotes are for queries.",
            TokenKind.Unrecognized when written is "'" or "\"" or "`" => "A quote is opened here and not closed.",
            TokenKind.Unrecognized when written == "_" => "A name that starts with _ needs backquotes in DDL statements.",
            TokenKind.Unrecognized when written is "“" or "”" or "‘" or "’" => "These are typographic quotes; write ' around a text and ` around a name.",
            TokenKind.Unrecognized when written is "$" or "{" => SyntaxHints.Placeholder,
            TokenKind.Less or TokenKind.LeftBracket => SyntaxHints.Placeholder,
            TokenKind.Minus when _cursor.Previous.End == token.Start => "A name with other characters than letters, digits and _ needs backquotes.",
            TokenKind.End => "The statement ends too early.",
            _ => null,
        };
    }
}
