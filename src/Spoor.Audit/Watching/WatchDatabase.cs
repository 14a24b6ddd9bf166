using Microsoft.Data.Sqlite;
using Spoor.Core.Errors;
using Spoor.Storage.Sqlite;

namespace Spoor.Audit.Watching;

/// <summary>The state's SQLite file. One watch at a time has it; what is in a transaction happens as a whole or not at all, whenever the process ends.</summary>
internal sealed class WatchDatabase : IDisposable
{
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
            // The lock lasts as long as the process: a second watch would tell everything a second time.
            var database = new WatchDatabase(SqliteFile.Open(file, lockWaitInSeconds: 1, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL;"));
            try
            {
                WatchMigrations.Steps.Apply(database._connection, reason => new QueryException(
                    ErrorCode.GenericUserError, null, $"The state '{file}' {reason}", $"Use the Spoor that wrote it, or another {Setting.WatchState:*|state}."));
                database.Begin();
                database.Commit();
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
                $"Name another file{Setting.WatchState: with *}.",
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
}
