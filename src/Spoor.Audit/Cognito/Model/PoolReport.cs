using Spoor.Core.Collections;

namespace Spoor.Audit.Cognito.Model;

/// <summary>A pool.</summary>
/// <param name="Pool"><c>region:uuid</c>.</param>
/// <param name="Certainty">Candidate when only calls that prove nothing name it.</param>
/// <param name="Account">The account that owns it; null when no record tells.</param>
/// <param name="HasDataEvents">Whether any of its data events was read, in the window or not.</param>
/// <param name="Flows">Flows in which it handed out credentials, in the window or not: <c>basic</c>, <c>enhanced</c>, <c>unknown</c>.</param>
/// <param name="Issues">Credentials handed out.</param>
/// <param name="FailedIssues">Credentials refused.</param>
/// <param name="UnusedIssues">Credentials handed out with whose key no call was seen.</param>
/// <param name="Calls">Proved calls.</param>
/// <param name="Errors">Of these, refused or failed.</param>
/// <param name="ChainedCalls">Calls behind role chains.</param>
/// <param name="CandidateCalls">Calls that look like the pool's and prove nothing.</param>
/// <param name="Guests">Identities that are guests.</param>
/// <param name="SignedIn">Identities that are signed in.</param>
/// <param name="Unknown">Identities of which no record tells.</param>
/// <param name="Providers">Login providers of its identities.</param>
/// <param name="Roles">Roles that it gave.</param>
/// <param name="Sources">Addresses that took or used its credentials, most calls first.</param>
/// <param name="FirstTime">Time of its first record.</param>
/// <param name="LastTime">Time of its last.</param>
/// <param name="EventIds">The first records that name it, at most ten; its issues, calls and evidence name all.</param>
public sealed record PoolReport(
    string Pool, Certainty Certainty, string? Account, bool HasDataEvents, ValueList<string> Flows, long Issues, long FailedIssues, long UnusedIssues, long Calls, long Errors,
    long ChainedCalls, long CandidateCalls, int Guests, int SignedIn, int Unknown, ValueList<string> Providers, ValueList<string> Roles, ValueList<SourceReport> Sources,
    string? FirstTime, string? LastTime, ValueList<string> EventIds);
