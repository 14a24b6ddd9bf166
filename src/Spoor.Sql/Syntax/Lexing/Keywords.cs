namespace Spoor.Sql.Syntax.Lexing;

/// <summary>Which words are keywords, and which of them cannot be names without quotes.</summary>
internal static class Keywords
{
    // Plain, not frozen: freezing searches for a good hash at every start, which costs more than a statement's look-ups gain.
    private static readonly Dictionary<string, Keyword> s_byText = Enum.GetValues<Keyword>()
        .Where(keyword => keyword != Keyword.None)
        .ToDictionary(TextOf, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, Keyword>.AlternateLookup<ReadOnlySpan<char>> s_bySpan =
        s_byText.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int s_longest = s_byText.Keys.Max(text => text.Length);

    // https://trino.io/docs/current/language/reserved.html
    private static readonly bool[] s_isReserved = Mark(
        Keyword.Alter, Keyword.And, Keyword.As, Keyword.Between, Keyword.By, Keyword.Case, Keyword.Cast, Keyword.Constraint, Keyword.Create,
        Keyword.Cross, Keyword.Cube, Keyword.CurrentCatalog, Keyword.CurrentDate, Keyword.CurrentPath, Keyword.CurrentRole, Keyword.CurrentSchema,
        Keyword.CurrentTime, Keyword.CurrentTimestamp, Keyword.CurrentUser, Keyword.Deallocate, Keyword.Delete, Keyword.Describe, Keyword.Distinct,
        Keyword.Drop, Keyword.Else, Keyword.End, Keyword.Escape, Keyword.Except, Keyword.Exists, Keyword.Extract, Keyword.False, Keyword.For,
        Keyword.From, Keyword.Full, Keyword.Group, Keyword.Grouping, Keyword.Having, Keyword.In, Keyword.Inner, Keyword.Insert, Keyword.Intersect,
        Keyword.Into, Keyword.Is, Keyword.Join, Keyword.JsonArray, Keyword.JsonExists, Keyword.JsonObject, Keyword.JsonQuery, Keyword.JsonTable,
        Keyword.JsonValue, Keyword.Left, Keyword.Like, Keyword.Listagg, Keyword.Localtime, Keyword.Localtimestamp, Keyword.Natural,
        Keyword.Normalize, Keyword.Not, Keyword.Null, Keyword.On, Keyword.Or, Keyword.Order, Keyword.Outer, Keyword.Prepare, Keyword.Recursive,
        Keyword.Right, Keyword.Rollup, Keyword.Select, Keyword.Skip, Keyword.Table, Keyword.Then, Keyword.Trim, Keyword.True, Keyword.Uescape,
        Keyword.Union, Keyword.Unnest, Keyword.Using, Keyword.Values, Keyword.When, Keyword.Where, Keyword.With);

    // DEVIATION: https://docs.aws.amazon.com/athena/latest/ug/reserved-words.html lists more (DATE, TIMESTAMP, USER and the like). Statements that
    // AWS itself publishes have them without backquotes, so they are taken as Hive takes them with hive.support.sql11.reserved.keywords=false.
    private static readonly HashSet<string> s_reservedInHive = new(
    [
        "AND", "CASE", "CAST", "CHAR", "COLUMN", "CONF", "CROSS", "CURRENT", "DATABASE", "DISTINCT", "ELSE", "END", "EXCHANGE", "EXTENDED",
        "FOLLOWING", "FROM", "FUNCTION", "HAVING", "IF", "INTERVAL", "JOIN", "LESS", "MACRO", "MAP", "MORE", "NOT", "ON", "OR", "OVER",
        "PARTIALSCAN", "PRECEDING", "PRESERVE", "REDUCE", "SELECT", "TABLESAMPLE", "THEN", "TRANSFORM", "UNBOUNDED", "UNIQUEJOIN", "VARCHAR",
        "WHEN", "WHERE", "WINDOW",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_reservedInHiveBySpan =
        s_reservedInHive.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The keyword that <paramref name="word"/> is in any case, or None.</summary>
    internal static Keyword Find(ReadOnlySpan<char> word) =>
        word.Length <= s_longest && s_bySpan.TryGetValue(word, out var keyword) ? keyword : Keyword.None;

    /// <summary>A word that cannot be a name in a query without quotes.</summary>
    internal static bool IsReserved(Keyword keyword) => s_isReserved[(int)keyword];

    /// <summary>A word that cannot be a name in Hive DDL without backquotes.</summary>
    internal static bool IsReservedInHive(ReadOnlySpan<char> word) => s_reservedInHiveBySpan.Contains(word);

    /// <summary>The keyword in capitals, as error messages show it.</summary>
    internal static string TextOf(Keyword keyword)
    {
        var name = keyword.ToString();
        var words = name.Select((letter, i) => i > 0 && char.IsAsciiLetterUpper(letter) ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}");
        return string.Concat(words);
    }

    private static bool[] Mark(params ReadOnlySpan<Keyword> keywords)
    {
        var marks = new bool[Enum.GetValues<Keyword>().Length];
        foreach (var keyword in keywords)
        {
            marks[(int)keyword] = true;
        }

        return marks;
    }
}
