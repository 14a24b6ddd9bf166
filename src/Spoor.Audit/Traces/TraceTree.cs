using Spoor.Core.Collections;
using static Spoor.Audit.Reports.ReportNumbers;

namespace Spoor.Audit.Traces;

/// <summary>Puts sessions below issues, these below pools, identities and users.</summary>
internal sealed class TraceTree(TraceTables tables, TraceSelection selection, string id)
{
    private readonly List<TracedSession> _sessions = [.. tables.Sessions.Where(session => selection.Keys.Contains(session.Key))];
    private readonly ILookup<string, TracedIssue> _issues = tables.Issues.Where(issue => issue.Key is not null && issue.ErrorCode is null).ToLookup(issue => issue.Key ?? "");
    private readonly ILookup<string, TracedUser> _users = tables.Users.ToLookup(user => user.Identity);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public ValueList<TraceNode> Build()
    {
        var identities = _sessions.Where(IsRoot).GroupBy(session => session.Identity ?? "").ToDictionary(group => group.Key, group => group.ToList());
        foreach (var identity in selection.Identities)
        {
            identities.TryAdd(identity, []);
        }

        var named = identities.Where(pair => pair.Key.Length > 0).Select(pair => (User: _users[pair.Key].FirstOrDefault(), Node: Identity(pair.Key, pair.Value))).ToList();
        var users = named.Where(pair => pair.User is not null).GroupBy(pair => pair.User?.Sub ?? "").Select(group => User(group.Key, [.. group.Select(pair => pair.Node)]));
        var lonely = selection.Subs.Where(sub => !named.Exists(pair => pair.User?.Sub == sub)).Select(sub => User(sub, []));
        var unknown = identities.GetValueOrDefault("", []);
        return
        [
            .. users,
            .. lonely,
            .. named.Where(pair => pair.User is null).Select(pair => pair.Node),
            .. Pools(unknown),
        ];
    }

    private bool IsRoot(TracedSession session) => session.ParentKey is null || !selection.Keys.Contains(session.ParentKey);

    private TraceNode User(string sub, ValueList<TraceNode> identities)
    {
        var links = tables.Users.Where(user => user.Sub == sub).ToList();
        var events = tables.UserEvents.Where(user => user.Sub == sub || user.Name == sub).ToList();
        string?[] known =
        [
            events.Select(user => user.Name).FirstOrDefault(name => name is not null),
            links.Select(user => user.UserPool).Concat(events.Select(user => user.UserPool)).FirstOrDefault(pool => pool is not null) is { } pool ? $"of user pool {pool}" : null,
        ];
        return new TraceNode(
            "user", sub, Join(known), "proved", sub == id || events.Exists(user => user.Name == id || user.EventId == id), links.Select(user => user.EventId).Take(1).ToValueList(), identities);
    }

    private TraceNode Identity(string identity, List<TracedSession> sessions) => new(
        "identity",
        identity,
        Join(sessions.Select(session => session.Access).FirstOrDefault(access => access is not null) switch { "guest" => "guest", "authenticated" => "signed in", _ => null }),
        sessions.Count > 0 && sessions.TrueForAll(session => session.Certainty == "candidate") ? "candidate" : "proved",
        identity == id,
        [],
        Pools(sessions));

    private ValueList<TraceNode> Pools(List<TracedSession> sessions) =>
    [
        .. sessions.Where(session => session.Pool is not null).GroupBy(session => session.Pool ?? "")
            .Select(pool => new TraceNode("pool", pool.Key, "", Certainty(pool), pool.Key == id, [], pool.Select(Issued).ToValueList())),
        .. sessions.Where(session => session.Pool is null).Select(Issued),
    ];

    private static string Certainty(IEnumerable<TracedSession> sessions) => sessions.Any(session => session.Certainty == "proved") ? "proved" : sessions.First().Certainty;

    private TraceNode Issued(TracedSession session)
    {
        var node = Session(session);
        if (_issues[session.Key].FirstOrDefault() is not { } issue)
        {
            return node;
        }

        string?[] known =
        [
            $"{issue.Flow} flow", Minute(issue.Time), session.Expiration is { } end ? $"until {Minute(end)}" : null, issue.SourceIp is { } source ? $"from {source}" : null,
        ];
        return new TraceNode("issue", issue.EventId, Join(known), "proved", issue.EventIds.Contains(id), issue.EventIds.ToValueList(), [node]);
    }

    private TraceNode Session(TracedSession session)
    {
        _open.Add(session.Key);
        var children = _sessions.Where(child => child.ParentKey == session.Key && !_open.Contains(child.Key)).Select(Session).ToValueList();
        _open.Remove(session.Key);
        string?[] known =
        [
            session.Role, session.Name is { } name ? $"as {name}" : null,
            session.Calls == 0 ? "no calls seen" : $"{Count(session.Calls, "call", "calls")}{(session.Errors > 0 ? $" ({Number(session.Errors)} failed)" : "")}, {Minute(session.FirstTime)} to {Minute(session.LastTime)}",
            session.IssueEventId is null ? "issue not seen" : null,
        ];
        return new TraceNode(
            "session", session.Key, Join(known), session.Certainty, selection.MatchedKeys.Contains(session.Key), session is { IssueEventId: { } issue, Depth: > 0 } ? [issue] : [], children);
    }

    private static string Join(params IEnumerable<string?> parts) => string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
}
