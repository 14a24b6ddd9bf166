using Spoor.Core.Collections;

namespace Spoor.Audit.Traces;

/// <summary>Puts all that happened in the order of time.</summary>
internal sealed class TraceTimeline(TraceTables tables, TraceSelection selection, string id)
{
    public ValueList<TraceEvent> Build(List<TracedCall> calls)
    {
        var identities = tables.Sessions.Where(session => selection.Keys.Contains(session.Key)).Select(session => session.Identity).OfType<string>().Concat(selection.Identities).ToHashSet(StringComparer.Ordinal);
        var subs = tables.Users.Where(user => identities.Contains(user.Identity)).Select(user => user.Sub).Concat(selection.Subs).ToHashSet(StringComparer.Ordinal);

        // One record may be of several kinds, as a pool's change is also one of Cognito's records. It is listed as the kind that tells most.
        var told = tables.Issues.Where(selection.Takes).Select(Issue)
            .Concat(calls.Select(Call))
            .Concat(tables.Changes.Where(change => change.EventId == id || (selection.Pool is not null && change.Pool == selection.Pool)).Select(record => Record("change", record)))
            .Concat(tables.CognitoEvents.Where(record => record.EventId == id || selection.IsAbout(record.Pool, record.Identity)).Select(record => Record("cognito", record)))
            .Concat(tables.UserEvents.Where(user => user.EventId == id || subs.Contains(user.Sub ?? user.Name ?? "")).Select(User));
        var listed = new HashSet<string>(StringComparer.Ordinal);
        bool IsNew(TraceEvent entry)
        {
            var before = listed.Count;
            listed.UnionWith(entry.EventIds);
            return listed.Count > before;
        }

        return told.Where(IsNew)
            .OrderBy(entry => entry.Time, StringComparer.Ordinal).ThenBy(entry => entry.EventIds[0], StringComparer.Ordinal)
            .ToValueList();
    }

    private TraceEvent User(TracedUserEvent user) => new(
        user.Time, "user", "cognito-idp.amazonaws.com", user.Action, user.ErrorCode, null, null, null, null, user.SourceIp, null, null, user.Name ?? user.Sub, user.EventId == id, [user.EventId]);

    private TraceEvent Record(string kind, TracedRecord record) => new(
        record.Time, kind, record.Service, record.Action, record.ErrorCode, null, record.Role, record.Pool, record.Identity, record.SourceIp, null, null, record.Caller is { } caller ? $"by {caller}" : null,
        record.EventId == id, [record.EventId]);

    private TraceEvent Issue(TracedIssue issue) => new(
        issue.Time, "issue", issue.CognitoEventId is null ? "sts.amazonaws.com" : "cognito-identity.amazonaws.com", issue.CognitoEventId is null ? "AssumeRoleWithWebIdentity" : "GetCredentialsForIdentity",
        issue.ErrorCode, issue.Key, issue.Role, issue.Pool, issue.Identity, issue.SourceIp, null, null, $"{issue.Flow} flow", issue.EventIds.Contains(id), issue.EventIds.ToValueList());

    private TraceEvent Call(TracedCall call) => new(
        call.Time, "call", call.Service, call.Action, call.ErrorCode, call.Key, call.Role, call.Pool, call.Identity, call.SourceIp, call.Via, call.Certainty,
        call.IssuedKey is { } key ? $"gave {key}{(call.AskedRole is { } role ? $" of {role}" : "")}" : null, call.EventId == id, [call.EventId]);
}
