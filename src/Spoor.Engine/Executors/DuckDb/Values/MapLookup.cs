using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Sql;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Values;

/// <summary>Prints the value that a map has for a key, by the key type's equality.</summary>
internal static class MapLookup
{
    /// <summary>NULL where the map lacks the key; the map and the key stand in the text more than once.</summary>
    internal static DuckExpression Print(DuckExpression map, MapType type, DuckExpression key) => ValueKey.HasPlainIdentity(type.Key)
        ? Call("map_extract_value", map, key)
        : Duck($"map_values({map})[{Position(map, type, key)}]");

    /// <summary>Whether the map has the key.</summary>
    internal static DuckExpression PrintContains(DuckExpression map, MapType type, DuckExpression key) => ValueKey.HasPlainIdentity(type.Key)
        ? Call("map_contains", map, key)
        : Duck($"{Position(map, type, key)} IS NOT NULL");

    /// <summary>What stands for the map's keys where they are compared.</summary>
    internal static DuckExpression Keys(DuckExpression map, MapType type) => ValueKey.Identity(Call("map_keys", map), new ArrayType(type.Key));

    private static DuckExpression Position(DuckExpression map, MapType type, DuckExpression key) => Call("list_position", Keys(map, type), ValueKey.Identity(key, type.Key));
}
