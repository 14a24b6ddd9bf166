using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Sql.Syntax.Nodes;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Values;

/// <summary>Equality of arrays, maps and rows. A NULL inside makes it NULL unless another part differs; DuckDB takes two NULLs for equal.</summary>
internal static class NestedEquality
{
    /// <summary>Prints <c>left = right</c>.</summary>
    internal static DuckExpression Print(DuckExpression left, DuckExpression right, SqlType type) => type switch
    {
        RowType row => OfKnown(left, right, (a, b) => And(row.Fields.Select((field, index) => Print(RowField(a, index), RowField(b, index), field.Type)))),
        ArrayType array => OfKnown(left, right, (a, b) => Duck($"CASE WHEN len({a}) <> len({b}) THEN false ELSE {All(Elements(a, b, array))} END")),
        MapType map => OfKnown(left, right, (a, b) =>
            Duck($"CASE WHEN len(map_keys({a})) <> len(map_keys({b})) OR NOT list_has_all({MapLookup.Keys(a, map)}, {MapLookup.Keys(b, map)}) THEN false ELSE {All(Values(a, b, map))} END")),
        _ => ComparisonPrinter.Print(ComparisonOperator.Equal, left, right, type),
    };

    private static DuckExpression OfKnown(DuckExpression left, DuckExpression right, Func<DuckExpression, DuckExpression, DuckExpression> body) =>
        Once(left, right, (a, b) => Duck($"CASE WHEN {a} IS NOT NULL AND {b} IS NOT NULL THEN {body(a, b)} END"));

    private static DuckExpression Elements(DuckExpression left, DuckExpression right, ArrayType array) =>
        Duck($"list_transform(range(1, len({left}) + 1), {Lambda(i => Print(new DuckSubscript(left, i), new DuckSubscript(right, i), array.Element))})");

    private static DuckExpression Values(DuckExpression left, DuckExpression right, MapType map) =>
        Duck($"list_transform(map_keys({left}), {Lambda(key => Print(MapLookup.Print(left, map, key), MapLookup.Print(right, map, key), map.Value))})");

    // AND of a list of booleans, in three-valued logic.
    private static DuckExpression All(DuckExpression booleans) =>
        Once(booleans, found => Duck($"CASE WHEN list_contains({found}, false) THEN false WHEN list_position({found}, NULL) IS NOT NULL THEN NULL ELSE true END"));
}
