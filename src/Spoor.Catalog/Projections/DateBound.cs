using System.Globalization;
using System.Text.RegularExpressions;

namespace Spoor.Catalog.Projections;

/// <summary>A bound of a date range: a time, or NOW with an offset.</summary>
internal sealed partial record DateBound(DateTime? Time, int Sign, DateInterval Offset)
{
    /// <summary>Reads a NOW expression or a date in the pattern.</summary>
    public static bool TryParse(string text, JavaDatePattern pattern, out DateBound bound)
    {
        bound = new DateBound(Time: null, Sign: 0, Offset: default);
        if (NowExpression().Match(text) is not { Success: true } now)
        {
            var isDate = pattern.TryParse(text, out var time);
            bound = bound with { Time = time };
            return isDate;
        }

        if (!now.Groups["amount"].Success)
        {
            return true;
        }

        var isOffset = long.TryParse(now.Groups["amount"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            & DateInterval.TryCreate(amount, now.Groups["unit"].Value, out var offset);
        bound = bound with { Sign = now.Groups["sign"].Value == "-" ? -1 : 1, Offset = offset };
        return isOffset;
    }

    /// <summary>The time that is meant; the calendar's first or last where it ends before.</summary>
    public DateTime At(DateTime now) =>
        Time ?? (Sign == 0 ? now : Offset.TryAdd(now, Sign, out var time) ? time : Sign < 0 ? DateTime.MinValue : DateTime.MaxValue);

    /// <seealso href="https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html#partition-projection-date-type"/>
    [GeneratedRegex(@"^\s*NOW\s*((?<sign>[+-])\s*(?<amount>[0-9]+)\s*(?<unit>YEARS?|MONTHS?|WEEKS?|DAYS?|HOURS?|MINUTES?|SECONDS?)\s*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NowExpression();
}
