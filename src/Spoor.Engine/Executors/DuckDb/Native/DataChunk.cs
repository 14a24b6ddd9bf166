using Spoor.Core.Types;
using Spoor.Engine.Results.Columns;

namespace Spoor.Engine.Executors.DuckDb.Native;

/// <summary>Some rows of a result, whose memory is theirs alone.</summary>
internal sealed class DataChunk(nint handle) : IDisposable
{
    private nint _handle = handle;

    /// <summary>Number of rows; DuckDB gives empty chunks too.</summary>
    public int RowCount { get; } = (int)Api.ChunkSize(handle);

    /// <summary>A reader of a column, valid until the chunk is disposed of.</summary>
    public ColumnReader Read(SqlType type, int column) => new VectorReader(Api.ChunkVector(_handle, (ulong)column), type);

    /// <inheritdoc/>
    public void Dispose()
    {
        var handle = Interlocked.Exchange(ref _handle, 0);
        if (handle != 0)
        {
            Api.DestroyDataChunk(ref handle);
        }
    }
}
