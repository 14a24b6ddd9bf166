using Microsoft.Data.Sqlite;
using Spoor.Core.Errors;
using Spoor.Storage.Sqlite;
using Spoor.Testing;
using Xunit;

namespace Spoor.Storage.Tests.Sqlite;

public sealed class SqliteMigrationsTests : IDisposable
{
    private static readonly SqliteMigrations s_first = new(session => session.Execute("CREATE TABLE a (x INTEGER)"));
    private static readonly SqliteMigrations s_second = new(
        session => session.Execute("CREATE TABLE a (x INTEGER)"),
        session => session.Execute("INSERT INTO a VALUES (7)"));

    private readonly TemporaryFolder _folder = new();

    private string FilePath => Path.Combine(_folder.Path, "new", "file.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void File_takes_the_steps_that_it_has_not_had()
    {
        using (var connection = Open())
        {
            s_first.Apply(connection, Refuse);
        }

        using var again = Open();
        s_second.Apply(again, Refuse);
        s_second.Apply(again, Refuse);

        Assert.Equal([7L], Query(again, "SELECT x FROM a"));
        Assert.Equal([2L], Query(again, "PRAGMA user_version"));
    }

    [Fact]
    public void Failed_step_leaves_the_file_after_the_step_before()
    {
        using var connection = Open();
        var broken = new SqliteMigrations(
            session => session.Execute("CREATE TABLE a (x INTEGER)"),
            session => session.Execute("INSERT INTO a VALUES (1); INSERT INTO gone VALUES (1);"));

        Assert.Throws<SqliteException>(() => broken.Apply(connection, Refuse));

        Assert.Equal([1L], Query(connection, "PRAGMA user_version"));
        Assert.Empty(Query(connection, "SELECT x FROM a"));
        s_second.Apply(connection, Refuse);
        Assert.Equal([7L], Query(connection, "SELECT x FROM a"));
    }

    [Fact]
    public async Task Step_is_taken_once_however_many_processes_open_the_file()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () =>
            {
                using var connection = Open();
                s_second.Apply(connection, Refuse);
            },
            TestContext.Current.CancellationToken)));

        using var reader = Open();
        Assert.Equal([7L], Query(reader, "SELECT x FROM a"));
    }

    [Fact]
    public void File_of_a_newer_version_is_refused_and_stays_as_it_is()
    {
        using var connection = Open();
        s_second.Apply(connection, Refuse);

        var error = Assert.Throws<QueryException>(() => s_first.Apply(connection, Refuse));

        Assert.Equal("The file has schema 2; this Spoor knows schemas up to 1", error.Message);
        Assert.Equal([2L], Query(connection, "PRAGMA user_version"));
    }

    [Fact]
    public void File_that_can_only_be_read_is_read_where_its_schema_is_the_newest()
    {
        using (var connection = Open())
        {
            s_first.Apply(connection, Refuse);
        }

        using var reader = SqliteFile.OpenToRead(FilePath, lockWaitInSeconds: 1);
        s_first.Apply(reader, Refuse);
        var error = Assert.Throws<QueryException>(() => s_second.Apply(reader, Refuse));

        Assert.Empty(Query(reader, "SELECT x FROM a"));
        Assert.Equal("The file has schema 1 and can only be read; this Spoor needs schema 2", error.Message);
        Assert.Equal(["file.db"], Directory.GetFiles(Path.GetDirectoryName(FilePath)!).Select(Path.GetFileName));
    }

    [Fact]
    public void Copy_that_may_not_be_written_to_is_opened_to_be_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "skipped: this user may write to every file");
        using (var connection = Open())
        {
            s_first.Apply(connection, Refuse);
        }

        File.SetAttributes(FilePath, FileAttributes.ReadOnly);
        using var reader = Open();

        s_first.Apply(reader, Refuse);
        Assert.True(SqliteFile.IsReadOnly(reader));
    }

    [Fact]
    public void File_has_a_log_and_is_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: Windows has no such permissions");
        using var connection = Open();
        s_first.Apply(connection, Refuse);

        string[] names = ["file.db", "file.db-shm", "file.db-wal"];
        var files = Directory.GetFiles(Path.GetDirectoryName(FilePath)!).Order(StringComparer.Ordinal);
        Assert.Equal(names, files.Select(Path.GetFileName));
#pragma warning disable CA1416 // Skipped on Windows.
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
#pragma warning restore CA1416
    }

    private static QueryException Refuse(string reason) => new(ErrorCode.GenericUserError, null, $"The file {reason}");

    private static List<long> Query(SqliteConnection connection, string sql) => new SqliteSession(connection, transaction: null).Query(reader => reader.GetInt64(0), sql);

    private SqliteConnection Open() => SqliteFile.Open(FilePath, lockWaitInSeconds: 30, "PRAGMA synchronous = NORMAL;");
}
