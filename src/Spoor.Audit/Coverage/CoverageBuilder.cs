using System.Diagnostics;
using Spoor.Audit.Logs;
using Spoor.Audit.Reports;
using Spoor.CloudTrail.Names;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Formats;
using Spoor.Core.Collections;
using Spoor.Storage.Objects;

namespace Spoor.Audit.Coverage;

/// <summary>Gives every listed object its fate and its records, and sums up.</summary>
internal sealed class CoverageBuilder(CoverageRequest request, ListedObjects listed, List<RecordPart> parts, ScanStatistics statistics)
{
    private readonly ILookup<string, RecordPart> _parts = parts.ToLookup(part => part.Object);
    private readonly HashSet<string> _failed = [.. statistics.FailedObjects.Select(problem => problem.Object)];
    private readonly HashSet<string> _noLogs = [.. statistics.NoLogs];

    public CoverageReport Build(TimeSpan elapsed)
    {
        var objects = listed.Inside.Select(item => new Surveyed(item.Entry, item.Place, Count(item.Entry, item.Place))).ToList();
        var regions = objects
            .GroupBy(item => (item.Place.Account, item.Place.Region))
            .OrderBy(group => group.Key.Account is null)
            .ThenBy(group => group.Key.Account, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Region, StringComparer.Ordinal)
            .Select(group => Region(group.Key.Account, group.Key.Region, [.. group]))
            .ToValueList();
        var totals = new CoverageTotals(
            listed.Inside.Count + listed.Outside,
            listed.Outside,
            CoverageCounts.Sum(regions.Select(region => region.Counts)),
            statistics.RecordsSkipped,
            regions.Sum(region => region.GapDays),
            statistics.BytesRead,
            statistics.BytesDecompressed,
            Math.Round(elapsed.TotalSeconds, 3));
        Reconcile(totals.Counts);
        var skipped = statistics.Problems.Where(problem => !problem.IsLeftOut).Except(statistics.FailedObjects);
        return new CoverageReport(
            new CoverageScope(request.Logs, Text(request.From), Text(request.To)) { WindowWords = request.WindowWords }, totals, regions, Unread(statistics.FailedObjects), Unread(skipped))
        {
            NoLogs = Unread(statistics.Problems.Where(problem => problem.IsLeftOut && _noLogs.Contains(problem.Object))),
        };
    }

    /// <summary>What the parts sum up to is what the scan counted on its own; else the report would be wrong, and there is none.</summary>
    private void Reconcile(CoverageCounts sum)
    {
        (string Name, long Told, long Counted)[] sums =
        [
            ("objects listed", sum.ObjectsListed, statistics.ObjectsListed),
            ("objects by fate", sum.ObjectsRead + sum.ObjectsFailed + sum.ObjectsLeftOut, sum.ObjectsListed),
            ("objects read", sum.ObjectsRead, statistics.ObjectsRead),
            ("objects failed", sum.ObjectsFailed, statistics.ObjectsFailed),
            ("objects left out", sum.ObjectsLeftOut, statistics.ObjectsLeftOut),
            ("records", sum.Records, statistics.RowsDelivered),
            ("records read", sum.Records + statistics.RecordsSkipped, statistics.RecordsRead),
            ("records in parts", parts.Sum(part => part.Records), sum.Records),
        ];
        foreach (var (name, told, counted) in sums)
        {
            if (told != counted)
            {
                throw new UnreachableException($"The report's {name} are {told}, the scan's {counted}.");
            }
        }
    }

    private CoverageCounts Count(ObjectEntry entry, ObjectPlace place)
    {
        if (_noLogs.Contains(entry.Name.ToString()) || ObjectSelection.ReasonToLeaveOut(entry, RecordFormat.LooseCloudTrail) is not null)
        {
            return new CoverageCounts(ObjectsListed: 1, ObjectsLeftOut: 1, BytesLeftOut: entry.Size);
        }

        var name = entry.Name.ToString();
        var isFailed = _failed.Contains(name);
        var own = _parts[name].ToList();
        return CoverageCounts.Sum(own.Select(part => part.CountsAt(place))) with
        {
            ObjectsListed = 1,
            ObjectsRead = isFailed ? 0 : 1,
            ObjectsFailed = isFailed ? 1 : 0,
            ObjectsUnordered = own.Exists(part => part.EarlierThanBefore > 0) ? 1 : 0,
            Bytes = entry.Size,
        };
    }

    private RegionCoverage Region(string? account, string? region, List<Surveyed> objects)
    {
        var days = objects.GroupBy(item => item.Place.Day).OrderBy(group => group.Key).Select(group => Day(group.Key, [.. group])).ToValueList();
        var delivered = days.Where(day => day.Counts.LogObjects > 0).Select(day => day.Day).OfType<DateOnly>().ToList();
        return new RegionCoverage(
            account,
            region,
            delivered.Count == 0 ? null : delivered[0],
            delivered.Count == 0 ? null : delivered[^1],
            Gaps(delivered),
            CoverageCounts.Sum(days.Select(day => day.Counts)),
            objects.Where(item => item.Counts.ObjectsLeftOut > 0).GroupBy(item => Kind(item.Entry)).OrderBy(kind => kind.Key, StringComparer.Ordinal)
                .Select(kind => new LeftOutObjects(kind.Key, kind.Count(), kind.Sum(item => item.Entry.Size))).ToValueList(),
            days);
    }

    private DayCoverage Day(DateOnly? day, List<Surveyed> objects)
    {
        var date = day is { } known ? ReportNumbers.Day(known) : null;
        var hours = objects.SelectMany(item => _parts[item.Entry.Name.ToString()]).Where(part => part.Day is not null && part.Day == date).Select(part => part.Hour).Distinct().Count();
        return new DayCoverage(day, hours, CoverageCounts.Sum(objects.Select(item => item.Counts)));
    }

    private static ValueList<DayGap> Gaps(List<DateOnly> delivered) => delivered
        .Zip(delivered.Skip(1))
        .Where(pair => pair.Second.DayNumber - pair.First.DayNumber > 1)
        .Select(pair => new DayGap(pair.First.AddDays(1), pair.Second.AddDays(-1)))
        .ToValueList();

    private static string Kind(ObjectEntry entry) => CloudTrailObjectName.KindOf(entry.Name.Key) switch
    {
        CloudTrailObjectKind.Digest => "digest",
        CloudTrailObjectKind.Insight => "insight",
        CloudTrailObjectKind.Aggregated => "aggregated",
        _ => "other",
    };

    private static ValueList<UnreadData> Unread(IEnumerable<ObjectProblem> problems) => problems
        .Select(problem => new UnreadData(ObjectName.TryParse(problem.Object, out var name) && name is not null ? name.Key : problem.Object, problem.ByteOffset, problem.Reason))
        .OrderBy(unread => unread.Object, StringComparer.Ordinal).ThenBy(unread => unread.ByteOffset).ToValueList();

    private static string? Text(DateTimeOffset? time) => time is { } value ? AuditTime.Text(value) : null;

    /// <summary>An object with its place and what it adds to every sum.</summary>
    private sealed record Surveyed(ObjectEntry Entry, ObjectPlace Place, CoverageCounts Counts);
}
