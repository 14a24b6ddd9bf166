using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Spoor.Core.Errors;
using Spoor.Storage.Sqlite;

namespace Spoor.Catalog.Stores.Sqlite;

/// <summary>The catalog's file: one connection, opened when it is first used, and one transaction at a time.</summary>
/// <remarks>
/// SQLite's calls are synchronous, and one that meets another process's lock waits. So each transaction runs on a thread of the pool, one at most for each file, and
/// callers wait for their turn without one.
/// </remarks>
internal sealed class CatalogFile(string file, TimeSpan lockWait) : IDisposable
{
    // How long SQLite waits for a lock before we look whether the caller still wants it, in seconds: the least that the library knows.
    private const int LockSlice = 1;
    private const int Busy = 5;

    private readonly SemaphoreSlim _turn = new(1);
    private SqliteConnection? _connection;

    /// <summary>Runs queries that see one state of the file, however many they are.</summary>
    public Task<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken) => RunAsync(read, isWrite: false, cancellationToken);

    /// <summary>Runs statements that happen together or not at all.</summary>
    /// <remarks>What <paramref name="write"/> does besides has to bear repetition.</remarks>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellationToken) => RunAsync(write, isWrite: true, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection?.Dispose();
        _turn.Dispose();
    }

    private async Task<T> RunAsync<T>(Func<SqliteSession, T> work, bool isWrite, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Run(work, isWrite, cancellationToken), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private T Run<T>(Func<SqliteSession, T> work, bool isWrite, CancellationToken cancellationToken)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                _connection ??= Connect();
                using var transaction = _connection.BeginTransaction(deferred: !isWrite);
                var result = work(new SqliteSession(_connection, transaction));
                transaction.Commit();
                return result;
            }
            catch (SqliteException exception) when (exception.SqliteErrorCode == Busy && waiting.Elapsed < lockWait)
            {
                // The transaction was rolled back; another begins.
            }
            catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
            {
                throw Unusable(exception);
            }
        }
    }

    private SqliteConnection Connect()
    {
        var connection = SqliteFile.Open(file, LockSlice, "PRAGMA synchronous = NORMAL;");
        try
        {
            CatalogMigrations.Steps.Apply(connection, reason => new QueryException(
                ErrorCode.HiveMetastoreError, span: null, $"The catalog {file} {reason}", $"Use the Spoor that wrote it, or another {Setting.Home:*|home}."));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private QueryException Unusable(Exception cause) => new(
        ErrorCode.HiveMetastoreError,
        span: null,
        $"The catalog {file} cannot be used: {(cause is SqliteException sqlite ? SqliteText(sqlite) : cause.Message)}",
        cause is SqliteException { SqliteErrorCode: Busy }
            ? "Another process has been writing to it all the time. Run the statement again when it is done."
            : Hint.Of($"Check the file's permissions, or choose another folder{Setting.Home: with *}."),
        cause);

    // Microsoft.Data.Sqlite wraps SQLite's text: "SQLite Error 26: 'file is not a database'."
    private static string SqliteText(SqliteException exception) => exception.Message.Split('\'') is [_, .. var text, _] ? string.Join('\'', text) : exception.Message;
}
