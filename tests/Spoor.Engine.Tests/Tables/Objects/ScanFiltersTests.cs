using Xunit;

namespace Spoor.Engine.Tests.Tables.Objects;

/// <summary>Which conditions the scan decides by itself, as EXPLAIN shows them.</summary>
public sealed class ScanFiltersTests : IAsyncLifetime
{
    private readonly TrailFixture _trail = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _trail.RowsAsync(
        """
        CREATE EXTERNAL TABLE logs (a string, b string, n bigint, short varchar(3), padded char(3), tags map<string,string>, who struct<name: string, age: int>, json string)
        PARTITIONED BY (day string) ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe' LOCATION 's3://logs/logs/'
        """,
        Stop);

    public ValueTask DisposeAsync() => _trail.DisposeAsync();

    [Theory]
    [InlineData("a = 'x'", "a = 'x'")]
    [InlineData("'x' = a", "a = 'x'")]
    [InlineData("a <> 'it''s'", "a <> 'it''s'")]
    [InlineData("NOT a = 'x'", "a <> 'x'")]
    [InlineData("a IN ('x', 'y', 'x')", "a IN ('x', 'y')")]
    [InlineData("a NOT IN ('x', 'y')", "a NOT IN ('x', 'y')")]
    [InlineData("a LIKE 'x%'", "a LIKE 'x%'")]
    [InlineData("a NOT LIKE '%x#_' ESCAPE '#'", "a NOT LIKE '%x#_' ESCAPE '#'")]
    [InlineData("starts_with(a, '50%')", @"a LIKE '50\%%' ESCAPE '\'")]
    [InlineData("a < 'x'", "a < 'x'")]
    [InlineData("'x' < a", "a > 'x'")]
    [InlineData("NOT a <= 'x'", "a > 'x'")]
    [InlineData("NOT a > 'x'", "a <= 'x'")]
    [InlineData("a >= 'x' AND a < 'y'", "(a >= 'x' AND a < 'y')")]
    [InlineData("a NOT BETWEEN 'x' AND 'y'", "(a < 'x' OR a > 'y')")]
    [InlineData("a BETWEEN 'x' AND 'y' OR b = 'z'", "(a BETWEEN 'x' AND 'y' OR b = 'z')")]
    [InlineData("a IS NULL", "a IS NULL")]
    [InlineData("NOT a IS NULL", "a IS NOT NULL")]
    [InlineData("n IS NOT NULL", "n IS NOT NULL")]
    [InlineData("who IS NOT NULL", "who IS NOT NULL")]
    [InlineData("a IS DISTINCT FROM 'x'", "(a IS NULL OR a <> 'x')")]
    [InlineData("a IS NOT DISTINCT FROM 'x'", "a = 'x'")]
    [InlineData("NOT (a = 'x' OR b LIKE 'y')", "(a <> 'x' AND b NOT LIKE 'y')")]
    [InlineData("NOT (a = 'x' AND b IS NULL)", "(a <> 'x' OR b IS NOT NULL)")]
    [InlineData("short = 'x'", "short = 'x'")]
    [InlineData("who.name = 'x'", "who.name = 'x'")]
    [InlineData("tags['k'] = 'x'", "tags['k'] = 'x'")]
    [InlineData("element_at(tags, 'k') LIKE 'x%'", "tags['k'] LIKE 'x%'")]
    [InlineData("json_extract_scalar(json, '$.k') = 'x'", "bytes contain 'x'")]
    [InlineData("json_extract_scalar(json, '$.k') IN ('x', 'y')", "bytes contain 'x' or 'y'")]
    [InlineData("json_extract_scalar(json, '$.k') LIKE '%x_long%'", "bytes contain 'long'")]
    [InlineData("a >= date_format(TIMESTAMP '2024-01-05 12:00:00' - interval '7' day, '%Y-%m-%d')", "a >= '2023-12-29'")]
    [InlineData("a = 'x' AND n = 1", "a = 'x'")]
    [InlineData("a = 'x' AND day = 'y'", "a = 'x'")]
    [InlineData("a = 'x' AND concat(a, 'z') = 'xz'", "a = 'x'")]
    public async Task A_condition_is_decided_in_the_scan(string condition, string filter) => Assert.Equal($"filter: {filter}", await FilterAsync(condition));

    [Theory]
    [InlineData("n = 1")]
    [InlineData("n IS NULL")]
    [InlineData("padded = 'x'")]
    [InlineData("CAST(a AS char(3)) = 'x'")]
    [InlineData("CAST(a AS varchar(3)) = 'x'")]
    [InlineData("lower(a) = 'x'")]
    [InlineData("a = b")]
    [InlineData("a = 'x' OR n = 1")]
    [InlineData("a = 'x' OR day = 'y'")]
    [InlineData("a IN ('x', NULL)")]
    [InlineData("a = NULL")]
    [InlineData("a LIKE b")]
    [InlineData("a LIKE '#' ESCAPE '#'")]
    [InlineData("json_extract_scalar(json, '$.k') <> 'x'")]
    [InlineData("json_extract_scalar(json, '$.k') > 'x'")]
    [InlineData("coalesce(a, 'x') = 'x'")]
    [InlineData("try_cast(a AS bigint) = 1")]
    public async Task Other_conditions_are_left_to_the_executor(string condition) => Assert.Null(await FilterAsync(condition));

    [Fact]
    public async Task A_field_below_a_column_that_is_read_whole_is_decided() => Assert.Equal("filter: who.name = 'x'", await FilterAsync("who.name = 'x'", "who"));

    [Fact]
    public async Task A_condition_on_a_column_of_a_subquery_reaches_the_scan()
    {
        var plan = await _trail.RowsAsync("EXPLAIN SELECT key FROM (SELECT a AS key, count(*) AS c FROM logs GROUP BY a) WHERE key LIKE 'x%' AND c > 1", Stop);
        Assert.Equal("filter: a LIKE 'x%'", Assert.Single(plan, line => line.Contains("filter:", StringComparison.Ordinal)).Trim());
    }

    private async Task<string?> FilterAsync(string condition, string columns = "1")
    {
        var plan = await _trail.RowsAsync($"EXPLAIN SELECT {columns} FROM logs WHERE {condition}", Stop);
        return plan.Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith("filter:", StringComparison.Ordinal));
    }
}
