using Spoor.Catalog.Definitions;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Results.Rows;
using Xunit;

namespace Spoor.Engine.Tests;

public sealed class QueryEngineTests : IAsyncLifetime
{
    private const string Identity =
        """{"type":"AssumedRole","arn":"arn:a","sessionContext":{"sessionIssuer":{"type":"Role","arn":"arn:role"}}}""";

    private readonly TrailFixture _trail = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _trail.Write("plain/a.json.gz",
            $$"""{"eventName":"GetObject","userIdentity":{{Identity}},"requestParameters":{"bucketName":"b"},"resources":[{"ARN":"r1","type":"t"},{"ARN":"r2"}]}""",
            """{"eventName":"GetObject","userIdentity":{"type":"Root"},"requestParameters":null}""");
        _trail.Write("plain/b.json.gz", """{"eventName":"PutObject"}""");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _trail.DisposeAsync();

    [Theory]
    [InlineData("SELECT eventname, count(*) FROM trail GROUP BY 1 ORDER BY 1", "GetObject|2", "PutObject|1")]
    [InlineData("SELECT count(*) FROM trail", "3")]
    [InlineData("SELECT useridentity.sessioncontext.sessionissuer.arn FROM trail WHERE useridentity.type = 'AssumedRole'", "arn:role")]
    [InlineData("SELECT useridentity FROM trail WHERE useridentity.type = 'AssumedRole'", "{type=AssumedRole, arn=arn:a, sessioncontext={sessionissuer={type=Role, arn=arn:role}}}")]
    [InlineData("WITH x AS (SELECT useridentity AS u, eventname FROM trail) SELECT a.u.type, b.u.arn FROM x a JOIN x b ON a.eventname = b.eventname AND a.u.type = b.u.type", "AssumedRole|arn:a", "Root|NULL")]
    [InlineData("SELECT eventname, r.arn FROM trail CROSS JOIN UNNEST(resources) AS t(arn, type) CROSS JOIN (SELECT 1) z JOIN (VALUES ('r2')) AS r(arn) ON r.arn = t.arn", "GetObject|r2")]
    [InlineData("SELECT json_extract_scalar(requestparameters, '$.bucketName') FROM trail WHERE requestparameters IS NOT NULL", "b")]
    [InlineData("SELECT resources[1].arn FROM trail WHERE resources IS NOT NULL", "r1")]
    [InlineData("SELECT eventname FROM trail WHERE useridentity.type IN (SELECT 'Root')", "GetObject")]
    [InlineData("SELECT t FROM (SELECT useridentity.type AS t FROM trail UNION ALL SELECT eventname FROM trail) WHERE t IS NOT NULL ORDER BY t DESC LIMIT 2", "Root", "PutObject")]
    [InlineData("SELECT u.type FROM (SELECT useridentity AS u FROM trail UNION ALL SELECT useridentity FROM trail) WHERE u.type = 'Root'", "Root", "Root")]
    [InlineData("SELECT count(*) FROM trail a WHERE EXISTS (SELECT 1 FROM trail b WHERE b.eventname = a.eventname AND b.useridentity.type = 'Root')", "2")]
    [InlineData("WITH x(a, b) AS (VALUES (1, 2), (3, 4)) SELECT b FROM x ORDER BY 1", "2", "4")]
    [InlineData("SELECT 1 / 2, 7 % -3, 1.5", "0|1|1.5")]
    public async Task A_query_gives_its_rows(string sql, params string[] expected) => Assert.Equal(expected, await _trail.RowsAsync(sql, Stop));

    [Theory]
    [InlineData("SELECT 1 / (SELECT 0)", ErrorCode.DivisionByZero, "Division by zero")]
    [InlineData("SELECT (SELECT eventname FROM trail)", ErrorCode.SubqueryMultipleRows, "Scalar sub-query has returned multiple rows")]
    [InlineData("SELECT resources[3] FROM trail WHERE resources IS NOT NULL", ErrorCode.InvalidFunctionArgument, "Array subscript must be less than or equal to array length: 3 > 2")]
    [InlineData("SELECT CAST(eventname AS bigint) FROM trail WHERE eventname = 'PutObject'", ErrorCode.InvalidCastArgument, "Cannot cast 'PutObject' to BIGINT")]
    [InlineData("SELECT 9223372036854775807 + count(*) FROM trail", ErrorCode.NumericValueOutOfRange, "bigint addition overflow: 9223372036854775807 + 3")]
    public async Task An_error_of_the_run_is_in_Trinos_words(string sql, ErrorCode code, string message)
    {
        var error = await Assert.ThrowsAsync<QueryException>(() => _trail.RowsAsync(sql, Stop));

        Assert.Equal((code, message), (error.Code, error.Message));
    }

    [Fact]
    public async Task Partitions_that_the_condition_excludes_are_not_listed()
    {
        AddProjected();
        _trail.Write("p/us-east-1/2024/01/01/x.json.gz", """{"eventName":"A"}""");
        _trail.Write("p/us-east-1/2024/01/02/x.json.gz", """{"eventName":"B"}""");
        _trail.Write("p/eu-west-1/2024/01/02/x.json.gz", """{"eventName":"C"}""");

        await using var result = await _trail.Engine.ExecuteAsync(
            "SELECT eventname, region, day FROM projected WHERE day >= '2024/01/02' AND region LIKE 'us%'", _trail.Keeping, Stop);

        Assert.Equal(["B|us-east-1|2024/01/02"], await TrailFixture.RowsAsync(result, Stop));
        Assert.Equal((1, 1), (result.Statistics.ObjectsListed, result.Statistics.ObjectsRead));
    }

    [Fact]
    public async Task Rows_that_were_kept_can_be_queried()
    {
        await _trail.Engine.MaterializeAsync("kept", "SELECT eventname AS name, useridentity AS who FROM trail", _trail.Keeping, Stop);

        Assert.Equal(["GetObject|Root"], await _trail.RowsAsync("SELECT name, who.type FROM session.kept WHERE who.type = 'Root'", Stop));
    }

    [Fact]
    public async Task A_named_query_over_kept_rows_can_be_queried()
    {
        await _trail.Engine.MaterializeAsync("kept", "SELECT eventname AS name, useridentity AS who FROM trail", _trail.Keeping, Stop);
        _trail.Engine.Define("roots", "SELECT name, who FROM kept WHERE who.type = 'Root'", _trail.Keeping);
        _trail.Engine.Define("named", "SELECT name, count(*) AS times FROM (SELECT name FROM roots UNION ALL SELECT name FROM roots) GROUP BY name", _trail.Keeping);

        Assert.Equal(["GetObject|2"], await _trail.RowsAsync("SELECT * FROM session.named", Stop));
    }

    [Fact]
    public async Task A_named_query_can_take_the_place_of_kept_rows_and_the_other_way_round()
    {
        await _trail.Engine.MaterializeAsync("one", "SELECT 1 AS n", _trail.Keeping, Stop);
        await _trail.Engine.MaterializeAsync("changing", "SELECT 0 AS n", _trail.Keeping, Stop);
        _trail.Engine.Define("changing", "SELECT n + 1 AS n FROM one", _trail.Keeping);
        var defined = await _trail.RowsAsync("SELECT n FROM session.changing", Stop);
        await _trail.Engine.MaterializeAsync("changing", "SELECT 3 AS n", _trail.Keeping, Stop);

        Assert.Equal(["2", "3"], [.. defined, .. await _trail.RowsAsync("SELECT n FROM session.changing", Stop)]);
    }

    [Fact]
    public async Task Sessions_do_not_see_or_replace_tables_of_each_other()
    {
        using var tables = _trail.Engine.OpenTables();
        var other = TrailFixture.Session with { Tables = tables };
        await _trail.Engine.MaterializeAsync("kept", "SELECT 1 AS n", _trail.Keeping, Stop);
        await _trail.Engine.MaterializeAsync("kept", "SELECT 2 AS n", other, Stop);
        await _trail.Engine.MaterializeAsync("others", "SELECT 3 AS n", other, Stop);

        await using var result = await _trail.Engine.ExecuteAsync("SELECT n FROM session.kept", other, Stop);
        Assert.Equal(["2"], await TrailFixture.RowsAsync(result, Stop));
        Assert.Equal(["1"], await _trail.RowsAsync("SELECT n FROM session.kept", Stop));
        await Assert.ThrowsAsync<QueryException>(() => _trail.RowsAsync("SELECT n FROM session.others", Stop));
        await Assert.ThrowsAsync<QueryException>(() => _trail.Engine.ExecuteAsync("SELECT n FROM session.kept", TrailFixture.Session, Stop));

        tables.Dispose();
        await Assert.ThrowsAsync<QueryException>(() => _trail.Engine.ExecuteAsync("SELECT n FROM session.kept", other, Stop));
        Assert.Equal(["1"], await _trail.RowsAsync("SELECT n FROM session.kept", Stop));
    }

    [Fact]
    public void A_query_that_reads_objects_cannot_be_named() =>
        Assert.Throws<ArgumentException>(() => _trail.Engine.Define("logs", "SELECT eventname FROM \"default\".trail", _trail.Keeping));

    [Fact]
    public async Task Explain_shows_leaves_objects_and_filter()
    {
        Assert.Equal(
            [
                "Project [type]",
                "  Filter [useridentity.type, eventname]",
                "    Scan awsdatacatalog.default.trail [useridentity.type, eventname]",
                "        objects: 2, bytes: 0, partitions: 1",
                "        format: CloudTrail",
                "        leaves: useridentity.type varchar, eventname varchar",
                "        filter: eventname = 'PutObject'",
                "        searched in bytes first: 'PutObject'",
            ],
            (await _trail.RowsAsync("EXPLAIN SELECT useridentity.type FROM trail WHERE eventname = 'PutObject'", Stop))
                .Select(line => System.Text.RegularExpressions.Regex.Replace(line, "bytes: [0-9]+", "bytes: 0")));
    }

    [Fact]
    public async Task A_view_is_read_like_a_table()
    {
        await _trail.RowsAsync("CREATE VIEW who AS SELECT useridentity.type AS kind, eventname FROM trail", Stop);

        Assert.Equal(["GetObject"], await _trail.RowsAsync("SELECT eventname FROM who WHERE kind = 'Root'", Stop));
    }

    [Fact]
    public async Task A_prepared_statement_takes_its_parameters()
    {
        await _trail.RowsAsync("PREPARE find FROM SELECT count(*) FROM trail WHERE eventname = ?", Stop);

        Assert.Equal(["2"], await _trail.RowsAsync("EXECUTE find USING 'GetObject'", Stop));
    }

    [Fact]
    public async Task Order_survives_many_rows_and_threads()
    {
        var digits = string.Join(" CROSS JOIN ", Enumerable.Range(0, 6).Select(i => $"(VALUES 0, 1, 2, 3, 4, 5, 6, 7, 8, 9) AS t{i}(d{i})"));
        var rows = await _trail.RowsAsync($"SELECT n FROM (SELECT d0 + d1 * 10 + d2 * 100 + d3 * 1000 + d4 * 10000 + d5 * 100000 AS n FROM {digits}) ORDER BY n DESC", Stop);

        Assert.Equal(Enumerable.Range(0, 1_000_000).Reverse().Select(number => $"{number}"), rows);
    }

    [Fact]
    public async Task Cancelling_stops_a_query_that_would_run_for_years()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var digits = string.Join(" CROSS JOIN ", Enumerable.Range(0, 14).Select(i => $"(VALUES 0, 1, 2, 3, 4, 5, 6, 7, 8, 9) AS t{i}(d{i})"));
        var running = _trail.RowsAsync($"SELECT sum(d0 * d13) FROM {digits} WHERE d0 + d13 <> d7", cancel.Token);
        cancel.CancelAfter(TimeSpan.FromMilliseconds(300));

        // No measure of speed, which is the machine's: a query that does not stop fails the test.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromMinutes(1), Stop));
    }

    private void AddProjected() => _trail.Catalog.CreateTable(TrailFixture.Table(
        "projected",
        [new Column("region", VarcharType.Unbounded, null), new Column("day", VarcharType.Unbounded, null)],
        [
            new Property("projection.enabled", "true"),
            new Property("projection.region.type", "enum"),
            new Property("projection.region.values", "us-east-1,eu-west-1"),
            new Property("projection.day.type", "date"),
            new Property("projection.day.format", "yyyy/MM/dd"),
            new Property("projection.day.range", "2024/01/01,NOW"),
            new Property("storage.location.template", "s3://logs/p/${region}/${day}/"),
        ],
        "s3://logs/p/"));
}
