using Microsoft.Data.Sqlite;
using Spoor.Catalog;
using Spoor.Catalog.Sqlite;
using Spoor.Sql;

namespace Spoor.Audit.Watching;

/// <summary>The state's SQLite file. One watch at a time has it; what is in a transaction happens as a whole or not at all, whenever the process ends.</summary>
internal sealed class WatchDatabase : IDisposable
{
    private const int Version = 2;

    private const string Schema =
        """
        CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;
        CREATE TABLE objects (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            etag TEXT,
            size INTEGER NOT NULL,
            modified INTEGER NOT NULL, -- milliseconds since 1970, UTC
            attempts INTEGER NOT NULL, -- failed ones
            problem TEXT -- of the last attempt; NULL when it was read
        ) STRICT;
        CREATE TABLE records (event_id TEXT NOT NULL PRIMARY KEY, event_time TEXT, is_configuration INTEGER NOT NULL, json TEXT NOT NULL) STRICT;
        CREATE TABLE pool_keys (access_key_id TEXT NOT NULL PRIMARY KEY, event_time TEXT) STRICT;
        CREATE TABLE key_uses ( -- not looked at so far
            access_key_id TEXT NOT NULL,
            object_id INTEGER NOT NULL,
            PRIMARY KEY (access_key_id, object_id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE told_sessions (access_key_id TEXT NOT NULL PRIMARY KEY) STRICT;
        CREATE TABLE lines (sequence INTEGER PRIMARY KEY, id TEXT NOT NULL, type TEXT NOT NULL, json TEXT NOT NULL) STRICT;
        CREATE TABLE receivers (name TEXT NOT NULL PRIMARY KEY, sequence INTEGER NOT NULL) STRICT; -- the last line delivered
        """;

    private const string Alerts =
        """
        CREATE TABLE alerts ( -- what was told, once for each rule, pool, identity and subject
            id TEXT NOT NULL PRIMARY KEY,
            rule_id TEXT NOT NULL,
            pool TEXT,
            identity TEXT,
            subject TEXT,
            revision INTEGER NOT NULL, -- how often
            event_ids TEXT NOT NULL, -- all evidence told, a line each
            told TEXT NOT NULL -- the other members as told last
        ) STRICT;
        CREATE INDEX alerts_by_rule ON alerts (rule_id);
        """;

    private readonly SqliteConnection _connection;
    private SqliteTransaction? _transaction;

    private WatchDatabase(SqliteConnection connection) => _connection = connection;

    private SqliteSession Session => new(_connection, _transaction);

    /// <summary>Opens the file, or makes it.</summary>
    /// <exception cref="QueryException">It cannot be used: another watch has it, it is no state, or a newer Spoor wrote it.</exception>
    public static WatchDatabase Open(string file)
    {
        try
        {
            PrivateFiles.CreateFile(file);
            var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 1 }.ToString());
            connection.Open();
            var database = new WatchDatabase(connection);
            try
            {
                database.Prepare(file);
                return database;
            }
            catch
            {
                database.Dispose();
                throw;
            }
        }
        catch (SqliteException exception)
        {
            const int Busy = 5;
            throw new QueryException(
                ErrorCode.GenericUserError,
                null,
                exception.SqliteErrorCode == Busy ? $"Another watch uses the state '{file}'" : $"The state '{file}' cannot be used: {exception.Message}",
                "Name another file with --state.",
                exception);
        }
    }

    /// <summary>Starts a transaction.</summary>
    public void Begin() => _transaction = _connection.BeginTransaction(deferred: false);

    /// <summary>Makes all since <see cref="Begin"/> last.</summary>
    public void Commit()
    {
        _transaction?.Commit();
        Rollback();
    }

    /// <summary>Forgets all since <see cref="Begin"/>, if it was not committed.</summary>
    public void Rollback()
    {
        _transaction?.Dispose();
        _transaction = null;
    }

    /// <summary>Runs a statement with values for <c>?1</c>, <c>?2</c> and so on.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Session.Execute(sql, values);

    /// <summary>The rows of a query.</summary>
    public List<T> Query<T>(Func<SqliteDataReader, T> read, string sql, params ReadOnlySpan<object?> values) => Session.Query(read, sql, values);

    /// <inheritdoc/>
    public void Dispose()
    {
        Rollback();
        _connection.Dispose();
    }

    private void Prepare(string file)
    {
        // The lock lasts as long as the process: a second watch would tell everything a second time.
        Execute("PRAGMA locking_mode = EXCLUSIVE");
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");
        Begin();
        var version = Query(reader => reader.GetInt64(0), "PRAGMA user_version")[0];
        if (version > Version)
        {
            throw new QueryException(ErrorCode.GenericUserError, null, $"The state '{file}' has schema {version}; this Spoor knows schemas up to {Version}", "A newer Spoor wrote it: use that one, or another --state.");
        }

        if (version == 0)
        {
            Execute(Schema);
        }

        if (version < Version)
        {
            Execute(Alerts);
            if (version == 1)
            {
                TakeFindings();
            }

            Execute($"PRAGMA user_version = {Version}");
        }

        Commit();
    }

    /// <summary>Version 1 kept findings with rule, pool, identity, role and subject in one text, a line each.</summary>
    private void TakeFindings()
    {
        static string? Known(string text) => text.Length == 0 ? null : text;
        foreach (var (id, subject, eventIds) in Query(reader => (reader.GetString(0), reader.GetString(1), reader.GetString(2)), "SELECT id, subject, event_ids FROM told_findings ORDER BY rowid"))
        {
            var parts = subject.Split('\n', 5);
            Execute(
                "INSERT INTO alerts (id, rule_id, pool, identity, subject, revision, event_ids, told) VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, '')",
                id, parts[0], Known(parts[1]), Known(parts[2]), Known(parts[4]), eventIds);
        }

        Execute("DROP TABLE told_findings");
    }
}
