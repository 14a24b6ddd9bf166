using Spoor.Audit.Reports;

namespace Spoor.Audit.Logs;

/// <summary>A window in words.</summary>
internal static class AuditWindow
{
    /// <summary><c>from 2025-03-04 00:00, before 2025-03-05 00:00 UTC</c>.</summary>
    public static string Text(DateTimeOffset? from, DateTimeOffset? to) => Text(Record(from), Record(to));

    /// <summary>The same of times as records write them; null is no such end.</summary>
    public static string Text(string? from, string? to) => (from, to) switch
    {
        (null, null) => "all there is",
        (_, null) => $"from {ReportNumbers.Minute(from)} UTC",
        (null, _) => $"before {ReportNumbers.Minute(to)} UTC",
        _ => $"from {ReportNumbers.Minute(from)}, before {ReportNumbers.Minute(to)} UTC",
    };

    /// <summary><c>2025-03-04 00:00 to 2025-03-05 00:00 UTC</c>, or <c>none</c>.</summary>
    public static string Span(string? first, string? last) => first is null ? "none" : $"{ReportNumbers.Minute(first)} to {ReportNumbers.Minute(last)} UTC";

    private static string? Record(DateTimeOffset? time) => time is { } known ? AuditTime.Text(known) : null;
}
