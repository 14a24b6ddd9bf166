using Spoor.CloudTrail.Scan;
using Spoor.Sql;
using Spoor.Storage;

namespace Spoor.Engine.Planning;

/// <summary>Lists the objects of partitions: as many at once as their store likes, in the partitions' order.</summary>
internal sealed class PartitionLister(IObjectStore objects, ScanStatistics statistics)
{
    /// <summary>The objects of all folders, each with its partition values, and how many folders there were.</summary>
    public async Task<(ValueList<ScanObject> Objects, long Partitions)> ListAsync(
        IEnumerable<(ObjectName Folder, ValueList<string?> Values)> partitions, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var found = new List<ScanObject>();
        var pending = new Queue<Task<List<ScanObject>>>();
        var count = 0L;
        try
        {
            foreach (var (folder, values) in partitions)
            {
                count++;
                pending.Enqueue(ListAsync(folder, values, stop.Token));
                if (pending.Count >= objects.ListingsAtOnce(folder.Bucket))
                {
                    found.AddRange(await pending.Dequeue());
                }
            }

            while (pending.TryDequeue(out var next))
            {
                found.AddRange(await next);
            }
        }
        finally
        {
            // After an error, what is still on its way must not outlive the query.
            await stop.CancelAsync();
            await Task.WhenAll(pending).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        return (found.ToValueList(), count);
    }

    private async Task<List<ScanObject>> ListAsync(ObjectName folder, ValueList<string?> values, CancellationToken cancellationToken)
    {
        var found = new List<ScanObject>();
        await foreach (var page in objects.ListAsync(folder, cancellationToken))
        {
            statistics.AddListed(page.Count, pruned: 0);
            found.AddRange(page.Select(entry => new ScanObject(entry, values)));
        }

        return found;
    }
}
