using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Sql;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Values;

/// <summary>Maps as lists of entries, of which DuckDB's are structs with <c>key</c> and <c>value</c>.</summary>
internal static class MapEntries
{
    /// <summary>A map of the entries in a list, the first one where a key comes twice; the list is written several times.</summary>
    internal static DuckExpression FirstOfEachKey(DuckExpression entries, SqlType keyType)
    {
        var keys = Keys(entries, keyType);
        var (entry, index) = (new DuckParameter(), new DuckParameter());
        var isFirst = new DuckLambda([entry, index], Duck($"list_position({keys}, {ValueKey.Identity(Key(entry), keyType)}) = {index}"));
        return Duck($"CASE WHEN len(list_distinct({keys})) = len({entries}) THEN map_from_entries({entries}) ELSE map_from_entries(list_filter({entries}, {isFirst})) END");
    }

    /// <summary>A map of each key to the list of its values; the list is written several times.</summary>
    internal static DuckExpression Group(DuckExpression entries, SqlType keyType)
    {
        if (ValueKey.HasPlainIdentity(keyType))
        {
            var ofKey = Lambda(key => Duck($"{{key: {key}, value: list_transform(list_filter({entries}, lambda entry: entry.key = {key}), lambda entry: entry.value)}}"));
            return Duck($"map_from_entries(list_transform(list_distinct({Keys(entries, keyType)}), {ofKey}))");
        }

        var (candidate, index) = (new DuckParameter(), new DuckParameter());
        var isFirst = new DuckLambda([candidate, index], Duck($"list_position({Keys(entries, keyType)}, {ValueKey.Identity(Key(candidate), keyType)}) = {index}"));
        var grouped = Lambda(first =>
        {
            var isSame = Lambda(entry => Infix(ValueKey.Identity(Key(entry), keyType), "=", ValueKey.Identity(Key(first), keyType)));
            return Duck($"{{key: {Key(first)}, value: list_transform(list_filter({entries}, {isSame}), lambda entry: entry.value)}}");
        });
        return Duck($"map_from_entries(list_transform(list_filter({entries}, {isFirst}), {grouped}))");
    }

    /// <summary>An entry of a map.</summary>
    internal static DuckExpression Entry(DuckExpression key, DuckExpression value) => Duck($"{{key: {key}, value: {value}}}");

    /// <summary>The key of an entry.</summary>
    internal static DuckExpression Key(DuckExpression entry) => new DuckField(entry, "key");

    /// <summary>The value of an entry.</summary>
    internal static DuckExpression Value(DuckExpression entry) => new DuckField(entry, "value");

    private static DuckExpression Keys(DuckExpression entries, SqlType keyType) => Duck($"list_transform({entries}, {Lambda(entry => ValueKey.Identity(Key(entry), keyType))})");
}
