namespace Spoor.Core.Types;

/// <content>Which CASTs exist.</content>
public static partial class TypeCoercion
{
    /// <summary>Whether <c>CAST</c> takes a value of <paramref name="from"/> to <paramref name="to"/>; the cast of a single value may still fail.</summary>
    public static bool CanCast(SqlType from, SqlType to) => (from, to) switch
    {
        _ when from == to || from == ScalarTypes.Unknown || CanCoerce(from, to) => true,
        (RowType a, RowType b) => a.Fields.Count == b.Fields.Count && a.Fields.Zip(b.Fields).All(pair => CanCast(pair.First.Type, pair.Second.Type)),
        (ArrayType a, ArrayType b) => CanCast(a.Element, b.Element),
        (MapType a, MapType b) => CanCast(a.Key, b.Key) && CanCast(a.Value, b.Value),
        (_, ScalarType { Kind: ScalarKind.Json }) => CanCastToJson(from),
        (ScalarType { Kind: ScalarKind.Json }, _) => CanCastFromJson(to),
        _ => CanCastScalar(from, to),
    };

    private static bool CanCastScalar(SqlType from, SqlType to) => from switch
    {
        _ when IsBooleanOrNumber(from) => IsBooleanOrNumber(to) || to is VarcharType,
        VarcharType => IsBooleanOrNumber(to) || IsDateTime(to) || IsText(to)
            || to is ScalarType { Kind: ScalarKind.Varbinary or ScalarKind.Json or ScalarKind.IpAddress or ScalarKind.Uuid },
        CharType => IsText(to),
        TimeType => to is VarcharType or TimeType or TimestampType,
        TimestampType => to is VarcharType || IsDateTime(to),
        QuantileDigestType => to is ScalarType { Kind: ScalarKind.Varbinary },
        ScalarType { IsInterval: true } => to is VarcharType,
        ScalarType scalar => CanCastScalar(scalar.Kind, to),
        _ => false,
    };

    private static bool CanCastScalar(ScalarKind from, SqlType to) => from switch
    {
        ScalarKind.Varbinary => to is QuantileDigestType
            or ScalarType { Kind: ScalarKind.IpAddress or ScalarKind.Uuid or ScalarKind.HyperLogLog or ScalarKind.P4HyperLogLog or ScalarKind.SetDigest or ScalarKind.TDigest },
        ScalarKind.IpAddress or ScalarKind.Uuid => to is VarcharType or ScalarType { Kind: ScalarKind.Varbinary },
        ScalarKind.Date => to is VarcharType or TimestampType,
        ScalarKind.HyperLogLog => to is ScalarType { Kind: ScalarKind.Varbinary or ScalarKind.P4HyperLogLog },
        ScalarKind.P4HyperLogLog or ScalarKind.SetDigest or ScalarKind.TDigest => to is ScalarType { Kind: ScalarKind.Varbinary },
        _ => false,
    };

    /// <summary>Texts, and what Trino makes of them to be used as patterns and paths.</summary>
    private static bool IsText(SqlType type) =>
        type is VarcharType or CharType or ScalarType { Kind: ScalarKind.JsonPath or ScalarKind.JoniRegExp or ScalarKind.CodePoints };

    private static bool IsDateTime(SqlType type) => type is TimeType or TimestampType or ScalarType { Kind: ScalarKind.Date };

    // https://trino.io/docs/456/functions/json.html#cast-to-json
    private static bool CanCastToJson(SqlType type) => type switch
    {
        ArrayType array => CanCastToJson(array.Element),
        MapType map => IsJsonObjectKey(map.Key) && CanCastToJson(map.Value),
        RowType row => row.Fields.All(field => CanCastToJson(field.Type)),
        TimestampType { WithTimeZone: false } => true,
        ScalarType { Kind: ScalarKind.Json or ScalarKind.Date } => true,
        _ => IsJsonObjectKey(type),
    };

    // https://trino.io/docs/456/functions/json.html#cast-from-json
    private static bool CanCastFromJson(SqlType type) => type switch
    {
        ArrayType array => CanCastFromJson(array.Element),
        MapType map => map.Key != ScalarTypes.Unknown && IsJsonObjectKey(map.Key) && CanCastFromJson(map.Value),
        RowType row => row.Fields.All(field => CanCastFromJson(field.Type)),
        ScalarType { Kind: ScalarKind.Json } => true,
        _ => type != ScalarTypes.Unknown && IsJsonObjectKey(type),
    };

    private static bool IsJsonObjectKey(SqlType type) =>
        type == ScalarTypes.Unknown || type is VarcharType || IsBooleanOrNumber(type);

    private static bool IsBooleanOrNumber(SqlType type) => type is ScalarType { Kind: ScalarKind.Boolean } || NumberRank(type) is not null;
}
