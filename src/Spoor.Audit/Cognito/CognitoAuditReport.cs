using Spoor.Audit.Findings;
using Spoor.Sql;

namespace Spoor.Audit.Cognito;

/// <summary>Who used Cognito identity pools, and what was called with the credentials they handed out. Its JSON form is described in docs/audit.md.</summary>
/// <param name="Scope">What was asked.</param>
/// <param name="Totals">What was read, so that nothing is lost unnoticed.</param>
/// <param name="Pools">Pools seen, by id.</param>
/// <param name="Roles">Roles and the API calls made with them: proved, then behind role chains, then candidates.</param>
/// <param name="Identities">Identities seen, most calls first.</param>
/// <param name="Issues">Every issue of credentials, refused ones too, by time.</param>
/// <param name="Uses">Every call of the report, by time.</param>
/// <param name="Chains">Roles taken with a pool's credentials, by time.</param>
/// <param name="Evidence">Cognito's other records (tokens, identities, configuration), by time.</param>
/// <param name="Limits">What could not be seen.</param>
public sealed record CognitoAuditReport(
    AuditScope Scope,
    AuditTotals Totals,
    ValueList<PoolReport> Pools,
    ValueList<RoleReport> Roles,
    ValueList<IdentityReport> Identities,
    ValueList<IssueEvent> Issues,
    ValueList<UseEvent> Uses,
    ValueList<ChainLink> Chains,
    ValueList<EvidenceEvent> Evidence,
    ValueList<AuditLimit> Limits)
{
    /// <summary>Grows when a member changes its meaning or goes.</summary>
    public int SchemaVersion { get; } = 1;

    /// <summary>What the rules found, most severe first.</summary>
    public ValueList<Finding> Findings { get; init; } = [];
}

/// <summary>What was asked; times as in records, <see cref="To"/> is behind the window.</summary>
public sealed record AuditScope(string Logs, string? Pool, string? Role, string? From, string? To);

/// <summary>What was read. Objects listed are those left out, read and failed; records read are those in and outside the window.</summary>
/// <param name="ObjectsListed">Objects below the location.</param>
/// <param name="ObjectsLeftOut">Digests, insights and the like.</param>
/// <param name="ObjectsRead">Objects read to their end.</param>
/// <param name="ObjectsFailed">Objects that could not be read and were skipped.</param>
/// <param name="BytesRead">Bytes as stored.</param>
/// <param name="BytesDecompressed">Bytes of JSON.</param>
/// <param name="RecordsRead">Records in all objects.</param>
/// <param name="RecordsSkipped">Records that could not be read.</param>
/// <param name="RecordsUsed">Records of the window that the report rests on (Cognito's, calls, configuration), repeated deliveries included. All others were only passed over.</param>
/// <param name="RepeatedRecords">Of these, deliveries of an event that had been delivered already; they count nowhere else.</param>
/// <param name="Aggregates">Of these, summaries of category <c>Aggregated</c>; they are no calls and count nowhere else.</param>
/// <param name="Insights">Of these, insight records; likewise.</param>
/// <param name="RecordsWithoutTime">Of these, records without <c>eventTime</c>, which are in every window.</param>
/// <param name="FirstTime">Time of the first record used.</param>
/// <param name="LastTime">Time of the last.</param>
/// <param name="Seconds">How long the audit took.</param>
public sealed record AuditTotals(
    long ObjectsListed, long ObjectsLeftOut, long ObjectsRead, long ObjectsFailed, long BytesRead, long BytesDecompressed, long RecordsRead, long RecordsSkipped,
    long RecordsUsed, long RepeatedRecords, long Aggregates, long Insights, long RecordsWithoutTime, string? FirstTime, string? LastTime, double Seconds);

/// <summary>A pool.</summary>
/// <param name="Pool"><c>region:uuid</c>.</param>
/// <param name="Account">The account that owns it; null when no record tells.</param>
/// <param name="HasDataEvents">Whether any of its data events was seen.</param>
/// <param name="Flows">Flows in which it handed out credentials: <c>basic</c>, <c>enhanced</c>.</param>
/// <param name="Issues">Credentials handed out.</param>
/// <param name="FailedIssues">Credentials refused.</param>
/// <param name="UnusedIssues">Credentials handed out with whose key no call was seen.</param>
/// <param name="Calls">Proved calls.</param>
/// <param name="Errors">Of these, refused or failed.</param>
/// <param name="ChainedCalls">Calls behind role chains.</param>
/// <param name="Guests">Identities that are guests.</param>
/// <param name="SignedIn">Identities that are signed in.</param>
/// <param name="Unknown">Identities of which no record tells.</param>
/// <param name="Roles">Roles that it gave.</param>
/// <param name="FirstTime">Time of its first record.</param>
/// <param name="LastTime">Time of its last.</param>
public sealed record PoolReport(
    string Pool, string? Account, bool HasDataEvents, ValueList<string> Flows, long Issues, long FailedIssues, long UnusedIssues, long Calls, long Errors, long ChainedCalls,
    int Guests, int SignedIn, int Unknown, ValueList<string> Roles, string? FirstTime, string? LastTime);

/// <summary>How sure it is that calls were made with a pool's credentials.</summary>
public enum Certainty
{
    /// <summary>An issued access key or the record's own statement.</summary>
    Proved,

    /// <summary>A key that a role chain handed out: proved, too, but of another role.</summary>
    Chained,

    /// <summary>Only role or session name speak for it.</summary>
    Candidate,
}

/// <summary>A role and the calls made with it.</summary>
/// <param name="Role">ARN.</param>
/// <param name="Certainty">Of all these calls.</param>
/// <param name="Pools">Pools of which they come, as far as told.</param>
/// <param name="Issues">Issues with this role.</param>
/// <param name="Calls">Calls.</param>
/// <param name="Errors">Of these, refused or failed.</param>
/// <param name="FirstTime">Time of the first call; null without calls.</param>
/// <param name="LastTime">Time of the last.</param>
/// <param name="Actions">Calls by service and action, most first.</param>
public sealed record RoleReport(
    string Role, Certainty Certainty, ValueList<string> Pools, long Issues, long Calls, long Errors, string? FirstTime, string? LastTime, ValueList<ActionReport> Actions);

/// <summary>Calls of one API action.</summary>
public sealed record ActionReport(string Service, string Action, long Calls, long Errors, string? FirstTime, string? LastTime);

/// <summary>Whether an identity is signed in.</summary>
public enum IdentityAccess
{
    /// <summary>No record tells.</summary>
    Unknown,

    /// <summary>It never signed in.</summary>
    Guest,

    /// <summary>It signed in at least once.</summary>
    Authenticated,
}

/// <summary>An identity of a pool.</summary>
/// <param name="Identity"><c>region:uuid</c>.</param>
/// <param name="Pool">Its pool; null when no record tells.</param>
/// <param name="Access">By the <c>amr</c> claim or <c>logins</c>, never by the caller's type.</param>
/// <param name="Providers">Login providers.</param>
/// <param name="UserSubs">The user's <c>sub</c> at the user pool, from the <c>amr</c> claim.</param>
/// <param name="Issues">Credentials handed out to it.</param>
/// <param name="Calls">Proved calls.</param>
/// <param name="FirstTime">Time of its first record.</param>
/// <param name="LastTime">Time of its last.</param>
public sealed record IdentityReport(
    string Identity, string? Pool, IdentityAccess Access, ValueList<string> Providers, ValueList<string> UserSubs, long Issues, long Calls, string? FirstTime, string? LastTime);

/// <summary>Credentials handed out, or refused.</summary>
/// <param name="EventIds">The records that tell: Cognito's, then STS's.</param>
/// <param name="Time">When.</param>
/// <param name="Flow"><c>enhanced</c> or <c>basic</c>.</param>
/// <param name="Pool">Pool; null when no record tells.</param>
/// <param name="Identity">Identity; null when no record tells.</param>
/// <param name="Account">Account whose trail has it.</param>
/// <param name="Role">ARN of the role; null when neither issue nor call tells.</param>
/// <param name="SessionName">Session name, from STS.</param>
/// <param name="AccessKeyId">The key; null when refused.</param>
/// <param name="ErrorCode">Why it was refused; null when it was not.</param>
/// <param name="Calls">Calls seen with the key.</param>
public sealed record IssueEvent(
    ValueList<string> EventIds, string? Time, string Flow, string? Pool, string? Identity, string? Account, string? Role, string? SessionName, string? AccessKeyId, string? ErrorCode, long Calls);

/// <summary>A call.</summary>
/// <param name="EventId">The record.</param>
/// <param name="Time">When.</param>
/// <param name="Via"><c>key</c>, <c>stated</c>, <c>chain</c>, <c>role_and_session_name</c> or <c>role</c>: what ties it to the pool. The last two prove nothing.</param>
/// <param name="Pool">Pool; null when no record tells.</param>
/// <param name="Identity">Identity; null when no record tells.</param>
/// <param name="Account">Account whose trail has it.</param>
/// <param name="Role">ARN of the role.</param>
/// <param name="SessionName">Session name.</param>
/// <param name="AccessKeyId">Key; null when the record has none.</param>
/// <param name="Service">Event source.</param>
/// <param name="Action">Event name.</param>
/// <param name="ErrorCode">Error; null when it succeeded.</param>
public sealed record UseEvent(
    string EventId, string? Time, string Via, string? Pool, string? Identity, string? Account, string? Role, string? SessionName, string? AccessKeyId, string? Service, string? Action, string? ErrorCode);

/// <summary>A role taken by <c>AssumeRole</c> with a pool's credentials, or with those of an earlier link.</summary>
/// <param name="EventId">The <c>AssumeRole</c> record.</param>
/// <param name="Time">When.</param>
/// <param name="Depth">1 when the pool's own session took the role.</param>
/// <param name="Pool">Pool that the chain began with.</param>
/// <param name="Identity">Identity that the chain began with.</param>
/// <param name="FromRole">ARN of the role that called.</param>
/// <param name="ToRole">ARN of the role taken.</param>
/// <param name="AccessKeyId">The key it was given.</param>
/// <param name="Calls">Calls seen with that key.</param>
public sealed record ChainLink(
    string EventId, string? Time, int Depth, string? Pool, string? Identity, string? FromRole, string? ToRole, string? AccessKeyId, int Calls);

/// <summary>A record of Cognito's that hands out no credentials.</summary>
public sealed record EvidenceEvent(string EventId, string? Time, string Action, string? Pool, string? Identity, string? Account, string? ErrorCode);

/// <summary>Something that the audit could not see or did not count.</summary>
/// <param name="Id">Stable name, such as <c>no_pool_data_events</c>.</param>
/// <param name="Count">How many: records, keys, objects, as the text says.</param>
/// <param name="Text">A sentence.</param>
/// <param name="EventIds">The records meant; empty where no record is.</param>
public sealed record AuditLimit(string Id, long Count, string Text, ValueList<string> EventIds);
