using Spoor.Core.Collections;

namespace Spoor.Audit.Cognito.Model;

/// <summary>An address from which credentials were taken or used.</summary>
/// <param name="SourceIp">As in records: an address, or the name of a service that called for the session.</param>
/// <param name="UserAgents">Programs, as they named themselves.</param>
/// <param name="Issues">Credentials taken from there.</param>
/// <param name="Calls">Proved calls from there.</param>
/// <param name="FirstTime">Time of the first of both.</param>
/// <param name="LastTime">Time of the last.</param>
public sealed record SourceReport(string SourceIp, ValueList<string> UserAgents, long Issues, long Calls, string? FirstTime, string? LastTime);
