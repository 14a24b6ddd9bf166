using System.Globalization;
using Spoor.Core.Errors;

namespace Spoor.Audit.Logs;

/// <summary>Reads the ends of a window as people write them: <c>2025-03-04</c> or <c>2025-03-04T12:00:00Z</c>. Without a zone, UTC is meant.</summary>
public static class AuditTime
{
    private static readonly string[] s_dates = ["yyyy-MM-dd", "yyyy/MM/dd"];

    /// <summary>The first instant that belongs to the window.</summary>
    /// <exception cref="QueryException">InvalidArguments: not a date or time.</exception>
    public static DateTimeOffset ReadFrom(string text) => TryReadDate(text, out var date) ? date : ReadTime(text);

    /// <summary>The first instant behind the window. A date means its whole day, so this is the day after.</summary>
    /// <exception cref="QueryException">InvalidArguments: not a date or time.</exception>
    public static DateTimeOffset ReadTo(string text) => TryReadDate(text, out var date) ? DayAfter(date) : ReadTime(text);

    /// <summary>The first instant behind a window that begins at <paramref name="from"/>, where it has a beginning.</summary>
    /// <exception cref="QueryException">InvalidArguments: not a date or time, or nothing lies between the two.</exception>
    public static DateTimeOffset ReadTo(string text, DateTimeOffset? from) => ReadTo(text) is var end && end > (from ?? DateTimeOffset.MinValue)
        ? end
        : throw new QueryException(ErrorCode.InvalidArguments, null, $"The window is empty: it begins at {Text(from ?? end)} and '{text}' is not later", "The end is the later of the two; a date as end includes its day.");

    /// <summary>As CloudTrail writes times, so that texts can be compared.</summary>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset DayAfter(DateTimeOffset date) => date < DateTimeOffset.MaxValue.AddDays(-1) ? date.AddDays(1) : DateTimeOffset.MaxValue;

    private static bool TryReadDate(string text, out DateTimeOffset date) =>
        DateTimeOffset.TryParseExact(text, s_dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);

    private static DateTimeOffset ReadTime(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && text.Contains('-', StringComparison.Ordinal)
            ? time
            : throw new QueryException(ErrorCode.InvalidArguments, null, $"'{text}' is neither a date nor a time", "Write 2025-03-04 or 2025-03-04T12:00:00Z.");
}
