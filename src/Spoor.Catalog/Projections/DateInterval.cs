namespace Spoor.Catalog.Projections;

/// <summary>A step of a date range: a number of calendar months or of ticks; exactly one is not 0.</summary>
/// <remarks>The units are those of Java's ChronoUnit that Athena names.</remarks>
internal readonly record struct DateInterval(int Months, long Ticks)
{
    /// <summary>The interval of a unit's name, singular or plural, in any case; false for an unknown one or an amount beyond what time has.</summary>
    public static bool TryCreate(long amount, string unit, out DateInterval interval)
    {
        var (months, ticks) = unit.Trim().ToUpperInvariant().TrimEnd('S') switch
        {
            "YEAR" => (12, 0L),
            "MONTH" => (1, 0L),
            "WEEK" => (0, 7 * TimeSpan.TicksPerDay),
            "DAY" => (0, TimeSpan.TicksPerDay),
            "HOUR" => (0, TimeSpan.TicksPerHour),
            "MINUTE" => (0, TimeSpan.TicksPerMinute),
            "SECOND" => (0, TimeSpan.TicksPerSecond),
            "MILLISECOND" => (0, TimeSpan.TicksPerMillisecond),
            _ => (0, 0L),
        };
        var isKnown = months + ticks > 0;
        var isInRange = isKnown && amount <= (months > 0 ? 9999 * 12 / months : DateTime.MaxValue.Ticks / ticks);
        interval = isInRange ? new DateInterval((int)amount * months, amount * ticks) : default;
        return isInRange;
    }

    /// <summary>The time this much later, or earlier when <paramref name="sign"/> is -1; false when the calendar (years 1 to 9999) has no such time.</summary>
    public bool TryAdd(DateTime time, int sign, out DateTime result)
    {
        result = default;
        if (Months == 0)
        {
            var ticks = time.Ticks + (sign * Ticks);
            if (ticks < 0 || ticks > DateTime.MaxValue.Ticks)
            {
                return false;
            }

            result = new DateTime(ticks, DateTimeKind.Utc);
            return true;
        }

        var month = (time.Year * 12) + time.Month - 1 + (sign * Months);
        if (month < 12 || month >= 10_000 * 12)
        {
            return false;
        }

        result = time.AddMonths(sign * Months);
        return true;
    }
}
