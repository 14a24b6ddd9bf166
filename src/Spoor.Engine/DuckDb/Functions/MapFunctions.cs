using Spoor.Engine.DuckDb.Native;
using Spoor.Sql;
using Spoor.Sql.Types;
using static Spoor.Engine.DuckDb.Functions.FunctionExecution;
using static Spoor.Engine.DuckDb.Native.ScalarFunctionType;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Map functions.</summary>
/// <seealso href="https://trino.io/docs/current/functions/map.html"/>
internal static class MapFunctions
{
    private const string M = "spoor_m";
    private const string E = "spoor_e";

    internal static IEnumerable<FunctionExecution> All { get; } =
    [
        Expression("map", PrintMap,
            new ScalarFunction("spoor_same_length", [BigInt, BigInt], BigInt, (ref row) => row.Set(row.Value<long>(0) == row.Value<long>(1) ? row.Value<long>(0) : throw DifferentLengths()))),
        Expression("map_keys", "map_keys({0})"),
        Expression("map_values", "map_values({0})"),
        Expression("map_entries", call => $"list_transform(map_entries({call[0]}), lambda {E}: {CastPrinter.Struct([$"{E}.key", $"{E}.value"])})"),
        Expression("map_from_entries", call => Once(Entries(call), CheckedMap(call.Result, M))),
        Expression("multimap_from_entries", call => Once(Entries(call), Typed(AggregateFunctions.Group(M, ((MapType)call.Result).Key), call.Result))),
        Expression("map_concat", PrintConcat),
        Expression("map_filter", call => PrintFilter(call)),
        Expression("transform_values", PrintTransformValues),
        Expression("transform_keys", PrintTransformKeys),
        Expression("map_zip_with", PrintZipWith),
    ];

    private static QueryException DifferentLengths() => new(ErrorCode.InvalidFunctionArgument, span: null, "Key and value arrays must be the same length");

    private static string Once(string entries, string body) => CastPrinter.Once(entries, M, $"CASE WHEN {M} IS NOT NULL THEN {body} END");

    private static string Typed(string map, SqlType type) => $"CAST({map} AS {TypePrinter.Print(type)})";

    private static string Error(string message, SqlType type) => FunctionError.Print(ErrorCode.InvalidFunctionArgument, message, type);

    private static string Entries(FunctionCallText call)
    {
        var row = (RowType)((ArrayType)call.Type(0)).Element;
        var entry = $"{{'key': {E}.{TypePrinter.FieldName(0)}, 'value': {E}.{TypePrinter.FieldName(1)}}}";
        var failure = $"CAST(spoor_fail({SqlText.Literal(FunctionError.Encode(ErrorCode.InvalidFunctionArgument, "map entry cannot be null"))}) AS {EntryType(row)})";
        return $"list_transform({call[0]}, lambda {E}: CASE WHEN {E} IS NOT NULL THEN {entry} ELSE {failure} END)";
    }

    private static string EntryType(RowType row) => $"STRUCT(\"key\" {TypePrinter.Print(row.Fields[0].Type)}, \"value\" {TypePrinter.Print(row.Fields[1].Type)})";

    /// <summary>A map of entries, refusing a NULL key and a key that comes twice.</summary>
    private static string CheckedMap(SqlType type, string entries)
    {
        var key = ((MapType)type).Key;
        var keys = $"list_transform({entries}, lambda spoor_k: spoor_k.key)";
        var identities = ValueKey.Identity(keys, new ArrayType(key));
        var repeated = $"list_filter({keys}, lambda spoor_k, spoor_i: list_position({identities}, {ValueKey.Identity("spoor_k", key)}) < spoor_i)[1]";
        var shown = key is ArrayType or MapType or RowType ? $"CAST({repeated} AS VARCHAR)" : CastPrinter.Print(repeated, key, VarcharType.Unbounded, isTry: false);
        return $"CASE WHEN len(list_filter({keys}, lambda spoor_k: spoor_k IS NULL)) > 0 THEN {Error("map key cannot be null", type)} "
            + $"WHEN len(list_distinct({identities})) < len({entries}) THEN {FunctionError.Print(ErrorCode.InvalidFunctionArgument, "Duplicate map keys (", $"{shown} || ') are not allowed'", type)} "
            + $"ELSE {Typed($"map_from_entries({entries})", type)} END";
    }

    private static string PrintMap(FunctionCallText call)
    {
        if (call.Count == 0)
        {
            return "MAP {}";
        }

        var entries = CastPrinter.Once($"{{'k': {call[0]}, 'v': {call[1]}}}", "spoor_s",
            $"CASE WHEN spoor_s.k IS NOT NULL AND spoor_s.v IS NOT NULL THEN list_transform(range(1, 1 + spoor_same_length(len(spoor_s.k), len(spoor_s.v))), lambda {E}: {{'key': spoor_s.k[{E}], 'value': spoor_s.v[{E}]}}) END");
        return Once(entries, CheckedMap(call.Result, M));
    }

    private static string PrintConcat(FunctionCallText call)
    {
        var known = string.Join(" AND ", call.Arguments.Select((_, index) => $"spoor_s.m{index} IS NOT NULL"));
        var maps = string.Join(", ", call.Arguments.Select((text, index) => $"'m{index}': {text}"));

        // The last map wins, so its entries come first.
        var entries = string.Join(" || ", call.Arguments.Select((_, index) => $"map_entries(spoor_s.m{index})").Reverse());
        return CastPrinter.Once($"{{{maps}}}", "spoor_s",
            $"CASE WHEN {known} THEN {CastPrinter.Once(entries, M, Typed(AggregateFunctions.FirstOfEachKey(M, ((MapType)call.Result).Key), call.Result))} END");
    }

    private static string PrintFilter(FunctionCallText call)
    {
        var (parameters, body) = ArrayFunctions.SplitLambda(call[1]);
        return $"map_from_entries(list_filter(map_entries({call[0]}), lambda {E}: {ArrayFunctions.Bind(body, (parameters[0], $"{E}.key"), (parameters[1], $"{E}.value"))}))";
    }

    private static string PrintTransformValues(FunctionCallText call)
    {
        var (parameters, body) = ArrayFunctions.SplitLambda(call[1]);
        var value = ArrayFunctions.Bind(body, (parameters[0], $"{E}.key"), (parameters[1], $"{E}.value"));
        return Typed($"map_from_entries(list_transform(map_entries({call[0]}), lambda {E}: {{'key': {E}.key, 'value': {value}}}))", call.Result);
    }

    private static string PrintTransformKeys(FunctionCallText call)
    {
        var (parameters, body) = ArrayFunctions.SplitLambda(call[1]);
        var key = ArrayFunctions.Bind(body, (parameters[0], $"{E}.key"), (parameters[1], $"{E}.value"));
        return Once($"list_transform(map_entries({call[0]}), lambda {E}: {{'key': {key}, 'value': {E}.value}})", CheckedMap(call.Result, M));
    }

    private static string PrintZipWith(FunctionCallText call)
    {
        var (parameters, body) = ArrayFunctions.SplitLambda(call[2]);
        var value = ArrayFunctions.Bind(
            body,
            (parameters[0], E),
            (parameters[1], MapLookup.Print("spoor_s.a", (MapType)call.Type(0), E)),
            (parameters[2], MapLookup.Print("spoor_s.b", (MapType)call.Type(1), E)));
        var keys = ArraySearch.PrintDistinct("(map_keys(spoor_s.a) || map_keys(spoor_s.b))", ((MapType)call.Result).Key);
        return CastPrinter.Once(
            $"{{'a': {call[0]}, 'b': {call[1]}}}",
            "spoor_s",
            $"CASE WHEN spoor_s.a IS NOT NULL AND spoor_s.b IS NOT NULL THEN {Typed($"map_from_entries(list_transform({keys}, lambda {E}: {{'key': {E}, 'value': {value}}}))", call.Result)} END");
    }
}
