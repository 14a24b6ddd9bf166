using Microsoft.Data.Sqlite;
using Spoor.Storage.Files;
using SQLitePCL;

namespace Spoor.Storage.Sqlite;

/// <summary>Opens the SQLite files that Spoor keeps: its owner's alone, with a log (WAL) so that readers and a writer do not wait for each other.</summary>
internal static class SqliteFile
{
    /// <summary>Opens the file, or makes it. One that cannot be written to, such as a copy kept as evidence, is opened to be read.</summary>
    /// <param name="file">The file.</param>
    /// <param name="lockWaitInSeconds">How long a statement waits for another process's lock.</param>
    /// <param name="pragmas">What is set before the file is first read, such as <c>PRAGMA synchronous = FULL;</c>.</param>
    /// <exception cref="SqliteException">It cannot be used.</exception>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static SqliteConnection Open(string file, int lockWaitInSeconds, string pragmas)
    {
        // SQLite gives its log the permissions of the file.
        PrivateFiles.CreateFile(file);
        // A pool would keep the file open after it is closed.
        var settings = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = lockWaitInSeconds, Pooling = false };
        var connection = OpenConnection(settings);
        try
        {
            if (!IsReadOnly(connection))
            {
                new SqliteSession(connection, transaction: null).Execute($"{pragmas} PRAGMA journal_mode = WAL;");
                return connection;
            }
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        connection.Dispose();
        return OpenToRead(file, lockWaitInSeconds);
    }

    /// <summary>Opens a file that is only to be read.</summary>
    /// <exception cref="SqliteException">It cannot be used.</exception>
    public static SqliteConnection OpenToRead(string file, int lockWaitInSeconds)
    {
        // Reading with a log takes a file beside it for locks. Without a log nobody writes, so that a complete file is read as it is, also where no file can be made.
        var isComplete = new FileInfo(file + "-wal") is not { Exists: true, Length: > 0 };
        return OpenConnection(new SqliteConnectionStringBuilder
        {
            DataSource = isComplete ? $"{new Uri(Path.GetFullPath(file)).AbsoluteUri}?immutable=1" : file,
            Mode = SqliteOpenMode.ReadOnly,
            DefaultTimeout = lockWaitInSeconds,
            Pooling = false,
        });
    }

    /// <summary>Whether the file behind a connection can only be read: SQLite opens it so where it may not write.</summary>
    public static bool IsReadOnly(SqliteConnection connection) => raw.sqlite3_db_readonly(connection.Handle, "main") == 1;

    private static SqliteConnection OpenConnection(SqliteConnectionStringBuilder settings)
    {
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
