using System.Text.RegularExpressions;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis.Literals;

/// <summary><c>TIMESTAMP '2024-01-31 12:34:56.789 Europe/Berlin'</c>; the digits written give the precision, a zone the type.</summary>
/// <seealso href="https://github.com/trinodb/trino/blob/456/core/trino-main/src/main/java/io/trino/type/DateTimes.java"/>
internal static partial class TimestampLiterals
{
    private const long MicrosecondsPerDay = 86_400_000_000;
    private const long PicosecondsPerMicrosecond = 1_000_000;

    /// <summary>What a long of microseconds holds.</summary>
    private const long MaxDays = (long.MaxValue / MicrosecondsPerDay) - 1;

    /// <summary>Trino packs the milliseconds of a zoned timestamp into 52 bits.</summary>
    private const long MaxZonedMicroseconds = (1L << 51) * 1_000;

    public static BoundLiteral Analyze(TypedLiteral node)
    {
        var match = Pattern().Match(node.Value);
        if (!match.Success || DateLiterals.TryDays(match) is not { } days || ClockText.TryPicoseconds(match) is not { } picoseconds)
        {
            throw Invalid(node);
        }

        var precision = ClockText.Precision(match);
        if (Math.Abs(days) > MaxDays)
        {
            throw Invalid(node);
        }

        var local = (days * MicrosecondsPerDay) + (picoseconds / PicosecondsPerMicrosecond);
        var zone = match.Groups["timezone"];
        if (!zone.Success)
        {
            return new BoundLiteral(local, new TimestampType(precision, WithTimeZone: false), node.Span);
        }

        if (!ZoneNames.TryCanonical(zone.Value.TrimEnd(), out var canonical))
        {
            throw Invalid(node);
        }

        var instant = ZoneRules.ToInstant(local, canonical);
        if (Math.Abs(instant) > MaxZonedMicroseconds)
        {
            throw Invalid(node);
        }

        return new BoundLiteral(new ZonedTimestamp(instant, canonical), new TimestampType(precision, WithTimeZone: true), node.Span);
    }

    private static QueryException Invalid(TypedLiteral node)
    {
        var hint = node.Value.Contains('T', StringComparison.Ordinal)
            ? $"For ISO 8601 texts use from_iso8601_timestamp('{node.Value}')."
            : "Write TIMESTAMP '2024-01-31 12:34:56'.";
        return TypedLiterals.Invalid(node, "TIMESTAMP", hint);
    }

    [GeneratedRegex(@"^(?<year>[-+]?\d{4,9})-(?<month>\d{1,2})-(?<day>\d{1,2})(?: (?:(?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:\.(?<fraction>\d+))?)?)?\s*(?<timezone>\S.*)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
