namespace Spoor.Audit.Coverage;

/// <summary>Amounts of an object, a day, a region or a whole trail. Those of a whole are the sum of those of its parts.</summary>
/// <param name="ObjectsListed">Objects: those read, failed and left out.</param>
/// <param name="ObjectsRead">Objects read to their end.</param>
/// <param name="ObjectsFailed">Objects that could not be read, or not to their end; what was read of them counts.</param>
/// <param name="ObjectsLeftOut">Digests, insights and the like, which hold no records of the trail.</param>
/// <param name="ObjectsUnordered">Objects in which a record is earlier than the one before it.</param>
/// <param name="Bytes">Bytes as stored of the objects that are not left out.</param>
/// <param name="BytesLeftOut">Bytes as stored of those left out.</param>
/// <param name="Records">Records, repeated deliveries included.</param>
/// <param name="RepeatsWithinObjects">Of these, records that stand before in the same object: with the same <c>eventID</c>, telling of the same call.</param>
/// <param name="RepeatsAcrossObjects">Of these, records that stand in an earlier object.</param>
/// <param name="LateRecords">Of these, records of a day before their folder's.</param>
/// <param name="EarlyRecords">Of these, records of a day behind their folder's.</param>
/// <param name="OtherRegionRecords">Of these, records whose <c>awsRegion</c> is not their folder's.</param>
/// <param name="OtherAccountRecords">Of these, records whose <c>recipientAccountId</c> is not their folder's account.</param>
/// <param name="RecordsWithoutId">Of these, records without <c>eventID</c>, or with an empty or masked one; none is taken for a repeat.</param>
/// <param name="RecordsWithoutTime">Of these, records whose <c>eventTime</c> is missing or no time; none is taken for late.</param>
/// <param name="ConflictingIds">Of these, records whose <c>eventID</c> an earlier one has that tells of another call; none is taken for a repeat.</param>
/// <param name="FirstTime">Earliest <c>eventTime</c>; null without any.</param>
/// <param name="LastTime">Latest.</param>
public sealed record CoverageCounts(
    long ObjectsListed = 0,
    long ObjectsRead = 0,
    long ObjectsFailed = 0,
    long ObjectsLeftOut = 0,
    long ObjectsUnordered = 0,
    long Bytes = 0,
    long BytesLeftOut = 0,
    long Records = 0,
    long RepeatsWithinObjects = 0,
    long RepeatsAcrossObjects = 0,
    long LateRecords = 0,
    long EarlyRecords = 0,
    long OtherRegionRecords = 0,
    long OtherAccountRecords = 0,
    long RecordsWithoutId = 0,
    long RecordsWithoutTime = 0,
    long ConflictingIds = 0,
    string? FirstTime = null,
    string? LastTime = null)
{
    /// <summary>Objects that hold, or should hold, records.</summary>
    internal long LogObjects => ObjectsRead + ObjectsFailed;

    /// <summary>Records that were delivered before.</summary>
    internal long Repeats => RepeatsWithinObjects + RepeatsAcrossObjects;

    /// <summary>Records in another day's folder.</summary>
    internal long OtherDayRecords => LateRecords + EarlyRecords;

    /// <summary>Records in another region's or account's folder.</summary>
    internal long MisplacedRecords => OtherRegionRecords + OtherAccountRecords;

    internal static CoverageCounts Sum(IEnumerable<CoverageCounts> parts) => parts.Aggregate(new CoverageCounts(), (sum, part) => sum.Plus(part));

    private CoverageCounts Plus(CoverageCounts other) => new(
        ObjectsListed + other.ObjectsListed,
        ObjectsRead + other.ObjectsRead,
        ObjectsFailed + other.ObjectsFailed,
        ObjectsLeftOut + other.ObjectsLeftOut,
        ObjectsUnordered + other.ObjectsUnordered,
        Bytes + other.Bytes,
        BytesLeftOut + other.BytesLeftOut,
        Records + other.Records,
        RepeatsWithinObjects + other.RepeatsWithinObjects,
        RepeatsAcrossObjects + other.RepeatsAcrossObjects,
        LateRecords + other.LateRecords,
        EarlyRecords + other.EarlyRecords,
        OtherRegionRecords + other.OtherRegionRecords,
        OtherAccountRecords + other.OtherAccountRecords,
        RecordsWithoutId + other.RecordsWithoutId,
        RecordsWithoutTime + other.RecordsWithoutTime,
        ConflictingIds + other.ConflictingIds,
        Earlier(FirstTime, other.FirstTime),
        Later(LastTime, other.LastTime));

    private static string? Earlier(string? one, string? other) => other is null || (one is not null && string.CompareOrdinal(one, other) <= 0) ? one : other;

    private static string? Later(string? one, string? other) => other is null || (one is not null && string.CompareOrdinal(one, other) >= 0) ? one : other;
}
