using Spoor.Engine.DuckDb.Native;
using Spoor.Engine.Results;
using Spoor.Sql;
using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb;

/// <summary>A running DuckDB query; each chunk is valid until the next one is asked for. For one thread at a time.</summary>
internal sealed class DuckDbResult(nint statement, nint pending, ValueList<SqlType> types) : IDisposable
{
    private nint _statement = statement;
    private nint _pending = pending;
    private NativeResult _result;
    private bool _isExecuted;
    private nint _chunk;

    /// <summary>The next rows, or null at the end. Blocks while DuckDB works.</summary>
    /// <exception cref="DuckDbException">DuckDB's error.</exception>
    public RowBatch? Next()
    {
        EnsureExecuted();
        do
        {
            DestroyChunk();
            _chunk = Api.FetchChunk(_result);
            if (_chunk == 0)
            {
                ThrowOnError();
                return null;
            }
        }
        while (Api.ChunkSize(_chunk) == 0);
        var columns = types.Select((type, index) => (ColumnReader)new VectorReader(Api.ChunkVector(_chunk, (ulong)index), type)).ToArray();
        return new ColumnBatch(columns, (int)Api.ChunkSize(_chunk));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        DestroyChunk();
        if (_isExecuted)
        {
            Api.DestroyResult(ref _result);
        }

        Api.DestroyPending(ref _pending);
        Api.DestroyPrepare(ref _statement);
    }

    private void EnsureExecuted()
    {
        if (_isExecuted)
        {
            return;
        }

        var state = Api.ExecutePending(_pending, out _result);
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

    private void DestroyChunk()
    {
        if (_chunk != 0)
        {
            Api.DestroyDataChunk(ref _chunk);
        }
    }
}
