using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Storage.Objects;

namespace Spoor.Engine.Tables.Objects;

/// <summary>Says where a table's objects were looked for, and what lies there instead, when a listing found nothing at all.</summary>
/// <param name="objects">Where objects are.</param>
/// <param name="statistics">Where the hint goes.</param>
/// <param name="location">The table's own folder.</param>
/// <param name="hasNoPartitions">Whether the table's partitions have to be registered and none is.</param>
internal sealed class EmptyListing(IObjectStore objects, ScanStatistics statistics, ObjectName location, bool hasNoPartitions)
{
    /// <summary>Adds the hint. It asks for one page of each folder above the first one, up to where something lies.</summary>
    public async Task ExplainAsync(ValueList<ListedPartition> partitions, CancellationToken cancellationToken)
    {
        if (partitions.Count == 0 && !hasNoPartitions)
        {
            return; // The conditions leave no partition, which has a hint of its own.
        }

        var folder = partitions.Count == 0 ? location : partitions[0].Folder;
        var looked = partitions.Count switch
        {
            0 => "The table has no partition: MSCK REPAIR TABLE finds folders named key=value alone; ALTER TABLE ADD PARTITION and partition projection know others.",
            1 => $"No object lies in '{folder}'.",
            var count => $"No object lies in any of {count:N0} folders, of which '{folder}' is the first.",
        };
        try
        {
            statistics.AddHint($"{looked} {await DescribeNearestAsync(folder, cancellationToken)}");
        }
        catch (QueryException)
        {
            // Who may list a folder need not be allowed to list those above it.
            statistics.AddHint(looked);
        }
    }

    private async Task<string> DescribeNearestAsync(ObjectName folder, CancellationToken cancellationToken)
    {
        for (var above = folder; ; above = Above(above))
        {
            await foreach (var page in objects.ListAsync(above, cancellationToken))
            {
                return above == folder ? $"In '{above}' lie objects like '{page[0].Name}'." : $"The nearest folder that holds any is '{above}', with objects like '{page[0].Name}'.";
            }

            if (above.Key.Length == 0)
            {
                return $"The bucket {above.Bucket} holds none.";
            }
        }
    }

    private static ObjectName Above(ObjectName folder) => folder with { Key = folder.Key[..(folder.Key.TrimEnd('/').LastIndexOf('/') + 1)] };
}
