using System.Diagnostics;
using System.Globalization;
using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Sql.Analysis.Nodes;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Printing;

/// <summary>Constants as DuckDB expressions, always with their type: DuckDB would choose a type by the value.</summary>
internal static class LiteralPrinter
{
    private const long PicosecondsPerMicrosecond = 1_000_000;

    /// <summary>The constant.</summary>
    public static DuckExpression Print(BoundLiteral literal)
    {
        var type = TypePrinter.TypeOf(literal.Type);
        return (literal.Value, literal.Type) switch
        {
            (null, _) => literal.Type == ScalarTypes.Unknown ? DuckKeyword.Null : Null(type),
            (bool value, _) => value ? DuckKeyword.True : DuckKeyword.False,
            (string value, ScalarType { Kind: ScalarKind.Uuid }) => Cast(Text(value), type),
            (string value, ScalarType { Kind: ScalarKind.Json }) => Call("spoor_json_parse", Text(value)),
            (string value, ScalarType { Kind: ScalarKind.IpAddress }) => Call("spoor_varchar_to_ipaddress", Text(value)),
            (string value, _) => Text(value),
            (double value, _) => Cast(Text(DoubleText(value)), type),
            (Int128 unscaled, DecimalType number) => Cast(Text(DecimalText(unscaled, number.Scale)), type),
            (ValueList<byte> bytes, _) => Call("from_hex", Text(Convert.ToHexString(bytes.AsSpan()))),
            (ZonedTimestamp value, TimestampType) => Duck($"struct_pack(instant := make_timestamp({value.EpochMicroseconds}), zone := {Text(value.Zone)})"),
            (ZonedTimestamp value, TimeType) => Cast(Text($"{TimeText(value.EpochMicroseconds)}+00"), type),
            (long value, _) => PrintNumber(value, literal.Type, type),
            _ => throw new UnreachableException($"No printer for a constant of type {literal.Type}."),
        };
    }

    private static DuckExpression PrintNumber(long value, SqlType type, DuckType duckDbType) => type switch
    {
        TimeType => Cast(Text(TimeText(value / PicosecondsPerMicrosecond)), duckDbType),
        TimestampType => Duck($"make_timestamp(CAST({value} AS BIGINT))"),
        ScalarType { Kind: ScalarKind.Date } => Duck($"CAST('1970-01-01' AS DATE) + CAST({value} AS INTEGER)"),
        ScalarType { Kind: ScalarKind.IntervalDayToSecond } => Duck($"to_milliseconds(CAST({value} AS BIGINT))"),
        ScalarType { Kind: ScalarKind.IntervalYearToMonth } => Duck($"to_months(CAST({value} AS INTEGER))"),
        _ => Cast(Number(value), duckDbType),
    };

    private static string DoubleText(double value) =>
        double.IsNaN(value) ? "nan" : double.IsInfinity(value) ? (value > 0 ? "inf" : "-inf") : value.ToString("R", CultureInfo.InvariantCulture);

    private static string DecimalText(Int128 unscaled, int scale)
    {
        var text = unscaled.ToString(CultureInfo.InvariantCulture);
        var sign = text[0] == '-' ? "-" : "";
        var digits = text[sign.Length..].PadLeft(scale + 1, '0');
        return $"{sign}{digits[..^scale]}{(scale == 0 ? "" : ".")}{digits[^scale..]}";
    }

    private static string TimeText(long microsecondsOfDay) => TimeSpan.FromMicroseconds(microsecondsOfDay).ToString(@"hh\:mm\:ss\.ffffff", CultureInfo.InvariantCulture);
}
