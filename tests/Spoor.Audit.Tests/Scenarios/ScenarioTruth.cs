using System.Globalization;
using System.Text.Json;
using Spoor.Audit.Tests.Cognito.Model;

namespace Spoor.Audit.Tests.Scenarios;

/// <summary>What a trail of scenarios holds, as lines of text that name the records.</summary>
internal sealed class ScenarioTruth
{
    private readonly string _from;
    private readonly List<JsonElement> _issues, _uses, _chains, _evidence;
    private readonly Truth _truth;
    private readonly Dictionary<string, string> _scenes = new(StringComparer.Ordinal);

    /// <param name="trail">Folder of the trail.</param>
    /// <param name="from">First instant of the window; null for all there is.</param>
    public ScenarioTruth(string trail, DateTimeOffset? from)
    {
        _from = from?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
        _truth = Truth.Of(trail);
        (_issues, _uses, _evidence) = (InWindow("issues"), InWindow("uses"), InWindow("evidence"));
        var inWindow = _uses.Select(use => use.Text("event_id")).ToHashSet();
        _chains = _truth["chains"].FindAll(chain => inWindow.Contains(chain.Text("event_id")));
        foreach (var record in _truth["uses"].Concat(_truth["evidence"]).Concat(_truth["config_changes"]))
        {
            _scenes.TryAdd(record.Text("event_id") ?? "", record.Text("scene") ?? "");
        }

        foreach (var record in _truth["issues"].Concat(_truth["limits"]))
        {
            Ids(record, "event_ids").ForEach(id => _scenes.TryAdd(id, record.Text("scene") ?? ""));
        }
    }

    /// <summary>The scenario that made a record; null for noise.</summary>
    public string? SceneOf(string eventId) => _scenes.GetValueOrDefault(eventId);

    public IEnumerable<string> Issues() => _issues.Select(issue => Line(
        "issue", string.Join('+', Ids(issue, "event_ids")), issue.Text("flow"), issue.Text("pool"), issue.Text("identity"), issue.Text("access_key_id"), issue.Text("error_code")));

    public IEnumerable<string> Uses() => _uses.Select(use => IsCandidate(use)
        ? Line("candidate", use.Text("event_id"), use.Text("role"))
        : Line("use", use.Text("event_id"), use.Text("via"), use.Text("pool"), use.Text("identity"), use.Text("role")));

    public IEnumerable<string> Chains() => _chains.Select(chain => Line(
        "chain", chain.Text("event_id"), chain.Number("depth"), chain.Text("from_role"), chain.Text("to_role"), chain.Text("access_key_id"), chain.Text("pool"), chain.Text("identity")));

    public IEnumerable<string> Users() => _truth["users"].Select(user => Line("user", user.Text("identity"), user.Text("user_sub")));

    /// <summary>What user pools recorded of users for whom identities stand.</summary>
    public IEnumerable<string> SignIns() => _truth["users"].SelectMany(user => Ids(user, "event_ids").Select(id => Line("sign_in", id, user.Text("identity"))));

    /// <summary>Changes of configuration, those before the window, too.</summary>
    public IEnumerable<string> Changes() => _truth["config_changes"].Select(change => Line("change", change.Text("event_id"), change.Text("pool")));

    public IEnumerable<string> Evidence() => _evidence.Where(told => told.Text("kind") != "sign_in").Select(told => Line("evidence", told.Text("event_id"), told.Text("pool"), told.Text("identity")));

    public IReadOnlyList<TrueFinding> Findings() =>
        [.. _truth["findings"].Select(finding => new TrueFinding(finding.Text("scene") ?? "", finding.Text("rule") ?? "", Ids(finding, "required"), Ids(finding, "context")))];

    /// <summary>Every limit of the issue's list, with the records or pools that it speaks of.</summary>
    public IEnumerable<string> Limits()
    {
        var used = _uses.Where(use => use.Text("via") == "key").Select(use => use.Text("access_key_id")).ToHashSet();
        var seen = _issues.Concat(_uses.Where(use => !IsCandidate(use))).Concat(_evidence).Select(record => record.Text("pool")).ToHashSet();
        return
        [
            .. _uses.Where(use => use.Text("via") == "stated").Select(use => Line("use_without_issue", use.Text("event_id"))),
            .. _uses.Where(IsCandidate).Select(use => Line("candidates", use.Text("event_id"))),
            .. _issues.Where(issue => issue.Text("error_code") is null && !used.Contains(issue.Text("access_key_id"))).SelectMany(issue => Ids(issue, "event_ids")).Select(id => Line("issue_without_use", id)),
            .. _truth["pools"].Where(pool => !pool.GetProperty("data_events").GetBoolean() && seen.Contains(pool.Text("pool"))).Select(pool => Line("no_pool_data_events", pool.Text("pool"))),
            .. _truth["gaps"].Select(gap => Line("missing_delivery", gap.Text("account"), gap.Text("region"), gap.Text("day"))),
            .. _truth["limits"].SelectMany(limit => Ids(limit, "event_ids").Select(id => Line(limit.Text("id"), id))),
        ];
    }

    public static List<string> Ids(JsonElement element, string member) => element.GetProperty(member).EnumerateArray().Select(id => id.GetString() ?? "").ToList();

    public static string Line(params IEnumerable<object?> parts) => string.Join(' ', parts.Select(part => part ?? "-"));

    private static bool IsCandidate(JsonElement use) => use.Text("via") == "role_and_session_name";

    private List<JsonElement> InWindow(string member) => _truth[member].FindAll(record => string.CompareOrdinal(record.Text("time"), _from) >= 0);
}
