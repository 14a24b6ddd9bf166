namespace Spoor.Sql.Syntax;

/// <summary>Advice for the mistakes that people make most.</summary>
internal static class SyntaxHints
{
    /// <summary>What to do about <paramref name="token"/>, which does not fit; null when the message says it all.</summary>
    internal static string? For(Token token, TokenCursor cursor, string expected)
    {
        var written = token.TextIn(cursor.Text);
        return token.Kind switch
        {
            TokenKind.Unrecognized when written == "'" => "A text is opened here and not closed; a quote inside a text is written twice: ''.",
            TokenKind.Unrecognized when written == "\"" => "A name in double quotes is opened here and not closed.",
            TokenKind.Unrecognized when written is "“" or "”" or "‘" or "’" => "These are typographic quotes; write ' around a text and \" around a name.",
            TokenKind.End => "The statement ends too early.",
            TokenKind.Word when token.Keyword == Keyword.From && cursor.Previous.Kind == TokenKind.Comma => "There is a comma too many before FROM.",
            TokenKind.Word when IsReservedName(token, cursor, expected) => $"{written} is a reserved word; as a name it needs double quotes: \"{written}\".",
            TokenKind.Minus or TokenKind.Dot when IsPartOfName(cursor) => "A name with other characters than letters, digits and _ needs double quotes.",
            _ => null,
        };
    }

    // A word that goes on as a clause (FROM x, GROUP BY) is not meant as a name.
    private static bool IsReservedName(Token token, TokenCursor cursor, string expected) =>
        Keywords.IsReserved(token.Keyword)
        && token.Keyword is not (Keyword.From or Keyword.Where or Keyword.Select)
        && cursor.Peek(1).Keyword != Keyword.By
        && (expected.Contains("<identifier>", StringComparison.Ordinal) || expected.Contains("<expression>", StringComparison.Ordinal));

    private static bool IsPartOfName(TokenCursor cursor) =>
        cursor.Previous.Kind == TokenKind.Word && cursor.Previous.End == cursor.Current.Start && cursor.Peek(1).Start == cursor.Current.End;
}
