using System.Globalization;
using Spoor.Catalog.Definitions;
using Spoor.Catalog.Stores.Sqlite;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Sessions;
using Spoor.Engine.Statements;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax;
using Spoor.Sql.Tables;
using Spoor.Storage.Local;
using Spoor.Testing;
using Xunit;

namespace Spoor.Engine.Tests.Statements.Tables;

/// <summary>Several processes change one catalog: each task has its own connection to the file, as a process has.</summary>
public sealed class ConcurrentChangeTests : IDisposable
{
    private const int Writers = 4;
    private const int ChangesEach = 12;

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteCatalog _catalog;

    public ConcurrentChangeTests() => _catalog = SqliteCatalog.OpenWhenUsed(_folder.Path);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _catalog.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task No_column_property_or_comment_is_lost()
    {
        await RunAsync(_catalog, "CREATE EXTERNAL TABLE t (a int) LOCATION 's3://trail/t/'");

        await WriteAtOnceAsync(
            (writer, change) => $"ALTER TABLE t ADD COLUMNS (c{writer}_{change} int)",
            (writer, change) => $"ALTER TABLE t SET TBLPROPERTIES ('p{writer}_{change}' = '1')",
            (writer, change) => $"ALTER DATABASE default SET DBPROPERTIES ('d{writer}_{change}' = '1')");

        var table = (await _catalog.FindTableAsync(new TableName(TableName.DefaultCatalog, "default", "t"), Stop))!.Value;
        Assert.Equal(1 + (Writers * ChangesEach), table.Columns.Count);
        Assert.Equal(Writers * ChangesEach, table.Properties.Count);
        Assert.Equal(Writers * ChangesEach, (await _catalog.FindDatabaseAsync("default", Stop))!.Value.Properties.Count);
    }

    [Fact]
    public async Task View_is_replaced_by_many_at_once()
    {
        await WriteAtOnceAsync((writer, change) => $"CREATE OR REPLACE VIEW v{change} AS SELECT {writer} AS x");

        Assert.Equal(ChangesEach, await _catalog.TablesAsync("default", Stop).CountAsync(Stop));
    }

    [Fact]
    public async Task Table_is_made_once_and_dropped_once_however_many_try()
    {
        await WriteAtOnceAsync((_, change) => $"CREATE EXTERNAL TABLE IF NOT EXISTS t{change} (a int) LOCATION 's3://trail/t/'");
        Assert.Equal(ChangesEach, await _catalog.TablesAsync("default", Stop).CountAsync(Stop));

        await WriteAtOnceAsync((_, change) => $"DROP TABLE IF EXISTS t{change}");
        Assert.Empty(await _catalog.TablesAsync("default", Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task Partition_that_is_moved_is_never_missing()
    {
        await RunAsync(_catalog, "CREATE EXTERNAL TABLE t (a int) PARTITIONED BY (day string) LOCATION 's3://trail/t/'");
        await RunAsync(_catalog, "ALTER TABLE t ADD PARTITION (day = '1')");
        var table = new TableName(TableName.DefaultCatalog, "default", "t");
        using var stop = new CancellationTokenSource();
        var counts = new HashSet<int>();
        using var reader = await SqliteCatalog.OpenAsync(_folder.Path, Stop);
        var watching = Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    counts.Add((await reader.PartitionsAsync(table, Stop)).Count);
                }
            },
            TestContext.Current.CancellationToken);

        await WriteAtOnceAsync((writer, change) => $"ALTER TABLE t PARTITION (day = '1') SET LOCATION 's3://trail/{writer}/{change}/'");
        for (var day = 1; day < 20; day++)
        {
            await RunAsync(_catalog, string.Create(CultureInfo.InvariantCulture, $"ALTER TABLE t PARTITION (day = '{day}') RENAME TO PARTITION (day = '{day + 1}')"));
        }

        await stop.CancelAsync();
        await watching;
        Assert.Equal([1], counts);
    }

    [Fact]
    public async Task Engine_leaves_a_catalog_that_is_one_complete_file()
    {
        var home = Path.Combine(_folder.Path, "home");
        await using (var engine = new QueryEngine(SqliteCatalog.OpenWhenUsed(home), new LocalBucketStore([]), new EngineOptions()))
        {
            await using var result = await engine.ExecuteAsync("CREATE DATABASE audit", new QuerySession(), TestContext.Current.CancellationToken);
        }

        Assert.Equal(["catalog.db"], Directory.GetFiles(home).Select(Path.GetFileName));
    }

    private Task WriteAtOnceAsync(params Func<int, int, string>[] statements) => Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(
        async () =>
        {
            using var catalog = await SqliteCatalog.OpenAsync(_folder.Path, Stop);
            for (var change = 0; change < ChangesEach; change++)
            {
                foreach (var statement in statements)
                {
                    await RunAsync(catalog, statement(writer, change));
                }
            }
        },
        TestContext.Current.CancellationToken)));

    private async Task RunAsync(SqliteCatalog catalog, string statement)
    {
        var context = new StatementContext(catalog, new LocalBucketStore([new BucketConfiguration("trail", _folder.Path)]), new QuerySession(), statement);
        await using var result = await StatementDispatcher.RunAsync(SqlParser.ParseStatement(statement), context, TestContext.Current.CancellationToken);
    }
}
