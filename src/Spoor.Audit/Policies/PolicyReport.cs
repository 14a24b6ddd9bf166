using Spoor.Audit.Logs;
using Spoor.Audit.Policies.Iam;
using Spoor.Audit.Reports.Verdicts;
using Spoor.Core.Collections;

namespace Spoor.Audit.Policies;

/// <summary>The least policy that covers what a role's sessions used, and all that it does not know.</summary>
/// <param name="SchemaVersion">Version of this form.</param>
/// <param name="Scope">What was asked.</param>
/// <param name="Totals">What was read and counted.</param>
/// <param name="Policy">The policy; without statements where nothing was granted.</param>
/// <param name="PolicyCharacters">Its length as IAM counts it: without white space.</param>
/// <param name="Used">The actions of the policy, by name.</param>
/// <param name="NoPermission">Calls that need no permission of the role's.</param>
/// <param name="Denied">Actions that were denied: not in the policy unless other calls were granted.</param>
/// <param name="Undecided">Actions whose calls failed before permission was looked at, or whose records do not say which action it was: not in the policy for them.</param>
/// <param name="Unobserved">Actions whose use these logs cannot show: not in the policy.</param>
/// <param name="PassedRoles">Roles, and instance profiles that hold one, that granted calls handed to services, which takes iam:PassRole: not in the policy.</param>
/// <param name="Current">The comparison with a policy; null without one.</param>
/// <param name="Limits">What else could not be seen or was not counted.</param>
public sealed record PolicyReport(
    int SchemaVersion,
    PolicyScope Scope,
    PolicyTotals Totals,
    PolicyDocument Policy,
    int PolicyCharacters,
    ValueList<UsedAction> Used,
    ValueList<PermissionlessCall> NoPermission,
    ValueList<RefusedAction> Denied,
    ValueList<RefusedAction> Undecided,
    ValueList<UnobservedAction> Unobserved,
    ValueList<PassedRole> PassedRoles,
    PolicyComparison? Current,
    ValueList<PolicyLimit> Limits)
{
    /// <summary>What it comes to, in sentences to be read aloud: what was seen, what is alarming, what could not be seen.</summary>
    public ValueList<VerdictSentence> Verdict => PolicyVerdict.Of(this);
}

/// <summary>What was asked.</summary>
/// <param name="Logs">The logs.</param>
/// <param name="Asked">The role as asked for.</param>
/// <param name="Role">ARN of the role that was found.</param>
/// <param name="From">First instant of the window.</param>
/// <param name="To">First instant behind it.</param>
public sealed record PolicyScope(string Logs, string Asked, string Role, string? From, string? To)
{
    /// <summary>The window in words, in UTC: <c>2025-03-04 00:00 to 2025-03-05 00:00 UTC (last 24h)</c>.</summary>
    public string Window => AuditWindow.Text(From, To, WindowWords);

    /// <summary>The words that it was read from, where they mean something else tomorrow.</summary>
    public string? WindowWords { get; init; }
}

/// <summary>What was read: objects of the scan for the role, and the role's calls.</summary>
/// <param name="ObjectsListed">Objects listed.</param>
/// <param name="ObjectsRead">Objects read.</param>
/// <param name="ObjectsLeftOut">Objects that are no logs.</param>
/// <param name="ObjectsFailed">Objects that could not be read.</param>
/// <param name="RecordsSkipped">Records that could not be read.</param>
/// <param name="Calls">The role's calls, each event once.</param>
/// <param name="Granted">Those granted.</param>
/// <param name="Denied">Those denied.</param>
/// <param name="Undecided">The others.</param>
/// <param name="FirstTime">Of the calls.</param>
/// <param name="LastTime">Of the calls.</param>
public sealed record PolicyTotals(
    long ObjectsListed, long ObjectsRead, long ObjectsLeftOut, long ObjectsFailed, long RecordsSkipped, long Calls, long Granted, long Denied, long Undecided, string? FirstTime, string? LastTime);

/// <summary>An action of the policy.</summary>
/// <param name="Action">IAM action.</param>
/// <param name="Events">Recorded calls that need it, as <c>SOURCE:EVENTNAME</c>.</param>
/// <param name="Resources">Resource patterns.</param>
/// <param name="Breadth"><c>exact</c>: each resource is named. <c>pattern</c>: patterns stand for many. <c>any</c>: AWS knows no narrower resource. <c>unknown</c>: records do not tell.</param>
/// <param name="Calls">Granted calls.</param>
/// <param name="FirstTime">Of the calls.</param>
/// <param name="LastTime">Of the calls.</param>
/// <param name="EventIds">Some of the calls, at most ten.</param>
/// <param name="Note">What the table says about the action.</param>
public sealed record UsedAction(
    string Action, ValueList<string> Events, ValueList<string> Resources, string Breadth, long Calls, string? FirstTime, string? LastTime, ValueList<string> EventIds, string? Note);

/// <summary>Calls that no policy of the role's has to allow.</summary>
/// <param name="Event"><c>SOURCE:EVENTNAME</c>.</param>
/// <param name="Calls">Number.</param>
/// <param name="Note">Why.</param>
public sealed record PermissionlessCall(string Event, long Calls, string? Note);

/// <summary>An action whose calls were denied or undecided.</summary>
/// <param name="Action">IAM action.</param>
/// <param name="Events">Recorded calls.</param>
/// <param name="ErrorCodes">Their errors; none where the record only does not say which action it was.</param>
/// <param name="Resources">What they were made on.</param>
/// <param name="Calls">Number.</param>
/// <param name="IsAlsoUsed">Other calls of the action were granted, so it is in the policy.</param>
/// <param name="FirstTime">Of the calls.</param>
/// <param name="LastTime">Of the calls.</param>
/// <param name="EventIds">Some of the calls, at most ten.</param>
public sealed record RefusedAction(
    string Action, ValueList<string> Events, ValueList<string> ErrorCodes, ValueList<string> Resources, long Calls, bool IsAlsoUsed, string? FirstTime, string? LastTime, ValueList<string> EventIds);

/// <summary>Actions whose use these logs cannot show.</summary>
/// <param name="Actions">IAM actions and patterns.</param>
/// <param name="Kind"><c>data</c>, <c>never</c> or <c>implied</c>; see unobserved.csv.</param>
/// <param name="Why">Why.</param>
public sealed record UnobservedAction(ValueList<string> Actions, string Kind, string Why);

/// <summary>A role that was handed to a service.</summary>
/// <param name="Role">ARN.</param>
/// <param name="Events">Calls that handed it over, as <c>SOURCE:EVENTNAME</c>.</param>
/// <param name="EventIds">Some of the calls, at most ten.</param>
public sealed record PassedRole(string Role, ValueList<string> Events, ValueList<string> EventIds);

/// <summary>Something that could not be seen or was not counted.</summary>
/// <param name="Id">Id, described in docs/policy.md.</param>
/// <param name="Count">How often.</param>
/// <param name="Text">Sentence.</param>
public sealed record PolicyLimit(string Id, long Count, string Text);

/// <summary>What a policy grants compared with what was used.</summary>
/// <param name="Unused">Granted, and not used.</param>
/// <param name="NotObservable">Granted, and these logs cannot show whether it was used.</param>
/// <param name="Narrowed">Wildcards, and what of them was used.</param>
/// <param name="UsedNotGranted">Used, and not granted by the policy.</param>
public sealed record PolicyComparison(ValueList<GrantedAction> Unused, ValueList<GrantedAction> NotObservable, ValueList<NarrowedGrant> Narrowed, ValueList<UngrantedUse> UsedNotGranted);

/// <summary>An action of a statement.</summary>
/// <param name="Statement">The statement's Sid, else its number from 1.</param>
/// <param name="Action">Action or pattern as written; <c>NOT</c> before those of NotAction.</param>
/// <param name="Note">Why it cannot be seen; null otherwise.</param>
public sealed record GrantedAction(string Statement, string Action, string? Note);

/// <summary>A grant that is wider than its use.</summary>
/// <param name="Statement">The statement's Sid, else its number from 1.</param>
/// <param name="Action">Action or pattern as written; <c>NOT</c> before those of NotAction.</param>
/// <param name="Resources">Resources as written; <c>NOT</c> before those of NotResource.</param>
/// <param name="UsedActions">Actions of it that were used.</param>
/// <param name="UsedResources">Resources of it that they were used on.</param>
public sealed record NarrowedGrant(string Statement, string Action, ValueList<string> Resources, ValueList<string> UsedActions, ValueList<string> UsedResources);

/// <summary>A use that the policy does not allow: it was allowed by another policy, or the policy was another then.</summary>
/// <param name="Action">IAM action.</param>
/// <param name="Resources">Resources that it was used on.</param>
/// <param name="Reason">No statement, or which one denies.</param>
public sealed record UngrantedUse(string Action, ValueList<string> Resources, string Reason);
