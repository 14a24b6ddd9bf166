using System.Diagnostics;
using Spoor.Catalog.Definitions;
using Spoor.Catalog.Stores;
using Spoor.Catalog.Stores.Sqlite;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Planning;
using Spoor.Engine.Planning.Sources;
using Spoor.Engine.Sessions;
using Spoor.Sql.Syntax;
using Spoor.Sql.Tables;
using Xunit;

namespace Spoor.Engine.Tests.Planning;

public sealed class CatalogSnapshotTests
{
    private readonly MemoryCatalog _catalog = new(
        TrailFixture.Table("trail", [], [], "s3://logs/plain/"),
        TrailFixture.Table("days", [new Column("day", VarcharType.Unbounded, null)], [], "s3://logs/days/"),
        View("named", "SELECT * FROM inner_view"),
        View("inner_view", "SELECT x FROM days"),
        View("loop", "SELECT * FROM loop"),
        View("broken", "SELECT FROM"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tables_of_views_are_read_with_their_partitions()
    {
        _catalog.AddPartitions(Name("days"), [new Partition(["1"], "s3://logs/days/1/")], ifNotExists: false);

        var snapshot = await TakeAsync("SELECT * FROM named");
        await snapshot.ReadPartitionsAsync(Stop);

        Assert.Equal("days", snapshot.Provider(Name("days")).Schema.Name.Table);
        Assert.Equal([new Partition(["1"], "s3://logs/days/1/")], snapshot.Partitions(Name("days")));
        Assert.Throws<UnreachableException>(() => snapshot.FindTable(Name("trail")));
    }

    [Fact]
    public async Task View_that_reads_itself_and_one_that_is_no_query_are_read_once()
    {
        var snapshot = await TakeAsync("SELECT * FROM loop, broken");

        Assert.Equal("SELECT * FROM loop", snapshot.FindTable(Name("loop"))?.ViewText);
        Assert.Equal("SELECT FROM", snapshot.FindTable(Name("broken"))?.ViewText);
    }

    [Theory]
    [InlineData("SELECT * FROM trial", ErrorCode.TableNotFound, "Did you mean 'trail'? SHOW TABLES IN default lists the tables.")]
    [InlineData("WITH trial AS (SELECT 1) SELECT * FROM (SELECT * FROM trial), tril", ErrorCode.TableNotFound, "Did you mean 'trail'? SHOW TABLES IN default lists the tables.")]
    [InlineData("SELECT * FROM information_schema.tabels", ErrorCode.TableNotFound, "Did you mean 'tables'? information_schema has columns, schemata, tables, views.")]
    [InlineData("SELECT * FROM gone.trail", ErrorCode.SchemaNotFound, "SHOW DATABASES lists the databases.")]
    [InlineData("SELECT * FROM gone.default.trail", ErrorCode.CatalogNotFound, "The catalog of Athena's own tables is awsdatacatalog.")]
    [InlineData("SELECT * FROM broken", ErrorCode.InvalidView, null)]
    [InlineData("SELECT * FROM a.b.c.d", ErrorCode.SyntaxError, null)]
    public async Task What_is_missing_is_named_with_its_neighbours(string sql, ErrorCode code, string? hint)
    {
        await using var engine = new QueryEngine(_catalog, new Testing.MemoryObjectStore(), new EngineOptions(Threads: 1));

        var error = await Assert.ThrowsAsync<QueryException>(() => engine.ExecuteAsync(sql, new QuerySession(), Stop));

        Assert.Equal(code, error.Code);
        if (hint is not null)
        {
            Assert.Equal(hint, error.Hint);
        }
    }

    [Fact]
    public async Task Query_without_tables_does_not_open_the_catalog()
    {
        var home = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var catalog = SqliteCatalog.OpenWhenUsed(home);

        await CatalogSnapshot.TakeAsync(SqlParser.ParseQuery("WITH t AS (SELECT 1) SELECT * FROM t"), TableName.DefaultCatalog, "default", catalog, new StoredTables(), Stop);

        Assert.False(Directory.Exists(home));
    }

    private static TableName Name(string table) => new(TableName.DefaultCatalog, "default", table);

    private static Table View(string name, string text) =>
        new(Name(name), [new Column("x", ScalarTypes.Integer, null)], [], Storage: null, [], Comment: null, DateTimeOffset.UnixEpoch, text);

    private Task<CatalogSnapshot> TakeAsync(string sql) =>
        CatalogSnapshot.TakeAsync(SqlParser.ParseQuery(sql), TableName.DefaultCatalog, "default", _catalog, new StoredTables(), Stop);
}
