namespace Spoor.Sql.Syntax.Lexing;

/// <summary>How Trino's errors show what was expected.</summary>
internal static class TokenNames
{
    internal static string Of(Keyword keyword) => $"'{Keywords.TextOf(keyword)}'";

    internal static string Of(TokenKind kind) => kind switch
    {
        TokenKind.End => "<EOF>",
        TokenKind.Word or TokenKind.QuotedName or TokenKind.BackquotedName or TokenKind.DigitName => "<identifier>",
        TokenKind.String or TokenKind.UnicodeString => "<string>",
        TokenKind.Integer => "<integer>",
        TokenKind.Equal => "'='",
        TokenKind.Less => "'<'",
        TokenKind.Greater => "'>'",
        TokenKind.Plus => "'+'",
        TokenKind.Minus => "'-'",
        TokenKind.Asterisk => "'*'",
        TokenKind.Slash => "'/'",
        TokenKind.Percent => "'%'",
        TokenKind.Concat => "'||'",
        TokenKind.QuestionMark => "'?'",
        TokenKind.Comma => "','",
        TokenKind.Dot => "'.'",
        TokenKind.LeftParen => "'('",
        TokenKind.RightParen => "')'",
        TokenKind.LeftBracket => "'['",
        TokenKind.RightBracket => "']'",
        TokenKind.Arrow => "'->'",
        TokenKind.Colon => "':'",
        _ => kind.ToString(),
    };
}
