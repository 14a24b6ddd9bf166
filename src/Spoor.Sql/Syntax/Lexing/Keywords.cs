using System.Text;

namespace Spoor.Sql.Syntax.Lexing;

/// <summary>Which words are keywords, and which of them cannot be names without quotes.</summary>
internal static class Keywords
{
    private static readonly string[] s_texts = Array.ConvertAll(Enum.GetNames<Keyword>(), TextOf);

    // Every statement starts with this table, so it is made of what the runtime has compiled ahead: a dictionary of objects, not one of an enumeration. Plain, not
    // frozen: freezing searches for a good hash at every start, which costs more than a statement's look-ups gain.
    private static readonly Dictionary<string, object> s_byText = ByText();

    private static readonly Dictionary<string, object>.AlternateLookup<ReadOnlySpan<char>> s_bySpan = s_byText.GetAlternateLookup<ReadOnlySpan<char>>();

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
        s_bySpan.TryGetValue(word, out var keyword) ? (Keyword)keyword : Keyword.None;

    /// <summary>A word that cannot be a name in a query without quotes.</summary>
    internal static bool IsReserved(Keyword keyword) => s_isReserved[(int)keyword];

    /// <summary>A word that cannot be a name in Hive DDL without backquotes.</summary>
    internal static bool IsReservedInHive(ReadOnlySpan<char> word) => s_reservedInHiveBySpan.Contains(word);

    /// <summary>The keyword in capitals, as error messages show it.</summary>
    internal static string TextOf(Keyword keyword) => s_texts[(int)keyword];

    // CurrentDate is CURRENT_DATE.
    private static string TextOf(string name)
    {
        var text = new StringBuilder(name.Length + 2);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToUpperInvariant(letter));
        }

        return text.ToString();
    }

    private static Dictionary<string, object> ByText()
    {
        var table = new Dictionary<string, object>(s_texts.Length, StringComparer.OrdinalIgnoreCase);
        for (var keyword = 1; keyword < s_texts.Length; keyword++)
        {
            table.Add(s_texts[keyword], (Keyword)keyword);
        }

        return table;
    }

    private static bool[] Mark(params ReadOnlySpan<Keyword> keywords)
    {
        var marks = new bool[s_texts.Length];
        foreach (var keyword in keywords)
        {
            marks[(int)keyword] = true;
        }

        return marks;
    }
}
