using System.Text.Json.Nodes;
using CsCheck;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Coverage;
using Spoor.Audit.Watching;
using Spoor.Engine.Sessions;
using Spoor.Testing;
using Xunit;
using static Spoor.Audit.Tests.Events.EventScene;

namespace Spoor.Audit.Tests.Events;

/// <summary>Which records are one, in every report.</summary>
public sealed class EventIdentityTests : IDisposable
{
    // Each runs every command.
    private static readonly long s_deliveries = Environment.GetEnvironmentVariable("SPOOR_LONG_TESTS") == "1" ? 60 : 5;

    private readonly EventScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("***")]
    [InlineData("HIDDEN_DUE_TO_SECURITY_REASONS")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("a text that stands everywhere")]
    public async Task An_id_that_all_records_share_hides_none(string? id)
    {
        _scene.Deliver("a", Issue(id), Call(id, 1), Call(id, 2), Call(id, 3, time: "09:02:00"));
        var report = await _scene.AuditAsync();
        Assert.Equal((1, 1, 3), (report.Issues.Count, report.Sessions.Count, report.Uses.Count));
        Assert.Equal(3, report.Uses.Select(use => use.EventId).Distinct().Count());
        Assert.Equal(0, report.Totals.RepeatedRecords);
        var isText = id?.StartsWith('a') == true;
        Assert.Equal(isText ? ("conflicting_ids", 3L) : ("records_without_id", 4L), report.Limits.Where(limit => limit.Id is "conflicting_ids" or "records_without_id").Select(limit => (limit.Id, limit.Count)).Single());
    }

    [Fact]
    public async Task A_record_without_id_is_named_by_its_place()
    {
        _scene.Deliver("a", Issue());
        _scene.Deliver("b/c", Call(null));
        Assert.Equal(["none:b/c.json@12"], (await _scene.AuditAsync()).Uses.Select(use => use.EventId));
    }

    [Fact]
    public async Task Of_one_id_on_two_calls_both_count_and_are_found_by_it()
    {
        _scene.Deliver("a", Issue(), Call("twice", 1), Call("twice", 2), Call("twice", 2));
        var report = await _scene.AuditAsync();
        var ids = report.Uses.Select(use => use.EventId).ToList();
        Assert.Equal((2, 1), (ids.Count, report.Totals.RepeatedRecords));
        Assert.All(ids, id => Assert.StartsWith("twice#", id, StringComparison.Ordinal));
        Assert.Equal(ids.Order(StringComparer.Ordinal).First(), Assert.Single((await _scene.TraceAsync("twice")).Timeline, entry => entry.IsMatched).EventIds[0]);
    }

    /// <summary>Copies count once, records without an id and other calls with an id that was used always, in whatever objects, order and layout; every command says the same.</summary>
    [Fact]
    public async Task Every_command_counts_the_same_events()
    {
        await Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[1, 3], Gen.Int).SampleAsync(
            async (good, missing, conflicting, objects, seed) => await CheckAsync(good, missing, conflicting, objects, new Random(seed)), iter: s_deliveries, threads: 1);
    }

    private static async Task CheckAsync(int good, int missing, int conflicting, int objects, Random random)
    {
        using var scene = new EventScene();
        string[] masks = ["", "***", "00000000-0000-0000-0000-000000000000"];
        var once = Enumerable.Range(1, good).Select(number => Call($"good {number}", number))
            .Concat(Enumerable.Range(1, conflicting).Select(number => Call("shared", 100 + number))).Append(Call("shared", 100)).Prepend(Issue()).ToList();
        var records = once.SelectMany(record => Enumerable.Repeat(record, 1 + random.Next(3))).ToList();
        var copies = records.Count - once.Count;
        records.AddRange(Enumerable.Range(0, missing).Select(_ => Call(masks[random.Next(masks.Length)], 7)));
        var texts = records.Select(record => JsonLayout.Of(record, random.Next())).ToArray();
        random.Shuffle(texts);
        foreach (var (name, part) in texts.Select((text, index) => (Text: text, Object: index % objects)).GroupBy(item => item.Object, item => item.Text).Select(group => ($"{group.Key}", group)))
        {
            scene.Deliver(name, part);
        }

        var calls = good + conflicting + 1 + missing;
        var audit = await scene.AuditAsync();
        Assert.Equal((1, calls, copies), (audit.Issues.Count, audit.Uses.Count, (int)audit.Totals.RepeatedRecords));
        Assert.Equal((missing, conflicting), (Limit(audit, "records_without_id"), Limit(audit, "conflicting_ids")));
        Assert.Equal(calls, (await scene.TraceAsync(Key)).Timeline.Count(entry => entry.Kind == "call"));
        Assert.Equal(calls, (await scene.PolicyAsync()).Totals.Calls);
        var counts = (await scene.CoverageAsync()).Totals.Counts;
        Assert.Equal((copies, missing, conflicting), ((int)(counts.RepeatsAcrossObjects + counts.RepeatsWithinObjects), (int)counts.RecordsWithoutId, (int)counts.ConflictingIds));
        Assert.Equal(1 + calls, await WatchedAsync(scene.Logs));
    }

    private static int Limit(Spoor.Audit.Cognito.Model.CognitoAuditReport report, string id) => (int)report.Limits.Where(limit => limit.Id == id).Sum(limit => limit.Count);

    private static async Task<int> WatchedAsync(string logs)
    {
        using var folder = new TemporaryFolder();
        using var watch = TrailWatch.Open(new WatchRequest(logs, Path.Combine(folder.Path, "state.db")), new EngineOptions(), []);
        return (await watch.PollAsync(TestContext.Current.CancellationToken)).Records;
    }
}
