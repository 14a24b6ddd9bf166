using System.Security.Cryptography;
using Spoor.CloudTrail.Scan.Json;
using Spoor.CloudTrail.Scan.Values;

namespace Spoor.CloudTrail.Scan;

/// <summary>The event ids that a scan has read, to count those that come again. Its readers share it.</summary>
/// <remarks>
/// An id is kept as 16 bytes, some 40 with the table around them. An id as AWS makes them, a UUID, is its 16 bytes, so that its count is exact; any other text is
/// the first half of its SHA-256: among a thousand million of these the chance that two are taken for one is below 10^-20.
/// </remarks>
internal sealed class EventIdSet
{
    private const int UuidLength = 36;

    // Readers meet at one lock in so many ids, and a table that grows is a small one.
    private const int PartCount = 64;

    private readonly HashSet<Guid>[] _parts = [.. Enumerable.Range(0, PartCount).Select(_ => new HashSet<Guid>())];
    private readonly ScanStatistics _statistics;

    public EventIdSet(ScanStatistics statistics)
    {
        _statistics = statistics;
        statistics.CountDuplicates();
    }

    /// <summary>Takes a record's id and counts it when it is missing or was taken before.</summary>
    public void Add(scoped in JsonValue id, ConversionContext context)
    {
        if (id.IsNull)
        {
            _statistics.AddRecordWithoutEventId();
        }
        else if (!TryAdd(KeyOf(context.TextOf(id))))
        {
            _statistics.AddDuplicate();
        }
    }

    private bool TryAdd(Guid key)
    {
        var part = _parts[(uint)key.GetHashCode() % PartCount];
        lock (part)
        {
            return part.Add(key);
        }
    }

    private static Guid KeyOf(ReadOnlySpan<byte> id)
    {
        // Only as a UUID is printed: in capitals it is another text.
        Span<byte> printed = stackalloc byte[UuidLength];
        if (id.Length == UuidLength && Guid.TryParse(id, out var uuid) && uuid.TryFormat(printed, out _) && id.SequenceEqual(printed))
        {
            return uuid;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(id, hash);
        return new Guid(hash[..16]);
    }
}
