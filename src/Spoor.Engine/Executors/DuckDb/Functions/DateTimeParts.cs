using System.Text;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Semantics.Time;
using static Spoor.Engine.Executors.DuckDb.Functions.FunctionExecution;
using static Spoor.Engine.Executors.DuckDb.Native.ScalarFunctionType;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>date_trunc, date_add and date_diff.</summary>
internal static class DateTimeParts
{
    private static readonly HashSet<string> s_literalUnits = ["second", "minute", "hour", "day", "week", "month", "quarter", "year"];

    internal static IEnumerable<FunctionExecution> All { get; } =
    [
        Expression("date_trunc", PrintTrunc,
            new("spoor_date_trunc", [Varchar, Timestamp], Timestamp, (ref row) => row.Set(DateTimeUnit.Truncate(Unit(ref row), row.Value<long>(1)))),
            new("spoor_date_trunc_zoned", [Varchar, ZonedTimestamp], ZonedTimestamp, TruncateZoned)),
        Expression("date_add", PrintAdd,
            new("spoor_date_add", [Varchar, BigInt, Timestamp], Timestamp, (ref row) => row.Set(DateTimeUnit.Add(Unit(ref row), row.Value<long>(1), row.Value<long>(2)))),
            new("spoor_date_add_zoned", [Varchar, BigInt, ZonedTimestamp], ZonedTimestamp, AddZoned)),
        Expression("date_diff", PrintDiff,
            new("spoor_date_diff", [Varchar, Timestamp, Timestamp], BigInt, (ref row) => row.Set(DateTimeUnit.Difference(Unit(ref row), row.Value<long>(1), row.Value<long>(2)))),
            new("spoor_date_diff_zoned", [Varchar, ZonedTimestamp, ZonedTimestamp], BigInt, DifferenceZoned)),
    ];

    private static string Unit(ref ScalarFunctionRow row) => row.Text(0).ToLowerInvariant();

    private static string Zone(ref ScalarFunctionRow row, int argument) => Encoding.UTF8.GetString(row.Zone(argument));

    private static DuckExpression PrintTrunc(DuckFunctionCall call) => call.Type(1) switch
    {
        TimestampType { WithTimeZone: true } => Call("spoor_date_trunc_zoned", call.All),
        ScalarType or TimestampType when call[0] is DuckText unit && s_literalUnits.Contains(unit.Value) => Duck($"CAST(date_trunc({call.All}) AS {TypePrinter.TypeOf(call.Result)})"),
        var type => FromTimestamp(Call("spoor_date_trunc", call[0], ToTimestamp(call[1], type)), type),
    };

    private static DuckExpression PrintAdd(DuckFunctionCall call) => call.Type(2) is TimestampType { WithTimeZone: true }
        ? Call("spoor_date_add_zoned", call.All)
        : FromTimestamp(Call("spoor_date_add", call[0], call[1], ToTimestamp(call[2], call.Type(2))), call.Type(2));

    private static DuckExpression PrintDiff(DuckFunctionCall call) => call.Type(1) is TimestampType { WithTimeZone: true }
        ? Call("spoor_date_diff_zoned", call.All)
        : Call("spoor_date_diff", call[0], ToTimestamp(call[1], call.Type(1)), ToTimestamp(call[2], call.Type(2)));

    // A time is the timestamp of that time on the first day, so that all units work and adding wraps around.
    private static DuckExpression ToTimestamp(DuckExpression value, SqlType type) => type switch
    {
        TimeType { WithTimeZone: false } => Duck($"CAST('1970-01-01' AS DATE) + {value}"),
        TimeType => throw new QueryException(ErrorCode.NotSupported, span: null, $"Functions of {type} are not yet available in Spoor"),
        TimestampType => value,
        _ => Cast(value, DuckType.Timestamp),
    };

    private static DuckExpression FromTimestamp(DuckExpression value, SqlType type) => type is TimestampType ? value : Cast(value, TypePrinter.TypeOf(type));

    private static void TruncateZoned(ref ScalarFunctionRow row)
    {
        var zone = Zone(ref row, 1);
        row.SetZoned(TimeZones.ToInstant(DateTimeUnit.Truncate(Unit(ref row), TimeZones.ToLocal(row.Instant(1), zone)), zone), zone);
    }

    // Hours and less are lengths of time; days and more keep the time on the clock.
    private static void AddZoned(ref ScalarFunctionRow row)
    {
        var (unit, count, instant, zone) = (Unit(ref row), row.Value<long>(1), row.Instant(2), Zone(ref row, 2));
        var isLength = DateTimeUnit.TryLength(unit, out var length) && length < CivilTime.MicrosecondsPerDay;
        row.SetZoned(isLength ? checked(instant + (count * length)) : TimeZones.ToInstant(DateTimeUnit.Add(unit, count, TimeZones.ToLocal(instant, zone)), zone), zone);
    }

    private static void DifferenceZoned(ref ScalarFunctionRow row)
    {
        var (unit, zone) = (Unit(ref row), Zone(ref row, 1));
        var isLength = DateTimeUnit.TryLength(unit, out var length) && length < CivilTime.MicrosecondsPerDay;
        row.Set(isLength
            ? (row.Instant(2) - row.Instant(1)) / length
            : DateTimeUnit.Difference(unit, TimeZones.ToLocal(row.Instant(1), zone), TimeZones.ToLocal(row.Instant(2), zone)));
    }
}
