using Spoor.Audit.Coverage;
using Spoor.Testing;
using Xunit;

namespace Spoor.Audit.Tests.Coverage;

/// <summary>A trail as AWS delivered it. The numbers were counted with <c>zcat | jq</c> and <c>find</c>.</summary>
public sealed class DeliveredTrailCoverageTests
{
    [Fact]
    public async Task Totals_are_those_of_jq()
    {
        var report = await CoverageFacts.SurveyAsync(new CoverageRequest(SharedFolder.Require("data/lab-delivered")));
        var expected = new CoverageCounts(
            ObjectsListed: 3_872,
            ObjectsRead: 3_872,
            ObjectsUnordered: 1_048,
            Bytes: report.Totals.BytesRead,
            Records: 30_477,
            RepeatsAcrossObjects: 30_477 - 23_981,
            LateRecords: 205,
            OtherRegionRecords: 34,
            FirstTime: "2021-07-28T15:28:12Z",
            LastTime: "2021-08-02T09:50:03Z");
        Assert.Equal(expected, report.Totals.Counts);
    }

    [Fact]
    public async Task Days_of_a_region_are_those_of_jq()
    {
        var report = await CoverageFacts.SurveyAsync(new CoverageRequest(SharedFolder.Require("data/lab-delivered")));
        Assert.Equal(13, report.Regions.Count);
        var west = Assert.Single(report.Regions, region => region is { Account: "342082656213", Region: "us-west-1" });
        Assert.Equal(
            [
                (new DateOnly(2021, 7, 28), 1L), (new DateOnly(2021, 7, 29), 1_000), (new DateOnly(2021, 7, 30), 10_777),
                (new DateOnly(2021, 7, 31), 7_819), (new DateOnly(2021, 8, 1), 7_615), (new DateOnly(2021, 8, 2), 3_238),
            ],
            west.Days.Select(day => (day.Day!.Value, day.Counts.Records)));
        Assert.Empty(west.Gaps);
    }

    [Fact]
    public async Task Siblings_are_counted_by_kind_and_not_read()
    {
        var report = await CoverageFacts.SurveyAsync(new CoverageRequest(SharedFolder.Require("data/insights-and-digests")) { AllowsEmpty = true });
        Assert.Equal((report.Totals.ObjectsListed, 0L), (report.Totals.Counts.ObjectsLeftOut, report.Totals.Counts.Records));
        Assert.All(report.Regions, region => Assert.Null(region.FirstDay));
    }
}
