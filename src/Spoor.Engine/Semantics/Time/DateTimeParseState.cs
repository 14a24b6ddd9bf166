namespace Spoor.Engine.Semantics.Time;

/// <summary>The fields read so far; those not named in the pattern keep the start of 1970.</summary>
internal sealed class DateTimeParseState
{
    internal int Year { get; set; } = 1970;

    internal int Month { get; set; } = 1;

    internal int Day { get; set; } = 1;

    internal int? DayOfYear { get; set; }

    internal int? WeekYear { get; set; }

    internal int? Week { get; set; }

    internal int? DayOfWeek { get; set; }

    internal int Hour { get; set; }

    internal int? HourOfHalfDay { get; set; }

    internal bool IsAfternoon { get; set; }

    internal int Minute { get; set; }

    internal int Second { get; set; }

    internal int Microsecond { get; set; }

    internal string? Zone { get; set; }

    /// <summary>The local time that the fields make; false when there is none, such as 30 February.</summary>
    internal bool TryGetLocal(out long local)
    {
        local = 0;
        var hour = HourOfHalfDay is { } half ? (half % 12) + (IsAfternoon ? 12 : 0) : Hour;
        if (hour > 23 || Minute > 59 || Second > 59 || !TryGetDay(out var day))
        {
            return false;
        }

        local = (day * CivilTime.MicrosecondsPerDay) + (((((hour * 60L) + Minute) * 60) + Second) * CivilTime.MicrosecondsPerSecond) + Microsecond;
        return true;
    }

    private bool TryGetDay(out long day)
    {
        if (Week is { } week)
        {
            var fourth = CivilTime.FromEpochDay(CivilTime.ToEpochDay(WeekYear ?? Year, 1, 4));
            day = fourth.EpochDay - fourth.DayOfWeek + ((week - 1) * 7) + (DayOfWeek ?? 1);
            return week is >= 1 and <= 53;
        }

        if (DayOfYear is { } dayOfYear)
        {
            day = CivilTime.ToEpochDay(Year, 1, 1) + dayOfYear - 1;
            return dayOfYear >= 1 && dayOfYear <= (CivilTime.IsLeapYear(Year) ? 366 : 365);
        }

        day = CivilTime.IsValid(Year, Month, Day) ? CivilTime.ToEpochDay(Year, Month, Day) : 0;
        return CivilTime.IsValid(Year, Month, Day);
    }
}
