using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Casts among dates, times and timestamps. The session's zone is UTC, as Athena's is.</summary>
internal static class TimeCastPrinter
{
    internal static string Print(string value, SqlType from, SqlType to) => (from, to) switch
    {
        (TimestampType source, TimestampType target) => PrintTimestamp(value, source, target),
        (TimestampType source, TimeType { WithTimeZone: false } target) => $"CAST({Rounded(source.WithTimeZone ? $"spoor_local({value})" : value, source.Precision, target.Precision)} AS TIME)",
        (TimestampType { WithTimeZone: true }, _) => $"CAST(spoor_local({value}) AS {TypePrinter.Print(to)})",
        (TimeType { WithTimeZone: false } source, TimeType { WithTimeZone: false } target) =>
            target.Precision >= source.Precision ? value : $"spoor_round_time({value}, {target.Precision})",
        (_, TimestampType { WithTimeZone: true }) => $"spoor_zoned(CAST({value} AS TIMESTAMP), 'UTC')",
        _ => $"CAST({value} AS {TypePrinter.Print(to)})",
    };

    private static string Rounded(string value, int from, int to) => to >= from || to >= 6 ? value : $"spoor_round_timestamp({value}, {to})";

    private static string PrintTimestamp(string value, TimestampType from, TimestampType to)
    {
        var converted = (from.WithTimeZone, to.WithTimeZone) switch
        {
            (true, false) => $"spoor_local({value})",
            (false, true) => $"spoor_zoned({value}, 'UTC')",
            _ => value,
        };
        return to.Precision >= from.Precision || to.Precision >= 6
            ? converted
            : $"spoor_round_timestamp{(to.WithTimeZone ? "_zoned" : "")}({converted}, {to.Precision})";
    }
}
