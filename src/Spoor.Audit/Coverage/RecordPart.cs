using Spoor.Audit.Reports;

namespace Spoor.Audit.Coverage;

/// <summary>The records of one object, hour, region and account, as they are counted.</summary>
internal sealed class RecordPart(string objectName, string? hour, string? region, string? account)
{
    /// <summary>Full name of the object.</summary>
    public string Object => objectName;

    /// <summary>Beginning of the records' time, <c>2025-03-04T10</c>; null when it is missing, some other text when it is no time.</summary>
    public string? Hour => hour;

    /// <summary>Day of the records, <c>2025-03-04</c>; null when their time is missing or no time.</summary>
    public string? Day => Hour is { Length: 13 } text && text[10] == 'T' ? text[..10] : null;

    /// <summary>Records.</summary>
    public long Records { get; set; }

    /// <summary>Earliest time, as text.</summary>
    public string? FirstTime { get; private set; }

    /// <summary>Latest time, as text.</summary>
    public string? LastTime { get; private set; }

    /// <summary>Records without an <c>eventID</c>.</summary>
    public long WithoutId { get; set; }

    /// <summary>Records that stand before in the same object.</summary>
    public long RepeatsWithinObjects { get; set; }

    /// <summary>Records that stand in an earlier object.</summary>
    public long RepeatsAcrossObjects { get; set; }

    /// <summary>Records earlier than the one before in their object.</summary>
    public long EarlierThanBefore { get; set; }

    /// <summary>Records whose <c>eventID</c> an earlier one has that tells of another call.</summary>
    public long ConflictingIds { get; set; }

    /// <summary>Takes the time of a record.</summary>
    public void See(string? time)
    {
        if (time is not null)
        {
            FirstTime = FirstTime is null || string.CompareOrdinal(time, FirstTime) < 0 ? time : FirstTime;
            LastTime = LastTime is null || string.CompareOrdinal(time, LastTime) > 0 ? time : LastTime;
        }
    }

    /// <summary>The part's amounts, seen from the place of its object.</summary>
    public CoverageCounts CountsAt(ObjectPlace place)
    {
        var order = Day is { } day && place.Day is { } folder ? string.CompareOrdinal(day, ReportNumbers.Day(folder)) : 0;
        return new CoverageCounts(
            Records: Records,
            RepeatsWithinObjects: RepeatsWithinObjects,
            RepeatsAcrossObjects: RepeatsAcrossObjects,
            LateRecords: order < 0 ? Records : 0,
            EarlyRecords: order > 0 ? Records : 0,
            OtherRegionRecords: IsOther(region, place.Region) ? Records : 0,
            OtherAccountRecords: IsOther(account, place.Account) ? Records : 0,
            RecordsWithoutId: WithoutId,
            ConflictingIds: ConflictingIds,
            RecordsWithoutTime: Day is null ? Records : 0,
            FirstTime: FirstTime,
            LastTime: LastTime);
    }

    /// <summary>A record or a name that tells nothing contradicts nothing.</summary>
    private static bool IsOther(string? told, string? expected) => told is not null && expected is not null && told != expected;
}
