using Spoor.Engine.Results.Rows;
using Xunit;

namespace Spoor.Engine.Tests.Planning.Conditions;

/// <summary>Sets of values that Planning finds in rows at hand, and the scan looks records up in.</summary>
public sealed class DynamicFilterTests : IAsyncLifetime
{
    private const string Named = "eventname IN (dynamic: 2 values)";
    private readonly TrailFixture _trail = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _trail.Write(
            "plain/a.json.gz",
            """{"eventName":"A","userIdentity":{"arn":"x"}}""", """{"eventName":"B","userIdentity":{"arn":"y"}}""", """{"eventName":"C"}""", """{"eventName":null}""", """{"userIdentity":{"arn":"z"}}""");
        await _trail.Engine.MaterializeAsync("names", "SELECT * FROM (VALUES ('A', 1), ('C', 2), ('A', 3), (NULL, 4)) AS v(name, number)", _trail.Keeping, Stop);
    }

    public ValueTask DisposeAsync() => _trail.DisposeAsync();

    [Theory]
    [InlineData("SELECT eventname FROM trail WHERE eventname IN (SELECT name FROM session.names) ORDER BY 1", Named, "A", "C")]
    [InlineData("SELECT eventname FROM trail WHERE eventname IN (SELECT name FROM session.names WHERE number > 1) AND eventname <> 'C'", $"({Named} AND eventname <> 'C')", "A")]
    [InlineData("SELECT eventname, useridentity.arn FROM trail WHERE eventname IN (SELECT name FROM session.names WHERE number = 1) OR useridentity.arn IN (SELECT 'y' FROM session.names) ORDER BY 1",
        "(eventname IN (dynamic: 1 values) OR useridentity.arn IN (dynamic: 1 values))", "A|x", "B|y")]
    [InlineData("WITH keys AS (SELECT DISTINCT name AS key FROM session.names) SELECT eventname FROM trail WHERE eventname IN (SELECT key FROM keys) AND (SELECT count(*) FROM keys) = 3 ORDER BY 1", Named, "A", "C")]
    [InlineData("SELECT eventname, number FROM trail JOIN session.names ON eventname = name ORDER BY 2", Named, "A|1", "C|2", "A|3")]
    [InlineData("SELECT eventname, number FROM session.names LEFT JOIN trail ON eventname = name ORDER BY 2", Named, "A|1", "C|2", "A|3", "NULL|4")]
    [InlineData("SELECT eventname, number FROM trail, session.names WHERE eventname = name AND number < 3 ORDER BY 2", Named, "A|1", "C|2")]
    [InlineData("SELECT eventname FROM trail WHERE EXISTS (SELECT 1 FROM session.names WHERE name = eventname AND number < 3) ORDER BY 1", Named, "A", "C")]
    [InlineData("SELECT number FROM trail JOIN session.names ON (eventname = name OR useridentity.arn = lower(name)) AND number > 1 ORDER BY 1",
        "(eventname IN (dynamic: 2 values) OR useridentity.arn IN (dynamic: 2 values))", "2", "3")]
    [InlineData("SELECT eventname FROM trail WHERE eventname IN (SELECT name FROM session.names WHERE number > 9)", "eventname IN (dynamic: 0 values)")]
    [InlineData("SELECT e FROM (SELECT upper(eventname) AS u, eventname AS e FROM trail) WHERE e IN (SELECT name FROM session.names) ORDER BY 1", Named, "A", "C")]
    [InlineData("SELECT a.eventname FROM trail a JOIN session.names ON number = 1 WHERE a.eventname IN (SELECT name FROM session.names) ORDER BY 1", Named, "A", "C")]
    public async Task Values_at_hand_filter_the_scan(string sql, string filter, params string[] expected)
    {
        Assert.Equal(expected, await _trail.RowsAsync(sql, Stop));
        Assert.Equal($"filter: {filter}", await FilterAsync(sql));
    }

    [Theory]
    [InlineData("SELECT count(*) FROM trail WHERE eventname NOT IN (SELECT name FROM session.names)", "0")]
    [InlineData("SELECT count(*) FROM trail WHERE eventname NOT IN (SELECT name FROM session.names WHERE name IS NOT NULL)", "1")]
    [InlineData("SELECT count(*) FROM trail WHERE eventname IN (SELECT eventname FROM trail)", "3")]
    [InlineData("SELECT count(*) FROM trail LEFT JOIN session.names ON eventname = name", "6")]
    [InlineData("SELECT count(*) FROM trail JOIN session.names ON eventname = name OR number = 4", "8")]
    [InlineData("SELECT count(*) FROM trail FULL JOIN session.names ON eventname = name", "7")]
    [InlineData("SELECT count(*) FROM trail WHERE NOT EXISTS (SELECT 1 FROM session.names WHERE name = eventname)", "3")]
    [InlineData("SELECT count(*) FROM trail WHERE eventname IN (SELECT name FROM session.names WHERE random() < 2)", "2")]
    [InlineData("SELECT count(*) FROM trail WHERE eventname IN (SELECT name FROM session.names ORDER BY number LIMIT 1)", "1")]
    [InlineData("SELECT count(*) FROM trail WHERE eventname IN (SELECT name FROM session.names WHERE name = useridentity.arn)", "0")]
    public async Task Where_the_values_do_not_bound_the_rows_nothing_is_filtered(string sql, string expected)
    {
        Assert.Equal([expected], await _trail.RowsAsync(sql, Stop));
        Assert.Null(await FilterAsync(sql));
    }

    [Fact]
    public async Task Large_sets_filter_on_values()
    {
        await _trail.Engine.MaterializeAsync("many", "SELECT 'k' || CAST(n AS varchar) AS k FROM UNNEST(sequence(1, 10000)) AS s(n) UNION ALL SELECT 'B'", _trail.Keeping, Stop);
        await using var result = await _trail.Engine.ExecuteAsync("SELECT eventname FROM trail WHERE eventname IN (SELECT k FROM session.many)", _trail.Keeping, Stop);

        Assert.Equal(["B"], await TrailFixture.RowsAsync(result, Stop));
        Assert.Equal(1, result.Statistics.RowsDelivered);
    }

    [Fact]
    public async Task Each_table_of_a_join_has_its_own_filter()
    {
        const string Sql = "SELECT a.eventname FROM trail a JOIN trail b ON a.eventname = b.eventname AND b.eventname = 'C' WHERE a.eventname IN (SELECT name FROM session.names)";
        var filters = (await _trail.RowsAsync($"EXPLAIN {Sql}", Stop)).Select(line => line.Trim()).Where(line => line.StartsWith("filter:", StringComparison.Ordinal));

        Assert.Equal([$"filter: {Named}", "filter: eventname = 'C'"], filters);
        Assert.Equal(["C"], await _trail.RowsAsync(Sql, Stop));
    }

    private async Task<string?> FilterAsync(string sql)
    {
        var plan = await _trail.RowsAsync($"EXPLAIN {sql}", Stop);
        return plan.Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith("filter:", StringComparison.Ordinal));
    }
}
