using CsCheck;
using Spoor.Core.Collections;
using Spoor.Core.Types;

namespace Spoor.Sql.Tests.Types;

/// <summary>Random types.</summary>
internal static class SqlTypes
{
    private static readonly Gen<SqlType> s_scalar = Gen.OneOf<SqlType>(
        OneOf<SqlType>(
            ScalarTypes.Unknown, ScalarTypes.Boolean, ScalarTypes.TinyInt, ScalarTypes.Integer, ScalarTypes.BigInt, ScalarTypes.Real,
            ScalarTypes.Double, ScalarTypes.Varbinary, ScalarTypes.Date, ScalarTypes.Json, ScalarTypes.IntervalDayToSecond, VarcharType.Unbounded),
        Gen.Int[1, 100].Select(length => (SqlType)new VarcharType(length)),
        Gen.Int[1, 100].Select(length => (SqlType)new CharType(length)),
        Gen.Int[1, 38].SelectMany(precision => Gen.Int[0, precision].Select(scale => (SqlType)new DecimalType(precision, scale))),
        Gen.Select(Gen.Int[0, 12], Gen.Bool, (precision, zone) => (SqlType)new TimestampType(precision, zone)),
        Gen.Select(Gen.Int[0, 12], Gen.Bool, (precision, zone) => (SqlType)new TimeType(precision, zone)));

    private static readonly Gen<string?> s_fieldName = OneOf<string?>(null, "a", "user_name", "Mixed Case", "with\"quote", "row", "double", "interval");

    /// <summary>Any type, nested up to three levels.</summary>
    public static Gen<SqlType> Any { get; } = Nested(3);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<SqlType> Nested(int depth)
    {
        if (depth == 0)
        {
            return s_scalar;
        }

        var inner = Nested(depth - 1);
        return Gen.OneOf(
            s_scalar,
            inner.Select(element => (SqlType)new ArrayType(element)),
            Gen.Select(inner, inner, (key, value) => (SqlType)new MapType(key, value)),
            Gen.Select(s_fieldName, inner, (name, type) => new RowField(name, type)).Array[1, 4].Select(fields => (SqlType)new RowType(fields.ToValueList())));
    }
}
