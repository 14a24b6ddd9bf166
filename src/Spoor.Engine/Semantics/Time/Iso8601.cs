using System.Globalization;
using System.Text.RegularExpressions;

namespace Spoor.Engine.Semantics.Time;

/// <summary>ISO 8601 dates and timestamps, in calendar, week and ordinal form.</summary>
internal static partial class Iso8601
{
    /// <summary>Reads a date with an optional time and offset.</summary>
    internal static bool TryRead(string text, out long local, out string? zone)
    {
        local = 0;
        zone = null;
        var separator = text.IndexOf('T', StringComparison.Ordinal);
        var date = separator < 0 ? text : text[..separator];
        if (!TryReadDate(date, out var day))
        {
            return false;
        }

        long time = 0;
        if (separator >= 0 && !TryReadTime(text[(separator + 1)..], out time, out zone))
        {
            return false;
        }

        local = (day * CivilTime.MicrosecondsPerDay) + time;
        return true;
    }

    /// <summary>Reads a date: <c>2020-01-02</c>, <c>2020-01</c>, <c>2020</c>, <c>2020-W10-4</c>, <c>2020-123</c>.</summary>
    internal static bool TryReadDate(string text, out long day)
    {
        day = 0;
        if (DatePattern().Match(text) is not { Success: true } match)
        {
            return false;
        }

        var state = new DateTimeParseState { Year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) };
        Set(match, "month", value => state.Month = value);
        Set(match, "day", value => state.Day = value);
        Set(match, "week", value => state.Week = value);
        Set(match, "weekday", value => state.DayOfWeek = value);
        Set(match, "yearday", value => state.DayOfYear = value);
        var isValid = state.TryGetLocal(out var local);
        day = local / CivilTime.MicrosecondsPerDay;
        day -= local % CivilTime.MicrosecondsPerDay < 0 ? 1 : 0;
        return isValid;
    }

    /// <summary>A timestamp with <c>T</c> and, when it has a zone, its offset.</summary>
    internal static string Format(long local, int precision, string? zone, long instant)
    {
        var text = TimeText.Timestamp(local, precision).Replace(' ', 'T');
        return zone switch
        {
            null => text,
            TimeZones.Utc => $"{text}Z",
            _ => text + OffsetText(instant, zone),
        };
    }

    private static string OffsetText(long instant, string zone)
    {
        var minutes = TimeZones.Offset(instant, zone) / (60 * CivilTime.MicrosecondsPerSecond);
        return minutes == 0 ? "Z" : TimeZones.OffsetText(minutes);
    }

    private static bool TryReadTime(string text, out long time, out string? zone)
    {
        time = 0;
        zone = null;
        if (text.Length == 0)
        {
            return true;
        }

        if (TimePattern().Match(text) is not { Success: true } match)
        {
            return false;
        }

        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        var fraction = match.Groups["fraction"].Value.PadRight(6, '0');
        time = ((((hour * 60L) + minute) * 60) + second) * CivilTime.MicrosecondsPerSecond + int.Parse(fraction.AsSpan(0, 6), CultureInfo.InvariantCulture);
        return hour < 24 && minute < 60 && second < 60 && (!match.Groups["zone"].Success || TimeZones.TryCanonical(match.Groups["zone"].Value, out zone));
    }

    private static void Set(Match match, string group, Action<int> set)
    {
        if (match.Groups[group].Success)
        {
            set(int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture));
        }
    }

    private static int Number(Match match, string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<year>[+-]?\d{1,9})(-(?<month>\d{1,2})(-(?<day>\d{1,2}))?|-W(?<week>\d{1,2})(-(?<weekday>\d))?|-(?<yearday>\d{3}))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"^(?<hour>\d{1,2})(:(?<minute>\d{1,2})(:(?<second>\d{1,2})([.,](?<fraction>\d+))?)?)?(?<zone>Z|[+-]\d{1,2}(:?\d{2})?)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex TimePattern();
}
