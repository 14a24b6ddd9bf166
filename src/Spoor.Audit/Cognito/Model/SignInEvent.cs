namespace Spoor.Audit.Cognito.Model;

/// <summary>A record of a user pool about a user that an identity stands for: the user's <c>sub</c> joins them.</summary>
/// <param name="EventId">The record.</param>
/// <param name="Time">When.</param>
/// <param name="Action">Event name.</param>
/// <param name="EventType"><c>AwsServiceEvent</c> for the hosted pages.</param>
/// <param name="UserPool">The user pool.</param>
/// <param name="UserSub">The user's <c>sub</c>.</param>
/// <param name="UserName">User name; null when hidden.</param>
/// <param name="Identity">The identity that stands for the user.</param>
/// <param name="Pool">The identity's pool.</param>
/// <param name="SourceIp">Address.</param>
/// <param name="UserAgent">Program.</param>
/// <param name="ErrorCode">Error; null when it succeeded.</param>
public sealed record SignInEvent(
    string EventId, string? Time, string? Action, string? EventType, string? UserPool, string UserSub, string? UserName, string Identity, string? Pool, string? SourceIp,
    string? UserAgent, string? ErrorCode);
