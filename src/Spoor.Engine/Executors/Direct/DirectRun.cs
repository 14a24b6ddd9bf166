using System.Collections.Concurrent;
using System.Threading.Channels;
using Spoor.CloudTrail.Scan.Contract;

namespace Spoor.Engine.Executors.Direct;

/// <summary>A scan whose threads fill batches, which the reader of the rows gives back.</summary>
/// <remarks>The rows come in no order, as the executor's do. There are as many batches as fit the threads and the reader, so memory is bounded.</remarks>
internal sealed class DirectRun<TBatch> : IAsyncDisposable
    where TBatch : IDirectBatch
{
    private readonly IObjectScan _scan;
    private readonly CancellationTokenSource _stop;
    private readonly BlockingCollection<TBatch> _free;
    private readonly Channel<(TBatch Batch, int Rows, IDisposable Lease)> _filled;
    private readonly Task _scanning;

    /// <summary>Starts to scan.</summary>
    /// <param name="start">Starts the scan.</param>
    /// <param name="threads">Threads that scan, if other queries leave as many.</param>
    /// <param name="ahead">Batches that the reader can have, or that can wait for it, without holding up a thread.</param>
    /// <param name="create">Makes a batch.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    public DirectRun(Func<CancellationToken, IObjectScan> start, int threads, int ahead, Func<TBatch> create, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _scan = start(_stop.Token);
        var granted = ThreadBudget.Shared.Take(threads); // Behind what can fail.
        var batches = granted.Count + ahead + 1;
        _free = new BlockingCollection<TBatch>(batches);
        _filled = Channel.CreateBounded<(TBatch, int, IDisposable)>(batches);
        for (var i = 0; i < batches; i++)
        {
            _free.Add(create(), CancellationToken.None); // There is room for every batch.
        }

        _scanning = ScanAsync(granted);
    }

    /// <summary>The batches as they come, with their number of rows. Disposing of the lease gives the batch back.</summary>
    public IAsyncEnumerable<(TBatch Batch, int Rows, IDisposable Lease)> ReadAsync(CancellationToken cancellationToken) => _filled.Reader.ReadAllAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _scanning;
        _scan.Dispose();
        _free.Dispose();
        _stop.Dispose();
    }

    private async Task ScanAsync(ThreadBudget.Lease threads)
    {
        // Threads of their own: a scan waits for objects without giving its thread back.
        await Task.WhenAll(Enumerable.Range(0, threads.Count).Select(_ => Task.Factory.StartNew(Scan, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        threads.Dispose();
        await _scan.StopAsync(); // So that the statistics are final when the rows end.
        _filled.Writer.TryComplete();
    }

    /// <summary>One thread's part. The first error of any ends the rows, behind those that are ready.</summary>
    private void Scan()
    {
        try
        {
            using var reader = _scan.CreateReader();
            for (var batch = _free.Take(_stop.Token); batch.Fill(reader, _stop.Token) is > 0 and var rows; batch = _free.Take(_stop.Token))
            {
                // There is room for every batch.
                _ = _filled.Writer.TryWrite((batch, rows, new Lease(batch, _free)));
            }
        }
        catch (Exception exception)
        {
            _filled.Writer.TryComplete(exception);
            _stop.Cancel();
        }
    }

    /// <summary>Gives a batch back to the scan, once.</summary>
    private sealed class Lease(TBatch batch, BlockingCollection<TBatch> free) : IDisposable
    {
        private int _isReturned;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isReturned, 1) == 0)
            {
                free.Add(batch);
            }
        }
    }
}
