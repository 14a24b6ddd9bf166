using System.Text.Json;
using Microsoft.Data.Sqlite;
using Spoor.Audit.Tests.Events;
using Spoor.Audit.Watching;
using Xunit;
using static Spoor.Audit.Tests.Watching.WatchedFolder;

namespace Spoor.Audit.Tests.Watching;

/// <summary>One finding for one rule, pool, identity and subject, then its updates. Each look is a process of its own.</summary>
public sealed class AlertTests : IDisposable
{
    private readonly WatchedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Later_evidence_is_an_update_that_says_what_is_new()
    {
        _folder.Add("a.json", EventScene.Issue().ToJsonString(), Iam("c1", "ListUsers", "09:01:00"));
        var first = Assert.Single(await LookAsync(), IsIam);
        _folder.Add("b.json", Iam("c2", "ListRoles", "09:02:00"));
        var second = Assert.Single(await LookAsync(), IsIam);
        Assert.Empty(await LookAsync());
        Assert.Equal(("finding", "update"), (Text(first, "type"), Text(second, "type")));
        Assert.Equal((Text(first, "id"), 2), (Text(second, "finding_id"), second.GetProperty("revision").GetInt32()));
        Assert.Equal($"{Text(first, "id")}-2", Text(second, "id"));
        Assert.Equal(["c2"], Texts(second, "new_event_ids"));
        Assert.Contains("event_ids", Texts(second, "changed"));
        Assert.Contains("last_time", Texts(second, "changed"));
        Assert.Superset(new HashSet<string?>(["c1", "c2"]), Texts(second, "event_ids").ToHashSet());
        Assert.False(first.TryGetProperty("finding_id", out _));
    }

    /// <summary>distant_sources pairs a record with the one before, so its evidence moves when objects fill in between.</summary>
    [Fact]
    public async Task In_any_order_of_objects_a_finding_is_told_once_and_no_evidence_twice()
    {
        for (var seed = 1; seed <= 4; seed++)
        {
            using var folder = new WatchedFolder();
            var random = new Random(seed);
            var objects = Enumerable.Range(0, 8).ToArray();
            random.Shuffle(objects);
            var lines = new List<JsonElement>();
            foreach (var number in objects)
            {
                folder.Add($"{number}.json", EventScene.Issue().ToJsonString(), From(number % 2 == 0 ? "192.0.2.1" : "198.51.100.1", number % 2 == 0 ? "aws-cli/2.1" : "Boto3/1.2", number));
                lines.AddRange((await folder.PollAsync()).Lines.Where(line => Text(line, "type") != "session"));
            }

            Assert.NotEmpty(lines);
            var alerts = lines.GroupBy(line => (Text(line, "rule_id"), Text(line, "pool"), Text(line, "identity"), Text(line, "subject")));
            Assert.All(alerts, alert => Assert.Equal("finding", Text(alert.First(), "type")));
            Assert.All(alerts, alert => Assert.All(alert.Skip(1), line => Assert.Equal(("update", Text(alert.First(), "id")), (Text(line, "type"), Text(line, "finding_id")))));
            var distant = Assert.Single(alerts, alert => alert.Key.Item1 == "distant_sources").ToList();
            var told = distant.SelectMany((line, index) => Texts(line, index == 0 ? "event_ids" : "new_event_ids")).ToList();
            Assert.Equal(told.Count, told.Distinct().Count());
            Assert.Equal(lines.Count, lines.Select(line => Text(line, "id")).Distinct().Count());
        }
    }

    [Fact]
    public async Task A_correction_that_comes_later_replaces_what_it_names()
    {
        const string Original = "11111111-aaaa-4aaa-8aaa-111111111111";
        const string Correction = "22222222-aaaa-4aaa-8aaa-222222222222";
        _folder.Add("a.json", EventScene.Issue().ToJsonString(), Iam(Original, "ListUsers", "09:01:00"));
        var first = await LookAsync();
        _folder.Add("b.json", Iam(Correction, "ListUsers", "09:01:00", "\"addendum\":{\"reason\":\"UPDATED_DATA\",\"originalEventID\":\"" + Original + "\"},"));
        var second = await LookAsync();
        Assert.Equal([Original], Texts(Assert.Single(first, IsIam), "event_ids"));
        var update = Assert.Single(second);
        Assert.Equal(("update", Correction), (Text(update, "type"), Assert.Single(Texts(update, "new_event_ids"))));
    }

    [Fact]
    public async Task A_state_of_the_version_before_keeps_what_was_told()
    {
        _folder.Add("a.json", EventScene.Issue().ToJsonString(), Iam("c1", "ListUsers", "09:01:00"));
        var first = Assert.Single(await LookAsync(), IsIam);
        Execute(
            """
            CREATE TABLE told_findings (id TEXT NOT NULL PRIMARY KEY, subject TEXT NOT NULL, event_ids TEXT NOT NULL) STRICT;
            CREATE INDEX told_findings_by_subject ON told_findings (subject);
            INSERT INTO told_findings
            SELECT id, rule_id || char(10) || coalesce(pool, '') || char(10) || coalesce(identity, '') || char(10) || 'a role' || char(10) || coalesce(subject, ''), event_ids FROM alerts;
            DROP TABLE alerts;
            UPDATE meta SET value = '1' WHERE name = 'dirty';
            PRAGMA user_version = 1;
            """);
        Assert.Empty(await LookAsync());
        _folder.Add("b.json", Iam("c2", "ListRoles", "09:02:00"));
        Assert.Equal(Text(first, "id"), Text(Assert.Single(await LookAsync(), IsIam), "finding_id"));
    }

    [Fact]
    public async Task The_file_gets_updates_too()
    {
        _folder.Add("a.json", EventScene.Issue().ToJsonString(), Iam("c1", "ListUsers", "09:01:00"));
        await _folder.PollAsync(new FindingsFile(_folder.Findings));
        _folder.Add("b.json", Iam("c2", "ListRoles", "09:02:00"));
        await _folder.PollAsync(new FindingsFile(_folder.Findings));
        var lines = (await File.ReadAllLinesAsync(_folder.Findings, TestContext.Current.CancellationToken)).Select(Json).Where(IsIam);
        Assert.Equal(["finding", "update"], lines.Select(line => Text(line, "type")));
    }

    private async Task<List<JsonElement>> LookAsync() => [.. (await _folder.PollAsync()).Lines.Where(line => Text(line, "type") != "session")];

    private static bool IsIam(JsonElement line) => Text(line, "rule_id") == "iam_sts_org_call";

    private static List<string?> Texts(JsonElement line, string member) => [.. line.GetProperty(member).EnumerateArray().Select(text => text.GetString())];

    private static string Iam(string id, string action, string time, string more = "") =>
        EventScene.Call(id, action.Length, action, time).ToJsonString().Replace("s3.amazonaws.com", "iam.amazonaws.com", StringComparison.Ordinal).Insert(1, more);

    private static string From(string address, string program, int number)
    {
        var call = EventScene.Call($"call {number}", number, time: $"09:{10 + number:00}:00");
        call["sourceIPAddress"] = address;
        call["userAgent"] = program;
        return call.ToJsonString();
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _folder.State, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
