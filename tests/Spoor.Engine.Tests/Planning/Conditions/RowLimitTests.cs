using Spoor.Engine.Results.Rows;
using Xunit;

namespace Spoor.Engine.Tests.Planning.Conditions;

/// <summary>A LIMIT ends the scan where nothing but the scan decides which rows count.</summary>
public sealed class RowLimitTests : IAsyncLifetime
{
    private readonly TrailFixture _trail = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var names = Enumerable.Range(0, 900).Select(number => $"{{\"eventName\":\"{(number % 3 == 0 ? "A" : "B")}\"}}").ToArray();
        for (var day = 1; day <= 9; day++)
        {
            _trail.Write($"days/{day}/a.json.gz", names);
        }

        await _trail.RowsAsync(
            """
            CREATE EXTERNAL TABLE days (eventname string, n bigint) PARTITIONED BY (day string)
            ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe' STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat' OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
            LOCATION 's3://logs/days/'
            TBLPROPERTIES ('projection.enabled'='true', 'projection.day.type'='integer', 'projection.day.range'='0,9', 'storage.location.template'='s3://logs/days/${day}/')
            """,
            Stop);
        await _trail.Engine.MaterializeAsync("names", "SELECT 'A' AS name", _trail.Keeping, Stop);
    }

    public ValueTask DisposeAsync() => _trail.DisposeAsync();

    [Theory]
    [InlineData("SELECT * FROM days LIMIT 5", 5)]
    [InlineData("SELECT eventname FROM days WHERE eventname = 'A' AND day > '3' OFFSET 2 LIMIT 5", 7)]
    [InlineData("SELECT upper(e) FROM (SELECT eventname AS e, day FROM days WHERE day LIKE '%1') WHERE e LIKE 'A%' LIMIT 5", 5)]
    [InlineData("SELECT eventname FROM days WHERE eventname IN (SELECT name FROM session.names) LIMIT 5", 5)]
    [InlineData("SELECT count(*) FROM (SELECT 1 FROM days WHERE eventname <> 'B' LIMIT 5)", 5)]
    public async Task The_scan_stops_after_the_limit(string sql, int limit)
    {
        Assert.Equal($"stops after: {limit} rows", await LimitAsync(sql));
        await using var result = await _trail.Engine.ExecuteAsync(sql, _trail.Keeping, Stop);

        Assert.NotEmpty(await TrailFixture.RowsAsync(result, Stop));
        Assert.InRange(result.Statistics.RowsDelivered, limit, limit + 2);
    }

    [Theory]
    [InlineData("SELECT eventname FROM days WHERE n = 1 LIMIT 5", 0)]
    [InlineData("SELECT eventname FROM days WHERE eventname = 'A' AND length(eventname) = 2 LIMIT 5", 0)]
    [InlineData("SELECT eventname FROM days WHERE json_extract_scalar(eventname, '$.k') = 'A' LIMIT 5", 0)] // The scan finds records that hold the text, whatever it is there.
    [InlineData("SELECT eventname FROM days WHERE NOT (eventname = 'B' OR n = 1) LIMIT 5", 0)] // Of a conjunction under NOT the scan decides one term.
    [InlineData("SELECT eventname FROM days ORDER BY 1 LIMIT 5", 5)]
    [InlineData("SELECT eventname, count(*) FROM days GROUP BY 1 LIMIT 5", 2)]
    [InlineData("SELECT DISTINCT eventname FROM days LIMIT 5", 2)]
    [InlineData("SELECT eventname FROM days WHERE eventname = 'A' AND random() < 2 LIMIT 5", 5)]
    [InlineData("SELECT eventname FROM days WHERE EXISTS (SELECT 1 FROM session.names WHERE name = eventname AND length(day) = 2) LIMIT 5", 0)]
    [InlineData("SELECT eventname FROM days WHERE 10 / CAST(day AS integer) = 1 LIMIT 5", 5)] // Pruning fails on day 0, which has no rows, and so cannot decide.
    [InlineData("SELECT eventname FROM days WHERE eventname = 'A' AND 10 / CAST(day AS integer) = 1 LIMIT 5", 5)]
    [InlineData("SELECT eventname FROM (SELECT eventname, day FROM days WHERE n IS NULL) WHERE day = '1' AND eventname = 'A' LIMIT 5", 5)]
    [InlineData("SELECT eventname FROM days WHERE EXISTS (SELECT 1 FROM session.names WHERE name = eventname) LIMIT 5", 5)]
    [InlineData("SELECT eventname FROM days WHERE day = '1' OR eventname = 'C' LIMIT 5", 5)]
    [InlineData("SELECT eventname FROM days TABLESAMPLE BERNOULLI (100) LIMIT 5", 5)]
    [InlineData("SELECT days.eventname FROM days JOIN session.names ON name = eventname LIMIT 5", 5)]
    [InlineData("SELECT count(*) OVER () FROM days LIMIT 1", 1)]
    public async Task The_scan_goes_on_where_others_decide(string sql, int rows)
    {
        Assert.Null(await LimitAsync(sql));
        Assert.Equal(rows, (await _trail.RowsAsync(sql, Stop)).Count);
    }

    private async Task<string?> LimitAsync(string sql)
    {
        var plan = await _trail.RowsAsync($"EXPLAIN {sql}", Stop);
        return plan.Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith("stops after:", StringComparison.Ordinal));
    }
}
