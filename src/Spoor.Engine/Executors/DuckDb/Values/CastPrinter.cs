using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Sql;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Values;

/// <summary>Prints CAST and TRY_CAST with Trino's meaning.</summary>
/// <remarks>Text is read by C# functions (<see cref="CastFunctions"/>), because DuckDB reads more forms than Trino and reports errors of its own.</remarks>
/// <seealso href="https://trino.io/docs/current/functions/conversion.html"/>
internal static class CastPrinter
{
    /// <summary>Prints a cast of a value; the same node when the two types hold their values alike.</summary>
    /// <param name="value">A DuckDB expression.</param>
    /// <param name="from">Its type.</param>
    /// <param name="to">The type wanted.</param>
    /// <param name="isTry">TRY_CAST: NULL instead of an error.</param>
    internal static DuckExpression Print(DuckExpression value, SqlType from, SqlType to, bool isTry)
    {
        var cast = Print(value, from, to);

        // Of the value's own errors TRY_CAST catches none. Within a CASE or a lambda DuckDB shares nothing with other casts of the value, which would take it out of TRY.
        return !isTry || ReferenceEquals(cast, value)
            ? cast
            : Shared(value, known => Duck($"CASE WHEN {known} IS NOT NULL THEN TRY({Print(known, from, to)}) END"));
    }

    internal static DuckExpression Print(DuckExpression value, SqlType from, SqlType to) => (from, to) switch
    {
        _ when from == to => value,
        (ScalarType { Kind: ScalarKind.Unknown }, _) => Plain(value, to),
        (VarcharType or CharType, ScalarType { Kind: ScalarKind.JsonPath or ScalarKind.CodePoints or ScalarKind.JoniRegExp or ScalarKind.Color }) => TextCastPrinter.Padded(value, from),
        (_, ScalarType { Kind: ScalarKind.Json }) => JsonCastPrinter.ToJson(value, from),
        (ScalarType { Kind: ScalarKind.Json }, _) => JsonCastPrinter.FromJson(value, to),
        (_, VarcharType or CharType) => TextCastPrinter.ToText(value, from, to),
        (VarcharType or CharType, _) => TextCastPrinter.FromText(TextCastPrinter.Padded(value, from), to),
        (ArrayType source, ArrayType target) => PrintArray(value, source, target),
        (MapType source, MapType target) => PrintMap(value, source, target),
        (RowType source, RowType target) => PrintRow(value, source, target),
        (TimestampType or TimeType or ScalarType { Kind: ScalarKind.Date }, _) => TimeCastPrinter.Print(value, from, to),
        _ => PrintNumber(value, from, to),
    };

    private static DuckExpression Plain(DuckExpression value, SqlType to) => Cast(value, TypePrinter.TypeOf(to));

    private static DuckExpression PrintNumber(DuckExpression value, SqlType from, SqlType to) => (from, to) switch
    {
        (ScalarType { Kind: ScalarKind.Boolean }, _) => Plain(value, to),
        (_, ScalarType { Kind: ScalarKind.Boolean }) => Duck($"{value} <> 0"),
        (_, DecimalType target) => ToDecimal(value, from, target),
        (ScalarType { Kind: ScalarKind.Double }, ScalarType { Kind: ScalarKind.Real }) => Call("spoor_double_to_real", value),
        (ScalarType { IsFloatingPoint: true }, ScalarType { IsInteger: true }) => Plain(Call("round", value), to),
        (ScalarType { Kind: ScalarKind.IpAddress }, ScalarType { Kind: ScalarKind.Varbinary }) => Call("spoor_ipaddress_to_varbinary", value),
        (ScalarType { Kind: ScalarKind.Varbinary }, ScalarType { Kind: ScalarKind.IpAddress }) => Call("spoor_varbinary_to_ipaddress", value),
        (ScalarType { Kind: ScalarKind.Uuid }, ScalarType { Kind: ScalarKind.Varbinary }) => Duck($"spoor_uuid_to_varbinary(CAST({value} AS VARCHAR))"),
        (ScalarType { Kind: ScalarKind.Varbinary }, ScalarType { Kind: ScalarKind.Uuid }) => Duck($"CAST(spoor_varbinary_to_uuid({value}) AS UUID)"),
        _ => Plain(value, to),
    };

    // Only where the number may not fit is it worth a function of ours, for Trino's error.
    private static DuckExpression ToDecimal(DuckExpression value, SqlType from, DecimalType to) => from switch
    {
        ScalarType { IsInteger: true } integer => to.Precision - to.Scale >= Digits(integer)
            ? Plain(value, to)
            : Checked(Cast(value, DuckType.Varchar), integer.Name.ToUpperInvariant(), to),
        ScalarType { IsFloatingPoint: true } number => Checked(Call($"spoor_{number.Name}_to_json", value), number.Name.ToUpperInvariant(), to),
        DecimalType source => to.Precision - to.Scale > source.Precision - source.Scale || (to.Precision - to.Scale == source.Precision - source.Scale && to.Scale >= source.Scale)
            ? Plain(value, to)
            : Checked(TextCastPrinter.DecimalText(value, source), $"DECIMAL({source.Precision}, {source.Scale})", to),
        _ => Plain(value, to),
    };

    private static int Digits(ScalarType integer) => integer.Kind switch { ScalarKind.TinyInt => 3, ScalarKind.SmallInt => 5, ScalarKind.Integer => 10, _ => 19 };

    private static DuckExpression Checked(DuckExpression digits, string from, DecimalType to) =>
        Plain(Duck($"spoor_to_decimal({digits}, {Text(from)}, {to.Precision}, {to.Scale})"), to);

    private static DuckExpression PrintArray(DuckExpression value, ArrayType from, ArrayType to)
    {
        var element = new DuckParameter();
        var body = Print(element, from.Element, to.Element);
        return ReferenceEquals(body, element) ? value : Duck($"list_transform({value}, {new DuckLambda([element], body)})");
    }

    private static DuckExpression PrintMap(DuckExpression value, MapType from, MapType to)
    {
        var entry = new DuckParameter();
        var (key, item) = (MapEntries.Key(entry), MapEntries.Value(entry));
        var (keyCast, itemCast) = (Print(key, from.Key, to.Key), Print(item, from.Value, to.Value));
        return ReferenceEquals(keyCast, key) && ReferenceEquals(itemCast, item)
            ? value
            : Duck($"map_from_entries(list_transform(map_entries({value}), {new DuckLambda([entry], MapEntries.Entry(keyCast, itemCast))}))");
    }

    private static DuckExpression PrintRow(DuckExpression value, RowType from, RowType to)
    {
        var row = new DuckParameter();
        var fields = from.Fields.Select((_, index) => RowField(row, index)).ToList();
        var casts = from.Fields.Select((field, index) => Print(fields[index], field.Type, to.Fields[index].Type)).ToList();
        return fields.Zip(casts).All(pair => ReferenceEquals(pair.First, pair.Second))
            ? value
            : Duck($"list_transform([{value}], {new DuckLambda([row], Duck($"CASE WHEN {row} IS NOT NULL THEN {Row(casts)} END"))})[1]");
    }
}
