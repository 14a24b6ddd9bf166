using System.Globalization;
using System.Text;

namespace Spoor.Engine.Semantics.Time;

/// <summary>Dates, times and timestamps in SQL's text form: <c>2020-01-02 03:04:05.678 Europe/Berlin</c>.</summary>
internal static class TimeText
{
    private const long MaxDays = (long.MaxValue / CivilTime.MicrosecondsPerDay) - 2;

    /// <summary>Reads a date and an optional time and zone; the fraction is rounded to microseconds.</summary>
    internal static bool TryReadTimestamp(string text, out long local, out string? zone)
    {
        local = 0;
        zone = null;
        var index = 0;
        if (!TryReadDate(text, ref index, minYearDigits: 4, out var date))
        {
            return false;
        }

        long time = 0;
        if (index < text.Length)
        {
            if (text[index++] != ' ')
            {
                return false;
            }

            var start = index;
            if (!TryReadTime(text, ref index, out time))
            {
                index = start;
                time = 0;
            }

            var rest = text[index..].Trim();
            zone = rest.Length == 0 ? null : rest;
        }

        // Of the microseconds that a long holds, the last days are left, so that zones and rounding do not overflow.
        local = Math.Abs(date) <= MaxDays ? (date * CivilTime.MicrosecondsPerDay) + time : 0;
        return Math.Abs(date) <= MaxDays;
    }

    /// <summary>Reads a whole text as a date, in days since 1970.</summary>
    internal static bool TryReadDate(string text, out int day)
    {
        var index = 0;
        var isRead = TryReadDate(text, ref index, minYearDigits: 1, out var value) && index == text.Length && value is >= int.MinValue and <= int.MaxValue;
        day = isRead ? (int)value : 0;
        return isRead;
    }

    /// <summary>Reads <c>h:m[:s[.f]]</c>, in microseconds of the day.</summary>
    internal static bool TryReadTime(string text, ref int index, out long microseconds)
    {
        microseconds = 0;
        var second = 0;
        long fraction = 0;
        if (!TryReadNumber(text, ref index, 1, 2, out var hour) || !TryReadChar(text, ref index, ':') || !TryReadNumber(text, ref index, 1, 2, out var minute))
        {
            return false;
        }

        if (index + 1 < text.Length && text[index] == ':' && char.IsAsciiDigit(text[index + 1]))
        {
            index++;
            if (!TryReadNumber(text, ref index, 1, 2, out second))
            {
                return false;
            }

            fraction = ReadFraction(text, ref index);
        }

        microseconds = (((hour * 60L) + minute) * 60 + second) * CivilTime.MicrosecondsPerSecond + fraction;
        return hour < 24 && minute < 60 && second < 60;
    }

    /// <summary><c>2020-01-02</c>.</summary>
    internal static string Date(CivilTime time) =>
        time.Year is >= 0 and <= 9999
            ? string.Create(CultureInfo.InvariantCulture, $"{time.Year:0000}-{time.Month:00}-{time.Day:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{(time.Year < 0 ? "-" : "+")}{Math.Abs((long)time.Year):0000}-{time.Month:00}-{time.Day:00}");

    /// <summary><c>03:04:05.678</c>, with as many fractional digits as the precision says.</summary>
    internal static string Time(long microsecondOfDay, int precision)
    {
        var time = new CivilTime(0, 1, 1, microsecondOfDay);
        var builder = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{time.Hour:00}:{time.Minute:00}:{time.Second:00}");
        if (precision > 0)
        {
            var digits = time.Microsecond.ToString("000000", CultureInfo.InvariantCulture).PadRight(Math.Max(precision, 6), '0');
            builder.Append('.').Append(digits.AsSpan(0, precision));
        }

        return builder.ToString();
    }

    /// <summary><c>2020-01-02 03:04:05.678</c>.</summary>
    internal static string Timestamp(long local, int precision)
    {
        var time = CivilTime.FromMicroseconds(local);
        return $"{Date(time)} {Time(time.MicrosecondOfDay, precision)}";
    }

    /// <summary>Rounds to a precision below microseconds, halves up.</summary>
    internal static long Round(long microseconds, int precision)
    {
        if (precision >= 6)
        {
            return microseconds;
        }

        var unit = (long)Math.Pow(10, 6 - precision);
        var rest = ((microseconds % unit) + unit) % unit;
        return microseconds - rest + (rest * 2 >= unit ? unit : 0);
    }

    private static bool TryReadDate(string text, ref int index, int minYearDigits, out long day)
    {
        day = 0;
        var isNegative = text.StartsWith('-');
        index = isNegative || text.StartsWith('+') ? 1 : 0;
        if (!TryReadNumber(text, ref index, minYearDigits, 9, out var year)
            || !TryReadChar(text, ref index, '-') || !TryReadNumber(text, ref index, 1, 2, out var month)
            || !TryReadChar(text, ref index, '-') || !TryReadNumber(text, ref index, 1, 2, out var dayOfMonth))
        {
            return false;
        }

        year = isNegative ? -year : year;
        if (!CivilTime.IsValid(year, month, dayOfMonth))
        {
            return false;
        }

        day = CivilTime.ToEpochDay(year, month, dayOfMonth);
        return true;
    }

    private static long ReadFraction(string text, ref int index)
    {
        if (index + 1 >= text.Length || text[index] != '.' || !char.IsAsciiDigit(text[index + 1]))
        {
            return 0;
        }

        index++;
        long fraction = 0;
        var digits = 0;
        for (; index < text.Length && char.IsAsciiDigit(text[index]); index++, digits++)
        {
            fraction = digits < 6 ? (fraction * 10) + text[index] - '0' : digits == 6 && text[index] >= '5' ? fraction + 1 : fraction;
        }

        for (; digits < 6; digits++)
        {
            fraction *= 10;
        }

        return fraction;
    }

    private static bool TryReadNumber(string text, ref int index, int minDigits, int maxDigits, out int number)
    {
        number = 0;
        var start = index;
        while (index < text.Length && char.IsAsciiDigit(text[index]) && index - start < maxDigits)
        {
            number = (number * 10) + text[index++] - '0';
        }

        return index - start >= minDigits && (index >= text.Length || !char.IsAsciiDigit(text[index]));
    }

    private static bool TryReadChar(string text, ref int index, char wanted) => index < text.Length && text[index++] == wanted;
}
