using Spoor.Core.Collections;

namespace Spoor.Audit.Cognito.Model;

/// <summary>A call.</summary>
/// <param name="EventId">The record.</param>
/// <param name="Time">When.</param>
/// <param name="Via"><c>key</c>, <c>stated</c>, <c>chain</c>, <c>role_and_session_name</c> or <c>role</c>: what ties it to the pool. The last two prove nothing.</param>
/// <param name="Certainty">What <paramref name="Via"/> is worth.</param>
/// <param name="Depth">Role chains before it; 0 for the pool's own session.</param>
/// <param name="Pool">Pool; null when no record tells.</param>
/// <param name="Identity">Identity; null when no record tells.</param>
/// <param name="Access"><c>guest</c> or <c>authenticated</c>; null when no record tells.</param>
/// <param name="Account">Account whose trail has it.</param>
/// <param name="CallerAccount">Account of the caller.</param>
/// <param name="Region">Region of the call.</param>
/// <param name="Role">ARN of the role.</param>
/// <param name="OriginRole">ARN of the role of the pool's session, at the start of a role chain.</param>
/// <param name="SessionName">Session name.</param>
/// <param name="AccessKeyId">Key; null when the record has none.</param>
/// <param name="IssueEventId">The issue behind it; null when none was seen.</param>
/// <param name="Service">Event source.</param>
/// <param name="Action">Event name.</param>
/// <param name="ReadOnly">Whether it only reads; null when the record does not tell.</param>
/// <param name="SourceIp">Address.</param>
/// <param name="UserAgent">Program.</param>
/// <param name="InvokedBy">The service that called for the session; null when it called itself.</param>
/// <param name="ErrorCode">Error; null when it succeeded.</param>
public sealed record UseEvent(
    string EventId, string? Time, string Via, Certainty Certainty, int Depth, string? Pool, string? Identity, string? Access, string? Account, string? CallerAccount, string? Region,
    string? Role, string? OriginRole, string? SessionName, string? AccessKeyId, string? IssueEventId, string? Service, string? Action, bool? ReadOnly, string? SourceIp,
    string? UserAgent, string? InvokedBy, string? ErrorCode)
{
    /// <summary>All records of the call: besides <see cref="EventId"/> those that were corrected or correct it, and that of another account.</summary>
    public ValueList<string> EventIds { get; init; } = [EventId];
}
