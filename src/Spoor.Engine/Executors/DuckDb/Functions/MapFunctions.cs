using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Executors.DuckDb.Values;
using static Spoor.Engine.Executors.DuckDb.Functions.FunctionExecution;
using static Spoor.Engine.Executors.DuckDb.Native.ScalarFunctionType;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>Map functions.</summary>
/// <seealso href="https://trino.io/docs/current/functions/map.html"/>
internal static class MapFunctions
{
    internal static IEnumerable<FunctionExecution> All { get; } =
    [
        Expression("map", PrintMap,
            new ScalarFunction("spoor_same_length", [BigInt, BigInt], BigInt, (ref row) => row.Set(row.Value<long>(0) == row.Value<long>(1) ? row.Value<long>(0) : throw DifferentLengths()))),
        Expression("map_keys", "map_keys({0})"),
        Expression("map_values", "map_values({0})"),
        Expression("map_entries", call => Duck($"list_transform(map_entries({call[0]}), {Lambda(entry => Row([MapEntries.Key(entry), MapEntries.Value(entry)]))})")),
        Expression("map_from_entries", call => IfKnown(Entries(call), entries => CheckedMap(call.Result, entries))),
        Expression("multimap_from_entries", call => IfKnown(Entries(call), entries => Typed(MapEntries.Group(entries, ((MapType)call.Result).Key), call.Result))),
        Expression("map_concat", PrintConcat),
        Expression("map_filter", PrintFilter),
        Expression("transform_values", PrintTransformValues),
        Expression("transform_keys", PrintTransformKeys),
        Expression("map_zip_with", PrintZipWith),
    ];

    private static QueryException DifferentLengths() => new(ErrorCode.InvalidFunctionArgument, span: null, "Key and value arrays must be the same length");

    private static DuckExpression IfKnown(DuckExpression list, Func<DuckExpression, DuckExpression> body) =>
        Once(list, entries => Duck($"CASE WHEN {entries} IS NOT NULL THEN {body(entries)} END"));

    private static DuckExpression Typed(DuckExpression map, SqlType type) => Cast(map, TypePrinter.TypeOf(type));

    private static DuckExpression Error(string message, SqlType type) => FunctionError.Print(ErrorCode.InvalidFunctionArgument, message, type);

    private static DuckExpression Entries(DuckFunctionCall call)
    {
        var row = (RowType)((ArrayType)call.Type(0)).Element;
        var type = DuckType.Struct([new("key", TypePrinter.TypeOf(row.Fields[0].Type)), new("value", TypePrinter.TypeOf(row.Fields[1].Type))]);
        var failure = Duck($"CAST(spoor_fail({Text(FunctionError.Encode(ErrorCode.InvalidFunctionArgument, "map entry cannot be null"))}) AS {type})");
        return Duck($"list_transform({call[0]}, {Lambda(entry => Duck($"CASE WHEN {entry} IS NOT NULL THEN {MapEntries.Entry(RowField(entry, 0), RowField(entry, 1))} ELSE {failure} END"))})");
    }

    /// <summary>A map of entries, refusing a NULL key and a key that comes twice.</summary>
    private static DuckExpression CheckedMap(SqlType type, DuckExpression entries)
    {
        var key = ((MapType)type).Key;
        var keys = Duck($"list_transform({entries}, lambda entry: entry.key)");
        var identities = ValueKey.Identity(keys, new ArrayType(key));
        var (candidate, index) = (new DuckParameter(), new DuckParameter());
        var isRepeated = new DuckLambda([candidate, index], Duck($"list_position({identities}, {ValueKey.Identity(candidate, key)}) < {index}"));
        var repeated = Duck($"list_filter({keys}, {isRepeated})[1]");
        var shown = key is ArrayType or MapType or RowType ? Cast(repeated, DuckType.Varchar) : CastPrinter.Print(repeated, key, VarcharType.Unbounded, isTry: false);
        return Duck($"CASE WHEN len(list_filter({keys}, lambda key: key IS NULL)) > 0 THEN {Error("map key cannot be null", type)} WHEN len(list_distinct({identities})) < len({entries}) THEN {FunctionError.Print(ErrorCode.InvalidFunctionArgument, "Duplicate map keys (", Duck($"{shown} || ') are not allowed'"), type)} ELSE {Typed(Call("map_from_entries", entries), type)} END");
    }

    private static DuckExpression PrintMap(DuckFunctionCall call)
    {
        if (call.Count == 0)
        {
            return Call("map");
        }

        var entries = Once(call[0], call[1], (keys, values) =>
            Duck($"CASE WHEN {keys} IS NOT NULL AND {values} IS NOT NULL THEN list_transform(range(1, 1 + spoor_same_length(len({keys}), len({values}))), lambda i: {{key: {keys}[i], value: {values}[i]}}) END"));
        return IfKnown(entries, known => CheckedMap(call.Result, known));
    }

    private static DuckExpression PrintConcat(DuckFunctionCall call) => Once(call.All, maps =>
    {
        var areKnown = And(maps.Select(map => new DuckIsNull(map, IsNegated: true)));

        // The last map wins, so its entries come first.
        var entries = maps.Select(map => Call("map_entries", map)).Reverse().ToValueList();
        var all = entries.Count == 1 ? entries[0] : new DuckInfix("||", entries);
        return Duck($"CASE WHEN {areKnown} THEN {Once(all, known => Typed(MapEntries.FirstOfEachKey(known, ((MapType)call.Result).Key), call.Result))} END");
    });

    private static DuckExpression OfEntry(DuckLambda lambda, DuckExpression entry) => lambda.Apply(MapEntries.Key(entry), MapEntries.Value(entry));

    private static DuckExpression PrintFilter(DuckFunctionCall call) =>
        Duck($"map_from_entries(list_filter(map_entries({call[0]}), {Lambda(entry => OfEntry(call.Lambda(1), entry))}))");

    private static DuckExpression PrintTransformValues(DuckFunctionCall call) =>
        Typed(Duck($"map_from_entries(list_transform(map_entries({call[0]}), {Lambda(entry => MapEntries.Entry(MapEntries.Key(entry), OfEntry(call.Lambda(1), entry)))}))"), call.Result);

    private static DuckExpression PrintTransformKeys(DuckFunctionCall call) => IfKnown(
        Duck($"list_transform(map_entries({call[0]}), {Lambda(entry => MapEntries.Entry(OfEntry(call.Lambda(1), entry), MapEntries.Value(entry)))})"),
        entries => CheckedMap(call.Result, entries));

    private static DuckExpression PrintZipWith(DuckFunctionCall call) => Once(call[0], call[1], (left, right) =>
    {
        var keys = ArraySearch.PrintDistinct(Duck($"map_keys({left}) || map_keys({right})"), ((MapType)call.Result).Key);
        var zipped = Lambda(key => MapEntries.Entry(
            key, call.Lambda(2).Apply(key, MapLookup.Print(left, (MapType)call.Type(0), key), MapLookup.Print(right, (MapType)call.Type(1), key))));
        return Duck($"CASE WHEN {left} IS NOT NULL AND {right} IS NOT NULL THEN {Typed(Duck($"map_from_entries(list_transform({keys}, {zipped}))"), call.Result)} END");
    });
}
