using System.Text.Json;
using CsCheck;
using Spoor.Core.Errors;
using Spoor.Sql.Syntax;
using Spoor.Testing;
using Xunit;

namespace Spoor.Sql.Tests.Syntax.Queries;

public class SyntaxErrorTests
{
    private static readonly string[] s_statements =
    [
        "SELECT a.b['x'], count(DISTINCT c) FILTER (WHERE d > 1.5e3) OVER (PARTITION BY e ORDER BY f DESC NULLS LAST ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS \"g h\" FROM t CROSS JOIN UNNEST(u) WITH ORDINALITY AS v (w, x) WHERE y LIKE '%z%' ESCAPE '\\' GROUP BY GROUPING SETS ((a, b), ()) LIMIT 5;",
        "WITH RECURSIVE a (b) AS (VALUES 1, 2) SELECT CASE b WHEN 1 THEN CAST(NULL AS ROW(x array(bigint))) END, transform(c, (d, e) -> d + e), U&'\\2603', X'00ff', INTERVAL '1' DAY FROM a /* c */ UNION ALL TABLE d -- e",
        "CREATE EXTERNAL TABLE IF NOT EXISTS `a`.b (c STRUCT<d: ARRAY<MAP<string, int>>> COMMENT 'e') PARTITIONED BY (f date) ROW FORMAT SERDE 'g' WITH SERDEPROPERTIES ('h' = 'i') STORED AS INPUTFORMAT 'j' OUTPUTFORMAT 'k' LOCATION 's3://l/' TBLPROPERTIES ('m' = 'n')",
        "ALTER TABLE a ADD IF NOT EXISTS PARTITION (b = 'c', d = 5) LOCATION 's3://e/' PARTITION (b = \"f\")",
        "CREATE TABLE a WITH (b = ARRAY['c']) AS SELECT TRIM(BOTH 'x' FROM y), EXTRACT(DAY FROM z) FROM (SELECT 1) AS t (z) WITH NO DATA",
        "SHOW TABLES IN a LIKE 'b*'",
    ];

    private static readonly string[] s_insertions =
        ["", "(", ")", "'", "\"", "`", ";", " ", ",", "/*", "--", "<", "[", "SELECT ", ".", "\\", "☃", "\0", "1e", "x'"];

    // Unlike Trino, Athena hands these statements to Hive's parser.
    private static bool IsHive(string sql) =>
        sql.StartsWith("SHOW", StringComparison.OrdinalIgnoreCase)
        || (sql.StartsWith("CREATE TABLE", StringComparison.OrdinalIgnoreCase) && !sql.Contains(" AS ", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Errors_are_those_of_Trino()
    {
        foreach (var line in File.ReadLines(SharedFolder.Require("cases/java-parser-errors.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var sql = json.RootElement.GetProperty("sql").GetString() ?? "";
            var expected = json.RootElement.GetProperty("error").GetString() ?? "";
            if (!IsHive(sql))
            {
                // The file does not say which cases are expressions by themselves.
                Assert.Contains(expected, (string[])[ErrorOf(() => SqlParser.ParseStatement(sql)), ErrorOf(() => SqlParser.ParseExpression(sql))]);
            }
        }
    }

    [Theory]
    [InlineData("SELECT 1x FROM t", 7, 2)]
    [InlineData("SELECT a\nFROM t WHERE", 21, 0)]
    [InlineData("SELECT a FROM `t`", 14, 3)]
    [InlineData("SELECT 'a", 7, 1)]
    [InlineData("SELECT \U0001F600", 7, 2)]
    public void The_place_of_an_error_covers_the_offending_text(string sql, int start, int length)
    {
        var span = Assert.Throws<QueryException>(() => SqlParser.ParseStatement(sql)).Span;
        Assert.Equal((start, length), (span?.Start, span?.Length));
    }

    [Fact]
    public void A_character_outside_the_basic_plane_is_one_column() =>
        Assert.Equal("line 1:8: mismatched input '!'. Expecting: <expression>", ErrorOf(() => SqlParser.ParseExpression("'\U0001F600' OR !")));

    [Theory]
    [InlineData("SELECT group FROM t", "group is a reserved word; as a name it needs double quotes: \"group\".")]
    [InlineData("SELECT 'a", "A text is opened here and not closed; a quote inside a text is written twice: ''.")]
    [InlineData("SELECT * FROM my-table", "A name with other characters than letters, digits and _ needs double quotes.")]
    [InlineData("SELEC 1", "Did you mean SELECT?")]
    [InlineData("SELECT * FORM t", "Did you mean FROM?")]
    [InlineData("SELECT 1 LIMIT 10 OFFSET 5", "OFFSET stands before LIMIT.")]
    [InlineData("CREATE EXTERNAL TABLE t (join int)", "join is a reserved word; as a name it needs backquotes: `join`.")]
    [InlineData("CREATE EXTERNAL TABLE t (_a int)", "A name that starts with _ needs backquotes in DDL statements.")]
    [InlineData("SELECT a, FROM t", "There is a comma too many before FROM.")]
    [InlineData("SELECT * FROM ${table}", "If this is a placeholder of a template, put its value here.")]
    [InlineData("CREATE EXTERNAL TABLE a (b string) LOCATION <location>", "If this is a placeholder of a template, put its value here.")]
    [InlineData("CREATE EXTERNAL TABLE a (b string) LOCATION [location]", "If this is a placeholder of a template, put its value here.")]
    public void Hints_say_what_to_do(string sql, string hint) =>
        Assert.Equal(hint, Assert.Throws<QueryException>(() => SqlParser.ParseStatement(sql)).Hint);

    [Fact]
    public void Statements_with_random_changes_parse_or_fail_with_a_query_exception() =>
        Gen.Select(OneOf(s_statements), Gen.Select(Gen.Int[0, 400], Gen.Int[0, 12], OneOf(s_insertions)).Array[1, 4])
            .Sample(
                (statement, changes) =>
                {
                    foreach (var (at, removed, inserted) in changes)
                    {
                        var start = Math.Min(at, statement.Length);
                        statement = statement[..start] + inserted + statement[Math.Min(statement.Length, start + removed)..];
                    }

                    ErrorOf(() => SqlParser.ParseStatement(statement));
                    StatementSplitter.Split(statement);
                },
                iter: 5000);

    private static Gen<string> OneOf(string[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static string ErrorOf(Func<object> parse)
    {
        try
        {
            parse();
            return "";
        }
        catch (QueryException error)
        {
            return error.MessageWithPlace;
        }
    }
}
