using Spoor.Core.Errors;
using Spoor.Core.Text;

namespace Spoor.Core.Types;

/// <summary>Types by name and parameters: the vocabulary that type nodes and type texts share.</summary>
internal static class NamedTypes
{
    private const int MaxCharLength = 65536;
    private const int MaxDecimalPrecision = 38;
    private const int MaxDateTimePrecision = 12;

    /// <summary>Athena's precision of TIME and TIMESTAMP where none is written.</summary>
    private const int DefaultDateTimePrecision = 3;

    private static readonly Dictionary<string, SqlType> s_simple =
        Enum.GetValues<ScalarKind>().Select(kind => (SqlType)new ScalarType(kind)).ToDictionary(type => type.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The type of that name, or null when there is none or it takes other parameters.</summary>
    /// <exception cref="QueryException">InvalidFunctionArgument, NumericValueOutOfRange: a precision or scale is out of range.</exception>
    public static SqlType? TryCreate(string name, ReadOnlySpan<SqlType> types, ReadOnlySpan<long> numbers, TypeDialect dialect, TextSpan? span)
    {
        var key = name.ToLowerInvariant();
        if (types.Length > 0)
        {
            return (key, types.Length, numbers.Length) switch
            {
                ("array", 1, 0) => new ArrayType(types[0]),
                ("map", 2, 0) => new MapType(types[0], types[1]),
                ("qdigest", 1, 0) => new QuantileDigestType(types[0]),
                _ => null,
            };
        }

        return (key, numbers.Length) switch
        {
            ("varchar", 0) => VarcharType.Unbounded,
            ("varchar", 1) => Varchar(numbers[0]),
            ("char", 0) => new CharType(1),
            ("char", 1) => Char(numbers[0]),
            ("decimal", 0) => new DecimalType(dialect == TypeDialect.Hive ? 10 : MaxDecimalPrecision, 0),
            ("decimal", 1) => Decimal(numbers[0], 0, span),
            ("decimal", 2) => Decimal(numbers[0], numbers[1], span),
            ("time", <= 1) => DateTime(isTimestamp: false, numbers is [var precision] ? precision : null, withTimeZone: false, span),
            ("timestamp", <= 1) => DateTime(isTimestamp: true, numbers is [var precision] ? precision : null, withTimeZone: false, span),
            (_, 0) => s_simple.GetValueOrDefault(key) ?? Alias(key, dialect),
            _ => null,
        };
    }

    /// <summary><c>time(p)</c> or <c>timestamp(p)</c>.</summary>
    /// <exception cref="QueryException">NumericValueOutOfRange: the precision is.</exception>
    public static SqlType DateTime(bool isTimestamp, long? precision, bool withTimeZone, TextSpan? span)
    {
        var checkedPrecision = precision ?? DefaultDateTimePrecision;
        if (checkedPrecision is < 0 or > MaxDateTimePrecision)
        {
            var name = (isTimestamp ? "TIMESTAMP" : "TIME") + (withTimeZone ? " WITH TIME ZONE" : "");
            throw new QueryException(ErrorCode.NumericValueOutOfRange, span, $"{name} precision must be in range [0, {MaxDateTimePrecision}]: {precision}");
        }

        return isTimestamp ? new TimestampType((int)checkedPrecision, withTimeZone) : new TimeType((int)checkedPrecision, withTimeZone);
    }

    private static SqlType? Alias(string key, TypeDialect dialect) => (key, dialect) switch
    {
        ("int", _) => ScalarTypes.Integer,
        ("double precision", _) => ScalarTypes.Double,
        ("string", TypeDialect.Hive) => VarcharType.Unbounded,
        ("float", TypeDialect.Hive) => ScalarTypes.Real,
        ("binary", TypeDialect.Hive) => ScalarTypes.Varbinary,
        _ => null,
    };

    // As in Trino, a text type of an impossible length is no type at all, while other types say what is wrong.
    private static VarcharType? Varchar(long length) => length switch
    {
        int.MaxValue => VarcharType.Unbounded,
        >= 0 and < int.MaxValue => new VarcharType((int)length),
        _ => null,
    };

    private static CharType? Char(long length) => length is >= 0 and <= MaxCharLength ? new CharType((int)length) : null;

    private static DecimalType Decimal(long precision, long scale, TextSpan? span)
    {
        if (precision is < 1 or > MaxDecimalPrecision)
        {
            throw OutOfRange(span, $"DECIMAL precision must be in range [1, {MaxDecimalPrecision}]: {precision}");
        }

        return scale >= 0 && scale <= precision
            ? new DecimalType((int)precision, (int)scale)
            : throw OutOfRange(span, $"DECIMAL scale must be in range [0, precision ({precision})]: {scale}");
    }

    private static QueryException OutOfRange(TextSpan? span, string message) => new(ErrorCode.InvalidFunctionArgument, span, message);
}
