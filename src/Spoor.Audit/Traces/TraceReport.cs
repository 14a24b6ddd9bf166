using Spoor.Audit.Logs;
using Spoor.Core.Collections;

namespace Spoor.Audit.Traces;

/// <summary>Everything that hangs together with one id: the chain from user to session as a tree, and what happened as a timeline.</summary>
/// <param name="SchemaVersion">Version of this form.</param>
/// <param name="Scope">What was asked.</param>
/// <param name="Found">What the id was taken for.</param>
/// <param name="Tree">Users, or what is known below them.</param>
/// <param name="Timeline">Events by time.</param>
/// <param name="Totals">What was read.</param>
/// <param name="Unread">Objects and records that could not be read and were skipped, so that the trace lacks what they tell, and objects that were looked into and are no logs. At most 1,000; <paramref name="Totals"/> count all.</param>
public sealed record TraceReport(
    int SchemaVersion, TraceScope Scope, TraceMatch Found, ValueList<TraceNode> Tree, ValueList<TraceEvent> Timeline, TraceTotals Totals, ValueList<TraceUnread> Unread)
{
    /// <summary>Who the id belongs to as records say it, by number of calls; of identity pools only for a key.</summary>
    public ValueList<TracePrincipal> Principals { get; init; } = [];

    /// <summary>Events before those of the timeline, which has the latest 10,000 of an id that no identity pool gave.</summary>
    public long EventsLeftOut { get; init; }
}

/// <summary>A caller.</summary>
/// <param name="Kind">What it is, for people: <c>IAM user, long-term key</c>.</param>
/// <param name="Arn">Its ARN; null where records have none, as for services.</param>
/// <param name="Account">Its account.</param>
/// <param name="PrincipalId">Its unique id, with the session's name for a session.</param>
/// <param name="Calls">Calls; one that was recorded again counts once.</param>
/// <param name="Errors">Those that failed.</param>
/// <param name="FirstTime">Time of the first call.</param>
/// <param name="LastTime">Time of the last.</param>
/// <param name="AccessKeyIds">Its keys, at most 100.</param>
/// <param name="Actions">Calls by service and action, the 20 most frequent.</param>
/// <param name="ErrorCodes">Failed calls by code, likewise.</param>
/// <param name="SourceIps">Calls by address, likewise.</param>
/// <param name="UserAgents">Calls by user agent, likewise.</param>
public sealed record TracePrincipal(
    string Kind, string? Arn, string? Account, string? PrincipalId, long Calls, long Errors, string? FirstTime, string? LastTime, ValueList<string> AccessKeyIds,
    ValueList<TraceCount> Actions, ValueList<TraceCount> ErrorCodes, ValueList<TraceCount> SourceIps, ValueList<TraceCount> UserAgents);

/// <summary>How many calls something has.</summary>
public sealed record TraceCount(string Name, long Calls);

/// <summary>What was asked.</summary>
/// <param name="Logs">The logs.</param>
/// <param name="Id">The id.</param>
/// <param name="From">First instant of the window.</param>
/// <param name="To">First instant behind it.</param>
public sealed record TraceScope(string Logs, string Id, string? From, string? To)
{
    /// <summary>The window in words, in UTC: <c>2025-03-04 00:00 to 2025-03-05 00:00 UTC (last 24h)</c>.</summary>
    public string Window => AuditWindow.Text(From, To, WindowWords);

    /// <summary>The words that it was read from, where they mean something else tomorrow.</summary>
    public string? WindowWords { get; init; }
}

/// <summary>What was read, each object counted once: objects listed = read + left out + failed.</summary>
/// <param name="ObjectsListed">Objects listed.</param>
/// <param name="ObjectsRead">Objects read to their end.</param>
/// <param name="ObjectsLeftOut">Objects that are no logs.</param>
/// <param name="ObjectsFailed">Objects that could not be read, or not to their end.</param>
/// <param name="RecordsRead">Records read.</param>
/// <param name="RecordsSkipped">Records that could not be read.</param>
public sealed record TraceTotals(long ObjectsListed, long ObjectsRead, long ObjectsLeftOut, long ObjectsFailed, long RecordsRead, long RecordsSkipped);

/// <summary>An object or record that was skipped.</summary>
/// <param name="Object">Full name.</param>
/// <param name="ByteOffset">Offset in the decompressed bytes; null when the whole object is meant.</param>
/// <param name="Reason">A sentence.</param>
public sealed record TraceUnread(string Object, long? ByteOffset, string Reason);

/// <summary>What an id was taken for.</summary>
/// <param name="Kind"><c>event</c>, <c>access_key</c>, <c>identity</c>, <c>user</c>, <c>pool</c>, <c>role</c> or <c>session_name</c>; of others than identity pools also <c>session</c>, <c>principal</c>, <c>principal_id</c>, <c>address</c>, <c>service</c>, <c>account</c>.</param>
/// <param name="Also">Other kinds of which there is such an id, too.</param>
/// <param name="Sessions">Number of sessions that it names itself.</param>
public sealed record TraceMatch(string Kind, ValueList<string> Also, int Sessions);

/// <summary>A node of the tree.</summary>
/// <param name="Kind"><c>user</c>, <c>identity</c>, <c>pool</c>, <c>issue</c> or <c>session</c>; a session below a session is a role chain. Of others than identity pools also <c>principal</c> and, below it, <c>access_key</c>.</param>
/// <param name="Id">Sub, identity, pool, event id of the issue, access key.</param>
/// <param name="Text">What else is known, for people.</param>
/// <param name="Certainty"><c>proved</c>, <c>chained</c> or <c>candidate</c>: how sure it is that the node belongs below its parent.</param>
/// <param name="IsMatched">The id that was asked for names it.</param>
/// <param name="EventIds">Records that show it.</param>
/// <param name="Children">Nodes below.</param>
public sealed record TraceNode(string Kind, string Id, string Text, string Certainty, bool IsMatched, ValueList<string> EventIds, ValueList<TraceNode> Children);

/// <summary>A line of the timeline.</summary>
/// <param name="Time">When; null where the record does not say.</param>
/// <param name="Kind"><c>user</c> (of a user pool), <c>cognito</c>, <c>issue</c>, <c>call</c> or <c>change</c> (of pool or role).</param>
/// <param name="Service">Event source.</param>
/// <param name="Action">Event name.</param>
/// <param name="ErrorCode">Error; null for a success.</param>
/// <param name="AccessKeyId">The caller's key, or the issued one.</param>
/// <param name="Role">Role of the session.</param>
/// <param name="Pool">Pool.</param>
/// <param name="Identity">Identity.</param>
/// <param name="SourceIp">Where it came from.</param>
/// <param name="Via">How a call is tied to the pool; null for other kinds.</param>
/// <param name="Certainty">How sure that is; null for other kinds.</param>
/// <param name="Note">What else is known, for people.</param>
/// <param name="IsMatched">The id that was asked for is this event's.</param>
/// <param name="EventIds">Its records: two where Cognito and STS tell of one issue.</param>
public sealed record TraceEvent(
    string? Time, string Kind, string Service, string Action, string? ErrorCode, string? AccessKeyId, string? Role, string? Pool, string? Identity, string? SourceIp, string? Via, string? Certainty,
    string? Note, bool IsMatched, ValueList<string> EventIds);
