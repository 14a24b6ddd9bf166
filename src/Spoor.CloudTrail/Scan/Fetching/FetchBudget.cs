namespace Spoor.CloudTrail.Scan.Fetching;

/// <summary>How many bytes all scans of a process may have fetched and not yet read. Each scan takes them through a share of its own.</summary>
/// <remarks>
/// A share may hold as much as is then left free, so that n busy scans hold a part in n + 1 each: one alone has half of all, and there is always something for another that
/// begins, however long the others wait for their buckets. A share that holds nothing never waits: it gets <see cref="LeastBytes"/> at least, so that no scan stands still for others.
/// The rule is that of dynamic thresholds, by which switches share a buffer among their ports (Choudhury and Hahne, 1998).
/// </remarks>
internal sealed class FetchBudget(long bytes)
{
    /// <summary>What a share that holds nothing gets, beyond the budget if need be.</summary>
    public const int LeastBytes = 256 << 10;

    private readonly Lock _lock = new();
    private readonly Queue<FetchShare> _waiting = new();
    private long _taken;

    /// <summary>The budget of this process. Half of it keeps a scan over a network busy.</summary>
    public static FetchBudget OfProcess { get; } = new(64 << 20);

    /// <summary>Bytes that are taken.</summary>
    public long Taken
    {
        get
        {
            lock (_lock)
            {
                return _taken;
            }
        }
    }

    /// <summary>A scan's share.</summary>
    /// <param name="objects">How many objects it may have fetched and not yet read.</param>
    public FetchShare Open(int objects) => new(this, objects);

    /// <inheritdoc cref="FetchShare.TakeAsync"/>
    internal ValueTask<long> TakeAsync(FetchShare share, long wantedBytes)
    {
        lock (_lock)
        {
            if (share.IsCancelled)
            {
                return ValueTask.FromCanceled<long>(new CancellationToken(canceled: true));
            }

            if (share.Waiting.Count == 0 && TryGrant(share, wantedBytes) is > 0 and var granted)
            {
                return ValueTask.FromResult(granted);
            }

            // Asynchronous continuations: a reader that gives back its part must not run the fetcher's work.
            var ready = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            share.Waiting.Enqueue((ready, wantedBytes));
            if (share.Waiting.Count == 1)
            {
                _waiting.Enqueue(share);
            }

            return new ValueTask<long>(ready.Task);
        }
    }

    internal void Release(FetchShare share, long takenBytes)
    {
        lock (_lock)
        {
            share.Give(takenBytes);
            _taken -= takenBytes;
            GrantInTurn();
        }
    }

    internal void Cancel(FetchShare share)
    {
        lock (_lock)
        {
            share.IsCancelled = true;
            while (share.Waiting.TryDequeue(out var waiting))
            {
                waiting.Ready.TrySetCanceled();
            }
        }
    }

    // One to each share that waits, and again, until none can take more.
    private void GrantInTurn()
    {
        for (var refused = 0; refused < _waiting.Count;)
        {
            var share = _waiting.Dequeue();
            if (share.Waiting.TryPeek(out var first))
            {
                if (TryGrant(share, first.Bytes) is > 0 and var granted)
                {
                    share.Waiting.Dequeue();
                    first.Ready.TrySetResult(granted);
                    refused = 0;
                }
                else
                {
                    refused++;
                }
            }

            if (share.Waiting.Count > 0)
            {
                _waiting.Enqueue(share);
            }
        }
    }

    // 0 when it has to wait.
    private long TryGrant(FetchShare share, long wantedBytes)
    {
        if (!share.HasObjects)
        {
            return 0;
        }

        var left = bytes - _taken - wantedBytes;
        var granted = share.Held + wantedBytes <= left ? wantedBytes : share.Held > 0 ? 0 : left >= 0 ? wantedBytes : Math.Min(wantedBytes, LeastBytes);
        if (granted > 0)
        {
            share.Take(granted);
            _taken += granted;
        }

        return granted;
    }
}
