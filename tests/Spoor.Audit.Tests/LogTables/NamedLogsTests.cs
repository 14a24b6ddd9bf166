using CsCheck;
using Spoor.Audit.Logs;
using Spoor.Audit.LogTables;
using Spoor.Catalog.Stores;
using Spoor.Core.Errors;
using Spoor.Engine;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Sessions;
using Spoor.Sql.Tables;
using Spoor.Storage.Local;
using Spoor.Testing;
using Xunit;

namespace Spoor.Audit.Tests.LogTables;

/// <summary>The table <c>cloudtrail</c> and its views over logs that somebody names.</summary>
public sealed class NamedLogsTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private QueryEngine? _engine;
    private SessionTables? _tables;

    public ValueTask InitializeAsync()
    {
        // Two accounts, two regions, three days; a record delivered the day after it happened; and beside them files whose names tell nothing.
        Write("AWSLogs/111111111111/CloudTrail/us-east-1/2025/03/03/111111111111_CloudTrail_us-east-1_20250303T0010Z_a.json", Call("a1", "2025-03-02T23:58:00Z", "us-east-1", "111111111111"), Call("a2", "2025-03-03T00:05:00Z", "us-east-1", "111111111111"));
        Write("AWSLogs/111111111111/CloudTrail/us-east-1/2025/03/04/111111111111_CloudTrail_us-east-1_20250304T0010Z_b.json", Call("b1", "2025-03-04T00:05:00Z", "us-east-1", "111111111111"));
        Write("AWSLogs/111111111111/CloudTrail/eu-west-1/2025/03/04/111111111111_CloudTrail_eu-west-1_20250304T0010Z_c.json", Call("c1", "2025-03-04T00:06:00Z", "eu-west-1", "111111111111"));
        Write("AWSLogs/o-a1b2c3d4e5/222222222222/CloudTrail/us-east-1/2025/03/05/222222222222_CloudTrail_us-east-1_20250305T0010Z_d.json", Call("d1", "2025-03-05T00:05:00Z", "us-east-1", "222222222222"));
        Write("AWSLogs/loose.json", Call("e1", "2025-03-04T12:00:00Z", "us-east-1", "222222222222"), Call("e2", "2025-03-05T12:00:00Z", "eu-west-1", "111111111111"), """{"eventVersion":"1.08","eventID":"e3","eventName":"Odd","eventTime":"soon"}""");
        Open(new MemoryCatalog());
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _tables?.Dispose();
        await (_engine?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folder.Dispose();
    }

    [Theory]
    [InlineData("account = '111111111111'", "a1 a2 b1 c1 e2")]
    [InlineData("region = 'eu-west-1'", "c1 e2")]
    [InlineData("day = DATE '2025-03-03'", "a1 a2")]
    [InlineData("day = DATE '2025-03-04'", "b1 c1 e1")]
    [InlineData("day BETWEEN DATE '2025-03-04' AND DATE '2025-03-05' AND account = '222222222222'", "d1 e1")]
    [InlineData("day IS NULL", "e3")]
    [InlineData("account IS NULL", "e3")]
    [InlineData("day = DATE '2025-03-05' OR eventname = 'Odd'", "d1 e2 e3")]
    public async Task Keys_tell_account_region_and_day_and_records_where_keys_do_not(string condition, string events) =>
        Assert.Equal(events, string.Join(' ', await EventsAsync($"SELECT eventid FROM cloudtrail WHERE {condition}")));

    [Fact]
    public async Task Objects_that_their_keys_rule_out_are_not_read_and_counted()
    {
        await using var result = await RunAsync("SELECT count(*) FROM cloudtrail WHERE day = DATE '2025-03-04' AND region = 'us-east-1'");
        Assert.Equal(["2"], await RowsAsync(result));
        Assert.Equal((2, 3, 2), (result.Statistics.ObjectsListed, result.Statistics.ObjectsPruned, result.Statistics.ObjectsRead));
    }

    [Fact]
    public async Task Pruning_never_changes_the_rows()
    {
        await Engine.MaterializeAsync("everything", "SELECT eventid, eventname, account, region, day FROM cloudtrail", Session, TestContext.Current.CancellationToken);
        await Condition(3).SampleAsync(
            async condition => Assert.Equal(
                await EventsAsync($"SELECT eventid FROM session.everything WHERE {condition}"),
                await EventsAsync($"SELECT eventid FROM cloudtrail WHERE {condition}")),
            iter: 60,
            threads: 1);
    }

    [Theory]
    [InlineData("2025-03-04T00:00:00Z", null, "b1 c1 d1 e1 e2 e3")]
    [InlineData("2025-03-04T00:06:00Z", "2025-03-05T00:05:00Z", "c1 e1")]
    [InlineData(null, "2025-03-03T00:00:00Z", "a1")]
    public async Task A_window_shows_the_records_of_its_time_and_prunes(string? from, string? to, string events)
    {
        DateTimeOffset? Time(string? text) => text is null ? null : DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        Open(new MemoryCatalog(), new AskedWindow(Time(from), Time(to), Words: null));
        Assert.Equal(events, string.Join(' ', await EventsAsync("SELECT eventid FROM cloudtrail")));
        Assert.Equal(8, (await EventsAsync("SELECT eventid FROM cloudtrail_all")).Count);
        await using var result = await RunAsync("SELECT count(*) FROM cloudtrail");
        await RowsAsync(result);
        Assert.Equal(from is null ? 0 : 1, result.Statistics.ObjectsPruned);
        Assert.Single(await LinesAsync("SHOW CREATE VIEW cloudtrail"), line => line.StartsWith("CREATE VIEW", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_record_is_what_was_written()
    {
        Assert.Equal(["""{"eventVersion":"1.08","eventID":"e3","eventName":"Odd","eventTime":"soon"}"""], await EventsAsync("SELECT record FROM cloudtrail WHERE eventid = 'e3'"));
        Assert.Equal(["""{"eventVersion":"1.08","eventID":"e3","eventName":"Odd","eventTime":"soon"}"""], await EventsAsync("SELECT record FROM cloudtrail WHERE record LIKE '%\"soon\"%'"));
        Assert.Equal(["8"], await EventsAsync("SELECT CAST(count(record) AS varchar) FROM cloudtrail"));
    }

    [Fact]
    public async Task Every_view_runs_and_names_its_event_day_account_and_region()
    {
        Assert.Equal(9, NamedLogs.ViewNames.Count);
        foreach (var view in NamedLogs.ViewNames)
        {
            await using var result = await RunAsync($"SELECT * FROM {view}");
            await RowsAsync(result);
            Assert.Superset(new HashSet<string> { "eventtime", "eventid", "account", "region", "day" }, result.Columns.Select(column => column.Name).ToHashSet());
        }
    }

    [Fact]
    public async Task Views_are_read_as_the_statements_that_make_them()
    {
        var text = string.Join('\n', await LinesAsync("SHOW CREATE VIEW root_activity"));
        Assert.StartsWith("CREATE VIEW default.root_activity AS\nSELECT", text, StringComparison.Ordinal);
        Assert.EndsWith("WHERE useridentity.type = 'Root' AND useridentity.invokedby IS NULL AND coalesce(eventtype, '') <> 'AwsServiceEvent'", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_listed_and_described_like_any_table()
    {
        Assert.Equal([.. NamedLogs.ViewNames.Append("cloudtrail").Order(StringComparer.Ordinal)], await LinesAsync("SHOW TABLES"));
        Assert.Contains(await LinesAsync("DESCRIBE cloudtrail"), line => line.StartsWith("useridentity", StringComparison.Ordinal));
        Assert.Equal(["cloudtrail"], await EventsAsync("SELECT table_name FROM information_schema.tables WHERE table_schema = 'default' AND table_type = 'BASE TABLE'"));
    }

    [Fact]
    public async Task No_statement_changes_them()
    {
        foreach (var statement in new[] { "DROP TABLE cloudtrail", "DROP VIEW console_logins", "ALTER TABLE cloudtrail ADD COLUMNS (x string)" })
        {
            var error = await Assert.ThrowsAsync<QueryException>(() => RunAsync(statement));
            Assert.Contains("stands for the logs that were named", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_table_of_the_catalog_stands_behind_and_that_is_known()
    {
        var catalog = new MemoryCatalog(CloudTrailTable.Over("s3://elsewhere/", "default"));
        Open(catalog);
        Assert.Equal(["8"], await EventsAsync("SELECT CAST(count(*) AS varchar) FROM cloudtrail"));
        Assert.Equal("cloudtrail", Assert.IsType<OverlaidCatalog>(Engine.Catalog).Hidden);
        Assert.Equal(10, (await LinesAsync("SHOW TABLES")).Count);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error() =>
        Assert.Equal("There is no folder 'gone'", Assert.Throws<QueryException>(() => new NamedLogs("gone").Bucket).Message);

    private QueryEngine Engine => _engine ?? throw new InvalidOperationException("Not opened.");

    private QuerySession Session => new() { Tables = _tables };

    private static Gen<string> Condition(int depth)
    {
        var atoms = OneOf(
            "account = '111111111111'",
            "account <> '222222222222'",
            "account LIKE '1%'",
            "region IN ('us-east-1', 'nowhere')",
            "region IS NOT NULL",
            "day >= DATE '2025-03-04'",
            "day < DATE '2025-03-04'",
            "day = DATE '2025-03-02'",
            "day IS NULL",
            "day + INTERVAL '1' DAY = DATE '2025-03-05'",
            "substr(account, 1, 3) = '222'",
            "concat(account, region) = '111111111111eu-west-1'",
            "coalesce(day, DATE '2025-03-05') = DATE '2025-03-05'",
            "day = (SELECT max(day) FROM session.everything)",
            "eventname = 'Odd'",
            "eventid < 'c'",
            "1 = 0");
        return depth == 0
            ? atoms
            : Gen.OneOf(
                atoms,
                Condition(depth - 1).Select(term => $"NOT ({term})"),
                Gen.Select(Condition(depth - 1), Condition(depth - 1), (left, right) => $"({left} AND {right})"),
                Gen.Select(Condition(depth - 1), Condition(depth - 1), (left, right) => $"({left} OR {right})"));
    }

    private static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static string Call(string id, string time, string region, string account) =>
        $$"""{"eventVersion":"1.08","userIdentity":{"type":"IAMUser"},"eventTime":"{{time}}","eventName":"ListBuckets","awsRegion":"{{region}}","recipientAccountId":"{{account}}","eventID":"{{id}}"}""";

    private void Write(string key, params string[] records) => _folder.Write(key, $$"""{"Records":[{{string.Join(',', records)}}]}""");

    private void Open(MemoryCatalog catalog, AskedWindow? window = null)
    {
        var logs = new NamedLogs(_folder.Path) { Window = window };
        var objects = new LocalBucketStore([Assert.IsType<BucketConfiguration>(logs.Bucket)]);
        _tables?.Dispose();
        _engine = new QueryEngine(logs.Over(catalog, "default", objects), objects, new EngineOptions());
        _tables = _engine.OpenTables();
    }

    private Task<QueryResult> RunAsync(string sql) => Engine.ExecuteAsync(sql, Session, TestContext.Current.CancellationToken);

    private async Task<List<string>> LinesAsync(string sql)
    {
        await using var result = await RunAsync(sql);
        return await RowsAsync(result);
    }

    private async Task<List<string>> EventsAsync(string sql) => [.. (await LinesAsync(sql)).Order(StringComparer.Ordinal)];

    private static async Task<List<string>> RowsAsync(QueryResult result)
    {
        var rows = new List<string>();
        await foreach (var batch in result.Batches.WithCancellation(TestContext.Current.CancellationToken))
        {
            rows.AddRange(Enumerable.Range(0, batch.RowCount).Select(row => batch.GetText(0, row) ?? "NULL"));
        }

        return rows;
    }
}
