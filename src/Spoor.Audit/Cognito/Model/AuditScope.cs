using Spoor.Audit.Logs;
using Spoor.Core.Collections;

namespace Spoor.Audit.Cognito.Model;

/// <summary>What was asked; times as in records, <see cref="To"/> is behind the window.</summary>
/// <param name="Logs">Folder or prefix.</param>
/// <param name="Pool">The only pool; null for all.</param>
/// <param name="Role">The only role; null for all.</param>
/// <param name="From">First instant of the window; null for the logs' first.</param>
/// <param name="To">First instant behind the window; null for none.</param>
/// <param name="LookBackHours">How long before the window calls were read.</param>
public sealed record AuditScope(string Logs, string? Pool, string? Role, string? From, string? To, double LookBackHours)
{
    /// <summary>The window in words, in UTC: <c>2025-03-04 00:00 to 2025-03-05 00:00 UTC (last 24h)</c>.</summary>
    public string Window => AuditWindow.Text(From, To, WindowWords);

    /// <summary>The filters that were set, in words; empty for none.</summary>
    public ValueList<string> Filters { get; init; } = [];

    /// <summary>The words that it was read from, where they mean something else tomorrow.</summary>
    public string? WindowWords { get; init; }
}
