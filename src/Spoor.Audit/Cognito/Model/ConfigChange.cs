namespace Spoor.Audit.Cognito.Model;

/// <summary>A change of what a pool hands out: of the pool itself, of a role that it gives or of a user pool behind it.</summary>
/// <param name="EventId">The record.</param>
/// <param name="Time">When.</param>
/// <param name="InWindow">False for those that led to the state in which the window begins.</param>
/// <param name="Service">Event source.</param>
/// <param name="Action">Event name.</param>
/// <param name="Account">Account whose trail has it.</param>
/// <param name="Pool">The pool; null for a role and a user pool.</param>
/// <param name="Role">ARN of the role; null for a pool.</param>
/// <param name="UserPool">The user pool that was changed, or those that a pool's record names as login providers, with commas between.</param>
/// <param name="Caller">ARN of who did it.</param>
/// <param name="SourceIp">Address.</param>
/// <param name="Request">What was asked for, as JSON text.</param>
/// <param name="ErrorCode">Error; null when it succeeded.</param>
public sealed record ConfigChange(
    string EventId, string? Time, bool InWindow, string? Service, string? Action, string? Account, string? Pool, string? Role, string? UserPool, string? Caller, string? SourceIp, string? Request,
    string? ErrorCode);
