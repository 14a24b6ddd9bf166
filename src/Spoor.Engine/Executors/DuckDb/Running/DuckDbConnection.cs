using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Executors.DuckDb.Sql;

namespace Spoor.Engine.Executors.DuckDb.Running;

/// <summary>A DuckDB connection; runs one statement at a time.</summary>
internal sealed class DuckDbConnection(nint handle, NativeFunctions functions) : IDisposable
{
    private nint _handle = handle;

    /// <summary>The native handle, for registering functions.</summary>
    public nint Handle => _handle;

    /// <summary>Runs a short statement of the program's own without rows.</summary>
    /// <exception cref="DuckDbException">DuckDB's error.</exception>
    public void Execute(string sql)
    {
        var state = Api.Query(_handle, sql, out var result);
        try
        {
            if (state != 0)
            {
                throw new DuckDbException(Api.Text(Api.ResultError(ref result)) ?? "");
            }
        }
        finally
        {
            Api.DestroyResult(ref result);
        }
    }

    /// <summary>Runs a statement that takes its time and has no rows.</summary>
    /// <exception cref="DuckDbException">DuckDB's error.</exception>
    public void Run(DuckStatement sql)
    {
        using var result = new DuckDbResult(Start(sql, isStreaming: false), []);
        result.Run();
    }

    /// <summary>Starts a query whose rows are read as they come.</summary>
    /// <param name="sql">DuckDB SQL.</param>
    /// <param name="types">The types of its columns, as Spoor knows them.</param>
    /// <exception cref="DuckDbException">DuckDB's error while it binds or starts.</exception>
    public DuckDbResult Query(DuckStatement sql, ValueList<SqlType> types) => new(Start(sql, isStreaming: true), types);

    /// <summary>Stops what runs on this connection, from any thread.</summary>
    public void Interrupt() => Api.Interrupt(_handle);

    private PendingStatement Start(DuckStatement sql, bool isStreaming)
    {
        functions.Register(_handle, sql.Functions);
        return PendingStatement.Start(_handle, sql.Text, isStreaming);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_handle != 0)
        {
            Api.Disconnect(ref _handle);
        }
    }
}
