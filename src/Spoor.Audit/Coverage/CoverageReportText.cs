using System.Globalization;
using Spoor.Audit.Reports.Text;
using Spoor.Core.Collections;
using static Spoor.Audit.Reports.ReportNumbers;

namespace Spoor.Audit.Coverage;

/// <summary>Writes a report for people: 100 columns, plain text, no character that a terminal would obey.</summary>
public sealed class CoverageReportText
{
    private const int MostDays = 40;
    private const int MostUnread = 20;

    private readonly CoverageReport _report;
    private readonly ReportLines _lines = new();

    private CoverageReportText(CoverageReport report) => _report = report;

    /// <summary>Writes the report. Long lists are cut with a line that says so; the JSON and HTML forms have them whole.</summary>
    public static Task WriteAsync(CoverageReport report, TextWriter output, CancellationToken cancellationToken) =>
        new CoverageReportText(report).Lines().WriteAsync(output, cancellationToken);

    /// <summary>The days as <c>2025-03-04 to 2025-03-06, 2025-03-09</c>.</summary>
    internal static string Runs(ValueList<DayGap> gaps) =>
        string.Join(", ", gaps.Select(gap => gap.First == gap.Last ? Day(gap.First) : $"{Day(gap.First)} to {Day(gap.Last)}"));

    private ReportLines Lines()
    {
        Head();
        Regions();
        Gaps();
        Days();
        Unread("OBJECTS THAT COULD NOT BE READ", _report.FailedObjects, _report.Totals.Counts.ObjectsFailed);
        Unread("OBJECTS THAT ARE NO LOGS", _report.NoLogs, _report.NoLogs.Count);
        Unread("RECORDS THAT COULD NOT BE READ", _report.SkippedRecords, _report.Totals.RecordsSkipped);
        Totals();
        return _lines;
    }

    private void Head()
    {
        var (scope, counts) = (_report.Scope, _report.Totals.Counts);
        _lines.Add($"Coverage of {scope.Logs}");
        _lines.Add(counts.FirstTime is null ? "no events" : $"events from {Minute(counts.FirstTime)} to {Minute(counts.LastTime)} UTC");
        _lines.Add($"window: {scope.Window}{(scope.From is null && scope.To is null ? "" : "; whole days of folders that it touches")}");
        _lines.Add("");
        foreach (var sentence in _report.Verdict)
        {
            _lines.AddWrapped("", sentence.Text);
        }
    }

    private void Regions()
    {
        _lines.Section("ACCOUNTS AND REGIONS");
        AddTable(
            [
                new("ACCOUNT", 12), new("REGION", 14), new("FIRST DAY", 10), new("LAST DAY", 10), new("DAYS", 5, true), new("GAPS", 5, true),
                new("OBJECTS", 9, true), new("RECORDS", 11, true), new("LEFT OUT", 8, true),
            ],
            [.. _report.Regions.Select(region => (string?[])
            [
                region.Account ?? "unknown", region.Region ?? "unknown", Date(region.FirstDay), Date(region.LastDay),
                Number(region.Days.Count(day => day.Day is not null && day.Counts.LogObjects > 0)), Some(region.GapDays),
                Number(region.Counts.LogObjects), Number(region.Counts.Records), Some(region.Counts.ObjectsLeftOut),
            ])]);
        _lines.AddNothing(_report.Regions.Count);
    }

    private void Gaps()
    {
        _lines.Section($"GAPS: days without delivery between the first and the last ({Number(_report.Totals.GapDays)})");
        foreach (var region in _report.Regions.Where(region => region.Gaps.Count > 0))
        {
            _lines.AddWrapped("", $"{region.Account ?? "unknown"} {region.Region ?? "unknown"}: {Runs(region.Gaps)}");
        }

        _lines.AddNothing(_report.Totals.GapDays);
    }

    private void Days()
    {
        var days = _report.Regions.SelectMany(region => region.Days.Where(day => day.Counts.LogObjects > 0).Select(day => (Region: region, Day: day))).ToList();
        _lines.Section($"DAYS ({Number(days.Count)})");
        AddTable(
            [
                new("ACCOUNT", 12), new("REGION", 14), new("DAY", 10), new("HOURS", 5, true), new("OBJECTS", 8, true), new("RECORDS", 10, true),
                new("REPEATED", 9, true), new("LATE", 6, true), new("MISPL.", 6, true),
            ],
            [.. days.Take(MostDays).Select(item => (string?[])
            [
                item.Region.Account ?? "unknown", item.Region.Region ?? "unknown", Date(item.Day.Day), item.Day.Day is null ? "" : Number(item.Day.HoursWithEvents),
                Number(item.Day.Counts.LogObjects), Number(item.Day.Counts.Records), Some(item.Day.Counts.Repeats), Some(item.Day.Counts.OtherDayRecords), Some(item.Day.Counts.MisplacedRecords),
            ])]);
        _lines.AddRest(days.Count - MostDays, "days");
        _lines.AddNothing(days.Count);
    }

    private void Unread(string title, ValueList<UnreadData> unread, long count)
    {
        if (count == 0)
        {
            return;
        }

        _lines.Section($"{title} ({Number(count)})");
        foreach (var item in unread.Take(MostUnread))
        {
            _lines.AddWrapped("", $"{item.Object}{(item.ByteOffset is { } offset ? $" at byte {Number(offset)}" : "")}: {item.Reason}");
        }

        _lines.AddRest(count - Math.Min(unread.Count, MostUnread));
    }

    private void Totals()
    {
        var (totals, counts) = (_report.Totals, _report.Totals.Counts);
        _lines.Section("WHAT WAS READ");
        var outside = totals.ObjectsOutsideWindow == 0 ? "" : $" + {Number(totals.ObjectsOutsideWindow)} outside the window";
        _lines.AddWrapped("", $"{Count(totals.ObjectsListed, "object", "objects")} listed = {Number(counts.ObjectsRead)} read + {Number(counts.ObjectsLeftOut)} left out + {Number(counts.ObjectsFailed)} failed{outside}; {Size(totals.BytesRead)}, {Size(totals.BytesDecompressed)} decompressed");
        _lines.AddWrapped("", $"{Count(counts.Records, "record", "records")} = {Number(counts.Records - counts.Repeats)} events + {Number(counts.Repeats)} repeated ({Number(counts.RepeatsAcrossObjects)} in another object, {Number(counts.RepeatsWithinObjects)} in the same)");
        _lines.AddWrapped("", $"in another day's folder: {Number(counts.OtherDayRecords)} ({Number(counts.LateRecords)} late, {Number(counts.EarlyRecords)} early); another region's: {Number(counts.OtherRegionRecords)}; another account's: {Number(counts.OtherAccountRecords)}");
        var conflicting = counts.ConflictingIds == 0 ? "" : $", with another record's eventID: {Number(counts.ConflictingIds)}";
        _lines.AddWrapped("", $"objects whose records are not in time order: {Number(counts.ObjectsUnordered)}; records without eventID: {Number(counts.RecordsWithoutId)}{conflicting}, without eventTime: {Number(counts.RecordsWithoutTime)}, skipped: {Number(totals.RecordsSkipped)}");
        _lines.Add($"{totals.Seconds.ToString("0.00", CultureInfo.InvariantCulture)} s");
    }

    private void AddTable(TextColumn[] columns, List<string?[]> rows)
    {
        if (rows.Count > 0)
        {
            _lines.AddRange(TextTable.Lines(columns, rows));
        }
    }

    private static string Date(DateOnly? day) => day is { } date ? Day(date) : "";

    private static string Some(long number) => number == 0 ? "" : Number(number);
}
