using Spoor.Core.Collections;
using Spoor.Sql.Syntax.Lexing;

namespace Spoor.Sql.Syntax;

/// <summary>Cuts a script into its statements at the semicolons that are not in quotes or comments.</summary>
public static class StatementSplitter
{
    /// <summary>The statements in order; empty ones are left out. Never fails: what is wrong in a statement, its parser says.</summary>
    /// <returns>Only the last may be incomplete: it lacks its semicolon, or ends within a quote or comment.</returns>
    public static ValueList<ScriptStatement> Split(string script)
    {
        var statements = new List<ScriptStatement>();
        var lexer = new Lexer(script, Dialect.Trino);
        while (ReadStatement(script, ref lexer) is { } statement)
        {
            if (statement.Text.Length > 0)
            {
                statements.Add(statement);
            }
        }

        return statements.ToValueList();
    }

    /// <summary>Whether more text is needed before <paramref name="script"/> can run: for a shell that reads line by line.</summary>
    /// <returns>True when the last statement lacks its semicolon or ends within a quote or comment.</returns>
    public static bool IsIncomplete(string script) => Split(script) is { Count: > 0 } statements && !statements[^1].IsComplete;

    private static ScriptStatement? ReadStatement(string script, ref Lexer lexer)
    {
        lexer.Dialect = StatementDialect.Of(lexer);
        var first = lexer.Next();
        if (first.Kind == TokenKind.End)
        {
            return null;
        }

        var last = first;
        for (var token = first; ; token = lexer.Next())
        {
            if (lexer.IsUnclosed)
            {
                // All the rest belongs to the quote or comment.
                var rest = script[first.Start..].TrimEnd();
                lexer = new Lexer("", Dialect.Trino);
                return new ScriptStatement(rest, first.Start, first.Line, first.Column, IsComplete: false);
            }

            if (token.Kind is TokenKind.Semicolon or TokenKind.End)
            {
                var text = last.Kind == TokenKind.Semicolon ? "" : script[first.Start..last.End];
                return new ScriptStatement(text, first.Start, first.Line, first.Column, token.Kind == TokenKind.Semicolon);
            }

            last = token;
        }
    }
}
