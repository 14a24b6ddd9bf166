using System.Globalization;
using System.Text.RegularExpressions;

namespace Spoor.Sql.Analysis.Literals;

/// <summary>The time of day in the groups <c>hour</c>, <c>minute</c>, <c>second</c> and <c>fraction</c> of a match.</summary>
internal static class ClockText
{
    private const int MaxDigits = 12;
    private const long PicosecondsPerSecond = 1_000_000_000_000;

    /// <summary>Digits after the second's point.</summary>
    public static int Precision(Match match) => match.Groups["fraction"].Length;

    /// <summary>Picoseconds of the day (0 when no time was written), or null when there is no such time.</summary>
    public static long? TryPicoseconds(Match match)
    {
        var (hour, minute, second) = (Number(match.Groups["hour"]), Number(match.Groups["minute"]), Number(match.Groups["second"]));
        if (hour > 23 || minute > 59 || second > 59 || Precision(match) > MaxDigits)
        {
            return null;
        }

        var fraction = long.Parse(match.Groups["fraction"].Value.PadRight(MaxDigits, '0'), CultureInfo.InvariantCulture);
        return ((((hour * 60) + minute) * 60) + second) * PicosecondsPerSecond + fraction;
    }

    private static long Number(Group group) => group.Success ? long.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;
}
