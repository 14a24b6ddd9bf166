using System.Text.Json;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Lineage;
using Spoor.Audit.Tests.Cognito.Model;
using Spoor.Engine.Sessions;
using Spoor.Sql.Syntax.Printing;
using Xunit;

namespace Spoor.Audit.Tests.Scenarios;

/// <summary>Compares the audit's tables with a trail's truth: depth and origin of every call, sessions and their parents, configuration, user pools.</summary>
internal sealed class ScenarioTables(string trail)
{
    private readonly Truth _truth = Truth.Of(trail);

    /// <summary>All differences, a line each; none when the tables are true and whole. They hold what lies before the window, too.</summary>
    public async Task<List<string>> DifferencesAsync(CognitoAuditRequest request)
    {
        await using var session = await AuditSession.OpenAsync(request, new EngineOptions(), TestContext.Current.CancellationToken);
        await session.BuildAsync();
        return
        [
            .. await CompareAsync(session, Uses(), "SELECT 'use', event_id, certainty, CAST(depth AS varchar), origin_role, coalesce(issue_event_id, '-') FROM uses WHERE certainty <> 'candidate'"),
            .. await CompareAsync(session, Sessions(), "SELECT 'session', access_key_id, CAST(depth AS varchar), coalesce(parent_key, '-'), pool, identity, coalesce(issue_event_id, '-') FROM sessions WHERE certainty <> 'candidate'"),
            .. await CompareAsync(session, _truth["config_changes"].Select(change => ScenarioTruth.Line("change", change.Text("event_id"), change.Text("pool"))), "SELECT 'change', event_id, coalesce(pool, '-') FROM config_changes"),
            .. await CompareAsync(session, _truth["evidence"].Where(told => told.Text("kind") == "sign_in").Select(told => ScenarioTruth.Line("user", told.Text("event_id"), told.Text("action"))), "SELECT 'user', event_id, action FROM user_events"),
        ];
    }

    private static async Task<IEnumerable<string>> CompareAsync(AuditSession session, IEnumerable<string> expected, string sql)
    {
        var found = new List<string>();
        await session.AskAsync(SqlFragment.Written(sql), names => row => found.Add(string.Join(' ', Enumerable.Range(0, names.Count).Select(row.Text))));
        Assert.Equal(found.Count, found.Distinct().Count());
        var lines = expected.ToHashSet(StringComparer.Ordinal);
        return lines.Except(found).Select(line => $"missing: {line}").Concat(found.Except(lines).Select(line => $"added: {line}"));
    }

    private List<JsonElement> Proved() => _truth["uses"].FindAll(use => use.Text("via") is "key" or "stated" or "chain");

    private IEnumerable<string> Uses()
    {
        var chains = Chains();
        var issues = Issues();
        var uses = _truth["uses"].ToDictionary(use => use.Text("event_id") ?? "");
        foreach (var use in Proved())
        {
            var (origin, depth) = (use, 0);
            for (; origin.Text("via") == "chain"; depth++)
            {
                origin = uses[chains[origin.Text("access_key_id") ?? ""].Text("event_id") ?? ""];
            }

            // A chained call leads back to the pool's own issue, by which the chain began.
            var issue = origin.Text("via") == "key" ? issues[origin.Text("access_key_id") ?? ""] : null;
            yield return ScenarioTruth.Line("use", use.Text("event_id"), depth > 0 ? "chained" : "proved", depth, origin.Text("role"), issue);
        }
    }

    private IEnumerable<string> Sessions()
    {
        var callers = _truth["uses"].ToDictionary(use => use.Text("event_id") ?? "", use => use.Text("access_key_id"));
        var issued = _truth["issues"].Where(issue => issue.Text("access_key_id") is not null).Select(issue =>
            (Key: issue.Text("access_key_id"), Line: ScenarioTruth.Line("session", issue.Text("access_key_id"), 0, null, issue.Text("pool"), issue.Text("identity"), Issues()[issue.Text("access_key_id") ?? ""])));
        var chained = _truth["chains"].Select(chain =>
            (Key: chain.Text("access_key_id"), Line: ScenarioTruth.Line("session", chain.Text("access_key_id"), chain.Number("depth"), callers[chain.Text("event_id") ?? ""], chain.Text("pool"), chain.Text("identity"), chain.Text("event_id"))));
        var known = issued.Concat(chained).ToList();
        var keys = known.Select(session => session.Key).ToHashSet();
        var seen = Proved().Where(use => use.Text("via") == "stated" && use.Text("access_key_id") is { Length: > 0 } key && !keys.Contains(key))
            .Select(use => ScenarioTruth.Line("session", use.Text("access_key_id"), 0, null, use.Text("pool"), use.Text("identity"), null));
        return known.Select(session => session.Line).Concat(seen);
    }

    private Dictionary<string, JsonElement> Chains() => _truth["chains"].ToDictionary(chain => chain.Text("access_key_id") ?? "");

    /// <summary>The better record of each key's issue: STS's where there is one, which is the last.</summary>
    private Dictionary<string, string> Issues() => _truth["issues"].Where(issue => issue.Text("access_key_id") is not null)
        .ToDictionary(issue => issue.Text("access_key_id") ?? "", issue => ScenarioTruth.Ids(issue, "event_ids")[^1]);
}
