using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Spoor.CloudTrail.Scan;
using Spoor.Engine.Results;
using Spoor.Sql;
using Spoor.Storage;

namespace Spoor.Engine.Direct;

/// <summary>A <see cref="DirectPlan"/> running: each thread scans into batches of managed memory, which the reader of the rows gives back.</summary>
/// <remarks>The rows come in no order, as the executor's do. There are as many batches as fit the threads and a reader that works on several, so memory is bounded.</remarks>
internal sealed class DirectQuery : IAsyncDisposable
{
    private readonly ObjectScan _scan;
    private readonly CancellationTokenSource _stop;
    private readonly ValueText[] _texts;
    private readonly BlockingCollection<DirectBatch> _free;
    private readonly Channel<ColumnBatch> _filled;
    private readonly Task _scanning;

    /// <summary>Starts to scan.</summary>
    public DirectQuery(DirectPlan plan, IObjectStore objects, int threads, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _scan = ObjectScan.Start(plan.Request, objects, _stop.Token);
        _texts = [.. plan.Output.Select(column => ValueText.Of(plan.Types[column]))];
        var batches = threads + Environment.ProcessorCount + 1;
        _free = new BlockingCollection<DirectBatch>(batches);
        _filled = Channel.CreateBounded<ColumnBatch>(batches);
        for (var i = 0; i < batches; i++)
        {
            _free.Add(new DirectBatch(plan.Types, plan.Output), cancellationToken);
        }

        _scanning = ScanAsync(threads);
    }

    /// <summary>The rows as they come.</summary>
    public async IAsyncEnumerable<RowBatch> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in _filled.Reader.ReadAllAsync(cancellationToken))
        {
            try
            {
                yield return batch;
            }
            finally
            {
                batch.Release();
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _scanning;
        _scan.Dispose();
        _free.Dispose();
        _stop.Dispose();
    }

    private async Task ScanAsync(int threads)
    {
        // Threads of their own: a scan waits for objects without giving its thread back.
        await Task.WhenAll(Enumerable.Range(0, threads).Select(_ => Task.Factory.StartNew(Scan, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
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
                _ = _filled.Writer.TryWrite(new ColumnBatch(batch.Readers, _texts, rows, new Lease(batch, _free)));
            }
        }
        catch (Exception exception)
        {
            _filled.Writer.TryComplete(exception);
            _stop.Cancel();
        }
    }

    /// <summary>Gives a batch's memory back to the scan, once.</summary>
    private sealed class Lease(DirectBatch batch, BlockingCollection<DirectBatch> free) : IDisposable
    {
        private DirectBatch? _batch = batch;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _batch, null) is { } returned)
            {
                free.Add(returned);
            }
        }
    }
}
