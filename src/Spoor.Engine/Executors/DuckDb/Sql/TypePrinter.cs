using System.Diagnostics;
using System.Globalization;
using Spoor.Core.Collections;
using Spoor.Core.Types;

namespace Spoor.Engine.Executors.DuckDb.Sql;

/// <summary>Trino type -> the DuckDB type that holds its values.</summary>
/// <remarks>
/// A timestamp with time zone is a STRUCT of its instant (UTC) and the zone to show it in, because DuckDB's own type forgets the zone and with it the hour, the day and
/// the text. Where values are compared, grouped or sorted, the instant alone stands for them (<c>ValueKey</c>).
/// </remarks>
internal static class TypePrinter
{
    private static readonly DuckType[] s_scalars = [.. Enum.GetValues<ScalarKind>().Select(kind => new DuckType(Physical(kind)))];

    /// <summary>The DuckDB type.</summary>
    public static DuckType TypeOf(SqlType type) => type switch
    {
        ScalarType scalar => s_scalars[(int)scalar.Kind],
        QuantileDigestType => new DuckType(PhysicalType.Blob),
        VarcharType or CharType => DuckType.Varchar,
        DecimalType number => DuckType.Decimal(number.Precision, number.Scale),
        TimeType time => new DuckType(time.WithTimeZone ? PhysicalType.TimeTz : PhysicalType.Time),
        TimestampType timestamp => timestamp.WithTimeZone ? DuckType.ZonedTimestamp : DuckType.Timestamp,
        ArrayType array => DuckType.List(TypeOf(array.Element)),
        MapType map => DuckType.Map(TypeOf(map.Key), TypeOf(map.Value)),
        RowType row => DuckType.Struct(row.Fields.Select((field, index) => new DuckTypePart(FieldName(index), TypeOf(field.Type))).ToValueList()),
        _ => throw new UnreachableException($"No DuckDB type for {type.GetType().Name}."),
    };

    /// <summary>The name of a row's field in DuckDB: Trino's may be missing, repeated, or differ by case only.</summary>
    public static string FieldName(int index) => string.Create(CultureInfo.InvariantCulture, $"f{index}");

    private static PhysicalType Physical(ScalarKind kind) => kind switch
    {
        ScalarKind.Unknown => PhysicalType.Null,
        ScalarKind.Boolean => PhysicalType.Boolean,
        ScalarKind.TinyInt => PhysicalType.TinyInt,
        ScalarKind.SmallInt => PhysicalType.SmallInt,
        ScalarKind.Integer => PhysicalType.Integer,
        ScalarKind.BigInt => PhysicalType.BigInt,
        ScalarKind.Real => PhysicalType.Float,
        ScalarKind.Double => PhysicalType.Double,
        ScalarKind.Date => PhysicalType.Date,
        ScalarKind.Json or ScalarKind.IpAddress or ScalarKind.Color or ScalarKind.JsonPath or ScalarKind.JoniRegExp or ScalarKind.CodePoints => PhysicalType.Varchar,
        ScalarKind.Uuid => PhysicalType.Uuid,
        ScalarKind.IntervalDayToSecond or ScalarKind.IntervalYearToMonth => PhysicalType.Interval,
        ScalarKind.Varbinary or ScalarKind.HyperLogLog or ScalarKind.P4HyperLogLog or ScalarKind.SetDigest or ScalarKind.TDigest => PhysicalType.Blob,
        _ => throw new UnreachableException($"No DuckDB type for {kind}."),
    };
}
