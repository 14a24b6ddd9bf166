namespace Spoor.CloudTrail.Scan.Fetching;

/// <summary>One scan's part of a <see cref="FetchBudget"/>. Its fetchers wait without a thread, in order.</summary>
internal sealed class FetchShare(FetchBudget budget, int objects)
{
    private int _objects = objects;

    /// <summary>Bytes that it holds.</summary>
    internal long Held { get; private set; }

    /// <summary>Whether it may hold another object.</summary>
    internal bool HasObjects => _objects > 0;

    internal bool IsCancelled { get; set; }

    internal Queue<(TaskCompletionSource<long> Ready, long Bytes)> Waiting { get; } = new();

    /// <summary>Waits until one object of so many bytes may be fetched.</summary>
    /// <returns>What it got, to be given back by <see cref="Release"/>: all that it wanted, or <see cref="FetchBudget.LeastBytes"/> when others hold the rest.</returns>
    /// <exception cref="OperationCanceledException">After <see cref="Cancel"/>.</exception>
    public ValueTask<long> TakeAsync(long wantedBytes) => budget.TakeAsync(this, wantedBytes);

    /// <summary>Gives back what one call of <see cref="TakeAsync"/> took.</summary>
    public void Release(long takenBytes) => budget.Release(this, takenBytes);

    /// <summary>Wakes all who wait; nothing can be taken any more.</summary>
    public void Cancel() => budget.Cancel(this);

    /// <summary>Notes what the budget grants. Only under its lock.</summary>
    internal void Take(long bytes)
    {
        _objects--;
        Held += bytes;
    }

    /// <summary>Notes what is given back. Only under the budget's lock.</summary>
    internal void Give(long bytes)
    {
        _objects++;
        Held -= bytes;
    }
}
