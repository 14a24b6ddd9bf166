using Spoor.Sql.Syntax.Lexing;

namespace Spoor.Sql.Syntax;

/// <summary>Decides which of Athena's languages a statement is in.</summary>
internal static class StatementDialect
{
    /// <summary>The language of a text that holds one statement.</summary>
    internal static Dialect Of(string text) => Of(new Lexer(text, Dialect.Trino));

    /// <summary>The language of the statement that <paramref name="lexer"/>, here a copy, would read next.</summary>
    internal static Dialect Of(Lexer lexer)
    {
        lexer.Dialect = Dialect.Trino;
        var first = lexer.Next().Keyword;
        return first switch
        {
            Keyword.Alter or Keyword.Msck or Keyword.Show or Keyword.Describe or Keyword.Desc => Dialect.Hive,
            Keyword.Create => OfCreate(ref lexer),
            Keyword.Drop => OfDrop(ref lexer),
            _ => Dialect.Trino,
        };
    }

    private static Dialect OfCreate(ref Lexer lexer) => lexer.Next().Keyword switch
    {
        Keyword.External or Keyword.Database or Keyword.Schema => Dialect.Hive,
        Keyword.Table => OfCreateTable(ref lexer),
        _ => Dialect.Trino,
    };

    // CREATE TABLE is Hive's unless it takes its rows from a query; WITH (...) belongs to that form alone.
    private static Dialect OfCreateTable(ref Lexer lexer)
    {
        var depth = 0;
        var isHive = false;
        for (var token = lexer.Next(); token.Kind is not (TokenKind.End or TokenKind.Semicolon); token = lexer.Next())
        {
            depth += token.Kind switch
            {
                TokenKind.LeftParen => 1,
                TokenKind.RightParen => -1,
                _ => 0,
            };
            if (depth <= 0 && !isHive && token.Keyword is Keyword.As or Keyword.With)
            {
                return Dialect.Trino;
            }

            isHive |= depth == 0 && token.Keyword is Keyword.Partitioned or Keyword.Row or Keyword.Stored or Keyword.Clustered or Keyword.Location or Keyword.Tblproperties;
        }

        return Dialect.Hive;
    }

    // Views are Trino's and have names in double quotes; a name in backquotes is understood all the same.
    private static Dialect OfDrop(ref Lexer lexer)
    {
        if (lexer.Next().Keyword != Keyword.View)
        {
            return Dialect.Hive;
        }

        for (var token = lexer.Next(); token.Kind is not (TokenKind.End or TokenKind.Semicolon); token = lexer.Next())
        {
            if (token.Kind == TokenKind.BackquotedName)
            {
                return Dialect.Hive;
            }
        }

        return Dialect.Trino;
    }
}
