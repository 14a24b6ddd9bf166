using Spoor.CloudTrail.Scan.Contract;

namespace Spoor.Testing;

/// <summary>A scan whose rows a test writes: numbers from 0 are shared out to the threads, and <c>write</c> puts one into the writers.</summary>
public sealed class FakeScan(int rowCount, Action<int, int, ReadOnlyMemory<ColumnWriter>> write) : IObjectScan
{
    private int _next;
    private int _openReaders;

    /// <inheritdoc/>
    public ScanStatistics Statistics { get; } = new();

    /// <summary>Readers not yet disposed.</summary>
    public int OpenReaders => Volatile.Read(ref _openReaders);

    /// <summary>Readers ever made.</summary>
    public int Readers { get; private set; }

    /// <summary>Whether the scan has been disposed.</summary>
    public bool IsDisposed { get; private set; }

    /// <inheritdoc/>
    public IScanReader CreateReader()
    {
        Interlocked.Increment(ref _openReaders);
        Readers++;
        return new Reader(this);
    }

    /// <inheritdoc/>
    public Task StopAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => IsDisposed = true;

    private int Fill(ReadOnlySpan<ColumnWriter> writers, int maxRows)
    {
        ReadOnlyMemory<ColumnWriter> columns = writers.ToArray();
        var rows = 0;
        while (rows < maxRows)
        {
            var number = Interlocked.Increment(ref _next) - 1;
            if (number >= rowCount)
            {
                break;
            }

            write(number, rows++, columns);
        }

        return rows;
    }

    private sealed class Reader(FakeScan scan) : IScanReader
    {
        public int Read(ReadOnlySpan<ColumnWriter> writers, int maxRows, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return scan.Fill(writers, maxRows);
        }

        public void Dispose() => Interlocked.Decrement(ref scan._openReaders);
    }
}
