using System.Collections.Concurrent;
using System.Globalization;
using Spoor.Sql;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Time zones by id (<c>Europe/Berlin</c>) or offset (<c>+02:00</c>), with Java's rules for times that a clock change skips or repeats.</summary>
internal static class TimeZones
{
    internal const string Utc = "UTC";

    private static readonly ConcurrentDictionary<string, TimeZoneInfo> s_zones = new();

    /// <summary>The zone under its canonical name.</summary>
    /// <exception cref="QueryException">INVALID_FUNCTION_ARGUMENT.</exception>
    internal static string Canonical(string zone) => TryCanonical(zone, out var canonical)
        ? canonical
        : throw new QueryException(ErrorCode.InvalidFunctionArgument, span: null, $"'{zone}' is not a valid time zone");

    /// <summary>Brings a zone's name into the form that values hold.</summary>
    internal static bool TryCanonical(string zone, out string canonical)
    {
        var text = zone.StartsWith("UTC", StringComparison.Ordinal) && zone.Length > 3 && zone[3] is '+' or '-' ? zone[3..] : zone;
        if (text is "UTC" or "Z" or "z" or "GMT" or "UT" or "Zulu" or "+00:00" or "-00:00" or "Etc/UTC" or "Etc/GMT" or "utc")
        {
            canonical = Utc;
            return true;
        }

        if (TryOffset(text, out var minutes))
        {
            canonical = OffsetText(minutes);
            return true;
        }

        canonical = text;
        return !text.StartsWith('+') && !text.StartsWith('-') && TryFind(text, out canonical);
    }

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

        if (TryOffset(zone, out var minutes))
        {
            return minutes * 60L * CivilTime.MicrosecondsPerSecond;
        }

        var info = s_zones.GetOrAdd(zone, TimeZoneInfo.FindSystemTimeZoneById);
        var ticks = Math.Clamp(instant, -62_135_596_800_000_000, 253_402_300_799_000_000) * 10;
        return info.GetUtcOffset(DateTime.UnixEpoch.AddTicks(ticks)).Ticks / 10;
    }

    /// <summary><c>+02:00</c>.</summary>
    internal static string OffsetText(long minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"{(minutes < 0 ? '-' : '+')}{Math.Abs(minutes) / 60:00}:{Math.Abs(minutes) % 60:00}");

    /// <summary>Reads <c>+2</c>, <c>+02</c>, <c>+0200</c>, <c>+02:00</c>.</summary>
    internal static bool TryOffset(string text, out int minutes)
    {
        minutes = 0;
        if (text.Length < 2 || text[0] is not ('+' or '-'))
        {
            return false;
        }

        var digits = text[1..].Replace(":", "", StringComparison.Ordinal);
        if (digits.Length is 0 or > 4 || !digits.All(char.IsAsciiDigit))
        {
            return false;
        }

        var number = int.Parse(digits, CultureInfo.InvariantCulture);
        minutes = digits.Length <= 2 ? number * 60 : (number / 100 * 60) + (number % 100);
        minutes = text[0] == '-' ? -minutes : minutes;
        return Math.Abs(minutes) <= 14 * 60;
    }

    private static bool TryFind(string zone, out string canonical)
    {
        canonical = zone;
        if (s_zones.ContainsKey(zone))
        {
            return true;
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var info))
        {
            return false;
        }

        canonical = info.Id;
        s_zones[canonical] = info;
        return true;
    }
}
