namespace Spoor.Audit.Logs;

/// <summary>A window that was asked for.</summary>
/// <param name="From">Its first instant; null for no beginning.</param>
/// <param name="To">First instant behind it; null for no end.</param>
/// <param name="Words">The words that it was read from, where they mean something else tomorrow: <c>last 48h</c>; null where it was given by dates and times alone.</param>
public sealed record AskedWindow(DateTimeOffset? From, DateTimeOffset? To, string? Words)
{
    /// <summary>Whether it has an end at all.</summary>
    public bool IsWhole => From is null && To is null;

    /// <summary>What it came to, in UTC: <c>2025-03-04 00:00 to 2025-03-05 00:00 UTC (last 24h)</c>.</summary>
    public string Text() => AuditWindow.Text(From is { } from ? AuditTime.Text(from) : null, To is { } to ? AuditTime.Text(to) : null, Words);
}
