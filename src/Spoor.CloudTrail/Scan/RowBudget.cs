namespace Spoor.CloudTrail.Scan;

/// <summary>How many rows the readers of a scan may still give together. They may give a few more, for they do not wait for each other.</summary>
internal sealed class RowBudget(long? rowLimit)
{
    private long _left = rowLimit ?? long.MaxValue;

    /// <summary>Whether nobody needs another row.</summary>
    public bool IsSpent => Volatile.Read(ref _left) <= 0;

    /// <summary>Counts a row.</summary>
    public void Take()
    {
        if (rowLimit is not null)
        {
            Interlocked.Decrement(ref _left);
        }
    }
}
