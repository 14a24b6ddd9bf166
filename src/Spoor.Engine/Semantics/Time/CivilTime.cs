namespace Spoor.Engine.Semantics.Time;

/// <summary>A point of local time, taken apart. Years beyond .NET's own range are fine.</summary>
/// <seealso href="https://howardhinnant.github.io/date_algorithms.html"/>
internal readonly record struct CivilTime(int Year, int Month, int Day, long MicrosecondOfDay)
{
    internal const long MicrosecondsPerSecond = 1_000_000;
    internal const long MicrosecondsPerDay = 86_400 * MicrosecondsPerSecond;

    internal int Hour => (int)(MicrosecondOfDay / (3600 * MicrosecondsPerSecond));

    internal int Minute => (int)(MicrosecondOfDay / (60 * MicrosecondsPerSecond) % 60);

    internal int Second => (int)(MicrosecondOfDay / MicrosecondsPerSecond % 60);

    internal int Microsecond => (int)(MicrosecondOfDay % MicrosecondsPerSecond);

    /// <summary>Days since 1970-01-01.</summary>
    internal long EpochDay => ToEpochDay(Year, Month, Day);

    /// <summary>Microseconds since 1970-01-01T00:00 of the same local time.</summary>
    /// <exception cref="OverflowException">A year too far for a long.</exception>
    internal long EpochMicroseconds => checked((EpochDay * MicrosecondsPerDay) + MicrosecondOfDay);

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    internal int DayOfWeek => (int)(((EpochDay + 3) % 7 + 7) % 7) + 1;

    internal int DayOfYear => (int)(EpochDay - ToEpochDay(Year, 1, 1)) + 1;

    /// <summary>ISO 8601 week and the year that it belongs to.</summary>
    internal (int Year, int Week) IsoWeek
    {
        get
        {
            var thursday = FromEpochDay(EpochDay + 4 - DayOfWeek);
            return (thursday.Year, ((thursday.DayOfYear - 1) / 7) + 1);
        }
    }

    internal static CivilTime FromMicroseconds(long epochMicroseconds)
    {
        var day = Math.DivRem(epochMicroseconds, MicrosecondsPerDay, out var rest);
        if (rest < 0)
        {
            day--;
            rest += MicrosecondsPerDay;
        }

        return FromEpochDay(day) with { MicrosecondOfDay = rest };
    }

    internal static CivilTime FromEpochDay(long day)
    {
        day += 719_468;
        var era = (day >= 0 ? day : day - 146_096) / 146_097;
        var dayOfEra = day - (era * 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shiftedMonth = ((5 * dayOfYear) + 2) / 153;
        var month = (int)(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9);
        return new CivilTime((int)(yearOfEra + (era * 400) + (month <= 2 ? 1 : 0)), month, (int)(dayOfYear - (((153 * shiftedMonth) + 2) / 5) + 1), 0);
    }

    internal static long ToEpochDay(int year, int month, int day)
    {
        long shiftedYear = month <= 2 ? year - 1L : year;
        var era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400;
        var yearOfEra = shiftedYear - (era * 400);
        var dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (era * 146_097) + dayOfEra - 719_468;
    }

    internal static int DaysInMonth(int year, int month) => month switch
    {
        2 => IsLeapYear(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    internal static bool IsLeapYear(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    /// <summary>The same day and time some months on; the month's last day where the day does not exist.</summary>
    internal CivilTime AddMonths(long months)
    {
        var total = checked((Year * 12L) + Month - 1 + months);
        var year = checked((int)Math.DivRem(total, 12, out var month));
        if (month < 0)
        {
            year--;
            month += 12;
        }

        return this with { Year = year, Month = (int)month + 1, Day = Math.Min(Day, DaysInMonth(year, (int)month + 1)) };
    }

    internal static bool IsValid(int year, int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= DaysInMonth(year, month);
}
