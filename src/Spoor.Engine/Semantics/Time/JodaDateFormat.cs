using Spoor.Core.Errors;
using Spoor.Engine.Semantics.Hashing;

namespace Spoor.Engine.Semantics.Time;

/// <summary>Formats of format_datetime and parse_datetime: <c>yyyy-MM-dd'T'HH:mm:ss</c>.</summary>
/// <seealso href="https://www.joda.org/joda-time/apidocs/org/joda/time/format/DateTimeFormat.html"/>
internal static class JodaDateFormat
{
    private static readonly ConstantCache<DateTimePattern> s_cache = new(Compile);

    internal static DateTimePattern Of(ReadOnlySpan<byte> utf8) => s_cache.Get(utf8);

    private static DateTimePattern Compile(string format)
    {
        var parts = new List<DateTimePart>();
        for (var i = 0; i < format.Length;)
        {
            if (format[i] == '\'')
            {
                i = ReadQuoted(format, i + 1, parts);
                continue;
            }

            var start = i;
            while (i < format.Length && format[i] == format[start])
            {
                i++;
            }

            parts.Add(char.IsAsciiLetter(format[start]) ? Part(format[start], i - start, format) : DateTimePart.Literal(format[start..i]));
        }

        return parts.Count > 0 ? new DateTimePattern(parts) : throw Invalid("Invalid pattern specification");
    }

    private static int ReadQuoted(string format, int start, List<DateTimePart> parts)
    {
        if (start < format.Length && format[start] == '\'')
        {
            parts.Add(DateTimePart.Literal("'"));
            return start + 1;
        }

        var end = start;
        while (end < format.Length && (format[end] != '\'' || (end + 1 < format.Length && format[end + 1] == '\'')))
        {
            end += format[end] == '\'' ? 2 : 1;
        }

        parts.Add(DateTimePart.Literal(format[start..Math.Min(end, format.Length)].Replace("''", "'", StringComparison.Ordinal)));
        return end + 1;
    }

    private static DateTimePart Part(char letter, int count, string format) => letter switch
    {
        'G' => new(DateTimeField.Era),
        'C' => new(DateTimeField.Year, count),
        'Y' or 'y' => count == 2 ? new(DateTimeField.ShortYear, 2) : new(DateTimeField.Year, count),
        'x' => new(DateTimeField.WeekYear, count),
        'w' => new(DateTimeField.Week, count),
        'e' => new(DateTimeField.DayOfWeek, count),
        'E' => count >= 4 ? new(DateTimeField.DayName) : new(DateTimeField.ShortDayName),
        'D' => new(DateTimeField.DayOfYear, count),
        'M' => count >= 4 ? new(DateTimeField.MonthName) : count == 3 ? new(DateTimeField.ShortMonthName) : new(DateTimeField.Month, count),
        'd' => new(DateTimeField.Day, count),
        'a' => new(DateTimeField.HalfDay),
        'K' => new(DateTimeField.HourOfHalfDayFromZero, count),
        'h' => new(DateTimeField.HourOfHalfDay, count),
        'H' => new(DateTimeField.Hour, count),
        'k' => new(DateTimeField.HourFromOne, count),
        'm' => new(DateTimeField.Minute, count),
        's' => new(DateTimeField.Second, count),
        'S' => new(DateTimeField.Fraction, count),
        'z' => new(count < 4 ? DateTimeField.ZoneShortName : DateTimeField.ZoneLongName),
        'Z' => count switch { 1 => new(DateTimeField.ZoneOffset), 2 => new(DateTimeField.ZoneOffsetWithColon), _ => new(DateTimeField.ZoneId) },
        _ => throw Invalid($"Illegal pattern component: {format}"),
    };

    private static QueryException Invalid(string message) => new(ErrorCode.InvalidFunctionArgument, span: null, message);
}
