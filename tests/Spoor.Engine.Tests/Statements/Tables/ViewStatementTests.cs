using Spoor.Core.Errors;
using Xunit;

namespace Spoor.Engine.Tests.Statements.Tables;

public sealed class ViewStatementTests : IDisposable
{
    private readonly StatementFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task View_is_described_in_Trinos_types_and_shown_as_written()
    {
        await _fixture.RunAsync("CREATE VIEW v AS\nSELECT 1 AS Number,\n  ARRAY['a'] AS letters");

        Assert.Equal(["number\tinteger", "letters\tarray(varchar(1))"], await _fixture.RunAsync("DESCRIBE v"));
        Assert.Equal(["CREATE VIEW default.v AS", "SELECT 1 AS Number,", "  ARRAY['a'] AS letters"], await _fixture.RunAsync("SHOW CREATE VIEW v"));
        Assert.Equal(["v"], await _fixture.RunAsync("SHOW VIEWS"));
        Assert.Equal(["v"], await _fixture.RunAsync("SHOW TABLES"));
    }

    [Fact]
    public async Task View_is_replaced_only_when_asked_to()
    {
        await _fixture.RunAsync("CREATE VIEW v AS SELECT 1 AS a");
        await _fixture.AssertErrorAsync(ErrorCode.TableAlreadyExists, "line 1:1: View already exists: 'awsdatacatalog.default.v'", "CREATE VIEW v AS SELECT 2 AS b");

        await _fixture.RunAsync("CREATE OR REPLACE VIEW v AS SELECT 2 AS b");

        Assert.Equal(["b\tinteger"], await _fixture.RunAsync("DESCRIBE v"));
        await _fixture.RunAsync("DROP VIEW v", "DROP VIEW IF EXISTS v");
        Assert.Empty(await _fixture.RunAsync("SHOW VIEWS"));
    }

    [Theory]
    [InlineData("CREATE VIEW v AS SELECT 1", ErrorCode.MissingColumnName, "line 1:1: Column name not specified at position 1")]
    [InlineData("CREATE VIEW v AS SELECT 1 AS a, 2 AS A", ErrorCode.DuplicateColumnName, "line 1:1: Column name 'a' specified more than once")]
    [InlineData("CREATE OR REPLACE VIEW t AS SELECT 1 AS a", ErrorCode.TableAlreadyExists, "line 1:1: Table already exists: 'awsdatacatalog.default.t'")]
    [InlineData("DROP VIEW t", ErrorCode.TableNotFound, "line 1:1: View 'awsdatacatalog.default.t' does not exist, but a table with that name exists. Did you mean DROP TABLE awsdatacatalog.default.t?")]
    public async Task Wrong_views_are_refused(string statement, ErrorCode code, string message)
    {
        await _fixture.RunAsync("CREATE EXTERNAL TABLE t (a int) LOCATION 's3://trail/t/'");

        await _fixture.AssertErrorAsync(code, message, statement);
    }

    [Fact]
    public async Task View_is_no_table_for_alter_and_drop()
    {
        await _fixture.RunAsync("CREATE VIEW v AS SELECT 1 AS a");

        await _fixture.AssertErrorAsync(ErrorCode.HiveSemanticException, "line 1:12: FAILED: SemanticException Cannot drop a view with DROP TABLE", "DROP TABLE v");
        await _fixture.AssertErrorAsync(ErrorCode.HiveSemanticException, "line 1:13: FAILED: SemanticException [Error 10132]: To alter a view you need to use the ALTER VIEW command.", "ALTER TABLE v ADD COLUMNS (b int)");
    }
}
