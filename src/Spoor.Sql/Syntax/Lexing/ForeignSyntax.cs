namespace Spoor.Sql.Syntax.Lexing;

/// <summary>Advice for what other dialects of SQL have and Trino has not: one line that says how it is written here.</summary>
/// <remarks>Asked only for a statement that does not parse, so nothing that Trino understands can be taken for another dialect's.</remarks>
internal static class ForeignSyntax
{
    private const string Json = "A field of JSON text is taken out by json_extract_scalar(x, '$.field'), a field of a struct by x.field.";
    private const string Regex = "A pattern is matched by regexp_like(x, 'pattern'); (?i) in front of the pattern ignores case.";
    private const string Interval = "The number of an interval stands in quotes, its unit behind them: INTERVAL '1' DAY.";
    private const string Exclude = "Columns cannot be taken out of *: name those that are wanted, or leave the column where it is.";
    private const string ShellCommand = "Commands that begin with . or \\ are the shell's. SHOW TABLES lists tables, DESCRIBE t a table's columns.";
    private const string Comment = "A comment begins with -- or stands between /* and */.";

    // Words that fit nowhere, or were taken for a name so that what stands behind them does not fit.
    private static readonly Dictionary<string, string> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ILIKE"] = "LIKE heeds case. Write lower(x) LIKE 'pattern' with a pattern in small letters, or regexp_like(x, '(?i)pattern').",
        ["RLIKE"] = Regex,
        ["REGEXP"] = Regex,
        ["SIMILAR"] = Regex,
        ["GLOB"] = "A pattern with wildcards is LIKE's: % stands for any text, _ for one character.",
        ["QUALIFY"] = "QUALIFY is a subquery here: SELECT * FROM (SELECT ..., row_number() OVER (...) AS n FROM t) WHERE n = 1.",
        ["EXCLUDE"] = Exclude,
        ["MINUS"] = "MINUS is called EXCEPT.",
        ["ISNULL"] = "Write x IS NULL.",
        ["NOTNULL"] = "Write x IS NOT NULL.",
        ["SAMPLE"] = "A sample is taken by FROM t TABLESAMPLE BERNOULLI (10), in percent of the rows.",
        ["PIVOT"] = "There is no PIVOT: write one column for each value, count(*) FILTER (WHERE x = 'value').",
        ["UNPIVOT"] = "There is no UNPIVOT: write CROSS JOIN UNNEST(ARRAY['a', 'b'], ARRAY[a, b]) AS u (name, value).",
        ["DIV"] = "Whole numbers are divided by /.",
        ["XOR"] = "Write a <> b for conditions, bitwise_xor(a, b) for numbers.",
        ["SEMI"] = "A semi join is written WHERE x IN (SELECT ...).",
        ["ANTI"] = "An anti join is written WHERE x NOT IN (SELECT ...), or NOT EXISTS (SELECT ...).",
        ["ASOF"] = "There is no ASOF JOIN: join on time >= and keep the last by max_by(x, time).",
        ["APPLY"] = "CROSS APPLY is written CROSS JOIN LATERAL (SELECT ...), or CROSS JOIN UNNEST(array) AS u (name).",
        ["COLLATE"] = "Texts are compared character by character; lower(x) on both sides ignores case.",
        ["DISTRIBUTE"] = "There is no DISTRIBUTE BY in a query.",
        ["CLUSTER"] = "There is no CLUSTER BY in a query; ORDER BY sorts.",
        ["SORT"] = "Rows are sorted by ORDER BY.",
        ["PRAGMA"] = "Settings belong to the program that runs the statement. SHOW TABLES lists tables, DESCRIBE t a table's columns.",
        ["ATTACH"] = "A database is made by CREATE DATABASE; tables over objects by CREATE EXTERNAL TABLE ... LOCATION 's3://...'.",
        ["DATETIME"] = "Write TIMESTAMP '2024-01-31 00:00:00'.",
        ["SUMMARIZE"] = "SHOW TABLES lists tables, DESCRIBE t a table's columns.",
    };

    /// <summary>How what stands at the cursor is written in Trino's SQL; null when it belongs to no dialect that is known here.</summary>
    internal static string? Hint(TokenCursor cursor) => OfSymbol(cursor) ?? OfText(cursor) ?? OfClause(cursor) ?? OfWord(cursor);

    private static string? OfSymbol(TokenCursor cursor)
    {
        var (token, next) = (cursor.Current, cursor.Peek(1));
        var touchesNext = next.Start == token.End;
        return token.Kind switch
        {
            TokenKind.Colon when touchesNext && next.Kind == TokenKind.Colon => "A value is converted by CAST(x AS type), or TRY_CAST, which gives NULL where that fails.",
            TokenKind.Colon when cursor.Previous.End != token.Start => "A parameter is written ?, in a prepared statement: EXECUTE name USING value.",
            TokenKind.Colon or TokenKind.Arrow => Json,
            TokenKind.Equal when cursor.Previous.Kind == TokenKind.Equal => "Values are compared with one =.",
            TokenKind.Greater when cursor.Previous.Kind == TokenKind.Arrow => Json,
            TokenKind.Greater when cursor.Previous.Kind == TokenKind.LessOrEqual => "Write x IS NOT DISTINCT FROM y.",
            TokenKind.Slash when cursor.Previous.Kind == TokenKind.Slash => $"Whole numbers are divided by one /. {Comment}",
            TokenKind.Asterisk when cursor.Previous.Kind == TokenKind.Asterisk => "A power is written power(x, y).",
            TokenKind.LeftBracket => "A list is written ARRAY[1, 2], and a name with other characters than letters, digits and _ in double quotes.",
            TokenKind.RightParen when cursor.Previous.Kind == TokenKind.LeftParen && IsClock(cursor.At(Math.Max(0, cursor.Position - 2)).Keyword) =>
                "current_timestamp, current_date and the like have no brackets; now() has.",
            TokenKind.Unrecognized => OfCharacter(cursor.Text.AsSpan(token.Start, token.Length), cursor),
            TokenKind.Dot when cursor.Position == 0 => ShellCommand,
            _ => null,
        };
    }

    private static string? OfCharacter(ReadOnlySpan<char> character, TokenCursor cursor) => character switch
    {
        "#" => Comment,
        "~" => Regex,
        "!" when cursor.Text.AsSpan(cursor.Current.End).StartsWith("~") => Regex,
        "!" => "A condition is negated by NOT.",
        "&" => "Conditions are joined by AND; bits by bitwise_and(a, b).",
        "|" => "Conditions are joined by OR, texts by ||, bits by bitwise_or(a, b).",
        "^" => "A power is written power(x, y); bits are compared by bitwise_xor(a, b).",
        "@" => "There are no variables: WITH v AS (SELECT ...) names a value, ? is a parameter of a prepared statement.",
        "\\" when cursor.Position == 0 => ShellCommand,
        [var one] when IsUnseen(one) => $"The character U+{(int)one:X4} looks like a blank and is none, as copied text often has it; put a blank in its place.",
        _ => null,
    };

    // Blanks that are not ASCII's, and characters of no width: U+200B to U+200D, U+2060, U+FEFF.
    private static bool IsUnseen(char character) =>
        char.IsWhiteSpace(character) || character is (>= '\u200B' and <= '\u200D') or '\u2060' or '\uFEFF';

    private static string? OfText(TokenCursor cursor)
    {
        var (token, previous) = (cursor.Current, cursor.Previous);
        if (EndsWithBackslash(previous, cursor) || (cursor.Position > 1 && EndsWithBackslash(cursor.At(cursor.Position - 2), cursor)))
        {
            return "A backslash is a character like any other: a quote inside a text is written twice: ''.";
        }

        return token.Kind == TokenKind.String && previous.Kind == TokenKind.Word && previous.End == token.Start && previous.Length == 1
            ? "A text has no letter before its quotes: write 'text'. Characters by their code are U&'\\2603'."
            : null;
    }

    private static bool EndsWithBackslash(Token token, TokenCursor cursor) =>
        token.Kind == TokenKind.String && token.Length > 2 && cursor.Text[token.End - 2] == '\\';

    private static string? OfClause(TokenCursor cursor)
    {
        var (token, previous) = (cursor.Current, cursor.Previous);
        var before = cursor.At(Math.Max(0, cursor.Position - 2));
        if (Is(previous, "INTERVAL", cursor) || (Is(before, "INTERVAL", cursor) && previous.Kind is TokenKind.String))
        {
            return Interval;
        }

        if (token.Kind == TokenKind.Comma && before.Keyword == Keyword.Limit)
        {
            return "LIMIT 20, 10 is written OFFSET 20 LIMIT 10.";
        }

        if (token.Kind == TokenKind.Integer && Is(previous, "TOP", cursor))
        {
            return "TOP 10 is written at the end of the query: LIMIT 10.";
        }

        if (token.Keyword == Keyword.On && previous.Keyword == Keyword.Distinct)
        {
            return "DISTINCT ON is a group: SELECT x, max_by(y, time) FROM t GROUP BY x, or row_number() in a subquery.";
        }

        if (before.Keyword == Keyword.Except && cursor.At(Math.Max(0, cursor.Position - 3)).Kind == TokenKind.Asterisk)
        {
            return Exclude;
        }

        if (previous.Kind == TokenKind.Asterisk && Is(token, "REPLACE", cursor))
        {
            return Exclude;
        }

        return token.Keyword switch
        {
            Keyword.From when cursor.Position == 0 => "A query begins with SELECT: SELECT * FROM t.",
            Keyword.Unnest => "UNNEST stands in FROM: FROM t CROSS JOIN UNNEST(x) AS u (name).",
            Keyword.Update when previous.Keyword == Keyword.For => "Nothing is locked here: leave FOR UPDATE away.",
            Keyword.Into => "A query is kept by CREATE VIEW v AS SELECT ....",
            _ when previous.Keyword == Keyword.Lateral && Is(token, "VIEW", cursor) => "LATERAL VIEW explode(x) is written CROSS JOIN UNNEST(x) AS u (name).",
            _ => token.Kind == TokenKind.End && previous.Keyword == Keyword.All && before.Keyword == Keyword.By ? "Name the columns, or their places in the select list: GROUP BY 1, 2." : null,
        };
    }

    private static bool IsClock(Keyword keyword) =>
        keyword is Keyword.CurrentTimestamp or Keyword.CurrentDate or Keyword.CurrentTime or Keyword.Localtimestamp or Keyword.Localtime;

    private static string? OfWord(TokenCursor cursor) => Find(cursor.Current, cursor) ?? Find(cursor.Previous, cursor);

    private static string? Find(Token token, TokenCursor cursor) =>
        token.Kind == TokenKind.Word && s_words.TryGetValue(token.TextIn(cursor.Text), out var hint) ? hint : null;

    private static bool Is(Token token, string word, TokenCursor cursor) =>
        token.Kind == TokenKind.Word && cursor.Text.AsSpan(token.Start, token.Length).Equals(word, StringComparison.OrdinalIgnoreCase);
}
