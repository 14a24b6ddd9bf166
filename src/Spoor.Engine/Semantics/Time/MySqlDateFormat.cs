using Spoor.Core.Errors;
using Spoor.Engine.Semantics.Hashing;

namespace Spoor.Engine.Semantics.Time;

/// <summary>Formats of date_format and date_parse: <c>%Y-%m-%d</c>.</summary>
/// <seealso href="https://trino.io/docs/current/functions/datetime.html#mysql-date-functions"/>
internal static class MySqlDateFormat
{
    private static readonly ConstantCache<DateTimePattern> s_cache = new(Compile);

    internal static DateTimePattern Of(ReadOnlySpan<byte> utf8) => s_cache.Get(utf8);

    private static DateTimePattern Compile(string format)
    {
        var parts = new List<DateTimePart>();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 >= format.Length)
            {
                parts.Add(DateTimePart.Literal(format[i].ToString()));
                continue;
            }

            parts.AddRange(Specifier(format[++i]));
        }

        return new DateTimePattern(parts);
    }

    private static IEnumerable<DateTimePart> Specifier(char letter) => letter switch
    {
        'a' => [new(DateTimeField.ShortDayName)],
        'b' => [new(DateTimeField.ShortMonthName)],
        'c' => [new(DateTimeField.Month, 1)],
        'd' => [new(DateTimeField.Day, 2)],
        'e' => [new(DateTimeField.Day, 1)],
        'f' => [new(DateTimeField.Fraction, 6)],
        'H' => [new(DateTimeField.Hour, 2)],
        'h' or 'I' => [new(DateTimeField.HourOfHalfDay, 2)],
        'i' => [new(DateTimeField.Minute, 2)],
        'j' => [new(DateTimeField.DayOfYear, 3)],
        'k' => [new(DateTimeField.Hour, 1)],
        'l' => [new(DateTimeField.HourOfHalfDay, 1)],
        'M' => [new(DateTimeField.MonthName)],
        'm' => [new(DateTimeField.Month, 2)],
        'p' => [new(DateTimeField.HalfDay)],
        'r' => Join(Specifier('h'), ":", Specifier('i'), ":", Specifier('s'), " ", Specifier('p')),
        'S' or 's' => [new(DateTimeField.Second, 2)],
        'T' => Join(Specifier('H'), ":", Specifier('i'), ":", Specifier('s')),
        'v' => [new(DateTimeField.Week, 2)],
        'x' => [new(DateTimeField.WeekYear, 4)],
        'W' => [new(DateTimeField.DayName)],
        'Y' => [new(DateTimeField.Year, 4)],
        'y' => [new(DateTimeField.ShortYear, 2)],
        'w' or 'U' or 'u' or 'V' or 'X' or 'D' => throw new QueryException(ErrorCode.InvalidFunctionArgument, span: null, $"%{letter} not supported in date format string"),
        _ => [DateTimePart.Literal(letter.ToString())],
    };

    private static IEnumerable<DateTimePart> Join(params object[] parts) =>
        parts.SelectMany(part => part is string text ? [DateTimePart.Literal(text)] : (IEnumerable<DateTimePart>)part);
}
