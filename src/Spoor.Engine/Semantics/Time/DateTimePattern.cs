using System.Globalization;
using System.Text;
using Spoor.Core.Errors;

namespace Spoor.Engine.Semantics.Time;

/// <summary>A compiled pattern of date_format, format_datetime and their parsing twins.</summary>
internal sealed class DateTimePattern(List<DateTimePart> parts)
{
    private static readonly DateTimeFormatInfo s_names = CultureInfo.InvariantCulture.DateTimeFormat;

    /// <summary>Text of an instant in a zone.</summary>
    internal string Format(long instant, string zone)
    {
        var output = new StringBuilder();
        var time = CivilTime.FromMicroseconds(TimeZones.ToLocal(instant, zone));
        foreach (var part in parts)
        {
            Write(part, time, instant, zone, output);
        }

        return output.ToString();
    }

    /// <summary>Reads a text into a local time and, if the pattern has one, a zone.</summary>
    /// <exception cref="QueryException">INVALID_FUNCTION_ARGUMENT.</exception>
    internal (long Local, string? Zone) Parse(string text)
    {
        var state = new DateTimeParseState();
        var index = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            // Digits that follow directly belong to the next field, so this one must not take them.
            var isBounded = i + 1 < parts.Count && parts[i + 1].Field is not DateTimeField.Literal && parts[i].Width > 0;
            if (!DateTimeReader.TryRead(parts[i], text, ref index, state, isBounded))
            {
                throw Invalid(text, index);
            }
        }

        return index == text.Length && state.TryGetLocal(out var local) ? (local, state.Zone) : throw Invalid(text, index, isRest: true);
    }

    private static QueryException Invalid(string text, int index, bool isRest = false)
    {
        var detail = index > 0 && index < text.Length ? $" is malformed at \"{text[index..]}\"" : index >= text.Length && index > 0 && !isRest ? " is too short" : "";
        return new QueryException(ErrorCode.InvalidFunctionArgument, span: null, $"Invalid format: \"{text}\"{detail}");
    }

    private static void Write(DateTimePart part, CivilTime time, long instant, string zone, StringBuilder output)
    {
        switch (part.Field)
        {
            case DateTimeField.Literal:
                output.Append(part.Text);
                break;
            case DateTimeField.Fraction:
                output.Append(time.Microsecond.ToString("000000", CultureInfo.InvariantCulture).PadRight(Math.Max(part.Width, 6), '0').AsSpan(0, part.Width));
                break;
            case DateTimeField.ZoneOffset or DateTimeField.ZoneOffsetWithColon or DateTimeField.ZoneId or DateTimeField.ZoneShortName or DateTimeField.ZoneLongName:
                output.Append(ZoneText(part.Field, instant, zone));
                break;
            default:
                output.Append(NameOf(part.Field, time) ?? Number(part.Field, time).ToString($"D{Math.Max(part.Width, 1)}", CultureInfo.InvariantCulture));
                break;
        }
    }

    private static string? NameOf(DateTimeField part, CivilTime time) => part switch
    {
        DateTimeField.Era => time.Year > 0 ? "AD" : "BC",
        DateTimeField.ShortMonthName => s_names.AbbreviatedMonthNames[time.Month - 1],
        DateTimeField.MonthName => s_names.MonthNames[time.Month - 1],
        DateTimeField.ShortDayName => s_names.AbbreviatedDayNames[time.DayOfWeek % 7],
        DateTimeField.DayName => s_names.DayNames[time.DayOfWeek % 7],
        DateTimeField.HalfDay => time.Hour < 12 ? "AM" : "PM",
        _ => null,
    };

    private static int Number(DateTimeField part, CivilTime time) => part switch
    {
        DateTimeField.Year => time.Year,
        DateTimeField.ShortYear => ((time.Year % 100) + 100) % 100,
        DateTimeField.WeekYear => time.IsoWeek.Year,
        DateTimeField.Month => time.Month,
        DateTimeField.Week => time.IsoWeek.Week,
        DateTimeField.Day => time.Day,
        DateTimeField.DayOfYear => time.DayOfYear,
        DateTimeField.DayOfWeek => time.DayOfWeek,
        DateTimeField.Hour => time.Hour,
        DateTimeField.HourOfHalfDay => ((time.Hour + 11) % 12) + 1,
        DateTimeField.HourOfHalfDayFromZero => time.Hour % 12,
        DateTimeField.HourFromOne => time.Hour == 0 ? 24 : time.Hour,
        DateTimeField.Minute => time.Minute,
        _ => time.Second,
    };

    private static string ZoneText(DateTimeField part, long instant, string zone)
    {
        var offset = TimeZones.OffsetText(TimeZones.Offset(instant, zone) / (60 * CivilTime.MicrosecondsPerSecond));
        return part switch
        {
            DateTimeField.ZoneOffset => offset.Replace(":", "", StringComparison.Ordinal),
            DateTimeField.ZoneOffsetWithColon => offset,
            DateTimeField.ZoneShortName => ZoneDisplay.Short(zone, instant),
            DateTimeField.ZoneLongName => ZoneDisplay.Long(zone, instant),
            _ => zone,
        };
    }
}
