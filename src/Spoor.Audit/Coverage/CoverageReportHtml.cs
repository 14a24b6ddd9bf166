using System.Globalization;
using Spoor.Audit.Reports.Html;
using Spoor.Core.Collections;
using static Spoor.Audit.Reports.ReportNumbers;

namespace Spoor.Audit.Coverage;

/// <summary>Writes a report as one HTML file that needs nothing else: no script, no font, no network.</summary>
public sealed class CoverageReportHtml
{
    private const int MostGapsInSight = 6;

    private static readonly string[] s_countTitles = ["Objects", "Failed", "Unordered", "Bytes", "Records", "Repeated", "Late", "Early", "Other region", "Other account"];

    private readonly CoverageReport _report;
    private readonly CoverageCalendar _calendar;

    private CoverageReportHtml(CoverageReport report) => (_report, _calendar) = (report, new CoverageCalendar(report));

    /// <summary>Writes the report, UTF-8 by its own word. Every list is whole.</summary>
    public static Task WriteAsync(CoverageReport report, TextWriter output, CancellationToken cancellationToken) =>
        new HtmlPage($"Coverage of {report.Scope.Logs}", [EmbeddedFile.Read(typeof(CoverageReportHtml), "Html/coverage.css")], new CoverageReportHtml(report).Body(), []).WriteAsync(output, cancellationToken);

    private Markup Body() => Markup.Join(
    [
        Head(), Tiles(), Calendars(), Regions(), Days(), LeftOut(),
        Unread("Objects that could not be read", _report.FailedObjects, _report.Totals.Counts.ObjectsFailed),
        Unread("Objects that are no logs", _report.NoLogs, _report.NoLogs.Count),
        Unread("Records that could not be read", _report.SkippedRecords, _report.Totals.RecordsSkipped),
        Foot(),
    ]);

    private Markup Head()
    {
        var (scope, counts) = (_report.Scope, _report.Totals.Counts);
        var events = counts.FirstTime is null ? "No events." : $"Events from {Minute(counts.FirstTime)} to {Minute(counts.LastTime)} UTC.";
        var window = scope.From is null && scope.To is null ? "" : $" Window: {scope.Window}; whole days of folders that it touches.";
        return Markup.Of($"""
            <header>
            <h1>What this trail holds and lacks</h1>
            <p><code>{scope.Logs}</code></p>
            <p>{events}{window}</p>
            </header>

            """);
    }

    private Markup Tiles()
    {
        var (totals, counts) = (_report.Totals, _report.Totals.Counts);
        var outside = totals.ObjectsOutsideWindow == 0 ? "" : $" + {Number(totals.ObjectsOutsideWindow)} outside the window";
        return Markup.Of($"""
            <dl class="tiles">
            {Tile("Events", counts.Records - counts.Repeats, "each counted once")}{Tile("Gap days", totals.GapDays, "between first and last delivery", isBad: true)}{Tile("Repeated records", counts.Repeats, "delivered before")}{Tile("Late or early", counts.OtherDayRecords, "in another day's folder")}{Tile("Misplaced records", counts.MisplacedRecords, "in another region's or account's folder")}{Tile("Unordered objects", counts.ObjectsUnordered, "records not in time order")}{Tile("Failed objects", counts.ObjectsFailed, "could not be read", isBad: true)}</dl>
            <p class="sums"><b>{Number(totals.ObjectsListed)}</b> objects listed = {Number(counts.ObjectsRead)} read + {Number(counts.ObjectsLeftOut)} left out + {Number(counts.ObjectsFailed)} failed{outside}.
            <b>{Number(counts.Records)}</b> records = {Number(counts.Records - counts.Repeats)} events + {Number(counts.RepeatsAcrossObjects)} repeated in another object + {Number(counts.RepeatsWithinObjects)} in the same.
            All tables below add up to these.</p>

            """);
    }

    private static Markup Tile(string title, long number, string note, bool isBad = false) =>
        Markup.Of($"<div{(isBad && number > 0 ? new Markup(" class=\"bad\"") : default)}><dt>{title}</dt><dd>{Number(number)}</dd><dd class=\"note\">{note}</dd></div>\n");

    private Markup Calendars()
    {
        var drawn = _report.Regions.Where(region => region.FirstDay is not null).ToList();
        if (drawn.Count == 0)
        {
            return default;
        }

        var shades = Markup.Join(Enumerable.Range(1, CoverageCalendar.Shades).Select(shade => CoverageCalendar.Sample($"shade{shade}")));
        var cut = _calendar.IsCut ? $" Days before {Day(_calendar.First)} are in the tables alone." : "";
        return Markup.Of($"""
            <section>
            <h2>Deliveries by day</h2>
            <p class="legend"><span>1 record {shades} {Number(_calendar.MostRecords)} a day, logarithmic</span> <span>{CoverageCalendar.Sample("shade0")} delivered, no records</span> <span>{CoverageCalendar.Sample("gap")} gap: nothing delivered</span> <span>{CoverageCalendar.Sample("none")} before the first or after the last delivery</span> <span>{CoverageCalendar.Sample("failed")} objects failed</span></p>
            <p class="note">Days are those of the folders, UTC; weeks begin on Monday. Point at a day for its numbers.{cut}</p>
            <div class="cards" style="--width: {Math.Max(230, _calendar.Width + 30)}px">
            {Markup.Join(drawn.Select(Card))}</div>
            </section>

            """);
    }

    private Markup Card(RegionCoverage region)
    {
        return Markup.Of($"""
            <article>
            <h3>{Name(region.Account)} <span>{Name(region.Region)}</span></h3>
            <p class="note">{Count(region.Counts.Records, "record", "records")} in {Count(region.Counts.LogObjects, "object", "objects")}</p>
            {_calendar.Draw(region)}{Gaps(region)}</article>

            """);
    }

    private static Markup Gaps(RegionCoverage region)
    {
        var count = Markup.Of($"<b>{Count(region.GapDays, "day", "days")} without delivery</b>");
        return region.Gaps.Count switch
        {
            0 => default,
            <= MostGapsInSight => Markup.Of($"<p class=\"gaps\">{count}: {CoverageReportText.Runs(region.Gaps)}</p>\n"),
            _ => Markup.Of($"<details class=\"gaps\"><summary>{count}</summary>{CoverageReportText.Runs(region.Gaps)}</details>\n"),
        };
    }

    private Markup Regions() => Section("Accounts and regions", Table(
        ["Account", "Region", "First day", "Last day"],
        ["Days", "Gaps", "Left out", .. s_countTitles],
        _report.Regions.Select(region => (
            (string?[])[Name(region.Account), Name(region.Region), Date(region.FirstDay), Date(region.LastDay)],
            (long[])[DeliveredDays(region), region.GapDays, region.Counts.ObjectsLeftOut, .. Cells(region.Counts)])),
        [_report.Regions.Sum(DeliveredDays), _report.Totals.GapDays, _report.Totals.Counts.ObjectsLeftOut, .. Cells(_report.Totals.Counts)]));

    private Markup Days() => Section("Days", Markup.Join(_report.Regions.Where(region => region.Counts.LogObjects > 0).Select(region => Markup.Of($"""
        <details>
        <summary>{Name(region.Account)} {Name(region.Region)} <span class="note">{Count(DeliveredDays(region), "day", "days")}</span></summary>
        {Table(
            ["Day", "First event", "Last event"],
            ["Hours", .. s_countTitles],
            region.Days.Where(day => day.Counts.LogObjects > 0).Select(day => (
                (string?[])[Date(day.Day), Minute(day.Counts.FirstTime), Minute(day.Counts.LastTime)],
                (long[])[day.HoursWithEvents, .. Cells(day.Counts)])),
            [region.Days.Sum(day => day.HoursWithEvents), .. Cells(region.Counts)])}</details>

        """))));

    private Markup LeftOut()
    {
        var kinds = _report.Regions.SelectMany(region => region.LeftOut.Select(kind => (Region: region, Kind: kind))).ToList();
        return kinds.Count == 0 ? default : Section("Left out: files that hold no records of the trail", Table(
            ["Account", "Region", "Kind"],
            ["Objects", "Bytes"],
            kinds.Select(item => ((string?[])[Name(item.Region.Account), Name(item.Region.Region), item.Kind.Kind], (long[])[item.Kind.Objects, item.Kind.Bytes])),
            [kinds.Sum(item => item.Kind.Objects), kinds.Sum(item => item.Kind.Bytes)]));
    }

    private static Markup Unread(string title, ValueList<UnreadData> unread, long count) => count == 0 ? default : Section($"{title} ({Number(count)})", Markup.Of($"""
        <ul class="unread">
        {Markup.Join(unread.Select(item => Markup.Of($"<li><code>{item.Object}</code>{(item.ByteOffset is { } offset ? $" at byte {Number(offset)}" : "")}: {item.Reason}</li>\n")))}</ul>
        {(unread.Count < count ? Markup.Of($"<p class=\"note\">… and {Number(count - unread.Count)} more</p>\n") : default)}
        """));

    private Markup Foot() => Markup.Of($"""
        <footer>{Size(_report.Totals.BytesRead)} read, {Size(_report.Totals.BytesDecompressed)} decompressed, {_report.Totals.Seconds.ToString("0.00", CultureInfo.InvariantCulture)} s. Made by <code>spoor coverage</code>.</footer>

        """);

    private static Markup Section(string title, Markup content) => Markup.Of($"<section>\n<h2>{title}</h2>\n{content}</section>\n");

    /// <summary>A table whose last row holds the sums.</summary>
    private static Markup Table(string[] texts, string[] numbers, IEnumerable<(string?[] Texts, long[] Numbers)> rows, long[] sums)
    {
        var head = Markup.Join([.. texts.Select(title => Markup.Of($"<th scope=\"col\">{title}</th>")), .. numbers.Select(title => Markup.Of($"<th scope=\"col\" class=\"number\">{title}</th>"))]);
        var body = Markup.Join(rows.Select(row => Markup.Of($"<tr>{Markup.Join(row.Texts.Select(text => Markup.Of($"<td>{text}</td>")))}{Numbers(row.Numbers)}</tr>\n")));
        return Markup.Of($"""
            <div class="scroll"><table>
            <thead><tr>{head}</tr></thead>
            <tbody>
            {body}</tbody>
            <tfoot><tr><th scope="row" colspan="{texts.Length}">Sum</th>{Numbers(sums)}</tr></tfoot>
            </table></div>

            """);
    }

    private static Markup Numbers(long[] numbers) => Markup.Join(numbers.Select(number => number == 0
        ? new Markup("<td class=\"number zero\">0</td>")
        : Markup.Of($"<td class=\"number\">{Number(number)}</td>")));

    private static long[] Cells(CoverageCounts counts) =>
    [
        counts.LogObjects, counts.ObjectsFailed, counts.ObjectsUnordered, counts.Bytes, counts.Records, counts.Repeats,
        counts.LateRecords, counts.EarlyRecords, counts.OtherRegionRecords, counts.OtherAccountRecords,
    ];

    private static int DeliveredDays(RegionCoverage region) => region.Days.Count(day => day.Day is not null && day.Counts.LogObjects > 0);

    private static string Name(string? name) => name ?? "unknown";

    private static string Date(DateOnly? day) => day is { } date ? Day(date) : "unknown";
}
