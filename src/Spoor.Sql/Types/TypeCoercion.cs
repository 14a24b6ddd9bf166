namespace Spoor.Sql.Types;

/// <summary>Which types turn into which, by themselves (coercion) or by CAST.</summary>
/// <seealso href="https://github.com/trinodb/trino/blob/456/core/trino-main/src/main/java/io/trino/type/TypeCoercion.java"/>
public static partial class TypeCoercion
{
    private const int MaxDecimalPrecision = 38;
    private const int MaxCharLength = 65536;

    private static readonly string[] s_numbers = ["tinyint", "smallint", "integer", "bigint", "decimal", "real", "double"];

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

    /// <summary>The smallest type of the base <paramref name="targetBase"/> that holds all values of <paramref name="source"/>; null when none does.</summary>
    internal static SqlType? Widen(SqlType source, string targetBase)
    {
        if (TypeBase.Of(source) == targetBase)
        {
            return source;
        }

        return source switch
        {
            ScalarType { Name: "unknown" } => WidenUnknown(targetBase),
            ScalarType { Name: "P4HyperLogLog" } => targetBase == "HyperLogLog" ? ScalarTypes.HyperLogLog : null,
            ScalarType { Name: "date" } => targetBase switch
            {
                "timestamp" => new TimestampType(0, WithTimeZone: false),
                "timestamp with time zone" => new TimestampType(0, WithTimeZone: true),
                _ => null,
            },
            TimeType { WithTimeZone: false } time => targetBase == "time with time zone" ? time with { WithTimeZone = true } : null,
            TimestampType { WithTimeZone: false } timestamp => targetBase == "timestamp with time zone" ? timestamp with { WithTimeZone = true } : null,
            VarcharType varchar when targetBase == "char" => new CharType(Math.Min(MaxCharLength, varchar.Length ?? MaxCharLength)),
            VarcharType or CharType => targetBase is "JsonPath" or "JoniRegExp" or "CodePoints" ? new ScalarType(targetBase) : null,
            ScalarType or DecimalType => WidenNumber(source, targetBase),
            _ => null,
        };
    }

    private static SqlType? WidenNumber(SqlType source, string targetBase)
    {
        var from = Array.IndexOf(s_numbers, TypeBase.Of(source));
        var to = Array.IndexOf(s_numbers, targetBase);
        if (from < 0 || to <= from)
        {
            return null;
        }

        return targetBase == "decimal" ? AsDecimal(source) : new ScalarType(targetBase);
    }

    /// <summary>The decimal that holds all values of an integer type.</summary>
    internal static DecimalType? AsDecimal(SqlType type) => type switch
    {
        DecimalType itself => itself,
        ScalarType { Name: "tinyint" } => new DecimalType(3, 0),
        ScalarType { Name: "smallint" } => new DecimalType(5, 0),
        ScalarType { Name: "integer" } => new DecimalType(10, 0),
        ScalarType { Name: "bigint" } => new DecimalType(19, 0),
        _ => null,
    };

    private static SqlType? WidenUnknown(string targetBase) => targetBase switch
    {
        "varchar" => new VarcharType(0),
        "char" => new CharType(0),
        "decimal" => new DecimalType(1, 0),
        "time" or "time with time zone" => new TimeType(0, targetBase.EndsWith("zone", StringComparison.Ordinal)),
        "timestamp" or "timestamp with time zone" => new TimestampType(0, targetBase.EndsWith("zone", StringComparison.Ordinal)),
        "array" or "map" or "row" or "function" => null,
        _ => new ScalarType(targetBase),
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

        if (TypeBase.Of(from) == TypeBase.Of(to))
        {
            return CompareSameBase(from, to);
        }

        if (Widen(from, TypeBase.Of(to)) is { } widened)
        {
            return Compare(widened, to);
        }

        return Widen(to, TypeBase.Of(from)) is { } other && Compare(from, other) is { } reverse
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
