using System.Diagnostics;
using System.Runtime.InteropServices;
using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Native;

/// <summary>Makes DuckDB's logical types; the same mapping as <see cref="TypePrinter"/>.</summary>
internal static unsafe class LogicalType
{
    /// <summary>A handle that the caller destroys.</summary>
    public static nint Create(SqlType type) => type switch
    {
        DecimalType number => Api.CreateDecimalType((byte)number.Precision, (byte)number.Scale),
        ArrayType array => CreateList(array.Element),
        MapType map => CreateMap(map),
        RowType row => CreateStruct(row.Fields.Select((field, index) => (TypePrinter.FieldName(index), field.Type))),
        TimestampType { WithTimeZone: true } => CreateStruct([("instant", new TimestampType(6, WithTimeZone: false)), ("zone", VarcharType.Unbounded)]),
        _ => Api.CreateLogicalType(Primitive(type)),
    };

    private static NativeType Primitive(SqlType type) => TypePrinter.Print(type) switch
    {
        "\"NULL\"" => NativeType.Integer,
        "BOOLEAN" => NativeType.Boolean,
        "TINYINT" => NativeType.TinyInt,
        "SMALLINT" => NativeType.SmallInt,
        "INTEGER" => NativeType.Integer,
        "BIGINT" => NativeType.BigInt,
        "FLOAT" => NativeType.Float,
        "DOUBLE" => NativeType.Double,
        "VARCHAR" => NativeType.Varchar,
        "BLOB" => NativeType.Blob,
        "DATE" => NativeType.Date,
        "TIME" => NativeType.Time,
        "TIMETZ" => NativeType.TimeTz,
        "TIMESTAMP" => NativeType.Timestamp,
        "UUID" => NativeType.Uuid,
        "INTERVAL" => NativeType.Interval,
        var name => throw new UnreachableException($"No logical type for {name}."),
    };

    private static nint CreateList(SqlType elementType)
    {
        var element = Create(elementType);
        var list = Api.CreateListType(element);
        Api.DestroyLogicalType(ref element);
        return list;
    }

    private static nint CreateMap(MapType type)
    {
        var key = Create(type.Key);
        var value = Create(type.Value);
        var map = Api.CreateMapType(key, value);
        Api.DestroyLogicalType(ref key);
        Api.DestroyLogicalType(ref value);
        return map;
    }

    private static nint CreateStruct(IEnumerable<(string Name, SqlType Type)> fields)
    {
        var types = fields.Select(field => Create(field.Type)).ToArray();
        var names = fields.Select(field => Marshal.StringToCoTaskMemUTF8(field.Name)).ToArray();
        nint created;
        fixed (nint* typesStart = types, namesStart = names)
        {
            created = Api.CreateStructType(typesStart, namesStart, (ulong)types.Length);
        }

        for (var i = 0; i < types.Length; i++)
        {
            Api.DestroyLogicalType(ref types[i]);
            Marshal.FreeCoTaskMem(names[i]);
        }

        return created;
    }
}
