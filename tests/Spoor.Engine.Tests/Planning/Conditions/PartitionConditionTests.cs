using Spoor.Engine.Results.Rows;
using Xunit;

namespace Spoor.Engine.Tests.Planning.Conditions;

/// <summary>Conditions on partition columns in the forms in which people write them: each leaves only the prefixes that can match.</summary>
public sealed class PartitionConditionTests : IAsyncLifetime
{
    private readonly TrailFixture _trail = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        foreach (var region in new[] { "eu-west-1", "us-east-1" })
        {
            for (var day = new DateOnly(2023, 12, 27); day <= new DateOnly(2024, 1, 5); day = day.AddDays(1))
            {
                var text = day.ToString("yyyy'/'MM'/'dd", System.Globalization.CultureInfo.InvariantCulture);
                _trail.Write($"logs/{region}/{text}/a.json.gz", $$"""{"eventName":"{{region}} {{text}}"}""");
            }
        }

        await _trail.RowsAsync(
            """
            CREATE EXTERNAL TABLE days (eventname string) PARTITIONED BY (region string, day string)
            ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe' STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat' OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
            LOCATION 's3://logs/logs/'
            TBLPROPERTIES ('projection.enabled'='true', 'projection.region.type'='enum', 'projection.region.values'='eu-west-1,us-east-1',
              'projection.day.type'='date', 'projection.day.format'='yyyy/MM/dd', 'projection.day.range'='2023/12/01,NOW', 'storage.location.template'='s3://logs/logs/${region}/${day}/')
            """,
            Stop);
    }

    public ValueTask DisposeAsync() => _trail.DisposeAsync();

    [Theory]
    [InlineData("day = '2024/01/02'", 2)]
    [InlineData("day LIKE '2024/01/%'", 10)]
    [InlineData("day LIKE '2024/01/%' AND region LIKE 'eu-%'", 5)]
    [InlineData("substr(day, 1, 7) = '2023/12'", 10)]
    [InlineData("substring(day, 9) IN ('01', '02')", 4)]
    [InlineData("date_parse(day, '%Y/%m/%d') >= TIMESTAMP '2024-01-04 00:00:00'", 4)]
    [InlineData("date(date_parse(day, '%Y/%m/%d')) BETWEEN DATE '2024-01-02' AND DATE '2024-01-03'", 4)]
    [InlineData("CAST(date_parse(day, '%Y/%m/%d') AS date) = DATE '2024-01-05'", 2)]
    [InlineData("concat(region, ':', day) = 'us-east-1:2024/01/03'", 1)]
    [InlineData("region || '/' || day LIKE 'us-east-1/2024/01/0_'", 5)]
    [InlineData("replace(day, '/', '-') > '2024-01-04'", 2)]
    [InlineData("day = '2024/01/01' OR day = '2024/01/04'", 4)]
    [InlineData("(region = 'eu-west-1' AND day = '2024/01/01') OR (region = 'us-east-1' AND day >= '2024/01/04')", 3)]
    [InlineData("day >= date_format(current_date - interval '2' day, '%Y/%m/%d')", 6)]
    [InlineData("day = date_format(date_add('day', -1, now()), '%Y/%m/%d')", 2)]
    [InlineData("day BETWEEN '2023/12/31' AND '2024/01/01'", 4)]
    [InlineData("NOT day < '2024/01/05'", 2)]
    [InlineData("day NOT IN ('2024/01/05') AND day > '2024/01/03'", 2)]
    [InlineData("day IN ('2024/01/02', '2024/01/03') AND day > '2024/01/02'", 2)]
    [InlineData("split_part(day, '/', 3) = '05'", 2)]
    [InlineData("regexp_like(day, '^2024/01/0[12]$')", 4)]
    [InlineData("CASE WHEN region = 'eu-west-1' THEN day ELSE '' END = '2024/01/05'", 1)]
    [InlineData("year(date_parse(day, '%Y/%m/%d')) = 2024 AND day_of_month(date_parse(day, '%Y/%m/%d')) = 1", 2)]
    [InlineData("try(date_parse(day, '%Y/%m/%d')) < TIMESTAMP '2023-12-28 00:00:00'", 2)]
    [InlineData("day = '2024/01/02' AND eventname LIKE 'eu%'", 2)]
    [InlineData("day IN (SELECT '2024/01/02')", 2)]
    [InlineData("day >= (SELECT max(d) FROM (VALUES '2023/12/30', '2024/01/04') AS v(d))", 4)]
    public async Task Only_prefixes_that_can_match_are_read(string condition, int objects)
    {
        await using var result = await _trail.Engine.ExecuteAsync($"SELECT eventname, region, day FROM days WHERE {condition}", TrailFixture.Session, Stop);
        var rows = await TrailFixture.RowsAsync(result, Stop);

        Assert.Equal(objects, result.Statistics.ObjectsListed);
        Assert.All(rows, row => Assert.Equal(row.Replace('|', ' ').Split(' ')[..2], row.Split('|')[1..]));
        Assert.NotEmpty(rows);
    }

    [Theory]
    [InlineData("day = '2024-01-02'", "day", "2023/12/01")]
    [InlineData("day LIKE '2024-01-%'", "day", "2023/12/01")]
    [InlineData("region = 'eu-central-1'", "region", "eu-west-1")]
    public async Task A_condition_that_no_partition_meets_is_explained(string condition, string column, string example)
    {
        await using var result = await _trail.Engine.ExecuteAsync($"SELECT 1 FROM days WHERE {condition}", TrailFixture.Session, Stop);

        Assert.Empty(await TrailFixture.RowsAsync(result, Stop));
        Assert.Equal([$"No partition of default.days meets the conditions; values of {column} look like '{example}'."], result.Statistics.Hints);
    }

    [Fact]
    public async Task A_projection_whose_folders_do_not_exist_says_where_it_looked_and_what_is_there()
    {
        var properties = "'projection.enabled'='true', 'projection.region.type'='enum', 'projection.region.values'='xx, yy', 'storage.location.template'='s3://logs/elsewhere/${region}/'";
        await _trail.RowsAsync($"CREATE EXTERNAL TABLE lost (a string) PARTITIONED BY (region string) ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe' LOCATION 's3://logs/elsewhere/' TBLPROPERTIES ({properties})", Stop);
        _trail.WriteLines("elsewhere/zz/a.json", "{}");
        await using var result = await _trail.Engine.ExecuteAsync("SELECT 1 FROM lost", TrailFixture.Session, Stop);

        Assert.Empty(await TrailFixture.RowsAsync(result, Stop));
        Assert.Equal(
            [
                "A value of projection.region.values begins or ends with a blank, which belongs to the value as in Athena: 'xx, yy'.",
                "No object lies in any of 2 folders, of which 's3://logs/elsewhere/xx/' is the first. The nearest folder that holds any is 's3://logs/elsewhere/', with objects like 's3://logs/elsewhere/zz/a.json'.",
            ],
            result.Statistics.Hints);
    }

    [Fact]
    public async Task A_table_without_registered_partitions_says_so_and_what_lies_in_its_folder()
    {
        await _trail.RowsAsync("CREATE EXTERNAL TABLE dated (a string) PARTITIONED BY (y string) ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe' LOCATION 's3://logs/dated/'", Stop);
        _trail.WriteLines("dated/2025/03/04/a.json", "{}");
        await _trail.RowsAsync("MSCK REPAIR TABLE dated", Stop);
        await using var result = await _trail.Engine.ExecuteAsync("SELECT 1 FROM dated", TrailFixture.Session, Stop);

        Assert.Empty(await TrailFixture.RowsAsync(result, Stop));
        Assert.Equal(
            ["The table has no partition: MSCK REPAIR TABLE finds folders named key=value alone; ALTER TABLE ADD PARTITION and partition projection know others. In 's3://logs/dated/' lie objects like 's3://logs/dated/2025/03/04/a.json'."],
            result.Statistics.Hints);
        Assert.Equal((0, 0), result.Statistics.Partitions);
    }

    [Fact]
    public async Task A_location_without_objects_is_said()
    {
        await _trail.RowsAsync("CREATE EXTERNAL TABLE nothing (a string) ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe' LOCATION 's3://logs/dayz/'", Stop);
        await using var result = await _trail.Engine.ExecuteAsync("SELECT count(*) FROM nothing", TrailFixture.Session, Stop);

        Assert.Equal(["0"], await TrailFixture.RowsAsync(result, Stop));
        Assert.StartsWith("No object lies in 's3://logs/dayz/'. The nearest folder that holds any is 's3://logs/', with objects like 's3://logs/", Assert.Single(result.Statistics.Hints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_condition_that_no_registered_partition_meets_is_explained()
    {
        await _trail.RowsAsync("CREATE EXTERNAL TABLE added (a string) PARTITIONED BY (day string) ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe' LOCATION 's3://logs/added/'", Stop);
        await _trail.RowsAsync("ALTER TABLE added ADD PARTITION (day = '2024-01-01')", Stop);
        await using var result = await _trail.Engine.ExecuteAsync("SELECT 1 FROM added WHERE day = '2024/01/01'", TrailFixture.Session, Stop);

        Assert.Empty(await TrailFixture.RowsAsync(result, Stop));
        Assert.Equal(["No partition of default.added meets the conditions; values of day look like '2024-01-01'."], result.Statistics.Hints);
    }
}
