using Spoor.Sql;

namespace Spoor.Audit.Cognito;

/// <summary>Credentials handed out, or refused.</summary>
/// <param name="EventIds">The records that tell: Cognito's, then STS's.</param>
/// <param name="Certainty">Always proved.</param>
/// <param name="Time">When.</param>
/// <param name="Flow"><c>enhanced</c> or <c>basic</c>.</param>
/// <param name="Pool">Pool; null when no record tells.</param>
/// <param name="Identity">Identity; null when no record tells.</param>
/// <param name="Access"><c>guest</c> or <c>authenticated</c>; null when no record tells.</param>
/// <param name="Account">Account whose trail has it.</param>
/// <param name="Region">Region of the record.</param>
/// <param name="Role">ARN of the role; null when neither issue nor call tells.</param>
/// <param name="SessionName">Session name, from STS.</param>
/// <param name="AccessKeyId">The key; null when refused.</param>
/// <param name="Expiration">When the key ends, ISO text.</param>
/// <param name="SourceIp">The client's address; null when only the service's is known.</param>
/// <param name="UserAgent">The client's program; likewise.</param>
/// <param name="ErrorCode">Why it was refused; null when it was not.</param>
/// <param name="Calls">Calls seen with the key.</param>
public sealed record IssueEvent(
    ValueList<string> EventIds, Certainty Certainty, string? Time, string Flow, string? Pool, string? Identity, string? Access, string? Account, string? Region, string? Role,
    string? SessionName, string? AccessKeyId, string? Expiration, string? SourceIp, string? UserAgent, string? ErrorCode, long Calls);
