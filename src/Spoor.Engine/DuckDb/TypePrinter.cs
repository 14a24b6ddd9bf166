using System.Diagnostics;
using System.Globalization;
using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb;

/// <summary>Trino type -> the DuckDB type that holds its values.</summary>
/// <remarks>
/// A timestamp with time zone is a STRUCT of its instant (UTC) and the zone to show it in, because DuckDB's own type forgets the zone and with it the hour, the day and
/// the text. Where values are compared, grouped or sorted, the instant alone stands for them (<see cref="Functions.ValueKey"/>).
/// </remarks>
internal static class TypePrinter
{
    /// <summary>How a timestamp with time zone is held: UTC, and a zone id such as <c>Europe/Berlin</c> or <c>+02:00</c>.</summary>
    public const string ZonedTimestamp = "STRUCT(instant TIMESTAMP, zone VARCHAR)";

    /// <summary>The type's name in DuckDB's SQL.</summary>
    public static string Print(SqlType type) => type switch
    {
        ScalarType scalar => PrintScalar(scalar),
        QuantileDigestType => "BLOB",
        VarcharType or CharType => "VARCHAR",
        DecimalType number => string.Create(CultureInfo.InvariantCulture, $"DECIMAL({number.Precision},{number.Scale})"),
        TimeType time => time.WithTimeZone ? "TIMETZ" : "TIME",
        TimestampType timestamp => timestamp.WithTimeZone ? ZonedTimestamp : "TIMESTAMP",
        ArrayType array => $"{Print(array.Element)}[]",
        MapType map => $"MAP({Print(map.Key)}, {Print(map.Value)})",
        RowType row => $"STRUCT({string.Join(", ", row.Fields.Select((field, index) => $"{FieldName(index)} {Print(field.Type)}"))})",
        _ => throw new UnreachableException($"No DuckDB type for {type.GetType().Name}."),
    };

    /// <summary>The name of a row's field in DuckDB: Trino's may be missing, repeated, or differ by case only.</summary>
    public static string FieldName(int index) => string.Create(CultureInfo.InvariantCulture, $"f{index}");

    private static string PrintScalar(ScalarType type) => type.Kind switch
    {
        ScalarKind.Unknown => "\"NULL\"",
        ScalarKind.Boolean => "BOOLEAN",
        ScalarKind.TinyInt => "TINYINT",
        ScalarKind.SmallInt => "SMALLINT",
        ScalarKind.Integer => "INTEGER",
        ScalarKind.BigInt => "BIGINT",
        ScalarKind.Real => "FLOAT",
        ScalarKind.Double => "DOUBLE",
        ScalarKind.Date => "DATE",
        ScalarKind.Json or ScalarKind.IpAddress or ScalarKind.Color or ScalarKind.JsonPath or ScalarKind.JoniRegExp or ScalarKind.CodePoints => "VARCHAR",
        ScalarKind.Uuid => "UUID",
        ScalarKind.IntervalDayToSecond or ScalarKind.IntervalYearToMonth => "INTERVAL",
        ScalarKind.Varbinary or ScalarKind.HyperLogLog or ScalarKind.P4HyperLogLog or ScalarKind.SetDigest or ScalarKind.TDigest => "BLOB",
        _ => throw new UnreachableException($"No DuckDB type for {type.Kind}."),
    };
}
