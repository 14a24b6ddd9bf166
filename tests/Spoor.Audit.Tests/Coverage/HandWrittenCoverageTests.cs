using Spoor.Audit.Coverage;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Errors;
using Spoor.Testing;
using Xunit;

namespace Spoor.Audit.Tests.Coverage;

/// <summary>Shapes that a trail can take and the sample does not.</summary>
public sealed class HandWrittenCoverageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Days_without_delivery_are_gaps_also_across_months()
    {
        Deliver("2024/02/27", Event("a", "2024-02-27T10:00:00Z"));
        Deliver("2024/03/01", Event("b", "2024-03-01T10:00:00Z"));
        Deliver("2024/03/02", Event("c", "2024-03-02T10:00:00Z"));
        Deliver("2024/03/04", Event("d", "2024-03-04T10:00:00Z"));
        var region = Assert.Single((await SurveyAsync()).Regions);
        Assert.Equal([new DayGap(new(2024, 2, 28), new(2024, 2, 29)), new DayGap(new(2024, 3, 3), new(2024, 3, 3))], region.Gaps);
        Assert.Equal((new DateOnly(2024, 2, 27), new DateOnly(2024, 3, 4), 3), (region.FirstDay, region.LastDay, region.GapDays));
    }

    [Fact]
    public async Task A_digest_alone_is_no_delivery()
    {
        Deliver("2024/03/01", Event("a", "2024-03-01T10:00:00Z"));
        _folder.Write("AWSLogs/111122223333/CloudTrail-Digest/us-east-1/2024/03/02/111122223333_CloudTrail-Digest_us-east-1_20240302T0000Z_x.json", "{}");
        Deliver("2024/03/03", Event("b", "2024-03-03T10:00:00Z"));
        var region = Assert.Single((await SurveyAsync()).Regions);
        Assert.Equal([new DayGap(new(2024, 3, 2), new(2024, 3, 2))], region.Gaps);
        Assert.Equal([new LeftOutObjects("digest", 1, 2)], region.LeftOut);
    }

    [Fact]
    public async Task Objects_without_records_are_deliveries()
    {
        Deliver("2024/03/01");
        var counts = (await SurveyAsync()).Totals.Counts;
        Assert.Equal((1, 0, null), (counts.ObjectsRead, counts.Records, counts.FirstTime));
    }

    [Fact]
    public async Task Repeats_in_one_object_and_across_objects_are_told_apart()
    {
        Deliver("2024/03/01", Event("a", "2024-03-01T10:00:00Z"), Event("a", "2024-03-01T10:00:00Z"), Event("b", "2024-03-01T10:00:00Z"));
        Deliver("2024/03/02", Event("a", "2024-03-01T10:00:00Z"), Event("a", "2024-03-01T10:00:00Z"));
        var report = await SurveyAsync();
        Assert.Equal((2, 1), (report.Totals.Counts.RepeatsWithinObjects, report.Totals.Counts.RepeatsAcrossObjects));
        Assert.Equal([(1L, 0L), (1L, 1L)], report.Regions[0].Days.Select(day => (day.Counts.RepeatsWithinObjects, day.Counts.RepeatsAcrossObjects)));
    }

    [Fact]
    public async Task Records_without_id_are_no_repeats_and_those_without_time_are_not_late()
    {
        Deliver("2024/03/01", "{\"awsRegion\":\"us-east-1\"}", "{\"awsRegion\":\"us-east-1\"}", Event("a", "yesterday"));
        var counts = (await SurveyAsync()).Totals.Counts;
        Assert.Equal((2, 3, 0, 0), (counts.RecordsWithoutId, counts.RecordsWithoutTime, counts.RepeatsWithinObjects + counts.RepeatsAcrossObjects, counts.LateRecords + counts.EarlyRecords));
    }

    [Fact]
    public async Task One_id_on_different_calls_makes_no_repeats_and_is_counted()
    {
        Deliver("2024/03/01", Event("a", "2024-03-01T10:00:00Z"), Event("a", "2024-03-01T10:00:01Z"), Event("", "2024-03-01T10:00:00Z"), Event("***", "2024-03-01T10:00:00Z"));
        Deliver("2024/03/02", Event("a", "2024-03-01T10:00:01Z"), Event("a", "2024-03-01T10:00:02Z"), Event("***", "2024-03-01T10:00:00Z"));
        var counts = (await SurveyAsync()).Totals.Counts;
        Assert.Equal((7, 0, 1, 2, 3), (counts.Records, counts.RepeatsWithinObjects, counts.RepeatsAcrossObjects, counts.ConflictingIds, counts.RecordsWithoutId));
    }

    [Fact]
    public async Task Records_of_another_day_region_or_account_are_counted_where_they_lie()
    {
        Deliver(
            "2024/03/01",
            Event("late", "2024-02-29T23:59:59Z"),
            Event("early", "2024-03-02T00:00:00Z"),
            Event("region", "2024-03-01T10:00:00Z").Replace("us-east-1", "eu-west-1", StringComparison.Ordinal),
            Event("account", "2024-03-01T10:00:00Z").Replace("111122223333", "444455556666", StringComparison.Ordinal));
        var day = Assert.Single(Assert.Single((await SurveyAsync()).Regions).Days);
        Assert.Equal((1, 1, 1, 1), (day.Counts.LateRecords, day.Counts.EarlyRecords, day.Counts.OtherRegionRecords, day.Counts.OtherAccountRecords));
        Assert.Equal(1, day.HoursWithEvents);
    }

    [Fact]
    public async Task Order_is_that_of_the_object_not_of_the_ids()
    {
        Deliver("2024/03/01", Event("z", "2024-03-01T10:00:00Z"), Event("a", "2024-03-01T10:00:00Z"), Event("b", "2024-03-01T10:00:01Z"));
        Deliver("2024/03/02", Event("c", "2024-03-02T10:00:01Z"), Event("d", "2024-03-02T10:00:00Z"));
        Assert.Equal([0L, 1L], (await SurveyAsync()).Regions[0].Days.Select(day => day.Counts.ObjectsUnordered));
    }

    [Fact]
    public async Task Damaged_objects_fail_the_report_unless_they_are_to_be_skipped()
    {
        Deliver("2024/03/01", Event("a", "2024-03-01T10:00:00Z"));
        var damaged = _folder.Write(Key("2024/03/02"), $"{{\"Records\":[{Event("b", "2024-03-02T10:00:00Z")},{{\"eventID\":");
        await Assert.ThrowsAsync<QueryException>(() => SurveyAsync());
        var report = await SurveyAsync(BadDataPolicy.Skip);
        Assert.Equal((1, 1), (report.Totals.Counts.ObjectsRead, report.Totals.Counts.ObjectsFailed));
        var failed = Assert.Single(report.FailedObjects);
        Assert.Equal(Path.GetRelativePath(_folder.Path, damaged).Replace('\\', '/'), failed.Object);
        Assert.Equal([(1L, 0L, 1L), (0L, 1L, 1L)], report.Regions[0].Days.Select(day => (day.Counts.ObjectsRead, day.Counts.ObjectsFailed, day.Counts.Records)));
    }

    [Fact]
    public async Task Loose_files_are_placed_by_their_names_or_stand_apart()
    {
        _folder.Write("111122223333_CloudTrail_eu-west-1_20240301T1200Z_abc.json", $"{{\"Records\":[{Event("a", "2024-03-01T10:00:00Z")}]}}");
        _folder.Write("saved.json", $"{{\"Records\":[{Event("b", "2024-03-01T10:00:00Z")}]}}");
        _folder.Write("notes.txt", "hello");
        var report = await SurveyAsync();
        Assert.Equal(
            [("111122223333", "eu-west-1", new DateOnly(2024, 3, 1), 1L, 0L), (null, null, null, 1L, 1L)],
            report.Regions.Select(region => (region.Account, region.Region, region.FirstDay, region.Counts.ObjectsRead, region.Counts.ObjectsLeftOut)));
    }

    [Fact]
    public async Task Names_that_say_nothing_are_looked_into_and_what_is_no_log_is_named()
    {
        _folder.Write("export.log", $"{{\"Records\":[{Event("a", "2024-03-01T10:00:00Z")}]}}");
        _folder.Write("export", Event("b", "2024-03-01T10:00:00Z"));
        _folder.Write("notes.txt", "hello");
        var report = await SurveyAsync();
        Assert.Equal((2L, 1L, 2L), (report.Totals.Counts.ObjectsRead, report.Totals.Counts.ObjectsLeftOut, report.Totals.Counts.Records));
        Assert.Equal([new UnreadData("notes.txt", null, "It is no JSON: it begins with 'hello'.")], report.NoLogs);
    }

    [Fact]
    public async Task More_failed_objects_than_problems_are_kept_are_all_told()
    {
        for (var i = 0; i < 1_010; i++)
        {
            _folder.Write(Key("2024/03/02").Replace("_x", $"_{i}", StringComparison.Ordinal), "{\"Records\":[");
        }

        var report = await SurveyAsync(BadDataPolicy.Skip);
        Assert.Equal((1_010, 1_010), (report.Totals.Counts.ObjectsFailed, report.FailedObjects.Count));
    }

    [Fact]
    public async Task An_empty_folder_has_nothing_to_cover() => Assert.Equal((0, 0), ((await SurveyAsync()).Totals.ObjectsListed, (await SurveyAsync()).Regions.Count));

    private static string Event(string id, string time) => $"{{\"eventID\":\"{id}\",\"eventTime\":\"{time}\",\"awsRegion\":\"us-east-1\",\"recipientAccountId\":\"111122223333\"}}";

    private static string Key(string day) => $"AWSLogs/111122223333/CloudTrail/us-east-1/{day}/111122223333_CloudTrail_us-east-1_{day.Replace("/", "", StringComparison.Ordinal)}T1200Z_x.json";

    private void Deliver(string day, params string[] records) => _folder.Write(Key(day), $"{{\"Records\":[{string.Join(',', records)}]}}");

    private Task<CoverageReport> SurveyAsync(BadDataPolicy badData = BadDataPolicy.Fail) => CoverageFacts.SurveyAsync(new CoverageRequest(_folder.Path, BadData: badData) { AllowsEmpty = true });
}
