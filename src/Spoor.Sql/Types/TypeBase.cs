namespace Spoor.Sql.Types;

/// <summary>A type's name without its parameters; what coercion rules speak of.</summary>
internal static class TypeBase
{
    /// <summary>Trino's base name: <c>varchar</c> of <c>varchar(3)</c>, <c>timestamp with time zone</c>, <c>row</c>.</summary>
    public static string Of(SqlType type) => type switch
    {
        ScalarType scalar => scalar.Name,
        VarcharType => "varchar",
        CharType => "char",
        DecimalType => "decimal",
        TimeType time => time.WithTimeZone ? "time with time zone" : "time",
        TimestampType timestamp => timestamp.WithTimeZone ? "timestamp with time zone" : "timestamp",
        ArrayType => "array",
        MapType => "map",
        RowType => "row",
        _ => "function",
    };
}
