using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Results.Rows;
using Spoor.Sql.Tables;
using Xunit;

namespace Spoor.Engine.Tests.Planning.Conditions;

public sealed class PartitionPruningTests : IAsyncLifetime
{
    private readonly TrailFixture _trail = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        foreach (var account in new[] { "111", "222" })
        {
            foreach (var day in new[] { "2024-01-01", "2024-01-02", "2024-01-03" })
            {
                _trail.Write($"logs/{account}/{day}/x.json.gz", $$"""{"eventName":"{{account}} {{day}}"}""");
            }
        }

        _trail.Catalog.CreateTable(TrailFixture.Table("injected", [Text("account"), Day()], Properties("injected"), "s3://logs/logs/"));
        _trail.Catalog.CreateTable(TrailFixture.Table("registered", [Text("account"), Day()], [], "s3://logs/logs/"));
        var table = new TableName(TableName.DefaultCatalog, "default", "registered");
        _trail.Catalog.AddPartitions(
            table,
            [
                new Partition(["111", "2024-01-01"], "s3://logs/logs/111/2024-01-01"),
                new Partition(["222", "2024-01-02"], "s3://logs/logs/222/2024-01-02/"),
                new Partition(["__HIVE_DEFAULT_PARTITION__", "2024-01-03"], "s3://logs/logs/222/2024-01-03/"),
            ],
            ifNotExists: false);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _trail.DisposeAsync();

    [Theory]
    [InlineData("SELECT eventname FROM injected WHERE account = '111' AND day > DATE '2024-01-01' ORDER BY 1", 2, "111 2024-01-02", "111 2024-01-03")]
    [InlineData("SELECT eventname FROM injected WHERE account IN ('111', '222') AND day = DATE '2024-01-02' ORDER BY 1", 2, "111 2024-01-02", "222 2024-01-02")]
    [InlineData("SELECT eventname FROM injected WHERE (account = '111' OR account = '333') AND day BETWEEN DATE '2024-01-01' AND DATE '2024-01-01'", 1, "111 2024-01-01")]
    [InlineData("SELECT e FROM (SELECT eventname AS e, account AS a, day AS d FROM injected) WHERE a = '222' AND d = DATE '2024-01-03'", 1, "222 2024-01-03")]
    [InlineData("WITH x AS (SELECT * FROM injected) SELECT eventname FROM x WHERE account = '222' AND day < DATE '2024-01-02'", 1, "222 2024-01-01")]
    [InlineData("SELECT i.eventname FROM injected i JOIN (VALUES '222 2024-01-01') AS v(e) ON i.eventname = v.e AND i.account = '222'", 3, "222 2024-01-01")]
    [InlineData("SELECT account, count(*) FROM injected WHERE account IN ('111', '222') GROUP BY account HAVING account = '111'", 3, "111|3")]
    [InlineData("SELECT eventname FROM injected WHERE account IN ('111', '222') AND (account = '111' AND day = DATE '2024-01-01' OR account = '222' AND day = DATE '2024-01-03') ORDER BY 1", 2, "111 2024-01-01", "222 2024-01-03")]
    [InlineData("SELECT eventname, day FROM registered WHERE account = '222'", 1, "222 2024-01-02|2024-01-02")]
    [InlineData("SELECT eventname FROM registered WHERE account IS NULL", 1, "222 2024-01-03")]
    [InlineData("SELECT count(*) FROM registered", 3, "3")]
    [InlineData("SELECT count(*) FROM injected WHERE account = '999'", 0, "0")]
    public async Task Only_partitions_that_can_match_are_listed(string sql, int listed, params string[] expected)
    {
        await using var result = await _trail.Engine.ExecuteAsync(sql, TrailFixture.Session, Stop);

        Assert.Equal(expected, await TrailFixture.RowsAsync(result, Stop));
        Assert.Equal(listed, result.Statistics.ObjectsListed);
    }

    [Theory]
    [InlineData("SELECT eventname FROM injected")]
    [InlineData("SELECT eventname FROM injected WHERE account LIKE '1%'")]
    [InlineData("SELECT eventname FROM injected WHERE account = '111' OR day = DATE '2024-01-01'")]
    public async Task An_injected_column_without_equality_is_refused(string sql)
    {
        var error = await Assert.ThrowsAsync<QueryException>(() => _trail.RowsAsync(sql, Stop));

        Assert.Equal(ErrorCode.ConstraintViolation, error.Code);
        Assert.Equal(
            "For the injected projected partition column account, the WHERE clause must contain only static equality conditions, and at least one such condition must be present.",
            error.Message);
    }

    private static Column Text(string name) => new(name, VarcharType.Unbounded, null);

    private static Column Day() => new("day", ScalarTypes.Date, null);

    private static ValueList<Property> Properties(string accountType) =>
    [
        new Property("projection.enabled", "true"),
        new Property("projection.account.type", accountType),
        new Property("projection.day.type", "date"),
        new Property("projection.day.format", "yyyy-MM-dd"),
        new Property("projection.day.range", "2024-01-01,NOW"),
        new Property("storage.location.template", "s3://logs/logs/${account}/${day}"),
    ];
}
