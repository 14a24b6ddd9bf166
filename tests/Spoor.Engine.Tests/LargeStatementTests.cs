using System.Diagnostics;
using Spoor.Core.Errors;
using Xunit;

namespace Spoor.Engine.Tests;

/// <summary>Statements as generators write them: they run in seconds or are refused, and never hang.</summary>
public sealed class LargeStatementTests : IAsyncLifetime
{
    private readonly TrailFixture _trail = new();

    public static TheoryData<string, string> Answered => new()
    {
        { $"SELECT length({Chain(900, " || ", _ => "'ab'")})", "1800" },
        { $"SELECT {Chain(200, " + ", _ => "x")} FROM (VALUES 1) AS t(x)", "200" },
        { $"SELECT count(*) FROM (VALUES 1) AS t(x) WHERE {Chain(5000, " AND ", number => $"x <> {number + 2}")}", "1" },
        { $"SELECT CASE {Chain(2000, " ", number => $"WHEN x = {number} THEN {number}")} END FROM (VALUES 1999) AS t(x)", "1999" },
        { $"SELECT coalesce({Chain(5000, ", ", _ => "x")}, 7) FROM (VALUES CAST(NULL AS integer)) AS t(x)", "7" },
        { $"SELECT count(*) FROM (VALUES 'v9999') AS t(x) WHERE x IN ({Chain(10_000, ", ", number => $"'v{number}'")})", "1" },
        { $"SELECT sum(x) FROM ({Chain(500, " UNION ALL ", number => $"SELECT {number} AS x")})", "124750" },
        { $"SELECT count(*) FROM ({Chain(300, " UNION ", number => $"SELECT {number % 10} AS x")})", "10" },
        { $"SELECT * FROM {Chain(200, "", _ => "(SELECT * FROM ")}(VALUES 1) AS t(x){new string(')', 200)}", "1" },
        { $"SELECT {Chain(100, "", _ => "nullif(")}x{Chain(100, "", number => $", {number + 2})")} FROM (VALUES 1) AS t(x)", "1" },
        { "SELECT count(*) FROM (SELECT 1 AS x EXCEPT SELECT 2 EXCEPT SELECT 1)", "0" },
    };

    public static TheoryData<string> Refused => new()
    {
        $"SELECT {Chain(900, " + ", _ => "x")} FROM (VALUES 1) AS t(x)",
        $"SELECT {Chain(100, "", _ => "(SELECT 1 + ")}1{new string(')', 100)}",
        $"SELECT {Chain(50, "", number => $"transform(ARRAY[1], x{number} -> ")}ARRAY[1]{new string(')', 50)}",
    };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _trail.DisposeAsync();

    [Theory]
    [MemberData(nameof(Answered), DisableDiscoveryEnumeration = true)]
    public async Task A_large_statement_is_answered_in_seconds(string sql, string expected)
    {
        var watch = Stopwatch.StartNew();

        Assert.Equal([expected], await _trail.RowsAsync(sql, TestContext.Current.CancellationToken));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task A_deeply_nested_expression_is_refused_where_its_cost_explodes(string sql)
    {
        var error = await Assert.ThrowsAsync<QueryException>(() => _trail.RowsAsync(sql, TestContext.Current.CancellationToken));

        Assert.Equal((ErrorCode.StackOverflow, "statement is too large (stack overflow while planning it)"), (error.Code, error.Message));
    }

    private static string Chain(int count, string separator, Func<int, string> term) => string.Join(separator, Enumerable.Range(0, count).Select(term));
}
