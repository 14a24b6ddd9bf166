using System.Diagnostics;
using System.Runtime.InteropServices;
using Spoor.Core.Collections;
using Spoor.Engine.Executors.DuckDb.Sql;

namespace Spoor.Engine.Executors.DuckDb.Native;

/// <summary>Makes DuckDB's own objects for types.</summary>
internal static unsafe class LogicalType
{
    /// <summary>A handle that the caller destroys.</summary>
    public static nint Create(DuckType type) => type.Kind switch
    {
        PhysicalType.Decimal => Api.CreateDecimalType((byte)type.Precision, (byte)type.Scale),
        PhysicalType.List => CreateList(type.Parts[0].Type),
        PhysicalType.Map => CreateMap(type.Parts[0].Type, type.Parts[1].Type),
        PhysicalType.Struct => CreateStruct(type.Parts),
        _ => Api.CreateLogicalType(Primitive(type.Kind)),
    };

    private static NativeType Primitive(PhysicalType type) => type switch
    {
        PhysicalType.Null => NativeType.Integer,
        PhysicalType.Boolean => NativeType.Boolean,
        PhysicalType.TinyInt => NativeType.TinyInt,
        PhysicalType.SmallInt => NativeType.SmallInt,
        PhysicalType.Integer => NativeType.Integer,
        PhysicalType.BigInt => NativeType.BigInt,
        PhysicalType.HugeInt => NativeType.HugeInt,
        PhysicalType.Float => NativeType.Float,
        PhysicalType.Double => NativeType.Double,
        PhysicalType.Varchar => NativeType.Varchar,
        PhysicalType.Blob => NativeType.Blob,
        PhysicalType.Date => NativeType.Date,
        PhysicalType.Time => NativeType.Time,
        PhysicalType.TimeTz => NativeType.TimeTz,
        PhysicalType.Timestamp => NativeType.Timestamp,
        PhysicalType.Uuid => NativeType.Uuid,
        PhysicalType.Interval => NativeType.Interval,
        _ => throw new UnreachableException($"{type} is made of parts."),
    };

    private static nint CreateList(DuckType elementType)
    {
        var element = Create(elementType);
        var list = Api.CreateListType(element);
        Api.DestroyLogicalType(ref element);
        return list;
    }

    private static nint CreateMap(DuckType keyType, DuckType valueType)
    {
        var key = Create(keyType);
        var value = Create(valueType);
        var map = Api.CreateMapType(key, value);
        Api.DestroyLogicalType(ref key);
        Api.DestroyLogicalType(ref value);
        return map;
    }

    private static nint CreateStruct(ValueList<DuckTypePart> members)
    {
        var types = members.Select(member => Create(member.Type)).ToArray();
        var names = members.Select(member => Marshal.StringToCoTaskMemUTF8(member.Name)).ToArray();
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
