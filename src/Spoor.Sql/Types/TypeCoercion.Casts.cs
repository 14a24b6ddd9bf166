namespace Spoor.Sql.Types;

/// <content>Which CASTs exist.</content>
public static partial class TypeCoercion
{
    private static readonly string[] s_dateTimes =
        ["date", "time", "time with time zone", "timestamp", "timestamp with time zone"];

    /// <summary>Whether <c>CAST</c> takes a value of <paramref name="from"/> to <paramref name="to"/>; the cast of a single value may still fail.</summary>
    public static bool CanCast(SqlType from, SqlType to) => (from, to) switch
    {
        _ when from == to || from == ScalarTypes.Unknown || CanCoerce(from, to) => true,
        (RowType a, RowType b) => a.Fields.Count == b.Fields.Count && a.Fields.Zip(b.Fields).All(pair => CanCast(pair.First.Type, pair.Second.Type)),
        (ArrayType a, ArrayType b) => CanCast(a.Element, b.Element),
        (MapType a, MapType b) => CanCast(a.Key, b.Key) && CanCast(a.Value, b.Value),
        (_, ScalarType { Name: "json" }) => CanCastToJson(from),
        (ScalarType { Name: "json" }, _) => CanCastFromJson(to),
        _ => CanCastScalar(TypeBase.Of(from), TypeBase.Of(to)),
    };

    private static bool CanCastScalar(string from, string to) => from switch
    {
        "boolean" or "tinyint" or "smallint" or "integer" or "bigint" or "decimal" or "real" or "double" =>
            IsBooleanOrNumber(to) || to == "varchar",
        "varchar" => IsBooleanOrNumber(to) || s_dateTimes.Contains(to)
            || to is "varchar" or "char" or "varbinary" or "json" or "ipaddress" or "uuid" or "JsonPath" or "JoniRegExp" or "CodePoints",
        "char" => to is "varchar" or "char" or "JsonPath" or "JoniRegExp" or "CodePoints",
        "varbinary" => to is "ipaddress" or "uuid" or "HyperLogLog" or "P4HyperLogLog" or "SetDigest" or "tdigest"
            || to.StartsWith("qdigest", StringComparison.Ordinal),
        "ipaddress" or "uuid" => to is "varchar" or "varbinary",
        "date" => to is "varchar" or "timestamp" or "timestamp with time zone",
        "time" or "time with time zone" => to == "varchar" || (s_dateTimes.Contains(to) && to != "date"),
        "timestamp" or "timestamp with time zone" => to == "varchar" || s_dateTimes.Contains(to),
        "interval day to second" or "interval year to month" => to == "varchar",
        "HyperLogLog" => to is "varbinary" or "P4HyperLogLog",
        "P4HyperLogLog" or "SetDigest" or "tdigest" => to == "varbinary",
        _ => from.StartsWith("qdigest", StringComparison.Ordinal) && to == "varbinary",
    };

    // https://trino.io/docs/456/functions/json.html#cast-to-json
    private static bool CanCastToJson(SqlType type) => type switch
    {
        ArrayType array => CanCastToJson(array.Element),
        MapType map => IsJsonObjectKey(map.Key) && CanCastToJson(map.Value),
        RowType row => row.Fields.All(field => CanCastToJson(field.Type)),
        TimestampType { WithTimeZone: false } => true,
        ScalarType { Name: "json" or "date" } => true,
        _ => IsJsonObjectKey(type),
    };

    // https://trino.io/docs/456/functions/json.html#cast-from-json
    private static bool CanCastFromJson(SqlType type) => type switch
    {
        ArrayType array => CanCastFromJson(array.Element),
        MapType map => map.Key != ScalarTypes.Unknown && IsJsonObjectKey(map.Key) && CanCastFromJson(map.Value),
        RowType row => row.Fields.All(field => CanCastFromJson(field.Type)),
        ScalarType { Name: "json" } => true,
        _ => type != ScalarTypes.Unknown && IsJsonObjectKey(type),
    };

    private static bool IsJsonObjectKey(SqlType type) =>
        type == ScalarTypes.Unknown || type is VarcharType || IsBooleanOrNumber(TypeBase.Of(type));

    private static bool IsBooleanOrNumber(string typeBase) => typeBase == "boolean" || s_numbers.Contains(typeBase);
}
