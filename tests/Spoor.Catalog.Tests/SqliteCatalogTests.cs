using System.Globalization;
using Microsoft.Data.Sqlite;
using Spoor.Sql;
using Spoor.Testing;
using Xunit;

namespace Spoor.Catalog.Tests;

public sealed class SqliteCatalogTests : CatalogTests, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteCatalog _catalog;

    public SqliteCatalogTests() => _catalog = SqliteCatalog.Open(Home);

    protected override ICatalog Catalog => _catalog;

    private string Home => Path.Combine(_folder.Path, "new", "home");

    public void Dispose()
    {
        _catalog.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Another_connection_sees_what_is_written()
    {
        using var other = SqliteCatalog.Open(Home);

        _catalog.CreateTable(Logs);

        Assert.Equal(Logs, other.Find(Logs.Name));
    }

    [Fact]
    public async Task Connections_write_at_the_same_time()
    {
        using var other = SqliteCatalog.Open(Home);

        await Task.WhenAll(new[] { _catalog, other }.Select((catalog, index) => Task.Run(
            () =>
            {
                for (var i = 0; i < 50; i++)
                {
                    catalog.CreateTable(Logs with { Name = Logs.Name with { Table = string.Create(CultureInfo.InvariantCulture, $"t{index}_{i}") } });
                }
            },
            TestContext.Current.CancellationToken)));

        Assert.Equal(100, _catalog.Tables("default").Count);
    }

    [Fact]
    public void File_is_complete_without_its_log_when_the_last_connection_is_closed()
    {
        _catalog.CreateTable(Logs);

        _catalog.Dispose();

        Assert.Equal(["catalog.db"], Directory.GetFiles(Home).Select(Path.GetFileName));
    }

    [Fact]
    public async Task New_home_may_be_opened_by_many_at_once()
    {
        var home = Path.Combine(_folder.Path, "shared");

        var catalogs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SqliteCatalog.Open(home), TestContext.Current.CancellationToken)));

        Assert.All(catalogs, catalog => Assert.Equal("default", Assert.Single(catalog.Databases()).Name));
        Array.ForEach(catalogs, catalog => catalog.Dispose());
    }

    [Fact]
    public void File_of_a_newer_version_is_refused()
    {
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(Home, "catalog.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        var error = Assert.Throws<QueryException>(() => SqliteCatalog.Open(Home));

        Assert.Equal($"The catalog {Path.Combine(Home, "catalog.db")} has schema 99; this Spoor knows schemas up to 1", error.Message);
    }

    [Fact]
    public void File_that_is_no_database_is_named()
    {
        var file = _folder.Write("other/catalog.db", new string('x', 1000));

        var error = Assert.Throws<QueryException>(() => SqliteCatalog.Open(Path.GetDirectoryName(file)!));

        Assert.Equal($"The catalog {file} cannot be used: file is not a database", error.Message);
    }

    [Fact]
    public void Home_that_is_a_file_is_named()
    {
        var file = _folder.Write("file");

        var error = Assert.Throws<QueryException>(() => SqliteCatalog.Open(file));

        Assert.StartsWith($"The catalog {Path.Combine(file, "catalog.db")} cannot be used: ", error.Message, StringComparison.Ordinal);
    }
}
