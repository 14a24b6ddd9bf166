using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Sql.Syntax;
using Xunit;

namespace Spoor.Core.Tests.Errors;

public class ErrorExcerptTests
{
    private static string Format(string sql) => ErrorExcerpt.Format(sql, Assert.Throws<QueryException>(() => SqlParser.ParseStatement(sql)));

    private static string Mark(string sql, int start, int length) =>
        ErrorExcerpt.Format(sql, new QueryException(ErrorCode.TypeMismatch, new TextSpan(start, length, 1, start + 1), "no"));

    [Fact]
    public void The_offending_text_is_underlined() =>
        Assert.Equal(
            """
            SYNTAX_ERROR: line 2:7: backquoted identifiers are not supported; use double quotes to quote identifiers
            2 |  FROM `tab`
              |       ^^^^^
            Hint: Write "tab" here; backquotes are for DDL statements only.
            """,
            Format("SELECT 1\n FROM `tab`\nWHERE a"));

    [Fact]
    public void Hive_errors_keep_their_sentence() =>
        Assert.Equal(
            """
            FAILED: ParseException line 1:13 missing EOF at '-' near 'my'
            1 | DROP TABLE my-table
              |              ^
            Hint: A name with other characters than letters, digits and _ needs backquotes.
            """,
            Format("DROP TABLE my-table"));

    [Fact]
    public void The_end_of_the_text_has_a_caret_of_its_own() =>
        Assert.EndsWith("\n1 | SELECT 1 FROM\n  |               ^\nHint: The statement ends too early.", Format("SELECT 1 FROM "));

    [Fact]
    public void Tabs_and_wide_characters_keep_the_underline_in_place() =>
        Assert.Equal("TYPE_MISMATCH: line 1:6: no\n1 |     '日'=x\n  |          ^", Mark("\t'日'=x", 5, 1));

    [Fact]
    public void Long_lines_are_cut_around_the_offending_text()
    {
        var lines = Mark(new string('a', 500) + "XYZ" + new string('b', 500), 500, 3).Split('\n');
        Assert.Equal($"1 | …{new string('a', 48)}XYZ{new string('b', 47)}…", lines[1]);
        Assert.Equal($"  | {new string(' ', 49)}^^^", lines[2]);
    }

    [Fact]
    public void A_place_over_several_lines_is_marked_on_the_first() =>
        Assert.Equal("TYPE_MISMATCH: line 1:3: no\n1 | a bcd\n  |   ^^^", Mark("a bcd\r\nef", 2, 7));
}
