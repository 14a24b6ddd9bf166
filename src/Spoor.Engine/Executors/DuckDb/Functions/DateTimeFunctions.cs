using System.Text;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Executors.DuckDb.Values;
using Spoor.Engine.Semantics.Numbers;
using Spoor.Engine.Semantics.Time;
using static Spoor.Engine.Executors.DuckDb.Functions.FunctionExecution;
using static Spoor.Engine.Executors.DuckDb.Native.ScalarFunctionType;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>Date and time functions. Those of a timestamp with time zone see the local time of its zone.</summary>
/// <seealso href="https://trino.io/docs/current/functions/datetime.html"/>
internal static class DateTimeFunctions
{
    // Analysis has put the statement's time in the place of both functions that ask for it; these are for a plan that did not go through it.
    private const string Now = "date_trunc('millisecond', timezone('UTC', now()))";

    internal static IEnumerable<FunctionExecution> All { get; } =
    [
        .. Fields(),
        .. DateTimeParts.All,
        Expression("now", $"spoor_zoned({Now}, 'UTC')"),
        Expression("current_date", $"CAST({Now} AS DATE)"),
        Expression("current_timezone", "'UTC'"),
        Expression("date", call => CastPrinter.Print(call[0], call.Type(0), ScalarTypes.Date, isTry: false)),
        Expression("last_day_of_month", call => Call("last_day", Local(call, 0))),
        Expression("at_timezone", call => call.Type(0) is TimestampType && call.Type(1) is VarcharType ? Call("spoor_at_timezone", call.All) : throw NotSupported(call),
            new ScalarFunction("spoor_at_timezone", [ZonedTimestamp, Varchar], ZonedTimestamp, (ref row) => row.SetZoned(row.Instant(0), TimeZones.Canonical(row.Text(1))))),
        Expression("with_timezone", "spoor_zoned({0}, {1})"),
        Expression("timezone_hour", call => ZoneOffset(call, 3600)),
        Expression("timezone_minute", call => ZoneOffset(call, 60)),
        Expression("from_iso8601_timestamp", call => Call("spoor_from_iso8601_timestamp", call[0]),
            new ScalarFunction("spoor_from_iso8601_timestamp", [Varchar], ZonedTimestamp, FromIso8601Timestamp)),
        CSharp("from_iso8601_date", [Varchar], Date, FromIso8601Date),
        Expression("to_iso8601", PrintToIso8601,
            new("spoor_to_iso8601", [Timestamp, Integer], Varchar, (ref row) => row.SetText(Iso8601.Format(row.Value<long>(0), row.Value<int>(1), zone: null, instant: 0))),
            new("spoor_to_iso8601_zoned", [ZonedTimestamp, Integer], Varchar, ToIso8601Zoned)),
        Expression("from_unixtime", PrintFromUnixTime,
            new ScalarFunction("spoor_from_unixtime", [ScalarFunctionType.Double, Varchar], ZonedTimestamp, FromUnixTime)),
        Expression("from_unixtime_nanos", "spoor_zoned(make_timestamp(CAST(({0}) // 1000 AS BIGINT)), 'UTC')"),
        Expression("to_unixtime", call => Duck($"epoch_us({Instant(call, 0)}) / 1000000")),
        Expression("date_format", call => Call("spoor_date_format", Zoned(call, 0), call[1]),
            new ScalarFunction("spoor_date_format", [ZonedTimestamp, Varchar], Varchar, (ref row) => Format(ref row, MySqlDateFormat.Of(row.Bytes(1))))),
        CSharp("date_parse", [Varchar, Varchar], Timestamp, (ref row) => row.Set(Milliseconds(MySqlDateFormat.Of(row.Bytes(1)).Parse(row.Text(0)).Local))),
        Expression("format_datetime", call => Call("spoor_format_datetime", Zoned(call, 0), call[1]),
            new ScalarFunction("spoor_format_datetime", [ZonedTimestamp, Varchar], Varchar, (ref row) => Format(ref row, JodaDateFormat.Of(row.Bytes(1))))),
        CSharp("parse_datetime", [Varchar, Varchar], ZonedTimestamp, ParseDateTime),
        Expression("to_milliseconds", "CAST(epoch_ms({0}) AS BIGINT)"),
        CSharp("human_readable_seconds", [ScalarFunctionType.Double], Varchar, (ref row) => row.SetText(HumanReadableSeconds(row.Value<double>(0)))),
        CSharp("parse_duration", [Varchar], Interval, (ref row) => row.Set(new IntervalValue(0, 0, Duration.Parse(row.Text(0))))),
    ];

    /// <summary>A date or timestamp argument as TIMESTAMP in its own zone.</summary>
    internal static DuckExpression Local(DuckFunctionCall call, int index) => call.Type(index) switch
    {
        TimestampType { WithTimeZone: true } => Call("spoor_local", call[index]),
        _ => call[index],
    };

    private static DuckExpression Instant(DuckFunctionCall call, int index) => ComparisonPrinter.Key(call[index], call.Type(index));

    private static DuckExpression Zoned(DuckFunctionCall call, int index) =>
        call.Type(index) is TimestampType { WithTimeZone: true } ? call[index] : Duck($"spoor_zoned(CAST({call[index]} AS TIMESTAMP), 'UTC')");

    private static QueryException NotSupported(DuckFunctionCall call) =>
        new(ErrorCode.NotSupported, span: null, $"Function '{call.Function.Name}' of {call.Type(0)} is not yet available in Spoor");

    private static QueryException Invalid(string message) => new(ErrorCode.InvalidFunctionArgument, span: null, message);

    private static IEnumerable<FunctionExecution> Fields()
    {
        (string Name, string DuckDbName)[] fields =
        [
            ("year", "year"), ("quarter", "quarter"), ("month", "month"),
            ("week", "week"), ("week_of_year", "week"), ("year_of_week", "isoyear"), ("yow", "isoyear"),
            ("day", "day"), ("day_of_month", "day"), ("day_of_week", "isodow"), ("dow", "isodow"),
            ("day_of_year", "dayofyear"), ("doy", "dayofyear"),
            ("hour", "hour"), ("minute", "minute"), ("second", "second"), ("millisecond", "millisecond"),
        ];
        return fields.Select(item => Expression(item.Name, call => PrintField(item.Name, item.DuckDbName, call)));
    }

    private static DuckExpression PrintField(string name, string duckDbName, DuckFunctionCall call) => call.Type(0) switch
    {
        ScalarType { Kind: ScalarKind.IntervalDayToSecond } => PrintIntervalField(name, call[0]),
        TimeType { WithTimeZone: true } => throw NotSupported(call),
        _ when name == "millisecond" => Duck($"CAST(millisecond({Local(call, 0)}) % 1000 AS BIGINT)"),
        _ => Duck($"CAST({Call(duckDbName, Local(call, 0))} AS BIGINT)"),
    };

    private static DuckExpression PrintIntervalField(string name, DuckExpression interval)
    {
        var (unit, modulus) = name switch
        {
            "hour" => (3_600_000, 24),
            "minute" => (60_000, 60),
            "second" => (1000, 60),
            "millisecond" => (1, 1000),
            _ => (86_400_000, 0),
        };
        var units = Duck($"CAST(epoch_ms({interval}) AS BIGINT) // {unit}");
        return Duck($"CAST({(modulus == 0 ? units : Duck($"{units} % {modulus}"))} AS BIGINT)");
    }

    private static DuckExpression ZoneOffset(DuckFunctionCall call, int unit)
    {
        if (call.Type(0) is not TimestampType)
        {
            throw NotSupported(call);
        }

        var seconds = Duck($"CAST(date_diff('second', struct_extract({call[0]}, 'instant'), spoor_local({call[0]})) AS BIGINT)");
        return unit == 3600 ? Duck($"{seconds} // 3600") : Duck($"{seconds} // 60 % 60");
    }

    private static void FromIso8601Timestamp(ref ScalarFunctionRow row)
    {
        if (TryReadUtc(row.Bytes(0), out var instant))
        {
            row.SetZoned(instant, TimeZones.Utc);
            return;
        }

        var text = row.Text(0);
        if (!Iso8601.TryRead(text, out var local, out var zone))
        {
            throw Invalid($"Invalid format: \"{text}\"");
        }

        var known = zone ?? TimeZones.Utc;
        row.SetZoned(TimeZones.ToInstant(Milliseconds(local), known), known);
    }

    // The form of every event time in a trail: 2020-01-02T03:04:05Z.
    private static bool TryReadUtc(ReadOnlySpan<byte> utf8, out long instant)
    {
        instant = 0;
        if (utf8.Length != 20 || utf8[19] != 'Z' || utf8[4] != '-' || utf8[7] != '-' || utf8[10] != 'T' || utf8[13] != ':' || utf8[16] != ':')
        {
            return false;
        }

        if (!TryReadDigits(utf8[..4], out var year) || !TryReadDigits(utf8[5..7], out var month) || !TryReadDigits(utf8[8..10], out var day)
            || !TryReadDigits(utf8[11..13], out var hour) || !TryReadDigits(utf8[14..16], out var minute) || !TryReadDigits(utf8[17..19], out var second)
            || !CivilTime.IsValid(year, month, day) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        instant = new CivilTime(year, month, day, ((((hour * 60L) + minute) * 60) + second) * CivilTime.MicrosecondsPerSecond).EpochMicroseconds;
        return true;
    }

    private static bool TryReadDigits(ReadOnlySpan<byte> utf8, out int number)
    {
        number = 0;
        foreach (var unit in utf8)
        {
            if (unit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + unit - '0';
        }

        return true;
    }

    private static void FromIso8601Date(ref ScalarFunctionRow row)
    {
        var text = row.Text(0);
        row.Set(Iso8601.TryReadDate(text, out var day) ? (int)day : throw Invalid($"Invalid format: \"{text}\""));
    }

    private static DuckExpression PrintToIso8601(DuckFunctionCall call) => call.Type(0) switch
    {
        TimestampType { WithTimeZone: true } timestamp => Call("spoor_to_iso8601_zoned", call[0], Number(timestamp.Precision)),
        TimestampType timestamp => Call("spoor_to_iso8601", call[0], Number(timestamp.Precision)),
        _ => Cast(call[0], DuckType.Varchar),
    };

    private static void ToIso8601Zoned(ref ScalarFunctionRow row)
    {
        var zone = Encoding.UTF8.GetString(row.Zone(0));
        row.SetText(Iso8601.Format(TimeZones.ToLocal(row.Instant(0), zone), row.Value<int>(1), zone, row.Instant(0)));
    }

    private static DuckExpression PrintFromUnixTime(DuckFunctionCall call) => call.Count switch
    {
        1 => Duck($"spoor_from_unixtime({call[0]}, 'UTC')"),
        2 => Call("spoor_from_unixtime", call.All),
        _ => Shared(call[1], call[2], (hours, minutes) =>
            Duck($"spoor_from_unixtime({call[0]}, printf('%s%02d:%02d', CASE WHEN {hours} < 0 OR {minutes} < 0 THEN '-' ELSE '+' END, abs({hours}), abs({minutes})))")),
    };

    private static void FromUnixTime(ref ScalarFunctionRow row)
    {
        var seconds = row.Value<double>(0);
        if (!double.IsFinite(seconds) || Math.Abs(seconds) > 9e12)
        {
            throw Invalid($"Invalid unix time: {JavaNumber.Format(seconds)}");
        }

        // Milliseconds, halves up, as Java's Math.round.
        row.SetZoned((long)Math.Floor((seconds * 1000) + 0.5) * 1000, TimeZones.Canonical(row.Text(1)));
    }

    private static void Format(ref ScalarFunctionRow row, DateTimePattern pattern)
    {
        var zone = Encoding.UTF8.GetString(row.Zone(0));
        row.SetText(pattern.Format(TimeText.Round(row.Instant(0), 3), zone));
    }

    private static void ParseDateTime(ref ScalarFunctionRow row)
    {
        var (local, zone) = JodaDateFormat.Of(row.Bytes(1)).Parse(row.Text(0));
        row.SetZoned(TimeZones.ToInstant(Milliseconds(local), zone ?? TimeZones.Utc), zone ?? TimeZones.Utc);
    }

    // Joda cuts what comes behind the milliseconds.
    private static long Milliseconds(long microseconds) => microseconds - (((microseconds % 1000) + 1000) % 1000);

    private static string HumanReadableSeconds(double seconds)
    {
        if (!double.IsFinite(seconds))
        {
            throw Invalid($"Invalid argument found: {JavaNumber.Format(seconds)}");
        }

        var left = (long)Math.Round(Math.Abs(seconds), MidpointRounding.AwayFromZero);
        (string Name, long Seconds)[] units = [("week", 604_800), ("day", 86_400), ("hour", 3600), ("minute", 60), ("second", 1)];
        var parts = new List<string>();
        foreach (var (name, length) in units)
        {
            var count = left / length;
            left %= length;
            if (count > 0 || (name == "second" && parts.Count == 0))
            {
                parts.Add($"{count} {name}{(count == 1 ? "" : "s")}");
            }
        }

        return string.Join(", ", parts);
    }
}
