namespace Spoor.Sql.Syntax.Lexing;

/// <summary>Advice for the mistakes that people make most.</summary>
internal static class SyntaxHints
{
    internal const string Placeholder = "If this is a placeholder of a template, put its value here.";

    /// <summary>What to do about <paramref name="token"/>, which does not fit; null when the message says it all.</summary>
    internal static string? For(Token token, TokenCursor cursor, string expected)
    {
        var written = token.TextIn(cursor.Text);
        return ForeignSyntax.Hint(cursor) ?? token.Kind switch
        {
            TokenKind.Unrecognized when written == "'" => "A text is opened here and not closed; a quote inside a text is written twice: ''.",
            TokenKind.Unrecognized when written == "\"" => "A name in double quotes is opened here and not closed.",
            TokenKind.Unrecognized when written is "“" or "”" or "‘" or "’" => "These are typographic quotes; write ' around a text and \" around a name.",
            TokenKind.Unrecognized when written is "$" or "{" => Placeholder,
            TokenKind.End => "The statement ends too early.",
            TokenKind.Word when token.Keyword == Keyword.From && cursor.Previous.Kind == TokenKind.Comma => "There is a comma too many before FROM.",
            TokenKind.Word when IsReservedName(token, cursor, expected) => $"{written} is a reserved word; as a name it needs double quotes: \"{written}\".",
            TokenKind.Minus or TokenKind.Dot when IsPartOfName(cursor) => "A name with other characters than letters, digits and _ needs double quotes.",
            TokenKind.Word when token.Keyword == Keyword.Offset && expected == "<EOF>" => "OFFSET stands before LIMIT.",
            TokenKind.Word when NearestKeyword(written, expected) is { } keyword => $"Did you mean {keyword}?",
            _ => null,
        };
    }

    // A keyword that could stand here and differs by one letter, or by two that changed places.
    private static string? NearestKeyword(string written, string expected)
    {
        var word = written.ToUpperInvariant();
        var keywords = expected.Split(", ").Where(name => name.Length > 4 && char.IsAsciiLetter(name[1]) && name[0] == '\'').Select(name => name[1..^1]);
        return keywords.Concat(expected.Contains("<query>", StringComparison.Ordinal) ? ["SELECT"] : []).FirstOrDefault(keyword => IsNear(word, keyword));
    }

    private static bool IsNear(string word, string keyword)
    {
        var same = 0;
        while (same < word.Length && same < keyword.Length && word[same] == keyword[same])
        {
            same++;
        }

        var (rest, wanted) = (word[same..], keyword[same..]);
        return word.Length > 2 && (rest.Length > 0 || wanted.Length > 0)
            && (IsTail(rest, 1, wanted, 1) || IsTail(rest, 0, wanted, 1) || IsTail(rest, 1, wanted, 0) || AreSwapped(rest, wanted));
    }

    private static bool IsTail(string rest, int skip, string wanted, int skipWanted) =>
        rest.Length >= skip && wanted.Length >= skipWanted && rest.AsSpan(skip).SequenceEqual(wanted.AsSpan(skipWanted));

    private static bool AreSwapped(string rest, string wanted) =>
        rest.Length >= 2 && wanted.Length >= 2 && rest[0] == wanted[1] && rest[1] == wanted[0] && IsTail(rest, 2, wanted, 2);

    // A word that goes on as a clause (FROM x, GROUP BY) is not meant as a name.
    private static bool IsReservedName(Token token, TokenCursor cursor, string expected) =>
        Keywords.IsReserved(token.Keyword)
        && token.Keyword is not (Keyword.From or Keyword.Where or Keyword.Select)
        && cursor.Peek(1).Keyword != Keyword.By
        && (expected.Contains("<identifier>", StringComparison.Ordinal) || expected.Contains("<expression>", StringComparison.Ordinal));

    private static bool IsPartOfName(TokenCursor cursor) =>
        cursor.Previous.Kind == TokenKind.Word && cursor.Previous.End == cursor.Current.Start && cursor.Peek(1).Start == cursor.Current.End;
}
