using Spoor.Core.Errors;
using Spoor.Sql.Tables;
using Xunit;

namespace Spoor.Engine.Tests.Statements.Tables;

public sealed class AlterTableStatementTests : IDisposable
{
    private readonly StatementFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    private Spoor.Catalog.Definitions.Table Table => _fixture.Catalog.Find(new TableName(TableName.DefaultCatalog, "default", "t"))!;

    [Fact]
    public async Task Columns_are_added_changed_moved_and_dropped()
    {
        await CreateAsync();

        await _fixture.RunAsync("ALTER TABLE t ADD COLUMNS (B string, c double)");
        Assert.Equal(["a", "b", "c"], Table.Columns.Select(column => column.Name));
        await _fixture.RunAsync("ALTER TABLE t CHANGE COLUMN c d int FIRST", "ALTER TABLE t CHANGE a a bigint AFTER b");
        Assert.Equal(["d integer", "b varchar", "a bigint"], Table.Columns.Select(column => $"{column.Name} {column.Type}"));
        await _fixture.RunAsync("ALTER TABLE t DROP COLUMN b");
        Assert.Equal(["d", "a"], Table.Columns.Select(column => column.Name));
        await _fixture.RunAsync("ALTER TABLE t REPLACE COLUMNS (x string)");
        Assert.Equal(["x"], Table.Columns.Select(column => column.Name));
    }

    [Theory]
    [InlineData("ALTER TABLE t ADD COLUMNS (region string)", ErrorCode.DuplicateColumnName, "line 1:28: FAILED: SemanticException [Error 10036]: Duplicate column name: region")]
    [InlineData("ALTER TABLE t CHANGE gone a int", ErrorCode.ColumnNotFound, "line 1:22: FAILED: SemanticException [Error 10002]: Invalid column reference gone")]
    [InlineData("ALTER TABLE t DROP COLUMN a", ErrorCode.NotSupported, "line 1:27: Cannot drop the only column in a table")]
    [InlineData("ALTER TABLE gone ADD COLUMNS (b string)", ErrorCode.TableNotFound, "line 1:13: FAILED: SemanticException [Error 10001]: Table not found default.gone")]
    [InlineData("ALTER TABLE t ADD PARTITION (region = 'x')", ErrorCode.HiveSemanticException, "line 1:19: FAILED: SemanticException partition spec {region=x} doesn't contain all (2) partition columns")]
    [InlineData("ALTER TABLE t DROP PARTITION (a = 'x')", ErrorCode.HiveSemanticException, "line 1:20: FAILED: SemanticException Partition spec {a=x} contains non-partition columns")]
    [InlineData("ALTER TABLE t DROP PARTITION (region = 'x')", ErrorCode.NotFound, "line 1:20: FAILED: SemanticException [Error 10006]: Partition not found {region=x}")]
    public async Task Wrong_names_are_refused(string statement, ErrorCode code, string message)
    {
        await CreateAsync();

        await _fixture.AssertErrorAsync(code, message, statement);
    }

    [Fact]
    public async Task Partitions_are_added_renamed_moved_and_dropped()
    {
        await CreateAsync();

        await _fixture.RunAsync("ALTER TABLE t ADD PARTITION (day = '2024/01/01', region = 'eu') PARTITION (region = 'us', day = '2024/01/02') LOCATION 's3://other/x/'");
        Assert.Equal(["region=eu/day=2024%2F01%2F01", "region=us/day=2024%2F01%2F02"], await _fixture.RunAsync("SHOW PARTITIONS t"));
        Assert.Equal(["s3://trail/t/region=eu/day=2024%2F01%2F01/", "s3://other/x/"], Locations());

        await _fixture.RunAsync("ALTER TABLE t PARTITION (region = 'us', day = '2024/01/02') RENAME TO PARTITION (region = 'ap', day = '1')");
        await _fixture.RunAsync("ALTER TABLE t PARTITION (region = 'eu', day = '2024/01/01') SET LOCATION 's3://new/'");
        Assert.Equal(["region=ap/day=1", "region=eu/day=2024%2F01%2F01"], await _fixture.RunAsync("SHOW PARTITIONS t"));
        Assert.Equal(["s3://other/x/", "s3://new/"], Locations());

        await _fixture.RunAsync("ALTER TABLE t DROP PARTITION (region > 'b')", "ALTER TABLE t DROP IF EXISTS PARTITION (region = 'gone')");
        Assert.Equal(["region=ap/day=1"], await _fixture.RunAsync("SHOW PARTITIONS t"));
    }

    [Fact]
    public async Task Properties_and_location_are_set()
    {
        await CreateAsync();

        await _fixture.RunAsync("ALTER TABLE t SET TBLPROPERTIES ('b'='1', 'comment'='new', 'a'='2')", "ALTER TABLE t SET TBLPROPERTIES ('b'='3')", "ALTER TABLE t SET LOCATION 's3://trail/new/'");

        Assert.Equal(["b=3", "a=2"], Table.Properties.Select(property => $"{property.Name}={property.Value}"));
        Assert.Equal("new", Table.Comment);
        Assert.Equal("s3://trail/new/", Table.Storage!.Location);
    }

    [Fact]
    public async Task Repair_registers_folders_named_by_key_and_value()
    {
        await CreateAsync();
        await _fixture.RunAsync("ALTER TABLE t ADD PARTITION (region = 'gone', day = '1')");
        foreach (var key in new[] { "t/region=eu/day=1/a.json", "t/region=eu/day=1/b.json", "t/region=eu/day=2%3A3/sub/c.json", "t/eu/2/d.json", "t/region=eu/e.json", "t2/region=eu/day=9/f.json" })
        {
            _fixture.WriteObject(key);
        }

        Assert.Equal(
            [
                "Partitions not in metastore:\tt:region=eu/day=1\tt:region=eu/day=2%3A3",
                "Partitions missing from filesystem:\tt:region=gone/day=1",
                "Repair: Added partition to metastore t:region=eu/day=1",
                "Repair: Added partition to metastore t:region=eu/day=2%3A3",
            ],
            await _fixture.RunAsync("MSCK REPAIR TABLE t"));
        Assert.Equal(["s3://trail/t/region=eu/day=1/", "s3://trail/t/region=eu/day=2%3A3/", "s3://trail/t/region=gone/day=1/"], Locations());
    }

    // Measured on Athena: aoyagikouhei/athena-local, docs/dev/measurements/statements.md.
    [Fact]
    public async Task Repair_of_a_table_without_objects_says_so()
    {
        await CreateAsync();

        Assert.Equal(["Tables missing on filesystem:\tt"], await _fixture.RunAsync("MSCK REPAIR TABLE t"));
    }

    private async Task CreateAsync() => await _fixture.RunAsync("CREATE EXTERNAL TABLE t (a int) PARTITIONED BY (region string, day string) LOCATION 's3://trail/t'");

    private IEnumerable<string> Locations() => _fixture.Catalog.Partitions(Table.Name).Select(partition => partition.Location);
}
