using System.Globalization;
using Microsoft.Data.Sqlite;
using Spoor.Catalog.Definitions;
using Spoor.Catalog.Stores.Sqlite;
using Spoor.Core.Errors;
using Spoor.Testing;
using Xunit;

namespace Spoor.Catalog.Tests.Stores.Sqlite;

public sealed class SqliteCatalogTests : CatalogTests, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteCatalog _catalog;

    public SqliteCatalogTests() => _catalog = SqliteCatalog.OpenWhenUsed(Home);

    protected override ICatalog Catalog => _catalog;

    private string Home => Path.Combine(_folder.Path, "new", "home");

    public void Dispose()
    {
        _catalog.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Another_connection_sees_what_is_written()
    {
        using var other = await SqliteCatalog.OpenAsync(Home, Stop);

        await _catalog.CreateTableAsync(Logs, Stop);

        Assert.Equal(Logs, (await other.FindTableAsync(Logs.Name, Stop))?.Value);
    }

    [Fact]
    public async Task Connections_write_at_the_same_time()
    {
        using var other = await SqliteCatalog.OpenAsync(Home, Stop);

        await Task.WhenAll(new[] { _catalog, other }.Select((catalog, index) => Task.Run(
            async () =>
            {
                for (var i = 0; i < 50; i++)
                {
                    await catalog.CreateTableAsync(Logs with { Name = Logs.Name with { Table = string.Create(CultureInfo.InvariantCulture, $"t{index}_{i}") } }, Stop);
                }
            },
            TestContext.Current.CancellationToken)));

        Assert.Equal(100, await _catalog.TablesAsync("default", Stop).CountAsync(Stop));
    }

    [Fact]
    public async Task File_is_complete_without_its_log_when_the_last_connection_is_closed()
    {
        await _catalog.CreateTableAsync(Logs, Stop);

        _catalog.Dispose();

        Assert.Equal(["catalog.db"], Directory.GetFiles(Home).Select(Path.GetFileName));
    }

    [Fact]
    public async Task New_home_may_be_opened_by_many_at_once()
    {
        var home = Path.Combine(_folder.Path, "shared");

        var catalogs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SqliteCatalog.OpenAsync(home, Stop), Stop)));

        await Task.WhenAll(catalogs.Select(async catalog => Assert.NotNull(await catalog.FindDatabaseAsync("default", Stop))));
        Array.ForEach(catalogs, catalog => catalog.Dispose());
    }

    [Fact]
    public async Task File_of_a_newer_version_is_refused()
    {
        await _catalog.CreateTableAsync(Logs, Stop);
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(Home, "catalog.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        var error = await Assert.ThrowsAsync<QueryException>(() => SqliteCatalog.OpenAsync(Home, Stop));

        Assert.Equal($"The catalog {Path.Combine(Home, "catalog.db")} has schema 99; this Spoor knows schemas up to 2", error.Message);
    }

    [Fact]
    public async Task File_that_is_no_database_is_named()
    {
        var file = _folder.Write("other/catalog.db", new string('x', 1000));

        var error = await Assert.ThrowsAsync<QueryException>(() => SqliteCatalog.OpenAsync(Path.GetDirectoryName(file)!, Stop));

        Assert.Equal($"The catalog {file} cannot be used: file is not a database", error.Message);
    }

    [Fact]
    public async Task Home_that_is_a_file_is_named()
    {
        var file = _folder.Write("file");

        var error = await Assert.ThrowsAsync<QueryException>(() => SqliteCatalog.OpenAsync(file, Stop));

        Assert.StartsWith($"The catalog {Path.Combine(file, "catalog.db")} cannot be used: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Locked_file_keeps_its_caller_waiting_without_a_thread_and_is_named()
    {
        await _catalog.CreateTableAsync(Logs, Stop);
        using var other = SqliteCatalog.OpenWhenUsed(Home, TimeSpan.FromSeconds(1.5));
        await other.FindTableAsync(Logs.Name, Stop);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Home, "catalog.db")};Pooling=False");
        connection.Open();
        using var held = connection.BeginTransaction(deferred: false);

        var waiting = other.TryDropTableAsync((await other.FindTableAsync(Logs.Name, Stop))!, Stop);
        Assert.False(waiting.IsCompleted);

        var error = await Assert.ThrowsAsync<QueryException>(() => waiting);
        Assert.Equal($"The catalog {Path.Combine(Home, "catalog.db")} cannot be used: database is locked", error.Message);
        Assert.Equal("Another process has been writing to it all the time. Run the statement again when it is done.", error.Hint);
    }

    [Fact]
    public async Task Waiting_for_a_lock_can_be_cancelled_and_leaves_nothing()
    {
        await _catalog.CreateTableAsync(Logs, Stop);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Home, "catalog.db")};Pooling=False");
        connection.Open();
        var held = connection.BeginTransaction(deferred: false);
        using var stop = new CancellationTokenSource();
        var waiting = _catalog.TryDropTableAsync((await _catalog.FindTableAsync(Logs.Name, Stop))!, stop.Token);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        held.Dispose();
        Assert.NotNull(await _catalog.FindTableAsync(Logs.Name, Stop));
    }

    [Fact]
    public async Task Catalog_of_the_first_schema_is_brought_up_to_date()
    {
        // As the first version wrote it: made by its statements, cut to one table.
        var home = Path.GetDirectoryName(_folder.Write("old/x"))!;
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(home, "catalog.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText =
                """
                CREATE TABLE databases (name TEXT NOT NULL PRIMARY KEY, comment TEXT, location TEXT, properties TEXT NOT NULL) STRICT;
                INSERT INTO databases (name, properties) VALUES ('default', '[]');
                CREATE TABLE tables (database TEXT NOT NULL REFERENCES databases (name) ON DELETE CASCADE, name TEXT NOT NULL, comment TEXT, created_at INTEGER NOT NULL, view_text TEXT,
                    location TEXT, serde_class TEXT, serde_properties TEXT, input_format TEXT, output_format TEXT, properties TEXT NOT NULL, PRIMARY KEY (database, name)) STRICT;
                CREATE TABLE columns (database TEXT NOT NULL, table_name TEXT NOT NULL, is_partition_key INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
                    comment TEXT, PRIMARY KEY (database, table_name, is_partition_key, position), FOREIGN KEY (database, table_name) REFERENCES tables (database, name) ON DELETE CASCADE) STRICT;
                CREATE TABLE partitions (database TEXT NOT NULL, table_name TEXT NOT NULL, partition_values TEXT NOT NULL, location TEXT NOT NULL,
                    PRIMARY KEY (database, table_name, partition_values), FOREIGN KEY (database, table_name) REFERENCES tables (database, name) ON DELETE CASCADE) STRICT;
                CREATE TABLE prepared_statements (name TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL) STRICT;
                INSERT INTO tables VALUES ('default', 'v', NULL, 0, 'SELECT 1', NULL, NULL, NULL, NULL, NULL, '[]');
                INSERT INTO columns VALUES ('default', 'v', 0, 0, 'x', 'integer', NULL);
                PRAGMA user_version = 1;
                """;
            command.ExecuteNonQuery();
        }

        using var catalog = await SqliteCatalog.OpenAsync(home, Stop);
        var read = (await catalog.FindTableAsync(Logs.Name with { Table = "v" }, Stop))!;

        Assert.Equal(("SELECT 1", "x"), (read.Value.ViewText, read.Value.Columns[0].Name));
        Assert.True(await catalog.TryAlterTableAsync(read, read.Value with { Comment = "new" }, Stop));
        Assert.False(await catalog.TryAlterTableAsync(read, read.Value, Stop));
    }
}
