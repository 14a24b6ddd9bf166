namespace Spoor.CloudTrail.Scan.Fetching;

/// <summary>How many bytes and objects may be fetched and not yet read. Fetchers wait for their share without a thread, in order.</summary>
internal sealed class FetchBudget(long bytes, int objects)
{
    private readonly Lock _lock = new();
    private readonly Queue<(TaskCompletionSource Ready, long Bytes)> _waiting = new();
    private long _bytes = bytes;
    private int _objects = objects;
    private bool _isCancelled;

    /// <summary>Waits until one object of so many bytes may be fetched.</summary>
    /// <exception cref="OperationCanceledException">After <see cref="Cancel"/>.</exception>
    public ValueTask TakeAsync(long wantedBytes)
    {
        lock (_lock)
        {
            if (_isCancelled)
            {
                return ValueTask.FromCanceled(new CancellationToken(canceled: true));
            }

            if (_waiting.Count == 0 && TryTake(wantedBytes))
            {
                return ValueTask.CompletedTask;
            }

            // Asynchronous continuations: a reader that gives back its share must not run the fetcher's work.
            var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue((ready, wantedBytes));
            return new ValueTask(ready.Task);
        }
    }

    /// <summary>Gives back what <see cref="TakeAsync"/> took.</summary>
    public void Release(long takenBytes)
    {
        lock (_lock)
        {
            _bytes += takenBytes;
            _objects++;
            while (_waiting.TryPeek(out var first) && TryTake(first.Bytes))
            {
                _waiting.Dequeue().Ready.TrySetResult();
            }
        }
    }

    /// <summary>Wakes all who wait; nothing can be taken any more.</summary>
    public void Cancel()
    {
        lock (_lock)
        {
            _isCancelled = true;
            while (_waiting.TryDequeue(out var waiting))
            {
                waiting.Ready.TrySetCanceled();
            }
        }
    }

    private bool TryTake(long wantedBytes)
    {
        if (_objects == 0 || wantedBytes > _bytes)
        {
            return false;
        }

        _objects--;
        _bytes -= wantedBytes;
        return true;
    }
}
