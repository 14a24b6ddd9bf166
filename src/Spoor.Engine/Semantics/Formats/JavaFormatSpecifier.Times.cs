using System.Globalization;
using Spoor.Core.Errors;
using Spoor.Engine.Semantics.Time;

namespace Spoor.Engine.Semantics.Formats;

internal sealed partial record JavaFormatSpecifier
{
    private static readonly DateTimeFormatInfo s_names = CultureInfo.InvariantCulture.DateTimeFormat;

    private string PrintTime(object? argument)
    {
        if (!"HIklMSLNpzZsQBbhAaCYyjmdeRTrDFc".Contains(Kind, StringComparison.Ordinal))
        {
            throw new JavaFormatException($"UnknownFormatConversion: Conversion = 't{Kind}'");
        }

        return argument switch
        {
            null => "null",
            JavaTime time => PrintTime(Kind, time),
            long => throw new QueryException(ErrorCode.NotSupported, span: null, "The conversion %t of format is not available for numbers; use from_unixtime"),
            _ => throw JavaFormatException.WrongArgument(Kind, argument),
        };
    }

    private static string PrintTime(char kind, JavaTime time)
    {
        var isOfClock = "HIklMSLNpRTr".Contains(kind, StringComparison.Ordinal);
        var isOfZone = kind is 'z' or 'Z' or 's' or 'Q' or 'c';
        if ((isOfClock && !time.HasTime) || (isOfZone && time.Zone is null) || (!isOfClock && !isOfZone && !time.HasDate))
        {
            throw JavaFormatException.WrongArgument(FirstMissing(kind, time), time);
        }

        return isOfClock ? PrintClock(kind, time.Local) : isOfZone ? PrintZone(kind, time) : PrintDate(kind, time.Local);
    }

    // Java names the field that is missing where a conversion stands for several.
    private static char FirstMissing(char kind, JavaTime time) => kind switch
    {
        'T' or 'R' => 'H',
        'r' => 'I',
        'D' => 'm',
        'F' => 'Y',
        'c' => !time.HasDate ? 'a' : !time.HasTime ? 'H' : 'Z',
        'h' => 'b',
        _ => kind,
    };

    private static string PrintClock(char kind, CivilTime local)
    {
        var half = ((local.Hour + 11) % 12) + 1;
        return kind switch
        {
            'H' => Digits(local.Hour, 2),
            'I' => Digits(half, 2),
            'k' => Digits(local.Hour, 1),
            'l' => Digits(half, 1),
            'M' => Digits(local.Minute, 2),
            'S' => Digits(local.Second, 2),
            'L' => Digits(local.Microsecond / 1000, 3),
            'N' => Digits(local.Microsecond, 6) + "000",
            'p' => local.Hour < 12 ? "am" : "pm",
            'R' => $"{Digits(local.Hour, 2)}:{Digits(local.Minute, 2)}",
            'T' => $"{Digits(local.Hour, 2)}:{Digits(local.Minute, 2)}:{Digits(local.Second, 2)}",
            _ => $"{Digits(half, 2)}:{Digits(local.Minute, 2)}:{Digits(local.Second, 2)} {(local.Hour < 12 ? "AM" : "PM")}",
        };
    }

    private static string PrintDate(char kind, CivilTime local) => kind switch
    {
        'B' => s_names.MonthNames[local.Month - 1],
        'b' or 'h' => s_names.AbbreviatedMonthNames[local.Month - 1],
        'A' => s_names.DayNames[local.DayOfWeek % 7],
        'a' => s_names.AbbreviatedDayNames[local.DayOfWeek % 7],
        'C' => Digits(local.Year / 100, 2),
        'Y' => Digits(local.Year, 4),
        'y' => Digits(Math.Abs(local.Year % 100), 2),
        'j' => Digits(local.DayOfYear, 3),
        'm' => Digits(local.Month, 2),
        'd' => Digits(local.Day, 2),
        'e' => Digits(local.Day, 1),
        'D' => $"{Digits(local.Month, 2)}/{Digits(local.Day, 2)}/{Digits(Math.Abs(local.Year % 100), 2)}",
        _ => $"{Digits(local.Year, 4)}-{Digits(local.Month, 2)}-{Digits(local.Day, 2)}",
    };

    private static string PrintZone(char kind, JavaTime time)
    {
        // A time with a zone is what is asked for here.
        var name = ZoneDisplay.Short(time.Zone!, time.Instant);
        return kind switch
        {
            'z' => TimeZones.OffsetText(time.Offset / (60 * CivilTime.MicrosecondsPerSecond)).Replace(":", "", StringComparison.Ordinal),
            'Z' => name,
            's' => Digits(time.Instant / CivilTime.MicrosecondsPerSecond, 1),
            'Q' => Digits(time.Instant / 1000, 1),
            _ => $"{PrintDate('a', time.Local)} {PrintDate('b', time.Local)} {Digits(time.Local.Day, 2)} {PrintClock('T', time.Local)} {name} {Digits(time.Local.Year, 4)}",
        };
    }

    private static string Digits(long number, int least) => number.ToString($"D{least}", CultureInfo.InvariantCulture);
}
