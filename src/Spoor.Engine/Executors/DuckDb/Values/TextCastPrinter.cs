using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Sql;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Values;

/// <summary>Casts to and from varchar and char.</summary>
internal static class TextCastPrinter
{
    /// <summary>The text of a char(n) with its padding, as functions on varchar see it; other values unchanged.</summary>
    internal static DuckExpression Padded(DuckExpression value, SqlType type) => type is CharType { Length: var length } ? Duck($"rpad({value}, {length}, ' ')") : value;

    internal static DuckExpression ToText(DuckExpression value, SqlType from, SqlType to) => (from, to) switch
    {
        (VarcharType source, VarcharType target) => target.Length is null || source.Length <= target.Length ? value : Duck($"left({value}, {target.Length ?? 0})"),
        (CharType source, VarcharType target) => Truncate(Padded(value, source), source.Length, target.Length),
        (CharType source, CharType target) => source.Length <= target.Length ? value : Duck($"rtrim(left({value}, {target.Length}), ' ')"),
        (VarcharType source, CharType target) => Duck($"rtrim({Truncate(value, source.Length, target.Length)}, ' ')"),
        (_, CharType target) => Duck($"rtrim({ToText(value, from, new VarcharType(target.Length))}, ' ')"),
        (ScalarType { IsFloatingPoint: true }, VarcharType { Length: { } length }) => Call("spoor_fit_number", PrintAny(value, from), Number(length)),
        (_, VarcharType { Length: { } length }) => Call("spoor_fit", PrintAny(value, from), Number(length)),
        _ => PrintAny(value, from),
    };

    internal static DuckExpression FromText(DuckExpression value, SqlType to) => to switch
    {
        ScalarType { Kind: ScalarKind.Boolean or ScalarKind.TinyInt or ScalarKind.SmallInt or ScalarKind.Integer or ScalarKind.BigInt or ScalarKind.Real or ScalarKind.Double or ScalarKind.Date or ScalarKind.IpAddress } scalar =>
            Cast(Call($"spoor_varchar_to_{scalar.Name}", value), TypePrinter.TypeOf(to)),
        ScalarType { Kind: ScalarKind.Uuid } => Duck($"CAST(spoor_varchar_to_uuid({value}) AS UUID)"),
        ScalarType { Kind: ScalarKind.Varbinary } => Call("encode", value),
        DecimalType number => Duck($"CAST(spoor_varchar_to_decimal({value}, {number.Precision}, {number.Scale}) AS {TypePrinter.TypeOf(to)})"),
        TimestampType timestamp => Call(timestamp.WithTimeZone ? "spoor_varchar_to_timestamp_zoned" : "spoor_varchar_to_timestamp", value, Number(timestamp.Precision)),
        TimeType { WithTimeZone: false } time => Call("spoor_varchar_to_time", value, Number(time.Precision)),
        _ => Cast(value, TypePrinter.TypeOf(to)),
    };

    private static DuckExpression Truncate(DuckExpression value, int? length, int? limit) => limit is null || length <= limit ? value : Call("left", value, Number(limit.Value));

    private static DuckExpression PrintAny(DuckExpression value, SqlType from) => from switch
    {
        ScalarType { IsFloatingPoint: true } number => Call($"spoor_{number.Name}_to_varchar", value),
        ScalarType { Kind: ScalarKind.Varbinary } => Call("spoor_from_utf8_text", value),
        ScalarType { Kind: ScalarKind.IntervalDayToSecond } => Call("spoor_interval_day_to_varchar", value),
        ScalarType { Kind: ScalarKind.IntervalYearToMonth } => Call("spoor_interval_year_to_varchar", value),
        TimestampType { WithTimeZone: true } timestamp => Call("spoor_zoned_to_varchar", value, Number(timestamp.Precision)),
        TimestampType timestamp => Call("spoor_timestamp_to_varchar", value, Number(timestamp.Precision)),
        TimeType { WithTimeZone: false } time => Call("spoor_time_to_varchar", value, Number(time.Precision)),
        DecimalType number => DecimalText(value, number),
        _ => Cast(value, DuckType.Varchar),
    };

    /// <summary>A decimal's digits; DuckDB leaves out the zero before the point where the type has no digit there.</summary>
    internal static DuckExpression DecimalText(DuckExpression value, DecimalType type) =>
        type.Precision == type.Scale ? Call("spoor_decimal_to_varchar", Cast(value, DuckType.Varchar)) : Cast(value, DuckType.Varchar);
}
