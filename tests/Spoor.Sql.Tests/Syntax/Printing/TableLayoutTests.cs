using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;
using Xunit;

namespace Spoor.Sql.Tests.Syntax.Printing;

public sealed class TableLayoutTests
{
    [Fact]
    public void Columns_clauses_and_properties_have_lines_of_their_own()
    {
        const string Statement = """
            CREATE EXTERNAL TABLE IF NOT EXISTS d.t (
              a STRING COMMENT 'it''s'
            , b STRUCT<c: INT>)
            COMMENT 'about'
            PARTITIONED BY (`timestamp` STRING)
            ROW FORMAT SERDE 'x' WITH SERDEPROPERTIES ('k'='v')
            STORED AS INPUTFORMAT 'i' OUTPUTFORMAT 'o' LOCATION 's3://b/' TBLPROPERTIES ('p'='q','r'='s')
            """;
        var lines = TableLayout.Lines(Parse(Statement)).ToList();
        Assert.Equal(
            [
                "CREATE EXTERNAL TABLE IF NOT EXISTS d.t (", "  a STRING COMMENT 'its',", "  b STRUCT<c: INT>", ")", "COMMENT 'about'", "PARTITIONED BY (", "  `timestamp` STRING", ")",
                "ROW FORMAT SERDE 'x' WITH SERDEPROPERTIES ('k' = 'v')", "STORED AS INPUTFORMAT 'i' OUTPUTFORMAT 'o'", "LOCATION 's3://b/'", "TBLPROPERTIES (", "  'p' = 'q',", "  'r' = 's'", ")",
            ],
            lines);
        Assert.Equal(SqlPrinter.Print(Parse(Statement)), SqlPrinter.Print(Parse(string.Join('\n', lines))));
    }

    [Fact]
    public void What_is_not_there_has_no_line() => Assert.Equal(["CREATE TABLE t (", "  a INT", ")", "CLUSTERED BY (a) INTO 4 BUCKETS"], TableLayout.Lines(Parse("CREATE TABLE t (a INT) CLUSTERED BY (a) INTO 4 BUCKETS")));

    private static CreateTable Parse(string sql) => Assert.IsType<CreateTable>(SqlParser.ParseStatement(sql));
}
