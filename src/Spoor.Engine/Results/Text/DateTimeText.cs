using System.Buffers;
using System.Globalization;
using System.Text;
using Spoor.Engine.Semantics.Time;

namespace Spoor.Engine.Results.Text;

/// <summary>Dates, times and intervals as Trino prints them.</summary>
internal static class DateTimeText
{
    private const long MicrosecondsPerDay = 86_400_000_000;

    /// <summary><c>2020-01-02</c> from days since 1970-01-01.</summary>
    public static void WriteDate(long days, IBufferWriter<byte> output) => WriteAscii(DateText(days), output);

    /// <summary><c>2020-01-02 03:04:05.678</c> from microseconds since 1970-01-01, with as many digits as the precision says.</summary>
    public static void WriteTimestamp(long microseconds, int precision, IBufferWriter<byte> output)
    {
        var days = FloorDivide(microseconds, MicrosecondsPerDay);
        WriteAscii($"{DateText(days)} {TimeText(microseconds - (days * MicrosecondsPerDay), precision)}", output);
    }

    /// <summary><c>2020-01-02 03:04:05.678 Europe/Berlin</c>: local time of an instant, and its zone.</summary>
    public static void WriteZonedTimestamp(long epochMicroseconds, ReadOnlySpan<byte> zone, int precision, IBufferWriter<byte> output)
    {
        WriteTimestamp(TimeZones.ToLocal(epochMicroseconds, Encoding.UTF8.GetString(zone)), precision, output);
        output.Write(" "u8);
        output.Write(zone);
    }

    /// <summary><c>03:04:05.678</c> from microseconds of the day.</summary>
    public static void WriteTime(long microseconds, int precision, IBufferWriter<byte> output) => WriteAscii(TimeText(microseconds, precision), output);

    /// <summary><c>2 03:04:05.678</c>.</summary>
    public static void WriteDayToSecond(long milliseconds, IBufferWriter<byte> output)
    {
        var amount = TimeSpan.FromMilliseconds(Math.Abs(milliseconds));
        WriteAscii(string.Create(CultureInfo.InvariantCulture, $"{(milliseconds < 0 ? "-" : "")}{amount.Days} {amount:hh\\:mm\\:ss\\.fff}"), output);
    }

    /// <summary><c>1-2</c>: years and months.</summary>
    public static void WriteYearToMonth(long months, IBufferWriter<byte> output) =>
        WriteAscii(string.Create(CultureInfo.InvariantCulture, $"{(months < 0 ? "-" : "")}{Math.Abs(months) / 12}-{Math.Abs(months) % 12}"), output);

    private static string TimeText(long microseconds, int precision)
    {
        var seconds = microseconds / 1_000_000;
        var clock = string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
        var fraction = (microseconds % 1_000_000).ToString("000000", CultureInfo.InvariantCulture).PadRight(12, '0');
        return precision == 0 ? clock : $"{clock}.{fraction[..precision]}";
    }

    /// <summary>Civil date of a day number; years beyond .NET's range too.</summary>
    /// <seealso href="https://howardhinnant.github.io/date_algorithms.html#civil_from_days"/>
    private static string DateText(long days)
    {
        var shifted = days + 719_468;
        var era = FloorDivide(shifted, 146_097);
        var dayOfEra = shifted - (era * 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var monthFromMarch = ((5 * dayOfYear) + 2) / 153;
        var day = dayOfYear - (((153 * monthFromMarch) + 2) / 5) + 1;
        var month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        var year = yearOfEra + (era * 400) + (month <= 2 ? 1 : 0);
        return string.Create(CultureInfo.InvariantCulture, $"{YearText(year)}-{month:00}-{day:00}");
    }

    private static string YearText(long year) => year switch
    {
        < 0 => string.Create(CultureInfo.InvariantCulture, $"-{-year:0000}"),
        > 9999 => string.Create(CultureInfo.InvariantCulture, $"+{year}"),
        _ => year.ToString("0000", CultureInfo.InvariantCulture),
    };

    private static long FloorDivide(long value, long divisor) => (value / divisor) - (value % divisor < 0 ? 1 : 0);

    private static void WriteAscii(string text, IBufferWriter<byte> output)
    {
        var length = Encoding.ASCII.GetBytes(text, output.GetSpan(text.Length));
        output.Advance(length);
    }
}
