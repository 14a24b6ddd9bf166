using System.Text.RegularExpressions;
using Spoor.Audit.Logs;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;

namespace Spoor.Audit.Traces;

/// <summary>Finds what an id names.</summary>
/// <param name="answers">The audit's tables.</param>
/// <param name="tables">What of them is in memory.</param>
/// <param name="id">What is looked for.</param>
/// <param name="window">Says which part of the logs was looked at; null for all of it.</param>
internal sealed partial class TraceSearch(IAnswers answers, TraceTables tables, string id, string? window)
{
    private const int MostNearest = 3;

    /// <summary>The kinds in the order in which they are tried: what can be mistaken least comes first.</summary>
    private static readonly string[] s_kinds = ["event", "access_key", "identity", "user", "pool", "role", "session_name"];

    private enum NamedCall
    {
        AccessKeyId,
        IssuedKey,
        Identity,
    }

    /// <summary>Looks for the id among all kinds.</summary>
    /// <exception cref="QueryException">NotFound: it is of no kind.</exception>
    public async Task<(TraceMatch Match, TraceSelection Selection)> FindAsync()
    {
        var found = new List<(string Kind, TraceSelection Selection)>();
        foreach (var kind in s_kinds)
        {
            if (await FindAsync(kind) is { } selection)
            {
                selection.Close(tables.Sessions);
                found.Add((kind, selection));
            }
        }

        return found.Count == 0
            ? throw NotFound()
            : (new TraceMatch(found[0].Kind, found.Skip(1).Select(other => other.Kind).ToValueList(), found[0].Selection.MatchedKeys.Count), found[0].Selection);
    }

    private async Task<TraceSelection?> FindAsync(string kind) => kind switch
    {
        "event" => await FindEventAsync(),
        "access_key" => OfSessions(traced => traced.Key == id),
        "identity" => tables.Sessions.Exists(traced => traced.Identity == id) || tables.Issues.Exists(issue => issue.Identity == id) || tables.CognitoEvents.Exists(record => record.Identity == id)
            ? OfIdentities([id]) : null,
        "user" => OfUsers(),
        "pool" => tables.Sessions.Exists(traced => traced.Pool == id) || tables.Issues.Exists(issue => issue.Pool == id) || tables.CognitoEvents.Exists(record => record.Pool == id) || tables.Changes.Exists(change => change.Pool == id)
            ? OfPool() : null,
        "role" => OfRole(),
        _ => OfSessions(traced => traced.Name == id, call => call.SessionName == id),
    };

    private async Task<TraceSelection?> FindEventAsync()
    {
        var calls = await answers.ReadAsync(
            $"SELECT access_key_id, issued_key, identity FROM uses WHERE event_id = {id}",
            (AnswerRow<NamedCall> row) => (Key: row.Text(NamedCall.AccessKeyId), Issued: row.Text(NamedCall.IssuedKey), Identity: row.Text(NamedCall.Identity)));
        if (calls.Count > 0)
        {
            var (key, identity) = (calls[0].Key ?? calls[0].Issued, calls[0].Identity);
            var ofCall = OfSessions(traced => traced.Key == key) ?? (identity is null ? new TraceSelection() : OfIdentities([identity]));
            ofCall.EventId = id;
            return ofCall;
        }

        if (tables.Issues.Find(issue => issue.EventIds.Contains(id)) is { } issued)
        {
            var ofIssue = (issued.Key is { } issuedKey ? OfSessions(traced => traced.Key == issuedKey) : null) ?? (issued.Identity is { } refused ? OfIdentities([refused]) : new TraceSelection());
            ofIssue.EventId = id;
            return ofIssue;
        }

        var record = tables.CognitoEvents.Concat(tables.Changes).FirstOrDefault(record => record.EventId == id);
        var user = tables.UserEvents.Find(user => user.EventId == id);
        var selection = record is { Identity: { } named } ? OfIdentities([named])
            : record is not null ? new TraceSelection { Pool = record.Role is null ? record.Pool : null }
            : user is { Sub: { } sub } ? OfSubs([sub])
            : user is not null ? new TraceSelection()
            : null;
        if (selection is not null)
        {
            selection.EventId = id;
            if (selection.Pool is { } pool)
            {
                selection.MatchedKeys.UnionWith(tables.Sessions.Where(traced => traced.Pool == pool).Select(traced => traced.Key));
            }
        }

        return selection;
    }

    private TraceSelection? OfSessions(Func<TracedSession, bool> isMatch, Func<TracedCall, bool>? isKeylessCall = null)
    {
        var selection = new TraceSelection();
        selection.MatchedKeys.UnionWith(tables.Sessions.Where(isMatch).Select(traced => traced.Key));
        selection.IsKeylessCall = isKeylessCall ?? selection.IsKeylessCall;
        return selection.MatchedKeys.Count > 0 ? selection : null;
    }

    private TraceSelection OfIdentities(IEnumerable<string> identities)
    {
        var selection = new TraceSelection();
        selection.Identities.UnionWith(identities);
        selection.MatchedKeys.UnionWith(tables.Sessions.Where(traced => traced.Identity is { } identity && selection.Identities.Contains(identity)).Select(traced => traced.Key));
        return selection;
    }

    private TraceSelection? OfUsers()
    {
        var subs = tables.UserEvents.Where(user => user.Sub == id || user.Name == id).Select(user => user.Sub ?? user.Name ?? id)
            .Concat(tables.Users.Where(user => user.Sub == id).Select(user => user.Sub)).ToHashSet(StringComparer.Ordinal);
        return subs.Count == 0 ? null : OfSubs(subs);
    }

    private TraceSelection OfSubs(HashSet<string> subs)
    {
        var selection = OfIdentities(tables.Users.Where(user => subs.Contains(user.Sub)).Select(user => user.Identity));
        selection.Subs.UnionWith(subs);
        return selection;
    }

    private TraceSelection OfPool()
    {
        var selection = new TraceSelection { Pool = id };
        selection.MatchedKeys.UnionWith(tables.Sessions.Where(traced => traced.Pool == id).Select(traced => traced.Key));
        return selection;
    }

    // arn:aws:sts::A:assumed-role/NAME/SESSION names one session of a role, whose path is not in it.
    private TraceSelection? OfRole()
    {
        if (SessionArn().Match(id) is { Success: true } arn)
        {
            var (account, role, name) = (arn.Groups[1].Value, arn.Groups[2].Value, arn.Groups[3].Value);
            bool IsRole(string? of) => of?.Split(':') is [_, _, _, _, var owner, ..] && owner == account && NameOf(of) == role;
            return OfSessions(
                traced => IsRole(traced.Role) && (name.Length == 0 || traced.Name == name),
                call => IsRole(call.Role) && (name.Length == 0 || call.SessionName == name));
        }

        return OfSessions(traced => IsAskedRole(traced.Role), call => IsAskedRole(call.Role));
    }

    private bool IsAskedRole(string? role) => role is not null && (role == id || NameOf(role) == id);

    private static string NameOf(string role) => role[(role.LastIndexOf('/') + 1)..];

    private QueryException NotFound()
    {
        var names = tables.Sessions.SelectMany(traced => (string?[])[traced.Key, traced.Identity, traced.Pool, traced.Role, traced.Role is { } role ? NameOf(role) : null, traced.Name])
            .Concat(tables.Users.Select(user => user.Sub))
            .Concat(tables.UserEvents.SelectMany(user => (string?[])[user.Sub, user.Name]))
            .OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var nearest = new List<string>();
        while (nearest.Count < MostNearest && NearestName.Find(id, names.Except(nearest)) is { } name)
        {
            nearest.Add(name);
        }

        var tried = "Tried: event id, access key, identity, user (sub, name or ARN), pool, role (ARN, name or id), session (ARN or name), address, service, account.";
        return new QueryException(
            ErrorCode.NotFound,
            null,
            $"No record names '{id}' as key, caller, session, role, address or event{(window is null ? "" : " in the window")}",
            $"{window}{(nearest.Count > 0 ? $"Did you mean {string.Join(" or ", nearest)}? {tried}" : tried)}");
    }

    [GeneratedRegex("^arn:[^:]+:sts::([0-9]+):assumed-role/([^/]+)/?(.*)$")]
    private static partial Regex SessionArn();
}
