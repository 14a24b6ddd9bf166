using Spoor.Core.Collections;

namespace Spoor.Audit.Cognito.Model;

/// <summary>An access key that a pool or a role chain handed out, or with which calls of the report were made.</summary>
/// <param name="AccessKeyId">The key.</param>
/// <param name="Certainty">How sure it is that a pool stands behind it.</param>
/// <param name="Depth">0 for a pool's own session; 1 and more behind role chains.</param>
/// <param name="ParentKey">Of a chained session: the key that asked for this one.</param>
/// <param name="Flow">Of an issued key: <c>enhanced</c>, <c>basic</c> or <c>unknown</c>.</param>
/// <param name="Pool">Pool; null when no record tells.</param>
/// <param name="Identity">Identity; null when no record tells.</param>
/// <param name="Access"><c>guest</c> or <c>authenticated</c>; null when no record tells.</param>
/// <param name="Role">ARN of the role.</param>
/// <param name="SessionName">Session name.</param>
/// <param name="IssuedTime">When the key was handed out; null when that was not seen.</param>
/// <param name="Expiration">When the key ends, ISO text.</param>
/// <param name="SourceIp">Where it went; where that was not seen, where it was first used.</param>
/// <param name="FirstTime">Time of the first call of the window.</param>
/// <param name="LastTime">Time of the last.</param>
/// <param name="Calls">Calls of the window.</param>
/// <param name="Errors">Of these, refused or failed.</param>
/// <param name="EventIds">The records that handed it out (two for the enhanced flow, more where others have its key), then the first call.</param>
public sealed record SessionReport(
    string AccessKeyId, Certainty Certainty, int Depth, string? ParentKey, string? Flow, string? Pool, string? Identity, string? Access, string? Role, string? SessionName,
    string? IssuedTime, string? Expiration, string? SourceIp, string? FirstTime, string? LastTime, long Calls, long Errors, ValueList<string> EventIds);
