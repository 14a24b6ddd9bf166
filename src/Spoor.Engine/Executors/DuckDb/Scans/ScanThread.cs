using Spoor.CloudTrail.Scan.Contract;
using Spoor.Engine.Executors.DuckDb.Native;

namespace Spoor.Engine.Executors.DuckDb.Scans;

/// <summary>One DuckDB thread's part of a scan: its reader and its writers.</summary>
internal sealed class ScanThread(PendingScan scan) : IDisposable
{
    private readonly VectorWriter[] _vectors = [.. scan.Columns.Select(column => VectorWriter.Create(column.Type))];
    private IScanReader? _reader;
    private ColumnWriter[]? _writers;

    /// <summary>The scan.</summary>
    public PendingScan Scan => scan;

    /// <summary>Fills DuckDB's chunk and returns the number of rows; 0 when the scan is over.</summary>
    public int Fill(IObjectScan running, nint chunk)
    {
        _reader ??= running.CreateReader();
        _writers ??= [.. _vectors];
        for (var i = 0; i < _vectors.Length; i++)
        {
            _vectors[i].Clear();
            _vectors[i].Attach(Api.ChunkVector(chunk, (ulong)i));
        }

        return _reader.Read(_writers, Api.VectorSize, scan.CancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _reader?.Dispose();
}
