using System.Buffers;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Formats;
using Spoor.CloudTrail.Scan.Input;
using Spoor.Core.Errors;
using Spoor.Storage.Objects;

namespace Spoor.CloudTrail.Scan.Fetching;

/// <summary>Fetches a scan's objects ahead of its readers, within a budget of memory, several at a time.</summary>
internal sealed class ObjectFetcher : IDisposable
{
    // Fetched objects may wait for readers while as many are on their way.
    private const int ObjectsAheadPerRead = 4;

    // Objects above this size are handed over as a stream after their head, which reads as much ahead.
    private const int LargestWholeObject = 4 << 20;
    private const int HeadOfLargeObject = 64 << 10;

    private readonly RecordFormat _format;
    private readonly ScanContext _context;
    private readonly FetchBudget _budget;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _stopped;
    private bool _isListed;
    private bool _isDisposed;

    public ObjectFetcher(RecordFormat format, ScanContext context, FetchBudget budget, CancellationToken cancellationToken)
    {
        _format = format;
        _context = context;
        _budget = budget;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _stopped = _stop.Token;
        Completion = Task.Run(FetchAllAsync, CancellationToken.None);
    }

    /// <summary>Where readers take the objects from.</summary>
    public FetchQueue Queue { get; } = new();

    /// <summary>Stops the scan.</summary>
    public CancellationToken Stopped => _stopped;

    /// <summary>Done when nothing is listed or fetched any more. It never fails: errors travel with their objects, or through the queue.</summary>
    public Task Completion { get; }

    /// <summary>Stops listing and fetching. What is in flight ends by itself and gives back what it holds.</summary>
    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _isDisposed, true))
        {
            _stop.Cancel();
            _stop.Dispose();
            Queue.Abandon();
        }
    }

    private async Task FetchAllAsync()
    {
        try
        {
            await using var pages = _context.Objects.GetAsyncEnumerator(_stopped);
            if (await MoveNextAsync(pages))
            {
                // A scan reads one table, and so one bucket as a rule.
                await FetchAllAsync(pages, _context.Store.ReadsAtOnce(pages.Current.Entries[0].Name.Bucket));
            }
        }
        catch (Exception exception)
        {
            // When the scan was stopped, the readers see it by the same token.
            if (!_stopped.IsCancellationRequested)
            {
                Queue.Fail(exception);
            }
        }
        finally
        {
            if (!_isListed)
            {
                _context.Statistics.AddStoppedListing();
            }

            Queue.Complete();
        }
    }

    private async Task FetchAllAsync(IAsyncEnumerator<ScanPage> pages, int readsAtOnce)
    {
        var share = _budget.Open(ObjectsAheadPerRead * readsAtOnce);
        await using var registration = _stopped.UnsafeRegister(static share => ((FetchShare)share!).Cancel(), share);
        var options = new ParallelOptions { MaxDegreeOfParallelism = readsAtOnce, CancellationToken = _stopped };
        await Parallel.ForEachAsync(SelectAsync(pages).Index(), options, async (numbered, _) =>
        {
            var (number, source) = numbered;
            var wanted = BudgetOf(source.Entry);
            var bytes = await share.TakeAsync(wanted);
            Queue.Add(await FetchAsync(source, isWhole: bytes == wanted, () => share.Release(bytes)), number);
        });
    }

    /// <summary>The objects to read, of the current page and those after it.</summary>
    private async IAsyncEnumerable<ScanObject> SelectAsync(IAsyncEnumerator<ScanPage> pages)
    {
        do
        {
            var page = pages.Current;
            foreach (var entry in page.Entries)
            {
                if (ObjectSelection.ReasonToLeaveOut(entry, _format, page.Location) is { } reason)
                {
                    _context.Statistics.AddObjectLeftOut(new ObjectProblem(entry.Name.ToString(), null, reason, IsLeftOut: true));
                    continue;
                }

                yield return new ScanObject(entry, page.PartitionValues, ObjectSelection.IsLookedInto(entry, _format));
            }
        }
        while (await MoveNextAsync(pages));
    }

    /// <summary>Lists on, and counts. Without the whole list the answer would be wrong, so that an error fails the readers whatever waits for them.</summary>
    private async Task<bool> MoveNextAsync(IAsyncEnumerator<ScanPage> pages)
    {
        try
        {
            if (await pages.MoveNextAsync())
            {
                _context.Statistics.AddListed(pages.Current.Entries.Count);
                return true;
            }
        }
        catch (Exception exception) when (!_stopped.IsCancellationRequested)
        {
            Queue.Fail(exception);
        }

        _isListed = true;
        return false;
    }

    private static int BudgetOf(ObjectEntry entry) => (int)Math.Clamp(entry.Size, 1, LargestWholeObject) + 1;

    // One byte more than there is: less than that says where the object ends.
    private static int HeadOf(ObjectEntry entry) => entry.Size > LargestWholeObject ? HeadOfLargeObject : BudgetOf(entry);

    private async ValueTask<FetchedObject> FetchAsync(ScanObject source, bool isWhole, Action release)
    {
        var buffer = Array.Empty<byte>();
        Stream? stream = null;
        try
        {
            (stream, var isFromCache) = await _context.Store.OpenReadAsync(source.Entry, _stopped);
            buffer = ArrayPool<byte>.Shared.Rent(isWhole ? HeadOf(source.Entry) : HeadOfLargeObject);
            var length = source.IsLookedInto ? await FillAsync(stream, buffer.AsMemory(0, Math.Min(buffer.Length, ContentKind.HeadLength))) : 0;
            var isWanted = !source.IsLookedInto || InputWindow.MayBeLog(buffer.AsSpan(0, length));
            length += isWanted ? await FillAsync(stream, buffer.AsMemory(length)) : 0;
            if (length < buffer.Length)
            {
                await stream.DisposeAsync();
                stream = null;
            }
            else if (stream is not FileStream && isWhole)
            {
                stream = new ReadAheadStream(stream, LargestWholeObject, _stopped);
            }

            return new FetchedObject(source, buffer, length, stream, null, release) { IsFromCache = isFromCache };
        }
        catch (Exception exception)
        {
            new FetchedObject(source, buffer, 0, stream, null, release).Dispose();
            if (_stopped.IsCancellationRequested)
            {
                throw;
            }

            return new FetchedObject(source, [], 0, null, AsQueryException(exception, source), static () => { });
        }
    }

    // Fills the buffer; less only at the object's end.
    private async ValueTask<int> FillAsync(Stream stream, Memory<byte> buffer)
    {
        // A local file answers from the page cache: an asynchronous read would only queue the same call elsewhere.
        var isLocal = stream is FileStream;
        var length = 0;
        while (length < buffer.Length)
        {
            var read = isLocal ? ReadNow(stream, buffer[length..].Span) : await stream.ReadAsync(buffer[length..], _stopped);
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
