using System.Globalization;

namespace Spoor.Engine.Semantics.Time;

/// <summary>A value of <c>java.time</c>: LocalDate, LocalTime, LocalDateTime or ZonedDateTime.</summary>
/// <param name="Name">The class.</param>
/// <param name="Local">What the calendar and the clock show.</param>
/// <param name="Zone">The zone of a ZonedDateTime.</param>
internal sealed record JavaTime(string Name, CivilTime Local, string? Zone)
{
    /// <summary>Whether it has a date.</summary>
    internal bool HasDate => Name != "LocalTime";

    /// <summary>Whether it has a time of day.</summary>
    internal bool HasTime => Name != "LocalDate";

    /// <summary>Microseconds ahead of UTC.</summary>
    internal long Offset => Zone is null ? 0 : Local.EpochMicroseconds - Instant;

    /// <summary>Microseconds since 1970 in UTC.</summary>
    internal long Instant => TimeZones.ToInstant(Local.EpochMicroseconds, Zone ?? TimeZones.Utc);

    /// <summary>Reads SQL's text of a date (<c>D</c>), time (<c>T</c>), timestamp (<c>L</c>) or timestamp with zone (<c>Z</c>).</summary>
    internal static JavaTime Read(char kind, string text)
    {
        var index = 0;
        if (kind == 'T')
        {
            _ = TimeText.TryReadTime(text, ref index, out var time);
            return new JavaTime("LocalTime", new CivilTime(1970, 1, 1, time), null);
        }

        if (kind == 'D')
        {
            _ = TimeText.TryReadDate(text, out var day);
            return new JavaTime("LocalDate", CivilTime.FromEpochDay(day), null);
        }

        _ = TimeText.TryReadTimestamp(text, out var local, out var zone);
        return new JavaTime(kind == 'Z' ? "ZonedDateTime" : "LocalDateTime", CivilTime.FromMicroseconds(local), zone);
    }

    /// <summary>As Java's <c>toString</c>: <c>2020-05-10T12:34:56.100+02:00[Europe/Berlin]</c>; seconds only where there are some.</summary>
    public override string ToString() => Name switch
    {
        "LocalDate" => TimeText.Date(Local),
        "LocalTime" => Clock(),
        "LocalDateTime" => $"{TimeText.Date(Local)}T{Clock()}",
        _ => $"{TimeText.Date(Local)}T{Clock()}{OffsetText()}{(Zone![0] is '+' or '-' ? "" : $"[{Zone}]")}", // A ZonedDateTime has a zone.
    };

    private string OffsetText() => Offset == 0 ? "Z" : TimeZones.OffsetText(Offset / (60 * CivilTime.MicrosecondsPerSecond));

    private string Clock()
    {
        var fraction = Local.Microsecond == 0 ? "" : Local.Microsecond % 1000 == 0
            ? string.Create(CultureInfo.InvariantCulture, $".{Local.Microsecond / 1000:000}")
            : string.Create(CultureInfo.InvariantCulture, $".{Local.Microsecond:000000}");
        var seconds = Local.Second == 0 && fraction.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{Local.Second:00}");
        return string.Create(CultureInfo.InvariantCulture, $"{Local.Hour:00}:{Local.Minute:00}{seconds}{fraction}");
    }
}
