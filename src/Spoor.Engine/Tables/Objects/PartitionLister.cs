using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Storage.Objects;

namespace Spoor.Engine.Tables.Objects;

/// <summary>Lists the objects of partitions as they are asked for, a little ahead: as many partitions at once as their store likes, handed over in the partitions' order.</summary>
internal sealed class PartitionLister(IObjectStore objects, EmptyListing? empty = null)
{
    private const int PagesAhead = 2;

    /// <summary>The objects of all partitions, each page with the values of its partition. Every enumeration lists anew.</summary>
    /// <param name="partitions">Folder and values of each.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    public async IAsyncEnumerable<ScanPage> ListAsync(ValueList<ListedPartition> partitions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var open = new Queue<OpenListing>();
        var next = 0;
        var hasObjects = false;
        try
        {
            while (next < partitions.Count || open.Count > 0)
            {
                while (next < partitions.Count && (open.Count == 0 || open.Count < objects.ListingsAtOnce(partitions[next].Folder.Bucket)))
                {
                    open.Enqueue(Open(partitions[next++], stop.Token));
                }

                var current = open.Peek();
                await foreach (var page in current.Pages.ReadAllAsync(stop.Token))
                {
                    hasObjects = true;
                    yield return new ScanPage(page, current.Partition.Values) { Location = current.Partition.Folder.Key };
                }

                open.Dequeue();
            }

            if (!hasObjects && empty is not null)
            {
                await empty.ExplainAsync(partitions, stop.Token);
            }
        }
        finally
        {
            // What is still on its way must not outlive the query.
            await stop.CancelAsync();
            await Task.WhenAll(open.Select(listing => listing.Completion));
        }
    }

    private OpenListing Open(ListedPartition partition, CancellationToken cancellationToken)
    {
        var pages = Channel.CreateBounded<ValueList<ObjectEntry>>(new BoundedChannelOptions(PagesAhead) { SingleReader = true, SingleWriter = true });
        // Of its own task: a local folder is listed without a wait.
        var completion = Task.Run(() => ReadAheadAsync(partition.Folder, pages.Writer, cancellationToken), CancellationToken.None);
        return new OpenListing(partition, pages.Reader, completion);
    }

    // Never fails: what went wrong is what the reader of the pages gets.
    private async Task ReadAheadAsync(ObjectName folder, ChannelWriter<ValueList<ObjectEntry>> pages, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var page in objects.ListAsync(folder, cancellationToken))
            {
                await pages.WriteAsync(page, cancellationToken);
            }

            pages.Complete();
        }
        catch (Exception exception)
        {
            pages.Complete(exception);
        }
    }

    private sealed record OpenListing(ListedPartition Partition, ChannelReader<ValueList<ObjectEntry>> Pages, Task Completion);
}

/// <summary>A partition to list: its folder, and the values that the query uses of it.</summary>
internal sealed record ListedPartition(ObjectName Folder, ValueList<string?> Values);
