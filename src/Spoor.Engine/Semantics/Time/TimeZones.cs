using System.Collections.Concurrent;
using System.Globalization;
using Spoor.Core.Errors;
using Spoor.Core.Types;

namespace Spoor.Engine.Semantics.Time;

/// <summary>Time zones by id (<c>Europe/Berlin</c>) or offset (<c>+02:00</c>), with Java's rules for times that a clock change skips or repeats.</summary>
internal static class TimeZones
{
    internal const string Utc = ZoneNames.Utc;

    private static readonly ConcurrentDictionary<string, TimeZoneInfo> s_zones = new();

    /// <summary>The zone under its canonical name.</summary>
    /// <exception cref="QueryException">INVALID_FUNCTION_ARGUMENT.</exception>
    internal static string Canonical(string zone) => TryCanonical(zone, out var canonical)
        ? canonical
        : throw new QueryException(ErrorCode.InvalidFunctionArgument, span: null, $"'{zone}' is not a valid time zone");

    /// <summary>Brings a zone's name into the form that values hold.</summary>
    internal static bool TryCanonical(string zone, out string canonical) => ZoneNames.TryCanonical(zone, out canonical);

    /// <summary>Local time of an instant, both in microseconds since 1970.</summary>
    internal static long ToLocal(long instant, string zone) => instant + Offset(instant, zone);

    /// <summary>Instant of a local time: the earlier one where it comes twice, moved on by the gap where it does not exist.</summary>
    internal static long ToInstant(long local, string zone)
    {
        var before = Offset(local - CivilTime.MicrosecondsPerDay, zone);
        if (Offset(local - before, zone) == before)
        {
            return local - before;
        }

        var after = Offset(local + CivilTime.MicrosecondsPerDay, zone);
        return Offset(local - after, zone) == after ? local - after : local - before;
    }

    /// <summary>Microseconds that the zone is ahead of UTC at an instant.</summary>
    internal static long Offset(long instant, string zone)
    {
        if (zone == Utc)
        {
            return 0;
        }

        if (ZoneNames.TryOffset(zone, out var minutes))
        {
            return minutes * 60L * CivilTime.MicrosecondsPerSecond;
        }

        return Rules(zone).GetUtcOffset(UtcTime(instant)).Ticks / 10;
    }

    /// <summary>Whether the zone's clocks are put forward at an instant.</summary>
    internal static bool IsDaylightSaving(long instant, string zone) =>
        zone != Utc && !ZoneNames.TryOffset(zone, out _) && Rules(zone).IsDaylightSavingTime(UtcTime(instant));

    private static TimeZoneInfo Rules(string zone) => s_zones.GetOrAdd(zone, TimeZoneInfo.FindSystemTimeZoneById);

    // Beyond what .NET holds, the first and last rule of the zone go on.
    private static DateTime UtcTime(long instant) => DateTime.UnixEpoch.AddTicks(Math.Clamp(instant, -62_135_596_800_000_000, 253_402_300_799_000_000) * 10);

    /// <summary><c>+02:00</c>.</summary>
    internal static string OffsetText(long minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"{(minutes < 0 ? '-' : '+')}{Math.Abs(minutes) / 60:00}:{Math.Abs(minutes) % 60:00}");
}
