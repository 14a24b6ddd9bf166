using Spoor.Engine.Executors.DuckDb.Native;

namespace Spoor.Engine.Executors.DuckDb.Running;

/// <summary>A statement that DuckDB has bound and not run to its end. For one thread at a time.</summary>
internal sealed class PendingStatement : IDisposable
{
    /// <summary>Looks for work this often before the thread sleeps.</summary>
    private const int LooksBeforeSleep = 20;

    private nint _statement;
    private nint _pending;

    private PendingStatement(nint statement, nint pending)
    {
        _statement = statement;
        _pending = pending;
    }

    /// <summary>Binds and starts a statement.</summary>
    /// <param name="connection">A <c>duckdb_connection</c> that runs nothing.</param>
    /// <param name="sql">DuckDB SQL.</param>
    /// <param name="isStreaming">Whether rows are given as they come; else they are there when it has run.</param>
    /// <exception cref="DuckDbException">DuckDB's error while it binds or starts.</exception>
    public static PendingStatement Start(nint connection, string sql, bool isStreaming)
    {
        if (Api.Prepare(connection, sql, out var statement) != 0)
        {
            var error = Api.Text(Api.PrepareError(statement)) ?? "";
            Api.DestroyPrepare(ref statement);
            throw new DuckDbException(error);
        }

        if ((isStreaming ? Api.PendingStreaming(statement, out var pending) : Api.Pending(statement, out pending)) != 0)
        {
            var error = Api.Text(Api.PendingError(pending)) ?? "";
            Api.DestroyPending(ref pending);
            Api.DestroyPrepare(ref statement);
            throw new DuckDbException(error);
        }

        return new PendingStatement(statement, pending);
    }

    /// <summary>Runs until there is a result to read, or an error in it.</summary>
    /// <remarks>DuckDB's own loop asks without pause for work while another thread has it all, which takes a processor from whatever else runs.</remarks>
    /// <returns>DuckDB's state; 0 where all is well.</returns>
    public int Run(out NativeResult result)
    {
        var wait = new SpinWait();
        while (true)
        {
            switch (Api.ExecuteTask(_pending))
            {
                case Api.ResultNotReady:
                    wait.Reset();
                    break;
                case Api.NoTasks:
                    wait.SpinOnce(LooksBeforeSleep);
                    break;
                default:
                    return Api.ExecutePending(_pending, out result);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Api.DestroyPending(ref _pending);
        Api.DestroyPrepare(ref _statement);
    }
}
