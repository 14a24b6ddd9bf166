using System.Globalization;
using System.Text.RegularExpressions;

namespace Spoor.Sql.Analysis.Literals;

/// <summary>Dates as text, in the proleptic Gregorian calendar.</summary>
internal static partial class DateLiterals
{
    /// <summary>Days since 1970-01-01, or null when the text is no date.</summary>
    public static long? TryParse(string text) =>
        Pattern().Match(text.Trim()) is { Success: true } match ? TryDays(match) : null;

    /// <summary>Days since 1970-01-01 from the groups <c>year</c>, <c>month</c> and <c>day</c>; null when there is no such day.</summary>
    public static long? TryDays(Match match)
    {
        if (!int.TryParse(match.Groups["year"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var year))
        {
            return null;
        }

        var month = int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture);
        var day = int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture);
        return month is >= 1 and <= 12 && day >= 1 && day <= DaysInMonth(year, month)
            && DaysFromCivil(year, month, day) is >= int.MinValue and <= int.MaxValue and var days
            ? days
            : null;
    }

    private static int DaysInMonth(long year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <summary>Howard Hinnant's algorithm; <see cref="DateOnly"/> ends at the years 1 and 9999, Trino does not.</summary>
    /// <seealso href="https://howardhinnant.github.io/date_algorithms.html#days_from_civil"/>
    private static long DaysFromCivil(long year, int month, int day)
    {
        year -= month <= 2 ? 1 : 0;
        var era = (year >= 0 ? year : year - 399) / 400;
        var yearOfEra = year - (era * 400);
        var dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (era * 146_097) + dayOfEra - 719_468;
    }

    [GeneratedRegex(@"^(?<year>[-+]?\d{1,9})-(?<month>\d{1,2})-(?<day>\d{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
