using System.Globalization;
using System.Text.RegularExpressions;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis.Literals;

/// <summary><c>TIME '12:34:56.789'</c>, perhaps with an offset <c>+02:00</c>; the digits written give the precision.</summary>
internal static partial class TimeLiterals
{
    private const long MicrosecondsPerDay = 86_400_000_000;
    private const long MicrosecondsPerMinute = 60_000_000;
    private const long PicosecondsPerMicrosecond = 1_000_000;

    public static BoundLiteral Analyze(TypedLiteral node)
    {
        var match = Pattern().Match(node.Value);
        if (!match.Success || ClockText.TryPicoseconds(match) is not { } picoseconds)
        {
            throw TypedLiterals.Invalid(node, "TIME", hint: "Write TIME '12:34:56'.");
        }

        var precision = ClockText.Precision(match);
        if (!match.Groups["sign"].Success)
        {
            return new BoundLiteral(picoseconds, new TimeType(precision, WithTimeZone: false), node.Span);
        }

        var minutes = (int.Parse(match.Groups["offsetHour"].ValueSpan, CultureInfo.InvariantCulture) * 60) + int.Parse(match.Groups["offsetMinute"].ValueSpan, CultureInfo.InvariantCulture);
        var offset = match.Groups["sign"].Value == "-" ? -minutes : minutes;
        var utc = (((picoseconds / PicosecondsPerMicrosecond) - (offset * MicrosecondsPerMinute)) % MicrosecondsPerDay + MicrosecondsPerDay) % MicrosecondsPerDay;
        var zone = $"{match.Groups["sign"].Value}{match.Groups["offsetHour"].Value}:{match.Groups["offsetMinute"].Value}";
        return new BoundLiteral(new ZonedTimestamp(utc, zone), new TimeType(precision, WithTimeZone: true), node.Span);
    }

    [GeneratedRegex(@"^(?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:\.(?<fraction>\d+))?)?(?:\s*(?<sign>[+-])(?<offsetHour>\d\d):(?<offsetMinute>\d\d))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
