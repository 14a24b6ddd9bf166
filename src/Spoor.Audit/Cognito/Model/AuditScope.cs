namespace Spoor.Audit.Cognito.Model;

/// <summary>What was asked; times as in records, <see cref="To"/> is behind the window.</summary>
/// <param name="Logs">Folder or prefix.</param>
/// <param name="Pool">The only pool; null for all.</param>
/// <param name="Role">The only role; null for all.</param>
/// <param name="From">First instant of the window; null for the logs' first.</param>
/// <param name="To">First instant behind the window; null for none.</param>
/// <param name="LookBackHours">How long before the window calls were read.</param>
public sealed record AuditScope(string Logs, string? Pool, string? Role, string? From, string? To, double LookBackHours);
