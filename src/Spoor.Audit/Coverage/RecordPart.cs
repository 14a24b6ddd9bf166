namespace Spoor.Audit.Coverage;

/// <summary>The records of one object, hour, region and account: a row of <c>Queries/parts.sql</c>.</summary>
internal sealed record RecordPart(
    string Object, string? Hour, string? Region, string? Account, long Records, string? FirstTime, string? LastTime,
    long WithoutId, long RepeatsWithinObjects, long RepeatsAcrossObjects, long EarlierThanBefore, long ConflictingIds = 0)
{
    public static RecordPart Read(AuditRow row) => new(
        row.Name(0), row.Text(1), row.Text(2), row.Text(3), row.Number(4), row.Text(5), row.Text(6), row.Number(7), row.Number(8), row.Number(9), row.Number(10), row.Number(11));

    /// <summary>Day of the records, <c>2025-03-04</c>; null when their time is missing or no time.</summary>
    public string? Day => Hour is { Length: 13 } hour && hour[10] == 'T' ? hour[..10] : null;

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
            OtherRegionRecords: IsOther(Region, place.Region) ? Records : 0,
            OtherAccountRecords: IsOther(Account, place.Account) ? Records : 0,
            RecordsWithoutId: WithoutId,
            ConflictingIds: ConflictingIds,
            RecordsWithoutTime: Day is null ? Records : 0,
            FirstTime: FirstTime,
            LastTime: LastTime);
    }

    /// <summary>A record or a name that tells nothing contradicts nothing.</summary>
    private static bool IsOther(string? told, string? expected) => told is not null && expected is not null && told != expected;
}
