using Spoor.Core.Errors;
using Spoor.Core.Text;


namespace Spoor.Sql.Syntax.Lexing;

/// <summary>A place among the tokens of one statement, which only moves forward.</summary>
internal sealed class TokenCursor
{
    /// <summary>How deep a statement may nest, and how long a chain of one left-associative operator may be: the tree is that deep.</summary>
    internal const int MaximumDepth = 2000;

    private readonly Token[] _tokens;
    private int[]? _matches;
    private int _depth;

    internal TokenCursor(string text, Dialect dialect)
    {
        Text = text;
        _tokens = DropFinalSemicolons(Lexer.Tokenize(text, dialect));
    }

    internal string Text { get; }

    internal int Position { get; private set; }

    internal ref readonly Token Current => ref _tokens[Position];

    internal ref readonly Token Previous => ref _tokens[Math.Max(0, Position - 1)];

    internal TokenKind Kind => _tokens[Position].Kind;

    internal Keyword Keyword => _tokens[Position].Keyword;

    /// <summary>The token <paramref name="distance"/> behind the current one, or the end.</summary>
    internal ref readonly Token Peek(int distance) => ref _tokens[Math.Min(Position + distance, _tokens.Length - 1)];

    internal ref readonly Token At(int position) => ref _tokens[Math.Min(position, _tokens.Length - 1)];

    /// <summary>Takes the current token; stays at the end.</summary>
    internal Token Take()
    {
        var token = _tokens[Position];
        if (token.Kind != TokenKind.End)
        {
            Position++;
        }

        return token;
    }

    /// <summary>From the start of <paramref name="start"/> to the end of the last token taken.</summary>
    internal TextSpan SpanFrom(TextSpan start) => start with { Length = Math.Max(0, Previous.End - start.Start) };

    /// <summary>Position of the bracket that closes the one at <paramref name="open"/>, or of the end.</summary>
    internal int Match(int open) => (_matches ??= MatchBrackets())[Math.Min(open, _tokens.Length - 1)];

    /// <summary>Enters a rule that may hold itself; each Enter needs a <see cref="Leave"/>.</summary>
    internal void Enter()
    {
        if (++_depth > MaximumDepth || !StackGuard.HasRoom)
        {
            throw TooLarge();
        }
    }

    internal void Leave() => _depth--;

    /// <summary>Refuses a chain whose tree would be too deep.</summary>
    internal static void CheckChain(int length)
    {
        if (length > MaximumDepth)
        {
            throw TooLarge();
        }
    }

    // Trino's sentence; Trino places it at the start because its stack is gone.
    private static QueryException TooLarge() => new(
        ErrorCode.StackOverflow,
        new TextSpan(0, 0, 1, 1),
        "statement is too large (stack overflow while parsing)",
        $"At most {MaximumDepth} levels of nesting, or terms in one chain of +, || and the like, are supported; AND and OR have no limit.");

    private static Token[] DropFinalSemicolons(Token[] tokens)
    {
        var count = tokens.Length - 1;
        while (count > 0 && tokens[count - 1].Kind == TokenKind.Semicolon)
        {
            count--;
        }

        if (count == tokens.Length - 1)
        {
            return tokens;
        }

        var end = tokens[count] with { Kind = TokenKind.End, Length = 0 };
        return [.. tokens.AsSpan(0, count), end];
    }

    private int[] MatchBrackets()
    {
        var matches = new int[_tokens.Length];
        Array.Fill(matches, _tokens.Length - 1);
        var open = new Stack<int>();
        for (var i = 0; i < _tokens.Length; i++)
        {
            if (_tokens[i].Kind is TokenKind.LeftParen or TokenKind.LeftBracket)
            {
                open.Push(i);
            }
            else if (_tokens[i].Kind is TokenKind.RightParen or TokenKind.RightBracket && open.TryPop(out var start))
            {
                matches[start] = i;
            }
        }

        return matches;
    }
}
