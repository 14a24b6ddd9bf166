using System.Globalization;
using Spoor.Core.Errors;

namespace Spoor.Audit.Logs;

/// <summary>Reads windows as people say them: <c>2025-03-04</c>, <c>2025-03-04T14:00+01:00</c>, <c>yesterday</c>, <c>-2d</c>, the last <c>48h</c>. Without an offset UTC is meant; days are UTC days.</summary>
/// <param name="clock">Tells now, once: all that one reader reads is measured from the same instant.</param>
public sealed class WindowReader(TimeProvider clock)
{
    private const string Forms = "Write a date (2025-03-04), a time (2025-03-04T14:00, 2025-03-04T14:00Z or with an offset, 2025-03-04T14:00+01:00), today, yesterday, now, or how long ago: -90m, -48h, -2d, -1w.";
    private const string Spans = "Write a number and a unit, m(inutes), h(ours), d(ays) or w(eeks): 30m, 48h, 2d, 1w.";

    private static readonly string[] s_dates = ["yyyy-MM-dd", "yyyy/MM/dd"];

    private static readonly string[] s_times =
    [
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    // Records tell whole seconds, so what is said of a window does too.
    private readonly DateTimeOffset _now = WholeSeconds(clock.GetUtcNow());

    /// <summary>The first instant that belongs to a window.</summary>
    /// <exception cref="QueryException">InvalidArguments: in no form that is known.</exception>
    public DateTimeOffset ReadFrom(string text) => DayOf(text) ?? ReadTime(text);

    /// <summary>The first instant behind a window. A day (a date, <c>today</c>, <c>yesterday</c>) is meant whole, so this is the day after.</summary>
    /// <exception cref="QueryException">InvalidArguments: in no form that is known.</exception>
    public DateTimeOffset ReadTo(string text) => DayOf(text) is { } day ? (day < DateTimeOffset.MaxValue.AddDays(-1) ? day.AddDays(1) : DateTimeOffset.MaxValue) : ReadTime(text);

    /// <summary>How long a span is: <c>48h</c>.</summary>
    /// <exception cref="QueryException">InvalidArguments: no number with a unit, zero, or longer than there is time.</exception>
    public TimeSpan ReadSpan(string text) => SpanOf(text) is { } span && span > TimeSpan.Zero && span < _now - DateTimeOffset.MinValue
        ? span
        : throw new QueryException(ErrorCode.InvalidArguments, null, $"'{text}' is no length of time", Spans);

    /// <summary>The window of a beginning and an end; null for none.</summary>
    /// <exception cref="QueryException">InvalidArguments: in no form that is known.</exception>
    public AskedWindow Read(string? from, string? to)
    {
        string[] words = [.. Words("from", from), .. Words("to", to)];
        return new AskedWindow(from is null ? null : ReadFrom(from), to is null ? null : ReadTo(to), words.Length == 0 ? null : string.Join(' ', words));
    }

    /// <summary>The window of the span up to now.</summary>
    /// <exception cref="QueryException">InvalidArguments: no span.</exception>
    public AskedWindow ReadLast(string span) => new(_now - ReadSpan(span), _now, $"last {span}");

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));

    private static bool Is(string text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The words of an end that mean something else tomorrow.</summary>
    private static string[] Words(string end, string? text) => text is { Length: > 0 } && !char.IsAsciiDigit(text[0]) ? [$"{end} {text}"] : [];

    /// <summary>A number and its unit; null when it is none.</summary>
    private static TimeSpan? SpanOf(ReadOnlySpan<char> text)
    {
        TimeSpan? unit = text is [.., var letter] ? char.ToLowerInvariant(letter) switch
        {
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            'w' => TimeSpan.FromDays(7),
            _ => null,
        } : null;
        return unit is { } one && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= TimeSpan.MaxValue / one ? one * count : null;
    }

    /// <summary>Begin of the day that is meant; null when none is.</summary>
    private DateTimeOffset? DayOf(string text) =>
        Is(text, "today") ? new DateTimeOffset(_now.Date, TimeSpan.Zero)
        : Is(text, "yesterday") ? new DateTimeOffset(_now.Date.AddDays(-1), TimeSpan.Zero)
        : DateTimeOffset.TryParseExact(text, s_dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date
        : null;

    private DateTimeOffset ReadTime(string text) =>
        Is(text, "now") ? _now
        : text is ['-', .. var ago] && SpanOf(ago) is { } span && span < _now - DateTimeOffset.MinValue ? _now - span
        : DateTimeOffset.TryParseExact(text, s_times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
        : throw new QueryException(ErrorCode.InvalidArguments, null, $"'{text}' is neither a date nor a time", Forms);
}
