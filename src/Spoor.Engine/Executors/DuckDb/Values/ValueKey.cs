using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Sql;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Values;

/// <summary>What stands for a value where DuckDB is to find equal values, or to order them, as Trino does.</summary>
/// <remarks>
/// DuckDB compares what it holds: a timestamp with its zone as a STRUCT of both, a map as a list of entries in the order in which it was made, NaN as the greatest number.
/// Wherever values are grouped, joined, sorted or looked up, the key is printed in the value's place; for most types it is the value itself.
/// </remarks>
internal static class ValueKey
{
    /// <summary>Whether DuckDB's own equality is that of the type, so that <see cref="Identity"/> is the value itself.</summary>
    internal static bool HasPlainIdentity(SqlType type) => type switch
    {
        TimestampType zoned => !zoned.WithTimeZone,
        MapType => false,
        ArrayType array => HasPlainIdentity(array.Element),
        RowType row => row.Fields.All(field => HasPlainIdentity(field.Type)),
        _ => true,
    };

    /// <summary>Two keys are the same in DuckDB (NULL and NaN are the same as themselves) exactly when the values are NOT DISTINCT in Trino.</summary>
    internal static DuckExpression Identity(DuckExpression value, SqlType type) => type switch
    {
        _ when HasPlainIdentity(type) => value,
        TimestampType => Instant(value),
        ArrayType array => Elements(value, element => Identity(element, array.Element)),
        RowType row => Fields(value, row, Identity),
        MapType map => Call("list_sort", Elements(Call("map_entries", value), entry => Duck($"{{k: {Identity(MapEntries.Key(entry), map.Key)}, v: {Identity(MapEntries.Value(entry), map.Value)}}}"))),
        _ => value,
    };

    /// <summary>Whether DuckDB's own order is that of the type.</summary>
    /// <param name="type">An orderable type.</param>
    /// <param name="unorderedFirst">NaN comes before all numbers and not behind them.</param>
    internal static bool HasPlainOrder(SqlType type, bool unorderedFirst) => type switch
    {
        TimestampType zoned => !zoned.WithTimeZone,
        ScalarType { Kind: ScalarKind.IpAddress } => false,
        ScalarType { IsFloatingPoint: true } => !unorderedFirst,
        ArrayType array => HasPlainOrder(array.Element, unorderedFirst),
        RowType row => row.Fields.All(field => HasPlainOrder(field.Type, unorderedFirst)),
        _ => true,
    };

    /// <summary>Keys sort in DuckDB as the values do in Trino; the key of NULL is NULL.</summary>
    /// <param name="value">A value.</param>
    /// <param name="type">Its type, an orderable one.</param>
    /// <param name="unorderedFirst">NaN comes before all numbers and not behind them.</param>
    internal static DuckExpression Order(DuckExpression value, SqlType type, bool unorderedFirst) => type switch
    {
        _ when HasPlainOrder(type, unorderedFirst) => value,
        TimestampType => Instant(value),
        ScalarType { Kind: ScalarKind.IpAddress } => Call("spoor_ipaddress_to_varbinary", value),
        ArrayType array => Elements(value, element => Order(element, array.Element, unorderedFirst)),
        RowType row => Fields(value, row, (field, fieldType) => Order(field, fieldType, unorderedFirst)),
        _ => Once(value, known => Duck($"CASE WHEN {known} IS NOT NULL THEN {{n: NOT isnan({known}), v: {known}}} END")),
    };

    private static DuckField Instant(DuckExpression value) => new DuckField(value, "instant");

    private static DuckExpression Elements(DuckExpression list, Func<DuckExpression, DuckExpression> print) => Duck($"list_transform({list}, {Lambda(print)})");

    private static DuckExpression Fields(DuckExpression value, RowType type, Func<DuckExpression, SqlType, DuckExpression> print) =>
        Once(value, row => Duck($"CASE WHEN {row} IS NOT NULL THEN {Row(type.Fields.Select((field, index) => print(RowField(row, index), field.Type)))} END"));
}
