using Spoor.Core.Collections;

namespace Spoor.Audit.Cognito.Model;

/// <summary>A role and the calls made with it.</summary>
/// <param name="Role">ARN.</param>
/// <param name="Certainty">Of all these calls.</param>
/// <param name="Pools">Pools of which they come, as far as told.</param>
/// <param name="Identities">Identities that made them, as far as told.</param>
/// <param name="Issues">Issues with this role.</param>
/// <param name="Calls">Calls.</param>
/// <param name="Granted">Of these, those that succeeded.</param>
/// <param name="Errors">Of these, refused or failed.</param>
/// <param name="Services">Services called.</param>
/// <param name="FirstTime">Time of the first call; null without calls.</param>
/// <param name="LastTime">Time of the last.</param>
/// <param name="Actions">Calls by service and action, most first.</param>
public sealed record RoleReport(
    string Role, Certainty Certainty, ValueList<string> Pools, ValueList<string> Identities, long Issues, long Calls, long Granted, long Errors, ValueList<string> Services,
    string? FirstTime, string? LastTime, ValueList<ActionReport> Actions);

/// <summary>Calls of one API action.</summary>
/// <param name="Service">Event source.</param>
/// <param name="Action">Event name.</param>
/// <param name="Calls">Calls.</param>
/// <param name="Granted">Of these, those that succeeded.</param>
/// <param name="Errors">Of these, refused or failed.</param>
/// <param name="FirstTime">Time of the first.</param>
/// <param name="LastTime">Time of the last.</param>
public sealed record ActionReport(string Service, string Action, long Calls, long Granted, long Errors, string? FirstTime, string? LastTime);
