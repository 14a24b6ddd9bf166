using Spoor.Core.Collections;

namespace Spoor.Engine.Tables.Objects;

/// <summary>The partitions that a query reads.</summary>
/// <param name="Partitions">In the table's order of values.</param>
/// <param name="IsExact">Whether every row of these partitions meets the conditions, so that nobody need look at them again.</param>
/// <param name="Example">A value that would have matched something, where the conditions match nothing; null when there is nothing to say.</param>
internal sealed record PrunedPartitions(ValueList<KeptPartition> Partitions, bool IsExact, PartitionExample? Example)
{
    /// <summary>How many partitions are registered; null where that is not how the table has its partitions.</summary>
    public long? Registered { get; init; }
}

/// <summary>A partition to read: its values in the order of the table's keys, as texts that cast to the keys' types, and its folder.</summary>
internal sealed record KeptPartition(ValueList<string?> Values, string Location);

/// <summary>A value that a partition column can have.</summary>
internal sealed record PartitionExample(string Column, string Value);
