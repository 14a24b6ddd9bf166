using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Spoor.Audit.Coverage;
using Spoor.Core.Collections;
using Xunit;

namespace Spoor.Audit.Tests.Coverage;

public sealed class CoverageFormTests
{
    [Fact]
    public async Task The_table_form_reads_like_this()
    {
        var output = new StringWriter { NewLine = "\n" };
        await CoverageReportText.WriteAsync(Report("us-east-1"), output, TestContext.Current.CancellationToken);
        Assert.Equal(
            """
            Coverage of logs
            events from 2024-02-29 23:50 to 2024-03-04 09:00 UTC
            window: all there is

            1,200 records were read, of 1 account and 1 region from 2024-02-29 23:50 to 2024-03-04 09:00 UTC.
            Missing: 2 days without delivery in 1 region and 1 object that could not be read.
            What was never delivered before or behind these days, or from other accounts and regions, these logs
            cannot tell.

            ACCOUNTS AND REGIONS ───────────────────────────────────────────────────────────────────────────────
            ACCOUNT       REGION     FIRST DAY   LAST DAY    DAYS  GAPS  OBJECTS  RECORDS  LEFT OUT
            111122223333  us-east-1  2024-03-01  2024-03-04     2     2       13    1,200         2

            GAPS: days without delivery between the first and the last (2) ─────────────────────────────────────
            111122223333 us-east-1: 2024-03-02 to 2024-03-03

            DAYS (2) ───────────────────────────────────────────────────────────────────────────────────────────
            ACCOUNT       REGION     DAY         HOURS  OBJECTS  RECORDS  REPEATED  LATE  MISPL.
            111122223333  us-east-1  2024-03-01     20       12    1,190        11     3       3
            111122223333  us-east-1  2024-03-04      1        1       10

            OBJECTS THAT COULD NOT BE READ (1) ─────────────────────────────────────────────────────────────────
            AWSLogs/x.json.gz at byte 1,234: It ends in mid-record.

            WHAT WAS READ ──────────────────────────────────────────────────────────────────────────────────────
            15 objects listed = 12 read + 2 left out + 1 failed; 9.0 kB, 1.2 MB decompressed
            1,200 records = 1,189 events + 11 repeated (10 in another object, 1 in the same)
            in another day's folder: 3 (3 late, 0 early); another region's: 2; another account's: 1
            objects whose records are not in time order: 4; records without eventID: 0, without eventTime: 0,
            skipped: 0
            0.25 s

            """,
            output.ToString());
    }

    [Fact]
    public async Task Json_has_snake_case_names_and_plain_days()
    {
        using var output = new MemoryStream();
        await CoverageReportJson.WriteAsync(Report("us-east-1"), output, TestContext.Current.CancellationToken);
        var root = JsonDocument.Parse(output.ToArray()).RootElement;
        var region = root.GetProperty("regions")[0];
        Assert.Equal(1, root.GetProperty("schema_version").GetInt32());
        Assert.Equal("""{"first":"2024-03-02","last":"2024-03-03","days":2}""", JsonSerializer.Serialize(region.GetProperty("gaps")[0]));
        Assert.Equal(("2024-03-01", 20), (region.GetProperty("days")[0].GetProperty("day").GetString(), region.GetProperty("days")[0].GetProperty("hours_with_events").GetInt32()));
        Assert.True(JsonElement.DeepEquals(root.GetProperty("totals").GetProperty("counts"), region.GetProperty("counts")));
    }

    [Fact]
    public async Task Html_marks_gaps_and_failures_by_shape_and_word()
    {
        var html = await HtmlAsync(Report("us-east-1"));
        var days = html.Descendants("g").Select(day => (Class: (string?)day.Element("rect")!.Attribute("class"), IsFailed: day.Elements("path").Any(path => (string?)path.Attribute("class") == "failed"), Title: day.Element("title")!.Value));
        Assert.Equal(
            [
                ("day shade5", true, "2024-03-01: 1,190 records in 12 objects, 1 of them failed; events in 20 of 24 hours"),
                ("gap", false, "2024-03-02: no delivery (gap)"),
                ("gap", false, "2024-03-03: no delivery (gap)"),
                ("day shade2", false, "2024-03-04: 10 records in 1 object; events in 1 of 24 hours"),
            ],
            days);
    }

    [Fact]
    public async Task Html_tables_end_with_their_sums()
    {
        var html = await HtmlAsync(Report("us-east-1"));
        foreach (var table in html.Descendants("table"))
        {
            var rows = table.Element("tbody")!.Elements("tr").Select(Numbers).ToList();
            Assert.Equal(rows.Aggregate((sum, row) => [.. sum.Zip(row, (one, other) => one + other)]), Numbers(table.Element("tfoot")!.Element("tr")!));
        }

        Assert.Equal(3, html.Descendants("table").Count());
    }

    [Fact]
    public async Task Html_needs_nothing_but_itself()
    {
        var html = await HtmlAsync(Report("us-east-1"));
        Assert.DoesNotContain(html.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe" or "object");
        Assert.DoesNotContain(html.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "href" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain("url(", html.ToString(), StringComparison.Ordinal);
    }

    /// <summary>The page is parsed, so what got through as an element or attribute would show.</summary>
    [Fact]
    public async Task Texts_of_logs_stay_texts()
    {
        const string Hostile = "\"><script>alert(1)</script>&lt;'\u001B[31m\u202e";
        const string Visible = "\"><script>alert(1)</script>&lt;'\\u001B[31m\\u202E";
        var report = Report(Hostile) with
        {
            Scope = new CoverageScope(Hostile, Hostile, Hostile),
            FailedObjects = [new UnreadData(Hostile, 1, Hostile)],
            SkippedRecords = [new UnreadData(Hostile, null, Hostile)],
        };
        var html = await HtmlAsync(report);
        var plain = await HtmlAsync(Report("us-east-1"));
        Assert.Equal(plain.Descendants("body").Single().Elements().Select(element => element.Name), html.Descendants("body").Single().Elements().Select(element => element.Name));
        Assert.Empty(html.Descendants("script"));
        Assert.Equal(Visible, html.Descendants("header").Single().Descendants("code").Single().Value);
        Assert.Equal(Visible, html.Descendants("h3").Single().Element("span")!.Value);
        Assert.StartsWith($"111122223333 {Visible}: ", (string?)html.Descendants("svg").Single(svg => svg.Attribute("role") is not null).Attribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_on_nothing_is_a_page()
    {
        var nothing = new CoverageReport(new CoverageScope("logs", null, null), new CoverageTotals(0, 0, new CoverageCounts(), 0, 0, 0, 0, 0), [], [], []);
        Assert.Contains("No events.", (await HtmlAsync(nothing)).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Centuries_do_not_fill_the_page()
    {
        var report = Report("us-east-1");
        var days = report.Regions[0].Days;
        var region = report.Regions[0] with { FirstDay = DateOnly.MinValue, LastDay = DateOnly.MaxValue, Days = [days[0] with { Day = DateOnly.MinValue }, days[1] with { Day = DateOnly.MaxValue }] };
        var html = await HtmlAsync(report with { Regions = [region] });
        Assert.InRange(html.Descendants("g").Count(), 3_000, 4_000);
        Assert.Contains(" are in the tables alone.", html.Value, StringComparison.Ordinal);
    }

    /// <summary>The page as XML, which it is but for its first lines.</summary>
    private static async Task<XElement> HtmlAsync(CoverageReport report)
    {
        var output = new StringWriter();
        await CoverageReportHtml.WriteAsync(report, output, TestContext.Current.CancellationToken);
        var html = new StringBuilder(output.ToString());
        html.Replace("<!DOCTYPE html>", "").Replace("charset=\"utf-8\">", "charset=\"utf-8\"/>").Replace("initial-scale=1\">", "initial-scale=1\"/>").Replace("'unsafe-inline'\">", "'unsafe-inline'\"/>");
        return XElement.Parse(html.ToString());
    }

    private static List<long> Numbers(XElement row) =>
        [.. row.Elements("td").Where(cell => ((string?)cell.Attribute("class") ?? "").StartsWith("number", StringComparison.Ordinal)).Select(cell => long.Parse(cell.Value.Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture))];

    private static CoverageReport Report(string regionName)
    {
        var first = new CoverageCounts(
            ObjectsListed: 14, ObjectsRead: 11, ObjectsFailed: 1, ObjectsLeftOut: 2, ObjectsUnordered: 4, Bytes: 8_000, BytesLeftOut: 70, Records: 1_190, RepeatsWithinObjects: 1,
            RepeatsAcrossObjects: 10, LateRecords: 3, OtherRegionRecords: 2, OtherAccountRecords: 1, FirstTime: "2024-02-29T23:50:00Z", LastTime: "2024-03-01T22:00:00Z");
        var last = new CoverageCounts(ObjectsListed: 1, ObjectsRead: 1, Bytes: 1_000, Records: 10, FirstTime: "2024-03-04T08:00:00Z", LastTime: "2024-03-04T09:00:00Z");
        var sum = CoverageCounts.Sum([first, last]);
        var region = new RegionCoverage(
            "111122223333", regionName, new(2024, 3, 1), new(2024, 3, 4), [new DayGap(new(2024, 3, 2), new(2024, 3, 3))], sum, [new LeftOutObjects("digest", 2, 70)],
            [new DayCoverage(new(2024, 3, 1), 20, first), new DayCoverage(new(2024, 3, 4), 1, last)]);
        return new CoverageReport(
            new CoverageScope("logs", null, null), new CoverageTotals(15, 0, sum, 0, 2, 9_000, 1_200_000, 0.25), [region], [new UnreadData("AWSLogs/x.json.gz", 1_234, "It ends in mid-record.")], []);
    }
}
