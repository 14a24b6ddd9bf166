using System.Globalization;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Equality of arrays, maps and rows. A NULL inside makes it NULL unless another part differs; DuckDB takes two NULLs for equal.</summary>
internal static class NestedEquality
{
    /// <summary>Prints <c>left = right</c>.</summary>
    internal static string Print(string left, string right, SqlType type) => Print(left, right, type, depth: 0);

    private static string Print(string left, string right, SqlType type, int depth)
    {
        var pair = string.Create(CultureInfo.InvariantCulture, $"spoor_p{depth}");
        return type switch
        {
            RowType row => Once(left, right, pair, $"({string.Join(" AND ", row.Fields.Select((member, index) => PrintField(pair, index, member.Type, depth)))})"),
            ArrayType array => Once(left, right, pair, $"CASE WHEN len({pair}.l) <> len({pair}.r) THEN false ELSE {All(pair, Elements(pair, array, depth))} END"),
            MapType map => Once(left, right, pair, $"CASE WHEN len(map_keys({pair}.l)) <> len(map_keys({pair}.r)) OR NOT list_has_all({MapLookup.Keys($"{pair}.l", map)}, {MapLookup.Keys($"{pair}.r", map)}) THEN false ELSE {All(pair, Values(pair, map, depth))} END"),
            _ => ComparisonPrinter.Print(ComparisonOperator.Equal, left, right, type),
        };
    }

    private static string Once(string left, string right, string pair, string body) =>
        CastPrinter.Once($"{{'l': {left}, 'r': {right}}}", pair, $"CASE WHEN {pair}.l IS NOT NULL AND {pair}.r IS NOT NULL THEN {body} END");

    private static string PrintField(string pair, int index, SqlType type, int depth) =>
        Print($"{pair}.l.{TypePrinter.FieldName(index)}", $"{pair}.r.{TypePrinter.FieldName(index)}", type, depth + 1);

    private static string Elements(string pair, ArrayType array, int depth) =>
        $"list_transform(range(1, len({pair}.l) + 1), lambda {pair}i: {Print($"{pair}.l[{pair}i]", $"{pair}.r[{pair}i]", array.Element, depth + 1)})";

    private static string Values(string pair, MapType map, int depth) =>
        $"list_transform(map_keys({pair}.l), lambda {pair}i: {Print(MapLookup.Print($"{pair}.l", map, $"{pair}i"), MapLookup.Print($"{pair}.r", map, $"{pair}i"), map.Value, depth + 1)})";

    // AND of a list of booleans, in three-valued logic.
    private static string All(string pair, string booleans) =>
        CastPrinter.Once(booleans, $"{pair}b", $"CASE WHEN list_contains({pair}b, false) THEN false WHEN list_position({pair}b, NULL) IS NOT NULL THEN NULL ELSE true END");
}
