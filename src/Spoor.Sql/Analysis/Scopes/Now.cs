using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Sql.Analysis.Scopes;

/// <summary>The time of a statement's start as constants: the same wherever the statement asks, in the session's zone UTC.</summary>
internal static class Now
{
    private const string Zone = "UTC";
    private const long MicrosecondsPerDay = 86_400_000_000;
    private const long PicosecondsPerMicrosecond = 1_000_000;
    private const int MaxPrecision = 12;

    public static BoundLiteral Date(DateTimeOffset now, TextSpan span) =>
        new(Math.DivRem(Microseconds(now, 0), MicrosecondsPerDay).Quotient, ScalarTypes.Date, span);

    public static BoundLiteral Timestamp(DateTimeOffset now, int precision, bool withTimeZone, TextSpan span)
    {
        CheckPrecision(precision, withTimeZone ? "TIMESTAMP WITH TIME ZONE" : "TIMESTAMP", span);
        var micros = Microseconds(now, precision);
        object value = withTimeZone ? new ZonedTimestamp(micros, Zone) : micros;
        return new BoundLiteral(value, new TimestampType(precision, withTimeZone), span);
    }

    public static BoundLiteral Time(DateTimeOffset now, int precision, bool withTimeZone, TextSpan span)
    {
        CheckPrecision(precision, withTimeZone ? "TIME WITH TIME ZONE" : "TIME", span);
        var micros = Microseconds(now, precision) % MicrosecondsPerDay;
        object value = withTimeZone ? new ZonedTimestamp(micros, Zone) : micros * PicosecondsPerMicrosecond;
        return new BoundLiteral(value, new TimeType(precision, withTimeZone), span);
    }

    /// <summary>Since 1970, cut to <paramref name="precision"/> digits of a second.</summary>
    private static long Microseconds(DateTimeOffset now, int precision)
    {
        var micros = (now.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;
        var unit = (long)Math.Pow(10, Math.Max(0, 6 - precision));
        return micros / unit * unit;
    }

    private static void CheckPrecision(int precision, string type, TextSpan span)
    {
        if (precision is < 0 or > MaxPrecision)
        {
            throw new QueryException(ErrorCode.InvalidFunctionArgument, span, $"{type} precision must be in range [0, {MaxPrecision}]: {precision}");
        }
    }
}
