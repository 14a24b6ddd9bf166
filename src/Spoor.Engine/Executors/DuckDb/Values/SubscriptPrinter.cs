using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Sql;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Values;

/// <summary>Prints <c>array[i]</c> and <c>map[key]</c>, which fail where there is no such element.</summary>
internal static class SubscriptPrinter
{
    internal static DuckExpression Print(DuckExpression collection, SqlType type, DuckExpression index) => Shared(collection, index, (known, place) => type is MapType map
        ? PrintMap(known, map, place)
        : Duck($"{known}[spoor_subscript({place}, len({known}))]"));

    private static DuckExpression PrintMap(DuckExpression map, MapType type, DuckExpression key)
    {
        var shown = CastPrinter.Print(key, type.Key, VarcharType.Unbounded, isTry: false);
        var missing = FunctionError.Print(ErrorCode.InvalidFunctionArgument, "Key not present in map: ", shown, type.Value);
        return Duck($"CASE WHEN {map} IS NOT NULL AND {key} IS NOT NULL THEN CASE WHEN {MapLookup.PrintContains(map, type, key)} THEN {MapLookup.Print(map, type, key)} ELSE {missing} END END");
    }
}
