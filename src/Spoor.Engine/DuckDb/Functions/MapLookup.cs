using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Prints the value that a map has for a key, by the key type's equality.</summary>
internal static class MapLookup
{
    /// <summary>NULL where the map lacks the key; the map and the key stand in the text more than once.</summary>
    internal static string Print(string map, MapType type, string key) => ValueKey.HasPlainIdentity(type.Key)
        ? $"map_extract_value({map}, {key})"
        : $"map_values({map})[{Position(map, type, key)}]";

    /// <summary>Whether the map has the key.</summary>
    internal static string PrintContains(string map, MapType type, string key) => ValueKey.HasPlainIdentity(type.Key)
        ? $"map_contains({map}, {key})"
        : $"({Position(map, type, key)} IS NOT NULL)";

    /// <summary>What stands for the map's keys where they are compared.</summary>
    internal static string Keys(string map, MapType type) => ValueKey.Identity($"map_keys({map})", new ArrayType(type.Key));

    private static string Position(string map, MapType type, string key) => $"list_position({Keys(map, type)}, {ValueKey.Identity(key, type.Key)})";
}
