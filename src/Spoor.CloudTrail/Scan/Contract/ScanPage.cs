using Spoor.Core.Collections;
using Spoor.Storage.Objects;

namespace Spoor.CloudTrail.Scan.Contract;

/// <summary>A page of a scan's listing: objects of one partition.</summary>
/// <param name="Entries">In listing order; not empty.</param>
/// <param name="PartitionValues">The partition values of their rows (null for SQL NULL), in the order of the partition columns that the query uses.</param>
public sealed record ScanPage(ValueList<ObjectEntry> Entries, ValueList<string?> PartitionValues)
{
    /// <summary>Key of the folder that was listed.</summary>
    public string Location { get; init; } = "";
}
