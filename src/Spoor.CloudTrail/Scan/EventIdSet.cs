using Spoor.CloudTrail.Scan.Contract;

namespace Spoor.CloudTrail.Scan;

/// <summary>The event ids that a scan has read, to count the records that come again. Its readers share it.</summary>
/// <remarks>
/// An id is kept as 16 bytes (<see cref="Spoor.CloudTrail.Scan.Formats.CloudTrail.Identity.EventIdKey"/>), and what its record says as 8, some 48 with the table around them. The counts do not depend on the order.
/// </remarks>
internal sealed class EventIdSet
{
    // Readers meet at one lock in so many ids, and a table that grows is a small one.
    private const int PartCount = 64;

    private readonly Part[] _parts = [.. Enumerable.Range(0, PartCount).Select(_ => new Part())];
    private readonly ScanStatistics _statistics;

    public EventIdSet(ScanStatistics statistics)
    {
        _statistics = statistics;
        statistics.CountDuplicates();
    }

    /// <summary>Counts a record without an id.</summary>
    public void AddMissing() => _statistics.AddRecordWithoutEventId();

    /// <summary>Takes a record's id and what the record says, and counts it when it was taken before, or only its id was.</summary>
    public void Add(Guid id, ulong content)
    {
        var part = _parts[(uint)id.GetHashCode() % PartCount];
        bool isCopy;
        lock (part)
        {
            if (part.First.TryAdd(id, content))
            {
                return;
            }

            isCopy = part.First[id] == content || !part.Others.Add((id, content));
        }

        if (isCopy)
        {
            _statistics.AddDuplicate();
        }
        else
        {
            _statistics.AddConflictingEventId();
        }
    }

    private sealed class Part
    {
        /// <summary>What the first record with an id said.</summary>
        public Dictionary<Guid, ulong> First { get; } = [];

        /// <summary>What others with the same id said.</summary>
        public HashSet<(Guid Id, ulong Content)> Others { get; } = [];
    }
}
