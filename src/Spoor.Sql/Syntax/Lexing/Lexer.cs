namespace Spoor.Sql.Syntax.Lexing;

/// <summary>Cuts a text into tokens under Trino's or Hive's lexical rules; blanks and comments are dropped.</summary>
/// <remarks>Never fails: what no rule takes is one <see cref="TokenKind.Unrecognized"/> character, which the parser refuses in its context.</remarks>
internal struct Lexer(string text, Dialect dialect)
{
    private int _position;
    private int _line = 1;
    private int _lineStart;

    // Trino counts a character outside the basic plane as one column.
    private int _surrogatePairsInLine;

    /// <summary>A string, name or comment was opened and not closed before the end.</summary>
    internal bool IsUnclosed { get; private set; }

    /// <summary>Whose rules the next token is read by.</summary>
    internal Dialect Dialect { readonly get; set; } = dialect;

    /// <summary>All tokens; the last is <see cref="TokenKind.End"/>.</summary>
    internal static Token[] Tokenize(string text, Dialect dialect)
    {
        var lexer = new Lexer(text, dialect);
        var tokens = new List<Token>((text.Length / 5) + 4);
        Token token;
        do
        {
            token = lexer.Next();
            tokens.Add(token);
        }
        while (token.Kind != TokenKind.End);
        return tokens.ToArray();
    }

    /// <summary>The next token; <see cref="TokenKind.End"/> again and again at the end.</summary>
    internal Token Next()
    {
        SkipBlanksAndComments();
        var start = _position;
        var line = _line;
        var column = start - _lineStart - _surrogatePairsInLine + 1;
        if (start >= text.Length)
        {
            return new Token(TokenKind.End, Keyword.None, start, 0, line, column);
        }

        var length = Measure(start, out var kind);
        Advance(length);
        var keyword = kind == TokenKind.Word ? Keywords.Find(text.AsSpan(start, length)) : Keyword.None;
        return new Token(kind, keyword, start, length, line, column);
    }

    private readonly char At(int index) => index < text.Length ? text[index] : '\0';

    private void Advance(int length)
    {
        var end = _position + length;
        for (; _position < end; _position++)
        {
            var character = text[_position];
            if (character == '\n')
            {
                _line++;
                _lineStart = _position + 1;
                _surrogatePairsInLine = 0;
            }
            else if (char.IsHighSurrogate(character) && char.IsLowSurrogate(At(_position + 1)))
            {
                _surrogatePairsInLine++;
            }
        }
    }

    private void SkipBlanksAndComments()
    {
        while (_position < text.Length)
        {
            var length = text[_position] switch
            {
                ' ' or '\t' or '\r' or '\n' => 1,
                '-' when At(_position + 1) == '-' => LineCommentLength(),
                '/' when At(_position + 1) == '*' => BlockCommentLength(),
                _ => 0,
            };
            if (length == 0)
            {
                return;
            }

            Advance(length);
        }
    }

    private readonly int LineCommentLength()
    {
        var length = text.AsSpan(_position).IndexOf('\n');
        return length < 0 ? text.Length - _position : length;
    }

    private int BlockCommentLength()
    {
        var close = text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
        if (close >= 0)
        {
            return close + 2 - _position;
        }

        IsUnclosed = true;
        return 0;
    }

    private int Measure(int start, out TokenKind kind)
    {
        var first = text[start];
        if (first is 'x' or 'X' && At(start + 1) == '\'' && Dialect == Dialect.Trino && text.IndexOf('\'', start + 2) is var close and > 0)
        {
            kind = TokenKind.Binary;
            return close + 1 - start;
        }

        if (first is 'u' or 'U' && At(start + 1) == '&' && At(start + 2) == '\'' && Dialect == Dialect.Trino)
        {
            return MeasureQuoted(start, start + 2, TokenKind.UnicodeString, out kind);
        }

        if (char.IsAsciiLetter(first) || (first == '_' && Dialect == Dialect.Trino))
        {
            kind = TokenKind.Word;
            return WordEnd(start) - start;
        }

        if (char.IsAsciiDigit(first) || (first == '.' && char.IsAsciiDigit(At(start + 1))))
        {
            var end = NumberLexer.Measure(text, start, out kind);
            return end - start;
        }

        return first switch
        {
            '\'' => MeasureQuoted(start, start, TokenKind.String, out kind),
            '"' => MeasureQuoted(start, start, Dialect == Dialect.Hive ? TokenKind.String : TokenKind.QuotedName, out kind),
            '`' => MeasureQuoted(start, start, TokenKind.BackquotedName, out kind),
            _ => MeasureSymbol(start, out kind),
        };
    }

    private readonly int WordEnd(int index)
    {
        while (char.IsAsciiLetterOrDigit(At(index)) || At(index) == '_')
        {
            index++;
        }

        return index;
    }

    private int MeasureQuoted(int start, int open, TokenKind quotedKind, out TokenKind kind)
    {
        var quote = text[open];
        var hasEscapes = Dialect == Dialect.Hive && quote != '`';
        for (var i = open + 1; i < text.Length; i++)
        {
            if (hasEscapes && text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == quote && At(i + 1) == quote)
            {
                i++;
            }
            else if (text[i] == quote)
            {
                kind = quotedKind;
                return i + 1 - start;
            }
        }

        IsUnclosed = true;
        kind = open == start ? TokenKind.Unrecognized : TokenKind.Word;
        return 1;
    }

    private readonly int MeasureSymbol(int start, out TokenKind kind)
    {
        var next = At(start + 1);
        (kind, var length) = text[start] switch
        {
            '=' => (TokenKind.Equal, 1),
            '<' when next == '>' => (TokenKind.NotEqual, 2),
            '<' when next == '=' => (TokenKind.LessOrEqual, 2),
            '<' => (TokenKind.Less, 1),
            '>' when next == '=' => (TokenKind.GreaterOrEqual, 2),
            '>' => (TokenKind.Greater, 1),
            '!' when next == '=' => (TokenKind.NotEqual, 2),
            '+' => (TokenKind.Plus, 1),
            '-' when next == '>' => (TokenKind.Arrow, 2),
            '-' => (TokenKind.Minus, 1),
            '*' => (TokenKind.Asterisk, 1),
            '/' => (TokenKind.Slash, 1),
            '%' => (TokenKind.Percent, 1),
            '|' when next == '|' => (TokenKind.Concat, 2),
            '?' => (TokenKind.QuestionMark, 1),
            ';' => (TokenKind.Semicolon, 1),
            ',' => (TokenKind.Comma, 1),
            '.' => (TokenKind.Dot, 1),
            '(' => (TokenKind.LeftParen, 1),
            ')' => (TokenKind.RightParen, 1),
            '[' => (TokenKind.LeftBracket, 1),
            ']' => (TokenKind.RightBracket, 1),
            ':' => (TokenKind.Colon, 1),
            var other => (TokenKind.Unrecognized, char.IsHighSurrogate(other) && char.IsLowSurrogate(next) ? 2 : 1),
        };
        return length;
    }
}
