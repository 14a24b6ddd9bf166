using Spoor.CloudTrail.Scan.Contract;
using Spoor.Engine.Planning;
using Spoor.Engine.Tables.Contract;
using Xunit;

namespace Spoor.Engine.Tests.Planning.Conditions;

/// <summary>A plan is data: the same for the same query, and to be run again.</summary>
public sealed class PlanTests : IAsyncLifetime
{
    private readonly TrailFixture _trail = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Queries() =>
    [
        "SELECT eventname, requestparameters FROM trail WHERE useridentity.arn LIKE '%role/x%' AND eventname IN ('A', 'B') LIMIT 5",
        "SELECT count(*) FROM trail WHERE eventname NOT LIKE 'a_b%' OR requestparameters BETWEEN '2023' AND '2024' OR useridentity.type IS NULL",
        "SELECT a.eventname FROM trail a LEFT JOIN trail b ON a.eventname = b.eventname WHERE element_at(map(ARRAY['k'], ARRAY['v']), a.eventname) IS NULL",
        "SELECT table_name FROM information_schema.tables",
    ];

    public ValueTask InitializeAsync()
    {
        _trail.Write("plain/a.json.gz", """{"eventName":"A"}""", """{"eventName":"B"}""");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _trail.DisposeAsync();

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_query_planned_twice_gives_equal_plans(string sql)
    {
        var first = await _trail.Engine.PlanAsync(sql, TrailFixture.Session, Stop);
        var second = await _trail.Engine.PlanAsync(sql, TrailFixture.Session, Stop);

        Assert.NotSame(first, second);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    [Fact]
    public async Task Plans_of_other_conditions_are_others()
    {
        var plan = await _trail.Engine.PlanAsync("SELECT eventname FROM trail WHERE eventname = 'A'", TrailFixture.Session, Stop);

        Assert.NotEqual(plan, await _trail.Engine.PlanAsync("SELECT eventname FROM trail WHERE eventname = 'B'", TrailFixture.Session, Stop));
        Assert.NotEqual(plan, await _trail.Engine.PlanAsync("SELECT eventname FROM trail WHERE eventname = 'A' LIMIT 1", TrailFixture.Session, Stop));
        Assert.NotEqual(plan, await _trail.Engine.PlanAsync("SELECT eventname FROM trail WHERE eventname = 'A'", TrailFixture.Session with { BadData = BadDataPolicy.Skip }, Stop));
    }

    [Fact]
    public async Task A_plan_is_run_again_and_counts_anew()
    {
        var plan = await _trail.Engine.PlanAsync("SELECT eventname FROM trail", TrailFixture.Session, Stop);
        Assert.Single(plan.Reads);

        var counts = new List<(long Objects, long Rows)>();
        for (var run = 0; run < 2; run++)
        {
            var context = _trail.Engine.ContextOf(plan);
            using var scan = plan.Reads[0].Start(context, Stop);
            using var reader = scan.CreateReader();
            var writers = plan.Reads[0].Output.Select(symbol => (ColumnWriter)new Testing.MemoryColumnWriter(symbol.Type)).ToArray();
            while (reader.Read(writers, 100, Stop) > 0)
            {
            }

            counts.Add((context.Statistics.ObjectsRead, context.Statistics.RowsDelivered));
        }

        Assert.Equal([(1, 2), (1, 2)], counts);
    }
}
