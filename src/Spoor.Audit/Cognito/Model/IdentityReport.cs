using Spoor.Core.Collections;

namespace Spoor.Audit.Cognito.Model;

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
/// <param name="Certainty">Always proved: a record of Cognito, of STS or the call's own names it.</param>
/// <param name="Pool">Its pool; null when no record tells.</param>
/// <param name="Access">By the <c>amr</c> claim or <c>logins</c>, never by the caller's type.</param>
/// <param name="Providers">Login providers.</param>
/// <param name="Users">Users of user pools that it stands for, by the <c>amr</c> claim.</param>
/// <param name="Roles">Roles it was given.</param>
/// <param name="Sources">Addresses it was active from.</param>
/// <param name="Issues">Credentials handed out to it.</param>
/// <param name="Calls">Proved calls.</param>
/// <param name="FirstTime">Time of its first record.</param>
/// <param name="LastTime">Time of its last.</param>
/// <param name="Timeline">All that is known of it, by time.</param>
public sealed record IdentityReport(
    string Identity, Certainty Certainty, string? Pool, IdentityAccess Access, ValueList<string> Providers, ValueList<UserLink> Users, ValueList<string> Roles,
    ValueList<string> Sources, long Issues, long Calls, string? FirstTime, string? LastTime, ValueList<TimelineEntry> Timeline);

/// <summary>A user of a user pool.</summary>
/// <param name="UserPool">The user pool's id.</param>
/// <param name="UserSub">The user's <c>sub</c>.</param>
/// <param name="EventId">The record whose <c>amr</c> claim says so.</param>
public sealed record UserLink(string? UserPool, string UserSub, string EventId);

/// <summary>One event in the life of an identity.</summary>
/// <param name="Time">When.</param>
/// <param name="Kind"><c>cognito</c> (a token, an id ...), <c>issue</c>, <c>refused_issue</c>, <c>call</c>, <c>chained_call</c>, <c>candidate_call</c> or <c>sign_in</c>.</param>
/// <param name="EventId">The record.</param>
/// <param name="CognitoEventId">Of an issue that STS and Cognito recorded: Cognito's record; null for all else.</param>
/// <param name="Service">Event source.</param>
/// <param name="Action">Event name.</param>
/// <param name="Role">The role given or used.</param>
/// <param name="AccessKeyId">The key given or used.</param>
/// <param name="SourceIp">Address.</param>
/// <param name="ErrorCode">Error; null when it succeeded.</param>
public sealed record TimelineEntry(
    string? Time, string Kind, string EventId, string? CognitoEventId, string? Service, string? Action, string? Role, string? AccessKeyId, string? SourceIp, string? ErrorCode);
