using Spoor.Sql;
using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Prints <c>array[i]</c> and <c>map[key]</c>, which fail where there is no such element.</summary>
internal static class SubscriptPrinter
{
    private const string Variable = "spoor_s";

    // Below this the base is written twice, which is quicker than a lambda.
    private const int ShortText = 60;

    internal static string Print(string collection, SqlType type, string index) => type switch
    {
        MapType map => Once(collection, index, (text, key) => PrintMap(text, map, key)),
        _ => Once(collection, index, (text, position) => $"{text}[spoor_subscript({position}, len({text}))]"),
    };

    private static string PrintMap(string map, MapType type, string key)
    {
        var shown = CastPrinter.Print(key, type.Key, VarcharType.Unbounded, isTry: false);
        var missing = FunctionError.Print(ErrorCode.InvalidFunctionArgument, "Key not present in map: ", shown, type.Value);
        return $"CASE WHEN {map} IS NOT NULL AND {key} IS NOT NULL THEN CASE WHEN {MapLookup.PrintContains(map, type, key)} THEN {MapLookup.Print(map, type, key)} ELSE {missing} END END";
    }

    private static string Once(string collection, string index, Func<string, string, string> print) =>
        collection.Length + index.Length <= ShortText
            ? print(collection, index)
            : CastPrinter.Once($"struct_pack(base := {collection}, i := {index})", Variable, print($"{Variable}.base", $"{Variable}.i"));
}
