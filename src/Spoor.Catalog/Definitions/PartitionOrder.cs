namespace Spoor.Catalog.Definitions;

/// <summary>Partitions by their values, ordinal, first key first.</summary>
internal sealed class PartitionOrder : IComparer<Partition>
{
    public static PartitionOrder Instance { get; } = new();

    public int Compare(Partition? x, Partition? y)
    {
        var left = x?.Values ?? [];
        var right = y?.Values ?? [];
        for (var i = 0; i < left.Count && i < right.Count; i++)
        {
            var order = string.CompareOrdinal(left[i], right[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Count - right.Count;
    }
}
