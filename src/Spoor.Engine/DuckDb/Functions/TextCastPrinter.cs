using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Casts to and from varchar and char.</summary>
internal static class TextCastPrinter
{
    /// <summary>The text of a char(n) with its padding, as functions on varchar see it; other values unchanged.</summary>
    internal static string Padded(string value, SqlType type) => type is CharType { Length: var length } ? $"rpad({value}, {length}, ' ')" : value;

    internal static string ToText(string value, SqlType from, SqlType to) => (from, to) switch
    {
        (VarcharType source, VarcharType target) => target.Length is null || source.Length <= target.Length ? value : $"left({value}, {target.Length})",
        (CharType source, VarcharType target) => Truncate(Padded(value, source), source.Length, target.Length),
        (CharType source, CharType target) => source.Length <= target.Length ? value : $"rtrim(left({value}, {target.Length}), ' ')",
        (VarcharType source, CharType target) => $"rtrim({Truncate(value, source.Length, target.Length)}, ' ')",
        (_, CharType target) => $"rtrim({ToText(value, from, new VarcharType(target.Length))}, ' ')",
        (ScalarType { IsFloatingPoint: true }, VarcharType { Length: { } length }) => $"spoor_fit_number({PrintAny(value, from)}, {length})",
        (_, VarcharType { Length: { } length }) => $"spoor_fit({PrintAny(value, from)}, {length})",
        _ => PrintAny(value, from),
    };

    internal static string FromText(string value, SqlType to) => to switch
    {
        ScalarType { Kind: ScalarKind.Boolean or ScalarKind.TinyInt or ScalarKind.SmallInt or ScalarKind.Integer or ScalarKind.BigInt or ScalarKind.Real or ScalarKind.Double or ScalarKind.Date or ScalarKind.IpAddress } scalar =>
            $"CAST(spoor_varchar_to_{scalar.Name}({value}) AS {TypePrinter.Print(to)})",
        ScalarType { Kind: ScalarKind.Uuid } => $"CAST(spoor_varchar_to_uuid({value}) AS UUID)",
        ScalarType { Kind: ScalarKind.Varbinary } => $"encode({value})",
        DecimalType number => $"CAST(spoor_varchar_to_decimal({value}, {number.Precision}, {number.Scale}) AS {TypePrinter.Print(to)})",
        TimestampType timestamp => $"spoor_varchar_to_timestamp{(timestamp.WithTimeZone ? "_zoned" : "")}({value}, {timestamp.Precision})",
        TimeType { WithTimeZone: false } time => $"spoor_varchar_to_time({value}, {time.Precision})",
        _ => $"CAST({value} AS {TypePrinter.Print(to)})",
    };

    private static string Truncate(string value, int? length, int? limit) => limit is null || length <= limit ? value : $"left({value}, {limit})";

    private static string PrintAny(string value, SqlType from) => from switch
    {
        ScalarType { IsFloatingPoint: true } number => $"spoor_{number.Name}_to_varchar({value})",
        ScalarType { Kind: ScalarKind.Varbinary } => $"spoor_from_utf8_text({value})",
        ScalarType { Kind: ScalarKind.IntervalDayToSecond } => $"spoor_interval_day_to_varchar({value})",
        ScalarType { Kind: ScalarKind.IntervalYearToMonth } => $"spoor_interval_year_to_varchar({value})",
        TimestampType { WithTimeZone: true } timestamp => $"spoor_zoned_to_varchar({value}, {timestamp.Precision})",
        TimestampType timestamp => $"spoor_timestamp_to_varchar({value}, {timestamp.Precision})",
        TimeType { WithTimeZone: false } time => $"spoor_time_to_varchar({value}, {time.Precision})",
        DecimalType number => DecimalText(value, number),
        _ => $"CAST({value} AS VARCHAR)",
    };

    /// <summary>A decimal's digits; DuckDB leaves out the zero before the point where the type has no digit there.</summary>
    internal static string DecimalText(string value, DecimalType type) =>
        type.Precision == type.Scale ? $"spoor_decimal_to_varchar(CAST({value} AS VARCHAR))" : $"CAST({value} AS VARCHAR)";
}
