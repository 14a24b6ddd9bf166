using Spoor.Core.Collections;

namespace Spoor.Core.Types;

/// <summary>Which types turn into which, by themselves (coercion) or by CAST.</summary>
/// <seealso href="https://github.com/trinodb/trino/blob/456/core/trino-main/src/main/java/io/trino/type/TypeCoercion.java"/>
public static partial class TypeCoercion
{
    private const int MaxDecimalPrecision = 38;
    private const int MaxCharLength = 65536;

    /// <summary>The type that values of both types can be brought to: <c>bigint</c> for integer and bigint; null when there is none.</summary>
    public static SqlType? CommonSuperType(SqlType first, SqlType second) => Compare(first, second)?.SuperType;

    /// <summary>The type that values of all types can be brought to; <c>unknown</c> for no types, null when there is none.</summary>
    public static SqlType? CommonSuperType(IEnumerable<SqlType> types)
    {
        SqlType? common = ScalarTypes.Unknown;
        foreach (var type in types)
        {
            common = common is null ? null : CommonSuperType(common, type);
        }

        return common;
    }

    /// <summary>Whether a value of <paramref name="from"/> may stand where <paramref name="to"/> is expected, without a CAST.</summary>
    public static bool CanCoerce(SqlType from, SqlType to) => Compare(from, to) is { IsCoercible: true };

    /// <summary>The smallest type of the same base as <paramref name="target"/> (<c>varchar</c> of any length) that holds all values of <paramref name="source"/>; null when none does.</summary>
    internal static SqlType? Widen(SqlType source, SqlType target)
    {
        if (HaveSameBase(source, target))
        {
            return source;
        }

        return (source, target) switch
        {
            (ScalarType { Kind: ScalarKind.Unknown }, _) => WidenUnknown(target),
            (ScalarType { Kind: ScalarKind.P4HyperLogLog }, ScalarType { Kind: ScalarKind.HyperLogLog }) => target,
            (ScalarType { Kind: ScalarKind.Date }, TimestampType timestamp) => timestamp with { Precision = 0 },
            (TimeType { WithTimeZone: false } time, TimeType) => time with { WithTimeZone = true },
            (TimestampType { WithTimeZone: false } timestamp, TimestampType) => timestamp with { WithTimeZone = true },
            (VarcharType varchar, CharType) => new CharType(Math.Min(MaxCharLength, varchar.Length ?? MaxCharLength)),
            (VarcharType or CharType, ScalarType { Kind: ScalarKind.JsonPath or ScalarKind.JoniRegExp or ScalarKind.CodePoints }) => target,
            _ when NumberRank(source) is { } from && NumberRank(target) is { } to && from < to => target is DecimalType ? AsDecimal(source) : target,
            _ => null,
        };
    }

    /// <summary>Whether the types differ in their parameters only; what coercion rules speak of.</summary>
    private static bool HaveSameBase(SqlType first, SqlType second) => (first, second) switch
    {
        (ScalarType a, ScalarType b) => a.Kind == b.Kind,
        (QuantileDigestType a, QuantileDigestType b) => a == b,
        (TimeType a, TimeType b) => a.WithTimeZone == b.WithTimeZone,
        (TimestampType a, TimestampType b) => a.WithTimeZone == b.WithTimeZone,
        _ => first.GetType() == second.GetType(),
    };

    /// <summary>Numbers by how much they hold; null for other types.</summary>
    private static int? NumberRank(SqlType type) => type switch
    {
        ScalarType { Kind: ScalarKind.TinyInt } => 0,
        ScalarType { Kind: ScalarKind.SmallInt } => 1,
        ScalarType { Kind: ScalarKind.Integer } => 2,
        ScalarType { Kind: ScalarKind.BigInt } => 3,
        DecimalType => 4,
        ScalarType { Kind: ScalarKind.Real } => 5,
        ScalarType { Kind: ScalarKind.Double } => 6,
        _ => null,
    };

    /// <summary>The decimal that holds all values of an integer type.</summary>
    internal static DecimalType? AsDecimal(SqlType type) => type switch
    {
        DecimalType itself => itself,
        ScalarType { Kind: ScalarKind.TinyInt } => new DecimalType(3, 0),
        ScalarType { Kind: ScalarKind.SmallInt } => new DecimalType(5, 0),
        ScalarType { Kind: ScalarKind.Integer } => new DecimalType(10, 0),
        ScalarType { Kind: ScalarKind.BigInt } => new DecimalType(19, 0),
        _ => null,
    };

    private static SqlType? WidenUnknown(SqlType target) => target switch
    {
        VarcharType => new VarcharType(0),
        CharType => new CharType(0),
        DecimalType => new DecimalType(1, 0),
        TimeType time => time with { Precision = 0 },
        TimestampType timestamp => timestamp with { Precision = 0 },
        ScalarType or QuantileDigestType => target,
        _ => null,
    };

    private static Compatibility? Compare(SqlType from, SqlType to)
    {
        if (from == to || from == ScalarTypes.Unknown)
        {
            return new(to, IsCoercible: true);
        }

        if (to == ScalarTypes.Unknown)
        {
            return new(from, IsCoercible: false);
        }

        if (HaveSameBase(from, to))
        {
            return CompareSameBase(from, to);
        }

        if (Widen(from, to) is { } widened)
        {
            return Compare(widened, to);
        }

        return Widen(to, from) is { } other && Compare(from, other) is { } reverse
            ? reverse with { IsCoercible = false }
            : null;
    }

    private static Compatibility? CompareSameBase(SqlType from, SqlType to) => (from, to) switch
    {
        (DecimalType a, DecimalType b) => Super(CommonDecimal(a, b), to),
        (VarcharType a, VarcharType b) => Super(a.Length is { } x && b.Length is { } y ? new VarcharType(Math.Max(x, y)) : VarcharType.Unbounded, to),
        (CharType a, CharType b) => Super(new CharType(Math.Max(a.Length, b.Length)), to),
        (TimeType a, TimeType b) => Super(a with { Precision = Math.Max(a.Precision, b.Precision) }, to),
        (TimestampType a, TimestampType b) => Super(a with { Precision = Math.Max(a.Precision, b.Precision) }, to),
        (ArrayType a, ArrayType b) => Compare(a.Element, b.Element) is { } element ? new(new ArrayType(element.SuperType), element.IsCoercible) : null,
        (MapType a, MapType b) => CompareMaps(a, b),
        (RowType a, RowType b) => CompareRows(a, b),
        _ => null,
    };

    private static Compatibility Super(SqlType superType, SqlType to) => new(superType, superType == to);

    // Precision may be lost at the cap; operators check the overflow.
    private static DecimalType CommonDecimal(DecimalType a, DecimalType b)
    {
        var scale = Math.Max(a.Scale, b.Scale);
        var whole = Math.Max(a.Precision - a.Scale, b.Precision - b.Scale);
        return new DecimalType(Math.Min(MaxDecimalPrecision, whole + scale), scale);
    }

    private static Compatibility? CompareMaps(MapType a, MapType b) =>
        Compare(a.Key, b.Key) is { } key && Compare(a.Value, b.Value) is { } value
            ? new(new MapType(key.SuperType, value.SuperType), key.IsCoercible && value.IsCoercible)
            : null;

    private static Compatibility? CompareRows(RowType a, RowType b)
    {
        if (a.Fields.Count != b.Fields.Count)
        {
            return null;
        }

        var fields = new RowField[a.Fields.Count];
        var isCoercible = true;
        for (var i = 0; i < fields.Length; i++)
        {
            if (Compare(a.Fields[i].Type, b.Fields[i].Type) is not { } field)
            {
                return null;
            }

            isCoercible &= field.IsCoercible;
            fields[i] = new RowField(a.Fields[i].Name == b.Fields[i].Name ? a.Fields[i].Name : null, field.SuperType);
        }

        return new(new RowType(fields.ToValueList()), isCoercible);
    }

    /// <summary>How one type relates to another: their common super type, and whether the first coerces to the second.</summary>
    private readonly record struct Compatibility(SqlType SuperType, bool IsCoercible);
}
