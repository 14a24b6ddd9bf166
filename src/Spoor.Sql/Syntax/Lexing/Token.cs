using Spoor.Core.Text;

namespace Spoor.Sql.Syntax.Lexing;

/// <summary>A lexical unit; <paramref name="Keyword"/> is None unless it is a word without quotes.</summary>
internal readonly record struct Token(TokenKind Kind, Keyword Keyword, int Start, int Length, int Line, int Column)
{
    /// <summary>Offset behind the last character.</summary>
    internal int End => Start + Length;

    /// <summary>The place in the text.</summary>
    internal TextSpan Span => new(Start, Length, Line, Column);

    /// <summary>The text as written; <c>&lt;EOF&gt;</c> at the end.</summary>
    internal string TextIn(string source) => Kind == TokenKind.End ? "<EOF>" : source.Substring(Start, Length);
}
