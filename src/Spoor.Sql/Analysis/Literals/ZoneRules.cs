using System.Globalization;
using System.Text.RegularExpressions;

namespace Spoor.Sql.Analysis.Literals;

/// <summary>Time zones by id or offset.</summary>
internal static partial class ZoneRules
{
    private const long MicrosecondsPerMinute = 60_000_000;

    /// <summary>The instant of a local time in a zone, both in microseconds since 1970; null when there is no such zone.</summary>
    public static long? TryToInstant(long localMicroseconds, string zone)
    {
        if (zone is "Z" or "UTC" or "GMT" or "UT")
        {
            return localMicroseconds;
        }

        if (Offset().Match(zone) is { Success: true } match)
        {
            var minutes = (int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) * 60)
                + (match.Groups[3].Success ? int.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture) : 0);
            const int maxMinutes = 14 * 60;
            return minutes > maxMinutes ? null : localMicroseconds - ((match.Groups[1].Value == "-" ? -minutes : minutes) * MicrosecondsPerMinute);
        }

        if (!zone.Contains('/', StringComparison.Ordinal) || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var info))
        {
            return null;
        }

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

    [GeneratedRegex(@"^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
