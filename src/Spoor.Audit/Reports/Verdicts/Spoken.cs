namespace Spoor.Audit.Reports.Verdicts;

/// <summary>Words of verdicts.</summary>
internal static class Spoken
{
    /// <summary><c>a, b and c</c>.</summary>
    public static string And(params IReadOnlyList<string> parts) => parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}";

    /// <summary><c>from 2025-03-04 10:00 to 2025-03-04 11:00 UTC</c>, or <c>at</c> the one minute; nothing where no time is known.</summary>
    public static string Span(string? first, string? last) => first is null ? ""
        : ReportNumbers.Minute(first) == ReportNumbers.Minute(last) ? $" at {ReportNumbers.Minute(first)} UTC" : $" from {ReportNumbers.Minute(first)} to {ReportNumbers.Minute(last)} UTC";

    /// <summary>The text with its first letter large.</summary>
    public static string Begin(string text) => text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
