using System.Globalization;
using Spoor.Core.Errors;

namespace Spoor.Engine.Semantics.Time;

/// <summary>Reads the parts of a date and time pattern from text.</summary>
internal static class DateTimeReader
{
    private const int PivotYear = 1970;

    private static readonly (string Name, string Zone)[] s_zoneNames =
    [
        ("UTC", TimeZones.Utc), ("GMT", TimeZones.Utc), ("EST", "America/New_York"), ("EDT", "America/New_York"), ("CST", "America/Chicago"), ("CDT", "America/Chicago"),
        ("MST", "America/Denver"), ("MDT", "America/Denver"), ("PST", "America/Los_Angeles"), ("PDT", "America/Los_Angeles"), ("UT", TimeZones.Utc),
    ];

    internal static bool TryRead(DateTimePart part, string text, ref int index, DateTimeParseState state, bool isBounded) => part.Field switch
    {
        DateTimeField.Literal => TryReadLiteral(part.Text, text, ref index),
        DateTimeField.ShortMonthName or DateTimeField.MonthName => TryReadMonth(text, ref index, state),
        DateTimeField.ShortDayName or DateTimeField.DayName => TryReadName(text, ref index, CultureInfo.InvariantCulture.DateTimeFormat.DayNames, out _),
        DateTimeField.HalfDay => TryReadHalfDay(text, ref index, state),
        DateTimeField.Era => TryReadLiteral("AD", text, ref index),
        DateTimeField.Fraction => TryReadFraction(part.Width, text, ref index, state),
        DateTimeField.ZoneOffset or DateTimeField.ZoneOffsetWithColon or DateTimeField.ZoneId => TryReadZone(text, ref index, state),
        DateTimeField.ZoneShortName => TryReadZoneName(text, ref index, state),
        DateTimeField.ZoneLongName => throw new QueryException(ErrorCode.InvalidFunctionArgument, span: null, "Long names of time zones cannot be parsed"),
        _ => TryReadNumber(part, text, ref index, state, isBounded),
    };

    private static bool TryReadLiteral(string wanted, string text, ref int index)
    {
        if (string.Compare(text, index, wanted, 0, wanted.Length, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return false;
        }

        index += wanted.Length;
        return true;
    }

    private static bool TryReadNumber(DateTimePart part, string text, ref int index, DateTimeParseState state, bool isBounded)
    {
        var isYear = part.Field is DateTimeField.Year or DateTimeField.WeekYear;
        var isNegative = isYear && index < text.Length && text[index] == '-';
        var start = index + (isYear && index < text.Length && text[index] is '-' or '+' ? 1 : 0);
        var maxDigits = isBounded ? part.Width : part.Field switch
        {
            DateTimeField.Year or DateTimeField.WeekYear => 9,
            DateTimeField.DayOfYear => 3,
            DateTimeField.DayOfWeek => 1,
            _ => 2,
        };
        var end = start;
        var number = 0;
        while (end < text.Length && end - start < maxDigits && char.IsAsciiDigit(text[end]))
        {
            number = (number * 10) + text[end++] - '0';
        }

        if (end == start)
        {
            return false;
        }

        index = end;
        return TrySet(part.Field, isNegative ? -number : number, state);
    }

    private static bool TrySet(DateTimeField part, int number, DateTimeParseState state)
    {
        switch (part)
        {
            case DateTimeField.Year:
                state.Year = number;
                return true;
            case DateTimeField.ShortYear:
                state.Year = number + (number < PivotYear - 1900 ? 2000 : 1900);
                return true;
            case DateTimeField.WeekYear:
                state.WeekYear = number;
                return true;
            case DateTimeField.Month:
                state.Month = number;
                return number is >= 1 and <= 12;
            case DateTimeField.Week:
                state.Week = number;
                return true;
            case DateTimeField.Day:
                state.Day = number;
                return number is >= 1 and <= 31;
            case DateTimeField.DayOfYear:
                state.DayOfYear = number;
                return true;
            case DateTimeField.DayOfWeek:
                state.DayOfWeek = number;
                return number is >= 1 and <= 7;
            case DateTimeField.HourOfHalfDay or DateTimeField.HourOfHalfDayFromZero:
                state.HourOfHalfDay = number;
                return number <= 12;
            case DateTimeField.Hour or DateTimeField.HourFromOne:
                state.Hour = part == DateTimeField.HourFromOne ? number % 24 : number;
                return number <= 24;
            case DateTimeField.Minute:
                state.Minute = number;
                return number <= 59;
            default:
                state.Second = number;
                return number <= 59;
        }
    }

    private static bool TryReadFraction(int width, string text, ref int index, DateTimeParseState state)
    {
        var start = index;
        var fraction = 0;
        while (index < text.Length && index - start < Math.Max(width, 1) && char.IsAsciiDigit(text[index]))
        {
            fraction = index - start < 6 ? (fraction * 10) + text[index] - '0' : fraction;
            index++;
        }

        for (var digits = index - start; digits < 6; digits++)
        {
            fraction *= 10;
        }

        state.Microsecond = fraction;
        return index > start;
    }

    private static bool TryReadMonth(string text, ref int index, DateTimeParseState state)
    {
        if (!TryReadName(text, ref index, CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12], out var month))
        {
            return false;
        }

        state.Month = month + 1;
        return true;
    }

    // The full name or its first three letters.
    private static bool TryReadName(string text, ref int index, string[] names, out int found)
    {
        for (found = 0; found < names.Length; found++)
        {
            foreach (var name in new[] { names[found], names[found][..3] })
            {
                if (TryReadLiteral(name, text, ref index))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool TryReadHalfDay(string text, ref int index, DateTimeParseState state)
    {
        state.IsAfternoon = TryReadLiteral("PM", text, ref index);
        return state.IsAfternoon || TryReadLiteral("AM", text, ref index);
    }

    // The only names that Joda reads, from the longest: DateTimeUtils.getDefaultTimeZoneNames.
    private static bool TryReadZoneName(string text, ref int index, DateTimeParseState state)
    {
        foreach (var (name, zone) in s_zoneNames)
        {
            if (string.CompareOrdinal(text, index, name, 0, name.Length) == 0)
            {
                state.Zone = zone;
                index += name.Length;
                return true;
            }
        }

        return false;
    }

    private static bool TryReadZone(string text, ref int index, DateTimeParseState state)
    {
        var end = index;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '+' or '-' or ':' or '/' or '_'))
        {
            end++;
        }

        if (end == index || !TimeZones.TryCanonical(text[index..end], out var zone))
        {
            return false;
        }

        state.Zone = zone;
        index = end;
        return true;
    }
}
