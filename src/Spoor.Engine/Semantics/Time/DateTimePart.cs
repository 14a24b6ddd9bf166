namespace Spoor.Engine.Semantics.Time;

/// <summary>Fields of a date and time pattern.</summary>
internal enum DateTimeField
{
    Literal,
    Era,
    Year,
    ShortYear,
    WeekYear,
    Month,
    ShortMonthName,
    MonthName,
    Week,
    Day,
    DayOfYear,
    DayOfWeek,
    ShortDayName,
    DayName,
    HalfDay,
    Hour,
    HourOfHalfDay,
    HourOfHalfDayFromZero,
    HourFromOne,
    Minute,
    Second,
    Fraction,
    ZoneOffset,
    ZoneOffsetWithColon,
    ZoneId,
    ZoneShortName,
    ZoneLongName,
}

/// <summary>One part of a pattern.</summary>
/// <param name="Field">What it shows.</param>
/// <param name="Width">Least number of digits; for a fraction, the number of digits.</param>
/// <param name="Text">Text of a literal.</param>
internal readonly record struct DateTimePart(DateTimeField Field, int Width = 0, string Text = "")
{
    internal static DateTimePart Literal(string text) => new(DateTimeField.Literal, 0, text);
}
