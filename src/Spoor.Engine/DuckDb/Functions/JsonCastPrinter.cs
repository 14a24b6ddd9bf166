using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Casts to and from json. Arrays, maps and rows are taken apart by C#, their parts cast one by one.</summary>
/// <seealso href="https://trino.io/docs/current/functions/json.html#cast-to-json"/>
internal static class JsonCastPrinter
{
    internal static string ToJson(string value, SqlType from, int depth) => from switch
    {
        ScalarType { Kind: ScalarKind.Unknown } => "CAST(NULL AS VARCHAR)",
        ScalarType { Kind: ScalarKind.Json } => value,
        ScalarType { Kind: ScalarKind.Boolean or ScalarKind.TinyInt or ScalarKind.SmallInt or ScalarKind.Integer or ScalarKind.BigInt } => $"CAST({value} AS VARCHAR)",
        DecimalType number => TextCastPrinter.DecimalText(value, number),
        ScalarType { IsFloatingPoint: true } number => $"spoor_{number.Name}_to_json({value})",
        ArrayType array => $"spoor_json_array(list_transform({value}, lambda {CastPrinter.Variable(depth)}: {ToJson(CastPrinter.Variable(depth), array.Element, depth + 1)}))",
        MapType map => MapToJson(value, map, depth),
        RowType row => RowToJson(value, row, depth),
        _ => $"spoor_json_string({CastPrinter.Print(value, from, VarcharType.Unbounded, depth)})",
    };

    internal static string FromJson(string value, SqlType to, int depth)
    {
        if (to is not (ArrayType or MapType or RowType))
        {
            return FromJson(value, to, depth, whole: "");
        }

        // Errors of a part name the whole, so that it is written more than once.
        var variable = CastPrinter.Variable(depth);
        return IsName(value)
            ? FromJson(value, to, depth, Whole(value))
            : CastPrinter.Once(value, variable, FromJson(variable, to, depth + 1, Whole(variable)));

        string Whole(string text) => $", {SqlText.Literal(to.ToString()!)}, {text}";
    }

    private static bool IsName(string value) => value.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '"');

    private static string FromJson(string value, SqlType to, int depth, string whole) => to switch
    {
        VarcharType { Length: { } length } => $"left(spoor_json_to_varchar({value}{whole}), {length})",
        VarcharType => $"spoor_json_to_varchar({value}{whole})",
        ScalarType { Kind: ScalarKind.Boolean or ScalarKind.TinyInt or ScalarKind.SmallInt or ScalarKind.Integer or ScalarKind.BigInt or ScalarKind.Real or ScalarKind.Double } scalar =>
            $"CAST(spoor_json_to_{scalar.Name}({value}{whole}) AS {TypePrinter.Print(to)})",
        DecimalType number => $"CAST(spoor_json_to_decimal({value}, {number.Precision}, {number.Scale}{whole}) AS {TypePrinter.Print(to)})",
        ArrayType array => ArrayFromJson(value, array, depth, whole),
        MapType map => MapFromJson(value, map, depth, whole),
        RowType row => RowFromJson(value, row, depth, whole),
        _ => CastPrinter.Print($"spoor_json_to_varchar({value}{whole})", VarcharType.Unbounded, to, depth),
    };

    private static string MapToJson(string value, MapType map, int depth)
    {
        var entry = CastPrinter.Variable(depth);
        var key = map.Key is ScalarType { IsFloatingPoint: true } number
            ? $"trim(spoor_{number.Name}_to_json({entry}.key), '\"')"
            : CastPrinter.Print($"{entry}.key", map.Key, VarcharType.Unbounded, depth + 1);
        var item = ToJson($"{entry}.value", map.Value, depth + 1);
        return $"spoor_json_object(list_transform(map_entries({value}), lambda {entry}: {key}), list_transform(map_entries({value}), lambda {entry}: {item}), true)";
    }

    private static string RowToJson(string value, RowType row, int depth)
    {
        var variable = CastPrinter.Variable(depth);
        var names = string.Join(", ", row.Fields.Select(member => SqlText.Literal(member.Name ?? "")));
        var items = string.Join(", ", row.Fields.Select((member, index) => ToJson($"{variable}.{TypePrinter.FieldName(index)}", member.Type, depth + 1)));
        return CastPrinter.Once(value, variable, $"CASE WHEN {variable} IS NOT NULL THEN spoor_json_object([{names}], [{items}], false) END");
    }

    private static string ArrayFromJson(string value, ArrayType array, int depth, string whole)
    {
        var element = CastPrinter.Variable(depth);
        return $"list_transform(spoor_json_elements({value}{whole}), lambda {element}: {FromJsonPart(element, array.Element, depth + 1, whole)})";
    }

    private static string MapFromJson(string value, MapType map, int depth, string whole)
    {
        var entry = CastPrinter.Variable(depth);
        var key = CastPrinter.Print($"{entry}.key", VarcharType.Unbounded, map.Key, depth + 1);
        var item = FromJsonPart($"{entry}.value", map.Value, depth + 1, whole);
        return $"map_from_entries(list_transform(map_entries(spoor_json_members({value}{whole})), "
            + $"lambda {entry}: {{'key': {key}, 'value': {item}}}))";
    }

    private static string RowFromJson(string value, RowType row, int depth, string whole)
    {
        var variable = CastPrinter.Variable(depth);
        var names = string.Join(", ", row.Fields.Select(member => SqlText.Literal(member.Name ?? "")));
        var fields = row.Fields.Select((member, index) => FromJsonPart($"{variable}[{index + 1}]", member.Type, depth + 1, whole));
        return CastPrinter.Once(
            $"spoor_json_fields({value}{whole}, [{names}])",
            variable,
            $"CASE WHEN {variable} IS NOT NULL THEN {CastPrinter.Struct(fields)} END");
    }

    // A part that is JSON null is SQL NULL already, save where the part itself is wanted as json.
    private static string FromJsonPart(string value, SqlType to, int depth, string whole) =>
        to is ScalarType { Kind: ScalarKind.Json } ? $"coalesce({value}, 'null')" : FromJson(value, to, depth, whole);
}
