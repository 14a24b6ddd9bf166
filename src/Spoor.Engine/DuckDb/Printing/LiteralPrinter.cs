using System.Diagnostics;
using System.Globalization;
using Spoor.Engine.DuckDb.Functions;
using Spoor.Sql;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Printing;

/// <summary>Constants as DuckDB SQL, always with their type: DuckDB would choose a type by the value.</summary>
internal static class LiteralPrinter
{
    private const long PicosecondsPerMicrosecond = 1_000_000;

    /// <summary>The constant's text.</summary>
    public static string Print(BoundLiteral literal)
    {
        var type = TypePrinter.Print(literal.Type);
        return (literal.Value, literal.Type) switch
        {
            (null, _) => literal.Type == ScalarTypes.Unknown ? "NULL" : $"CAST(NULL AS {type})",
            (bool value, _) => value ? "TRUE" : "FALSE",
            (string value, ScalarType { Kind: ScalarKind.Uuid }) => $"CAST({SqlText.Literal(value)} AS UUID)",
            (string value, ScalarType { Kind: ScalarKind.Json }) => $"spoor_json_parse({SqlText.Literal(value)})",
            (string value, ScalarType { Kind: ScalarKind.IpAddress }) => $"spoor_varchar_to_ipaddress({SqlText.Literal(value)})",
            (string value, _) => SqlText.Literal(value),
            (double value, _) => $"CAST('{DoubleText(value)}' AS {type})",
            (Int128 unscaled, DecimalType number) => $"CAST('{DecimalText(unscaled, number.Scale)}' AS {type})",
            (ValueList<byte> bytes, _) => $"from_hex('{Convert.ToHexString(bytes.AsSpan())}')",
            (ZonedTimestamp value, TimestampType) => string.Create(
                CultureInfo.InvariantCulture, $"struct_pack(instant := make_timestamp({value.EpochMicroseconds}), zone := {SqlText.Literal(value.Zone)})"),
            (ZonedTimestamp value, TimeType) => $"CAST('{TimeText(value.EpochMicroseconds)}+00' AS TIMETZ)",
            (long value, _) => PrintNumber(value, literal.Type, type),
            _ => throw new UnreachableException($"No printer for a constant of type {literal.Type}."),
        };
    }

    private static string PrintNumber(long value, SqlType type, string printedType) => type switch
    {
        TimeType => $"CAST('{TimeText(value / PicosecondsPerMicrosecond)}' AS TIME)",
        TimestampType => string.Create(CultureInfo.InvariantCulture, $"make_timestamp(CAST({value} AS BIGINT))"),
        ScalarType { Kind: ScalarKind.Date } => string.Create(CultureInfo.InvariantCulture, $"(DATE '1970-01-01' + CAST({value} AS INTEGER))"),
        ScalarType { Kind: ScalarKind.IntervalDayToSecond } => string.Create(CultureInfo.InvariantCulture, $"to_milliseconds(CAST({value} AS BIGINT))"),
        ScalarType { Kind: ScalarKind.IntervalYearToMonth } => string.Create(CultureInfo.InvariantCulture, $"to_months(CAST({value} AS INTEGER))"),
        _ => string.Create(CultureInfo.InvariantCulture, $"CAST({value} AS {printedType})"),
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
