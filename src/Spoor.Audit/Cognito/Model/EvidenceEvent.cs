namespace Spoor.Audit.Cognito.Model;

/// <summary>A record of Cognito's that hands out no credentials.</summary>
/// <param name="EventId">The record.</param>
/// <param name="Time">When.</param>
/// <param name="Action">Event name.</param>
/// <param name="Pool">Pool; null when no record tells.</param>
/// <param name="Identity">Identity; null when it names none.</param>
/// <param name="Account">Account whose trail has it.</param>
/// <param name="SourceIp">Address.</param>
/// <param name="ErrorCode">Error; null when it succeeded.</param>
/// <param name="ErrorMessage">What the service said of it; null when it said nothing.</param>
public sealed record EvidenceEvent(string EventId, string? Time, string Action, string? Pool, string? Identity, string? Account, string? SourceIp, string? ErrorCode, string? ErrorMessage);
