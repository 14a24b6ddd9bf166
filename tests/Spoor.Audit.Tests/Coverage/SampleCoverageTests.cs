using System.IO.Compression;
using System.Text.Json;
using Spoor.Audit.Coverage;
using Spoor.Audit.Logs;
using Spoor.Audit.Tests.Cognito.Model;
using Xunit;

namespace Spoor.Audit.Tests.Coverage;

/// <summary>The report on the committed sample is what a plain walk over its files finds.</summary>
public sealed class SampleCoverageTests
{
    private static readonly string s_logs = Path.Combine(Truth.SampleFolder, "AWSLogs");

    private static readonly List<Walked> s_walked =
    [
        .. Directory.EnumerateFiles(s_logs, "*.json.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => new Walked(path)),
    ];

    private static IEnumerable<IGrouping<(string Account, string Region, string Day), Walked>> LogsByDay() =>
        s_walked.Where(file => !file.IsLeftOut).GroupBy(file => (file.Account, file.Region, file.Day));

    [Fact]
    public async Task Objects_bytes_records_and_times_by_day_are_those_of_the_files()
    {
        var expected = LogsByDay().Select(day => (
            day.Key.Account, day.Key.Region, day.Key.Day, (long)day.Count(), day.Sum(file => file.Bytes), (long)day.Sum(file => file.Events.Count),
            Times(day).Min(StringComparer.Ordinal)!, Times(day).Max(StringComparer.Ordinal)!));
        var found = await DaysAsync((region, day) => (
            region.Account!, region.Region!, Text(day), day.Counts.ObjectsRead, day.Counts.Bytes, day.Counts.Records, day.Counts.FirstTime!, day.Counts.LastTime!));
        Assert.Equal(expected.Order(), found.Order());
    }

    [Fact]
    public async Task Late_misplaced_and_unordered_by_day_are_those_of_the_files()
    {
        var expected = LogsByDay().Select(day => (
            day.Key,
            Late: day.Sum(file => file.Events.LongCount(told => string.CompareOrdinal(told.Time[..10], file.Day) < 0)),
            Region: day.Sum(file => file.Events.LongCount(told => told.Region != file.Region)),
            Account: day.Sum(file => file.Events.LongCount(told => told.Account != file.Account)),
            Unordered: day.LongCount(file => file.Events.Zip(file.Events.Skip(1)).Any(pair => string.CompareOrdinal(pair.First.Time, pair.Second.Time) > 0)),
            Hours: day.SelectMany(file => file.Events).Where(told => told.Time.StartsWith(day.Key.Day, StringComparison.Ordinal)).Select(told => told.Time[..13]).Distinct().Count()));
        var found = await DaysAsync((region, day) => (
            (region.Account!, region.Region!, Text(day)), day.Counts.LateRecords, day.Counts.OtherRegionRecords, day.Counts.OtherAccountRecords, day.Counts.ObjectsUnordered, day.HoursWithEvents));
        Assert.Equal(expected.Order(), found.Order());
    }

    [Fact]
    public async Task Repeats_are_those_of_the_files()
    {
        var ids = s_walked.Where(file => !file.IsLeftOut).SelectMany(file => file.Events.Select(told => (told.Id, file.Path))).ToList();
        var counts = (await CoverageFacts.SurveyAsync(new CoverageRequest(Truth.SampleFolder))).Totals.Counts;
        Assert.Equal(ids.Count - ids.Distinct().Count(), counts.RepeatsWithinObjects);
        Assert.Equal(ids.Distinct().Count() - ids.Select(id => id.Id).Distinct().Count(), counts.RepeatsAcrossObjects);
    }

    [Fact]
    public async Task Siblings_are_left_out_by_kind()
    {
        var report = await CoverageFacts.SurveyAsync(new CoverageRequest(Truth.SampleFolder));
        var expected = s_walked.Where(file => file.IsLeftOut).GroupBy(file => file.Folder["CloudTrail-".Length..].ToLowerInvariant()).Select(kind => (kind.Key, (long)kind.Count(), kind.Sum(file => file.Bytes)));
        Assert.Equal(expected.Order(), report.Regions.SelectMany(region => region.LeftOut).Select(kind => (kind.Kind, kind.Objects, kind.Bytes)).Order());
        Assert.Equal(s_walked.Count, report.Totals.ObjectsListed);
    }

    [Fact]
    public async Task Logs_inside_of_the_tree_have_the_same_places()
    {
        var whole = await CoverageFacts.SurveyAsync(new CoverageRequest(Truth.SampleFolder));
        var part = await CoverageFacts.SurveyAsync(new CoverageRequest(Path.Combine(s_logs, "444455556666", "CloudTrail", "us-west-2")));
        Assert.Equal(whole.Regions.Where(region => region is { Account: "444455556666", Region: "us-west-2" }), part.Regions);
    }

    [Fact]
    public async Task A_window_reads_the_folders_of_its_days_alone()
    {
        var (from, to) = (new WindowReader(TimeProvider.System).ReadFrom("2025-03-04"), new WindowReader(TimeProvider.System).ReadTo("2025-03-05"));
        var report = await CoverageFacts.SurveyAsync(new CoverageRequest(Truth.SampleFolder, from, to));
        var inside = s_walked.Where(file => file.Day is "2025-03-04" or "2025-03-05").ToList();
        Assert.Equal((s_walked.Count, s_walked.Count - inside.Count), (report.Totals.ObjectsListed, report.Totals.ObjectsOutsideWindow));
        Assert.Equal(inside.Where(file => !file.IsLeftOut).Sum(file => file.Events.Count), report.Totals.Counts.Records);
    }

    private static async Task<List<T>> DaysAsync<T>(Func<RegionCoverage, DayCoverage, T> read)
    {
        var report = await CoverageFacts.SurveyAsync(new CoverageRequest(Truth.SampleFolder));
        return [.. report.Regions.SelectMany(region => region.Days.Where(day => day.Counts.ObjectsRead > 0).Select(day => read(region, day)))];
    }

    private static IEnumerable<string> Times(IEnumerable<Walked> files) => files.SelectMany(file => file.Events).Select(told => told.Time);

    private static string Text(DayCoverage day) => $"{day.Day:yyyy-MM-dd}";

    private sealed record Told(string Id, string Time, string Region, string? Account);

    /// <summary>A file, taken apart without any of the report's code.</summary>
    private sealed class Walked
    {
        public Walked(string path)
        {
            var parts = System.IO.Path.GetRelativePath(s_logs, path).Split(System.IO.Path.DirectorySeparatorChar);
            (Path, Account, Folder, Region, Day) = (path, parts[0], parts[1], parts[2], string.Join('-', parts[3..6]));
            Bytes = new FileInfo(path).Length;
            using var json = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            Events = IsLeftOut ? [] : [.. JsonDocument.Parse(json).RootElement.GetProperty("Records").EnumerateArray().Select(told => new Told(
                told.Text("eventID")!, told.Text("eventTime")!, told.Text("awsRegion")!, told.Text("recipientAccountId")))];
        }

        public string Path { get; }

        public string Account { get; }

        public string Folder { get; }

        public string Region { get; }

        public string Day { get; }

        public long Bytes { get; }

        public List<Told> Events { get; }

        public bool IsLeftOut => Folder is not ("CloudTrail" or "CloudTrail-NetworkActivity");
    }
}
