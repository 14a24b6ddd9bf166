using Spoor.Core.Errors;
using Spoor.Engine.Results.Rows;
using Xunit;

namespace Spoor.Engine.Tests.Statements.Tables;

public sealed class ShowStatementTests : IDisposable
{
    private readonly StatementFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Databases_are_matched_by_a_regular_expression()
    {
        await _fixture.RunAsync("CREATE DATABASE web_analytics", "CREATE SCHEMA IF NOT EXISTS sales LOCATION 's3://trail/sales/'");

        Assert.Equal(["default", "sales", "web_analytics"], await _fixture.RunAsync("SHOW DATABASES"));
        Assert.Equal(["web_analytics"], await _fixture.RunAsync("SHOW SCHEMAS LIKE '.*analytics'"));
        Assert.Equal(3, (await _fixture.RunAsync("SHOW DATABASES LIKE '*'")).Count);
        await _fixture.AssertErrorAsync(ErrorCode.InvalidArguments, "line 1:1: '(' is not a valid pattern", "SHOW DATABASES LIKE '('");
    }

    [Fact]
    public async Task Tables_are_matched_by_stars_and_bars()
    {
        await CreateAsync("cloudtrail_logs", "elb_logs", "flights");

        Assert.Equal(["cloudtrail_logs", "elb_logs", "flights"], await _fixture.RunAsync("SHOW TABLES"));
        Assert.Equal(["cloudtrail_logs", "elb_logs"], await _fixture.RunAsync("SHOW TABLES IN default '*logs'"));
        Assert.Equal(["elb_logs", "flights"], await _fixture.RunAsync("SHOW TABLES 'elb*|FLIGHTS'"));
        await _fixture.AssertErrorAsync(ErrorCode.SchemaNotFound, "line 1:16: FAILED: SemanticException [Error 10072]: Database does not exist: gone", "SHOW TABLES IN gone");
    }

    [Theory]
    [InlineData("SHOW TABLES LIKE 'x%'")]
    [InlineData("SHOW VIEWS LIKE 'x%'")]
    [InlineData("SHOW DATABASES LIKE 'x%'")]
    public async Task The_wildcard_of_queries_is_told_to_stand_for_itself(string sql)
    {
        await using var result = await _fixture.StartAsync(sql);
        Assert.Equal(["In SHOW, * stands for any text and | separates alternatives; % stands for itself."], result.Statistics.Hints);
        await using var plain = await _fixture.StartAsync(sql.Replace('%', '*'));
        Assert.Empty(plain.Statistics.Hints);
    }

    [Fact]
    public async Task Session_database_and_dots_in_back_quotes_are_understood()
    {
        await _fixture.RunAsync("CREATE DATABASE audit", "CREATE EXTERNAL TABLE audit.t (a int) LOCATION 's3://trail/t/'");
        Assert.Equal(["a                   "], await _fixture.RunAsync("SHOW COLUMNS IN `audit.t`"));
        Assert.Equal(["a                   "], await _fixture.RunAsync("SHOW COLUMNS FROM t FROM audit"));

        var use = await _fixture.StartAsync("USE audit");

        Assert.Equal("audit", use.Database);
        _fixture.Database = "audit";
        Assert.Equal(["t"], await _fixture.RunAsync("SHOW TABLES"));
        await _fixture.AssertErrorAsync(ErrorCode.SchemaNotFound, "line 1:5: FAILED: SemanticException [Error 10072]: Database does not exist: gone", "USE gone");
    }

    // The layout of Hive's DESCRIBE as Athena gives it: ATHENA.md section 4.
    [Fact]
    public async Task Describe_pads_each_field_to_20_and_repeats_partition_columns()
    {
        await _fixture.RunAsync("CREATE EXTERNAL TABLE t (a int COMMENT 'first', b struct<x:string,y:array<float>>) PARTITIONED BY (p string) LOCATION 's3://trail/t/'");

        Assert.Equal(
            [
                "a                   \tint                 \tfirst               ",
                "b                   \tstruct<x:string,y:array<float>>\t                    ",
                "p                   \tstring              \t                    ",
                "\t \t ",
                "# Partition Information\t \t ",
                "# col_name            \tdata_type           \tcomment             ",
                "\t \t ",
                "p                   \tstring              \t                    ",
            ],
            await _fixture.RunAsync("DESCRIBE t"));
        Assert.Equal(["b                   \tstruct<x:string,y:array<float>>\t                    "], await _fixture.RunAsync("DESC t b"));
        Assert.Equal(["y                   \tarray<float>        \tfrom deserializer   "], await _fixture.RunAsync("DESC t b.y"));
    }

    [Fact]
    public async Task Describe_formatted_tells_where_and_how_the_table_is_stored()
    {
        await _fixture.RunAsync("CREATE EXTERNAL TABLE t (a int) LOCATION 's3://trail/t/'");

        var rows = await _fixture.RunAsync("DESCRIBE FORMATTED t");

        Assert.Contains("# Detailed Table Information\t \t ", rows);
        Assert.Contains("Location:           \ts3://trail/t/       \t ", rows);
        Assert.Contains("CreateTime:         \tTue Jan 02 03:04:05 UTC 2024\t ", rows);
        Assert.Contains("\tEXTERNAL            \tTRUE                ", rows);
        Assert.Contains("SerDe Library:      \torg.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe\t ", rows);
    }

    // Measured on Athena: aoyagikouhei/athena-local, docs/dev/measurements/statements.md (46 bytes for a table without properties).
    [Fact]
    public async Task Properties_hold_those_that_Hive_sets()
    {
        await _fixture.RunAsync("CREATE EXTERNAL TABLE t (a int) COMMENT 'c' LOCATION 's3://trail/t/' TBLPROPERTIES ('x'='y')");

        Assert.Equal(["EXTERNAL\tTRUE", "comment\tc", "transient_lastDdlTime\t1704164645", "x\ty"], await _fixture.RunAsync("SHOW TBLPROPERTIES t"));
        Assert.Equal(["x\ty"], await _fixture.RunAsync("SHOW TBLPROPERTIES t('x')"));
        Assert.Equal(["Table default.t does not have property: z\t"], await _fixture.RunAsync("SHOW TBLPROPERTIES t('z')"));
    }

    [Fact]
    public async Task Show_create_table_makes_the_same_table_again()
    {
        await _fixture.RunAsync("""
            CREATE EXTERNAL TABLE t (a int COMMENT 'it\'s', `from` struct<x:string>) COMMENT 'c' PARTITIONED BY (p string)
            ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t' LOCATION 's3://trail/t/' TBLPROPERTIES ('b'='1', 'a'='\\2')
            """);

        var rows = await _fixture.RunAsync("SHOW CREATE TABLE t");
        var text = string.Join('\n', rows);
        await _fixture.RunAsync("DROP TABLE t", text);

        Assert.Equal(rows, await _fixture.RunAsync("SHOW CREATE TABLE t"));
        Assert.Equal("CREATE EXTERNAL TABLE `t`(\n  `a` int COMMENT 'it\\'s', \n  `from` struct<x:string>)\nCOMMENT 'c'\nPARTITIONED BY ( \n  `p` string)\nROW FORMAT SERDE \n  'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe' ", text[..text.IndexOf("\nWITH", StringComparison.Ordinal)]);
        Assert.EndsWith("TBLPROPERTIES (\n  'a'='\\\\2', \n  'b'='1', \n  'transient_lastDdlTime'='1704164645')", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Partitions_of_an_unpartitioned_table_are_an_error()
    {
        await CreateAsync("t");

        await _fixture.AssertErrorAsync(ErrorCode.HiveSemanticException, "line 1:17: FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. Table t is not a partitioned table", "SHOW PARTITIONS t");
    }

    [Fact]
    public async Task Dropped_tables_and_databases_are_gone()
    {
        await _fixture.RunAsync("CREATE DATABASE d", "CREATE EXTERNAL TABLE d.t (a int) LOCATION 's3://trail/t/'", "DROP TABLE d.t", "DROP TABLE IF EXISTS d.t", "DROP DATABASE d", "DROP DATABASE IF EXISTS d");

        Assert.Equal(["default"], await _fixture.RunAsync("SHOW DATABASES"));
        await _fixture.AssertErrorAsync(ErrorCode.TableNotFound, "line 1:12: FAILED: SemanticException [Error 10001]: Table not found default.t", "DROP TABLE t");
        await _fixture.AssertErrorAsync(ErrorCode.TableNotFound, "line 1:1: View 'awsdatacatalog.default.v' does not exist", "DROP VIEW v");
    }

    [Fact]
    public async Task Prepared_statements_are_kept_as_written()
    {
        await _fixture.RunAsync("PREPARE q FROM SELECT  1 -- one");
        Assert.Equal("SELECT  1", (await _fixture.Catalog.FindPreparedStatementAsync("q", TestContext.Current.CancellationToken))?.Value.Text);

        await _fixture.RunAsync("DEALLOCATE PREPARE q");
        await _fixture.AssertErrorAsync(ErrorCode.NotFound, "line 1:20: Prepared statement not found: q", "DEALLOCATE PREPARE q");
    }

    private async Task CreateAsync(params string[] names) => await _fixture.RunAsync([.. names.Select(name => $"CREATE EXTERNAL TABLE {name} (a int) LOCATION 's3://trail/{name}/'")]);
}
