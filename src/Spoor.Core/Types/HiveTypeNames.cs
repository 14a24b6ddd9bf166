namespace Spoor.Core.Types;

/// <summary>Hive's spelling of types, as DDL, DESCRIBE and the Glue API have it.</summary>
public static class HiveTypeNames
{
    /// <summary>Hive's spelling: <c>struct&lt;a:string,b:array&lt;int&gt;&gt;</c>; Trino's where Hive has no such type.</summary>
    public static string Print(SqlType type) => type switch
    {
        VarcharType { Length: null } => "string",
        ScalarType { Kind: ScalarKind.Integer } => "int",
        ScalarType { Kind: ScalarKind.Real } => "float",
        ScalarType { Kind: ScalarKind.Varbinary } => "binary",
        TimestampType { WithTimeZone: false } => "timestamp",
        ArrayType array => $"array<{Print(array.Element)}>",
        MapType map => $"map<{Print(map.Key)},{Print(map.Value)}>",
        RowType row => $"struct<{string.Join(',', row.Fields.Select(PrintField))}>",
        _ => type.ToString(),
    };

    private static string PrintField(RowField field, int index) => $"{field.Name ?? $"field{index}"}:{Print(field.Type)}";
}
