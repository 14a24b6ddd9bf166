using System.Buffers;
using Spoor.Sql;
using Spoor.Storage;

namespace Spoor.CloudTrail.Scan.Fetching;

/// <summary>Fetches a scan's objects ahead of its readers, within a budget of memory, several at a time.</summary>
internal sealed class ObjectFetcher : IDisposable
{
    // Fetched objects may wait for readers while as many are on their way.
    private const int ObjectsAheadPerRead = 4;
    private const long BytesAhead = 32 << 20;

    // Objects above this size are handed over as a stream after their head.
    private const int LargestWholeObject = 4 << 20;
    private const int HeadOfLargeObject = 64 << 10;

    private readonly ScanRequest _request;
    private readonly IObjectStore _store;
    private readonly ScanStatistics _statistics;
    private readonly FetchBudget _budget;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _stopped;
    private int _next;
    private int _running;

    public ObjectFetcher(ScanRequest request, IObjectStore store, ScanStatistics statistics, CancellationToken cancellationToken)
    {
        _request = request;
        _store = store;
        _statistics = statistics;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // A scan reads one table, and so one bucket as a rule.
        var readsAtOnce = request.Objects.Count == 0 ? 0 : store.ReadsAtOnce(request.Objects[0].Entry.Name.Bucket);
        _budget = new FetchBudget(BytesAhead, ObjectsAheadPerRead * readsAtOnce);
        _running = Math.Min(readsAtOnce, request.Objects.Count);
        if (_running == 0)
        {
            Queue.Complete();
        }

        // The token ends waits for budget; the fetchers themselves end at their next object.
        _stopped = _stop.Token;
        _stopped.UnsafeRegister(static fetcher => ((ObjectFetcher)fetcher!)._budget.Cancel(), this);
        Completion = Task.WhenAll(Enumerable.Range(0, _running).Select(_ => Task.Run(FetchObjectsAsync, CancellationToken.None)));
    }

    /// <summary>Where readers take the objects from.</summary>
    public FetchQueue Queue { get; } = new();

    /// <summary>Stops the scan.</summary>
    public CancellationToken Stopped => _stopped;

    /// <summary>Done when no fetcher runs any more. It never fails: errors travel with their objects.</summary>
    public Task Completion { get; }

    /// <summary>Stops fetching. Fetchers in flight end by themselves and give back what they hold.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        Queue.Abandon();
    }

    private async Task FetchObjectsAsync()
    {
        try
        {
            while (!_stopped.IsCancellationRequested && Interlocked.Increment(ref _next) - 1 is var index && index < _request.Objects.Count)
            {
                var source = _request.Objects[index];
                if (ObjectSelection.ReasonToLeaveOut(source.Entry, _request.Format) is { } reason)
                {
                    _statistics.AddObjectLeftOut(new ObjectProblem(source.Entry.Name.ToString(), null, reason, IsLeftOut: true));
                    continue;
                }

                var bytes = BudgetOf(source.Entry);
                await _budget.TakeAsync(bytes);
                Queue.Add(await FetchAsync(source, () => _budget.Release(bytes)));
            }
        }
        catch (OperationCanceledException)
        {
            // The readers see the same token; there is nobody left to tell.
        }
        finally
        {
            if (Interlocked.Decrement(ref _running) == 0)
            {
                Queue.Complete();
            }
        }
    }

    private static int BudgetOf(ObjectEntry entry) => entry.Size > LargestWholeObject ? HeadOfLargeObject : (int)Math.Max(entry.Size, 1) + 1;

    private async ValueTask<FetchedObject> FetchAsync(ScanObject source, Action release)
    {
        var buffer = Array.Empty<byte>();
        Stream? stream = null;
        try
        {
            (stream, var isFromCache) = await _store.OpenReadAsync(source.Entry, _stopped);
            buffer = ArrayPool<byte>.Shared.Rent(BudgetOf(source.Entry));
            var length = await FillAsync(stream, buffer);
            if (length < buffer.Length)
            {
                await stream.DisposeAsync();
                stream = null;
            }

            return new FetchedObject(source, buffer, length, stream, null, release) { IsFromCache = isFromCache };
        }
        catch (Exception exception)
        {
            new FetchedObject(source, buffer, 0, stream, null, release).Dispose();
            if (exception is OperationCanceledException)
            {
                throw;
            }

            return new FetchedObject(source, [], 0, null, AsQueryException(exception, source), static () => { });
        }
    }

    // Fills the buffer; less only at the object's end.
    private async ValueTask<int> FillAsync(Stream stream, byte[] buffer)
    {
        // A local file answers from the page cache: an asynchronous read would only queue the same call elsewhere.
        var isLocal = stream is FileStream;
        var length = 0;
        while (length < buffer.Length)
        {
            var read = isLocal ? ReadNow(stream, buffer.AsSpan(length)) : await stream.ReadAsync(buffer.AsMemory(length), _stopped);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return length;
    }

    private static int ReadNow(Stream stream, Span<byte> destination) => stream.Read(destination);

    private static QueryException AsQueryException(Exception exception, ScanObject source) =>
        exception as QueryException
        ?? new QueryException(ErrorCode.HiveCannotOpenSplit, null, $"Error opening Hive split {source.Entry.Name}: {exception.Message}", "Check that the object still exists and may be read, then run the query again.", exception);
}
