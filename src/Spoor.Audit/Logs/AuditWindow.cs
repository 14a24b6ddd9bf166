using Spoor.Audit.Reports;

namespace Spoor.Audit.Logs;

/// <summary>A window in words.</summary>
internal static class AuditWindow
{
    /// <summary><c>2025-03-04 00:00 to 2025-03-05 00:00 UTC</c>, the end not included.</summary>
    public static string Text(DateTimeOffset? from, DateTimeOffset? to) => Text(Record(from), Record(to));

    /// <summary>The same of times as records write them; null is no such end. The words that it was read from stand behind it.</summary>
    public static string Text(string? from, string? to, string? words) => words is null ? Text(from, to) : $"{Text(from, to)} ({words})";

    private static string Text(string? from, string? to) => (from, to) switch
    {
        (null, null) => "all there is",
        (_, null) => $"from {ReportNumbers.Minute(from)} UTC",
        (null, _) => $"before {ReportNumbers.Minute(to)} UTC",
        _ => $"{ReportNumbers.Minute(from)} to {ReportNumbers.Minute(to)} UTC",
    };

    /// <summary><c>2025-03-04 00:00 to 2025-03-05 00:00 UTC</c>, or <c>none</c>.</summary>
    public static string Span(string? first, string? last) => first is null ? "none" : $"{ReportNumbers.Minute(first)} to {ReportNumbers.Minute(last)} UTC";

    private static string? Record(DateTimeOffset? time) => time is { } known ? AuditTime.Text(known) : null;
}
