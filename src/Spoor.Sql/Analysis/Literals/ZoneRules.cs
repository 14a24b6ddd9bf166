using Spoor.Core.Types;

namespace Spoor.Sql.Analysis.Literals;

/// <summary>Time zones by id or offset.</summary>
internal static class ZoneRules
{
    private const long MicrosecondsPerMinute = 60_000_000;

    /// <summary>The instant of a local time in a zone by its canonical name, both in microseconds since 1970.</summary>
    public static long ToInstant(long localMicroseconds, string zone)
    {
        if (zone == ZoneNames.Utc)
        {
            return localMicroseconds;
        }

        if (ZoneNames.TryOffset(zone, out var minutes))
        {
            return localMicroseconds - (minutes * MicrosecondsPerMinute);
        }

        var info = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var local = InRange(localMicroseconds);
        return localMicroseconds - (info.GetUtcOffset(local).Ticks / TimeSpan.TicksPerMicrosecond);
    }

    /// <summary>Beyond what <see cref="DateTime"/> holds, the first and last rule of the zone go on.</summary>
    private static DateTime InRange(long localMicroseconds)
    {
        var min = (DateTime.MinValue.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        var max = (DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        var ticks = DateTime.UnixEpoch.Ticks + (Math.Clamp(localMicroseconds, min, max) * TimeSpan.TicksPerMicrosecond);
        return new DateTime(ticks, DateTimeKind.Unspecified);
    }
}
