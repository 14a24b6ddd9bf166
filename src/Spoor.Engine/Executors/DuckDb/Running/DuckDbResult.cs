using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Results.Text;

namespace Spoor.Engine.Executors.DuckDb.Running;

/// <summary>A running DuckDB query. For one thread at a time.</summary>
internal sealed class DuckDbResult(PendingStatement pending, ValueList<SqlType> types) : IDisposable
{
    private NativeResult _result;
    private readonly ValueText[] _texts = [.. types.Select(ValueText.Of)];
    private bool _isExecuted;

    /// <summary>The next rows, or null at the end. Blocks while DuckDB works.</summary>
    /// <returns>A batch that the caller releases.</returns>
    /// <exception cref="DuckDbException">DuckDB's error.</exception>
    public ColumnBatch? Next()
    {
        Run();
        while (Api.FetchChunk(_result) is not 0 and var handle)
        {
            var chunk = new DataChunk(handle);
            if (chunk.RowCount > 0)
            {
                return new ColumnBatch([.. types.Select(chunk.Read)], _texts, chunk.RowCount, chunk);
            }

            chunk.Dispose();
        }

        ThrowOnError();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isExecuted)
        {
            Api.DestroyResult(ref _result);
        }

        pending.Dispose();
    }

    /// <summary>Runs the statement until there are rows to read, unless it has.</summary>
    /// <exception cref="DuckDbException">DuckDB's error.</exception>
    public void Run()
    {
        if (_isExecuted)
        {
            return;
        }

        var state = pending.Run(out _result);
        _isExecuted = true;
        if (state != 0)
        {
            throw new DuckDbException(Api.Text(Api.ResultError(ref _result)) ?? "");
        }
    }

    private void ThrowOnError()
    {
        if (Api.Text(Api.ResultError(ref _result)) is { Length: > 0 } error)
        {
            throw new DuckDbException(error);
        }
    }
}
