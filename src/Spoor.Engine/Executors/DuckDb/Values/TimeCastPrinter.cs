using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Sql;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Values;

/// <summary>Casts among dates, times and timestamps. The session's zone is UTC, as Athena's is.</summary>
internal static class TimeCastPrinter
{
    internal static DuckExpression Print(DuckExpression value, SqlType from, SqlType to) => (from, to) switch
    {
        (TimestampType source, TimestampType target) => PrintTimestamp(value, source, target),
        (TimestampType source, TimeType { WithTimeZone: false } target) =>
            Duck($"CAST({Rounded(source.WithTimeZone ? Call("spoor_local", value) : value, source.Precision, target.Precision)} AS TIME)"),
        (TimestampType { WithTimeZone: true }, _) => Duck($"CAST(spoor_local({value}) AS {TypePrinter.TypeOf(to)})"),
        (TimeType { WithTimeZone: false } source, TimeType { WithTimeZone: false } target) =>
            target.Precision >= source.Precision ? value : Call("spoor_round_time", value, Number(target.Precision)),
        (_, TimestampType { WithTimeZone: true }) => Duck($"spoor_zoned(CAST({value} AS TIMESTAMP), 'UTC')"),
        _ => Cast(value, TypePrinter.TypeOf(to)),
    };

    private static DuckExpression Rounded(DuckExpression value, int from, int to) => to >= from || to >= 6 ? value : Call("spoor_round_timestamp", value, Number(to));

    private static DuckExpression PrintTimestamp(DuckExpression value, TimestampType from, TimestampType to)
    {
        var converted = (from.WithTimeZone, to.WithTimeZone) switch
        {
            (true, false) => Call("spoor_local", value),
            (false, true) => Duck($"spoor_zoned({value}, 'UTC')"),
            _ => value,
        };
        return to.Precision >= from.Precision || to.Precision >= 6
            ? converted
            : Call(to.WithTimeZone ? "spoor_round_timestamp_zoned" : "spoor_round_timestamp", converted, Number(to.Precision));
    }
}
