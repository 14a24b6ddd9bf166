using Spoor.Core.Collections;

namespace Spoor.Audit.Cognito.Model;

/// <summary>Credentials handed out, or refused.</summary>
/// <param name="EventIds">The records that tell: Cognito's, then STS's, then others with the same key.</param>
/// <param name="Certainty">Always proved.</param>
/// <param name="Time">When.</param>
/// <param name="Flow"><c>enhanced</c> or <c>basic</c>; <c>unknown</c> where the records prove neither.</param>
/// <param name="Pool">Pool; null when no record tells.</param>
/// <param name="Identity">The identity that got them, by the answer; null when no record tells.</param>
/// <param name="Access"><c>guest</c> or <c>authenticated</c>; null when no record tells.</param>
/// <param name="Account">Account whose trail has it.</param>
/// <param name="Region">Region of the record.</param>
/// <param name="Role">ARN of the role; null when neither issue nor call tells.</param>
/// <param name="SessionName">Session name, from STS.</param>
/// <param name="AccessKeyId">The key; null when refused.</param>
/// <param name="Expiration">When the key ends, ISO text.</param>
/// <param name="SourceIp">The client's address; null when only the service's is known. Of an unknown flow, STS's caller's.</param>
/// <param name="UserAgent">The client's program; likewise.</param>
/// <param name="ErrorCode">Why it was refused; null when it was not.</param>
/// <param name="ErrorMessage">What the service said of the refusal: it alone tells whether guests are not supported, a role is not authorized or rules are ambiguous.</param>
/// <param name="Calls">Calls of the window seen with the key.</param>
/// <param name="OtherIdentities">Identities that its records name besides, as the one that was asked for.</param>
public sealed record IssueEvent(
    ValueList<string> EventIds, Certainty Certainty, string? Time, string Flow, string? Pool, string? Identity, string? Access, string? Account, string? Region, string? Role,
    string? SessionName, string? AccessKeyId, string? Expiration, string? SourceIp, string? UserAgent, string? ErrorCode, string? ErrorMessage, long Calls,
    ValueList<string> OtherIdentities)
{
    /// <summary>Cognito's record, or null.</summary>
    internal string? CognitoEventId { get; init; }

    /// <summary>The record that stands for the issue: STS's, or Cognito's where there is no other.</summary>
    internal string EventId { get; init; } = EventIds[0];
}
