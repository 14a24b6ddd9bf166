using System.Text.RegularExpressions;
using Xunit;

namespace Spoor.Engine.Tests.Planning.Conditions;

/// <summary>EXPLAIN shows what is read and what is left out.</summary>
public sealed class ExplainTests : IAsyncLifetime
{
    private readonly TrailFixture _trail = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _trail.Write("days/eu/2024/01/02/a.json.gz", """{"eventName":"A"}""");
        await _trail.RowsAsync(
            """
            CREATE EXTERNAL TABLE days (eventname string, who struct<arn: string, type: string>) PARTITIONED BY (region string, day string)
            ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe' STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat' OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
            LOCATION 's3://logs/days/'
            TBLPROPERTIES ('projection.enabled'='true', 'projection.region.type'='enum', 'projection.region.values'='eu,us',
              'projection.day.type'='date', 'projection.day.format'='yyyy/MM/dd', 'projection.day.range'='2023/12/01,NOW', 'storage.location.template'='s3://logs/days/${region}/${day}/')
            """,
            Stop);
    }

    public ValueTask DisposeAsync() => _trail.DisposeAsync();

    [Fact]
    public async Task A_scan_says_partitions_leaves_filter_search_and_limit() => Assert.Equal(
        [
            "Limit 10 [arn]",
            "  Project [arn]",
            "    Filter [eventname, who.arn, day]",
            "      Scan awsdatacatalog.default.days [eventname, who.arn, day]",
            "          objects: 1, bytes: 0, partitions: 10",
            "          partition region: 'eu', 'us'",
            "          partition day: 5 values, '2024/01/01' to '2024/01/05'",
            "          format: CloudTrail",
            "          leaves: eventname varchar, who.arn varchar",
            "          filter: (who.arn LIKE 'arn:%:role/%' AND (eventname = 'A' OR eventname >= 'x') AND who.arn IS NOT NULL)",
            "          searched in bytes first: ':role/'",
            "          stops after: 10 rows",
        ],
        await PlanAsync("SELECT who.arn FROM days WHERE who.arn LIKE 'arn:%:role/%' AND day LIKE '2024%' AND (eventname = 'A' OR eventname >= 'x') AND who.arn IS NOT NULL LIMIT 10"));

    [Fact]
    public async Task What_is_searched_for_says_how_it_is_combined()
    {
        var plan = await PlanAsync("SELECT 1 FROM days WHERE eventname IN ('GetObject', 'it''s') AND who.type = 'Role'");

        Assert.Contains("        searched in bytes first: (('GetObject' or 'it''s') and 'Role')", plan);
    }

    private async Task<IEnumerable<string>> PlanAsync(string sql) =>
        (await _trail.RowsAsync($"EXPLAIN {sql}", Stop)).Select(line => Regex.Replace(line, "bytes: [0-9]+", "bytes: 0"));
}
