using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Sql;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Values;

/// <summary>Casts to and from json. Arrays, maps and rows are taken apart by C#, their parts cast one by one.</summary>
/// <seealso href="https://trino.io/docs/current/functions/json.html#cast-to-json"/>
internal static class JsonCastPrinter
{
    internal static DuckExpression ToJson(DuckExpression value, SqlType from) => from switch
    {
        ScalarType { Kind: ScalarKind.Unknown } => Null(DuckType.Varchar),
        ScalarType { Kind: ScalarKind.Json } => value,
        ScalarType { Kind: ScalarKind.Boolean } or ScalarType { IsInteger: true } => Cast(value, DuckType.Varchar),
        DecimalType number => TextCastPrinter.DecimalText(value, number),
        ScalarType { IsFloatingPoint: true } number => Call($"spoor_{number.Name}_to_json", value),
        ArrayType array => Duck($"spoor_json_array(list_transform({value}, {Lambda(element => ToJson(element, array.Element))}))"),
        MapType map => MapToJson(value, map),
        RowType row => RowToJson(value, row),
        _ => Call("spoor_json_string", CastPrinter.Print(value, from, VarcharType.Unbounded)),
    };

    internal static DuckExpression FromJson(DuckExpression value, SqlType to)
    {
        if (to is not (ArrayType or MapType or RowType))
        {
            return FromJson(value, to, []);
        }

        // Errors of a part name the whole, so that it is written more than once.
        return IsName(value) ? OfWhole(value) : Once(value, OfWhole);

        DuckExpression OfWhole(DuckExpression whole) => FromJson(whole, to, [Text(to.ToString()), whole]);
    }

    private static DuckExpression FromJson(DuckExpression value, SqlType to, ValueList<DuckExpression> whole) => to switch
    {
        VarcharType { Length: { } length } => Call("left", ToVarchar(value, whole), Number(length)),
        VarcharType => ToVarchar(value, whole),
        ScalarType { Kind: ScalarKind.Boolean } or ScalarType { IsNumber: true } => Cast(Call($"spoor_json_to_{to}", [value, .. whole]), TypePrinter.TypeOf(to)),
        DecimalType number => Duck($"CAST(spoor_json_to_decimal({value}, {number.Precision}, {number.Scale}, {whole}) AS {TypePrinter.TypeOf(to)})"),
        ArrayType array => ArrayFromJson(value, array, whole),
        MapType map => MapFromJson(value, map, whole),
        RowType row => RowFromJson(value, row, whole),
        _ => CastPrinter.Print(ToVarchar(value, whole), VarcharType.Unbounded, to),
    };

    private static DuckExpression ToVarchar(DuckExpression value, ValueList<DuckExpression> whole) => Call("spoor_json_to_varchar", [value, .. whole]);

    private static DuckExpression MapToJson(DuckExpression value, MapType map)
    {
        var keys = Lambda(entry => map.Key is ScalarType { IsFloatingPoint: true } number
            ? Duck($"trim({Call($"spoor_{number.Name}_to_json", MapEntries.Key(entry))}, '\"')")
            : CastPrinter.Print(MapEntries.Key(entry), map.Key, VarcharType.Unbounded));
        var items = Lambda(entry => ToJson(MapEntries.Value(entry), map.Value));
        return Shared(value, known => Duck($"spoor_json_object(list_transform(map_entries({known}), {keys}), list_transform(map_entries({known}), {items}), true)"));
    }

    private static DuckExpression RowToJson(DuckExpression value, RowType type) => Once(value, row =>
    {
        var items = List(type.Fields.Select((field, index) => ToJson(RowField(row, index), field.Type)));
        return Duck($"CASE WHEN {row} IS NOT NULL THEN spoor_json_object({Names(type)}, {items}, false) END");
    });

    private static DuckExpression ArrayFromJson(DuckExpression value, ArrayType array, ValueList<DuckExpression> whole) =>
        Duck($"list_transform({Call("spoor_json_elements", [value, .. whole])}, {Lambda(element => FromJsonPart(element, array.Element, whole))})");

    private static DuckExpression MapFromJson(DuckExpression value, MapType map, ValueList<DuckExpression> whole)
    {
        var typed = Lambda(entry => MapEntries.Entry(
            CastPrinter.Print(MapEntries.Key(entry), VarcharType.Unbounded, map.Key), FromJsonPart(MapEntries.Value(entry), map.Value, whole)));
        return Duck($"map_from_entries(list_transform(map_entries({Call("spoor_json_members", [value, .. whole])}), {typed}))");
    }

    private static DuckExpression RowFromJson(DuckExpression value, RowType type, ValueList<DuckExpression> whole) =>
        Once(Call("spoor_json_fields", [value, .. whole, Names(type)]), row =>
        {
            var fields = type.Fields.Select((field, index) => FromJsonPart(new DuckSubscript(row, Number(index + 1)), field.Type, whole));
            return Duck($"CASE WHEN {row} IS NOT NULL THEN {Row(fields)} END");
        });

    private static DuckExpression Names(RowType row) => List(row.Fields.Select(field => Text(field.Name ?? "")));

    // A part that is JSON null is SQL NULL already, save where the part itself is wanted as json.
    private static DuckExpression FromJsonPart(DuckExpression value, SqlType to, ValueList<DuckExpression> whole) =>
        to is ScalarType { Kind: ScalarKind.Json } ? Duck($"coalesce({value}, 'null')") : FromJson(value, to, whole);
}
