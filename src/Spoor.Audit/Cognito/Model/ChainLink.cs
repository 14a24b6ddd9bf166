namespace Spoor.Audit.Cognito.Model;

/// <summary>A key that STS handed out to a pool's session, or to one of an earlier link.</summary>
/// <param name="EventId">The record of the call, mostly <c>AssumeRole</c>.</param>
/// <param name="Certainty">Proved when the pool's own session called, chained behind it.</param>
/// <param name="Time">When.</param>
/// <param name="Action">The call.</param>
/// <param name="Depth">1 when the pool's own session took the role.</param>
/// <param name="Pool">Pool that the chain began with.</param>
/// <param name="Identity">Identity that the chain began with.</param>
/// <param name="FromRole">ARN of the role that called.</param>
/// <param name="ToRole">ARN of the role taken.</param>
/// <param name="AccessKeyId">The key it was given.</param>
/// <param name="Calls">Calls seen with that key.</param>
public sealed record ChainLink(
    string EventId, Certainty Certainty, string? Time, string? Action, int Depth, string? Pool, string? Identity, string? FromRole, string? ToRole, string? AccessKeyId, int Calls);
