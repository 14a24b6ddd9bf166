using System.Globalization;
using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>What stands for a value where DuckDB is to find equal values, or to order them, as Trino does.</summary>
/// <remarks>
/// DuckDB compares what it holds: a timestamp with its zone as a STRUCT of both, a map as a list of entries in the order in which it was made, NaN as the greatest number.
/// Wherever values are grouped, joined, sorted or looked up, the key is printed in the value's place; for most types it is the value itself.
/// </remarks>
internal static class ValueKey
{
    /// <summary>Whether DuckDB's own equality is that of the type, so that <see cref="Identity(string, SqlType)"/> is the value itself.</summary>
    internal static bool HasPlainIdentity(SqlType type) => type switch
    {
        TimestampType zoned => !zoned.WithTimeZone,
        MapType => false,
        ArrayType array => HasPlainIdentity(array.Element),
        RowType row => row.Fields.All(field => HasPlainIdentity(field.Type)),
        _ => true,
    };

    /// <summary>Two keys are the same in DuckDB (NULL and NaN are the same as themselves) exactly when the values are NOT DISTINCT in Trino.</summary>
    internal static string Identity(string value, SqlType type) => Identity(value, type, depth: 0);

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
    /// <param name="value">A printed value.</param>
    /// <param name="type">Its type, an orderable one.</param>
    /// <param name="unorderedFirst">NaN comes before all numbers and not behind them.</param>
    internal static string Order(string value, SqlType type, bool unorderedFirst) => Order(value, type, unorderedFirst, depth: 0);

    private static string Identity(string value, SqlType type, int depth) => type switch
    {
        _ when HasPlainIdentity(type) => value,
        TimestampType => Instant(value),
        ArrayType array => Elements(value, depth, element => Identity(element, array.Element, depth + 1)),
        RowType row => Fields(value, row, depth, (field, fieldType) => Identity(field, fieldType, depth + 1)),
        MapType map => $"list_sort({Elements($"map_entries({value})", depth, entry => $"{{'k': {Identity($"{entry}.key", map.Key, depth + 1)}, 'v': {Identity($"{entry}.value", map.Value, depth + 1)}}}")})",
        _ => value,
    };

    private static string Order(string value, SqlType type, bool unorderedFirst, int depth) => type switch
    {
        _ when HasPlainOrder(type, unorderedFirst) => value,
        TimestampType => Instant(value),
        ScalarType { Kind: ScalarKind.IpAddress } => $"spoor_ipaddress_to_varbinary({value})",
        ArrayType array => Elements(value, depth, element => Order(element, array.Element, unorderedFirst, depth + 1)),
        RowType row => Fields(value, row, depth, (field, fieldType) => Order(field, fieldType, unorderedFirst, depth + 1)),
        _ => CastPrinter.Once(value, Variable(depth), $"CASE WHEN {Variable(depth)} IS NOT NULL THEN {{'n': NOT isnan({Variable(depth)}), 'v': {Variable(depth)}}} END"),
    };

    private static string Instant(string value) => $"struct_extract({value}, 'instant')";

    private static string Elements(string list, int depth, Func<string, string> print) =>
        $"list_transform({list}, lambda {Variable(depth)}: {print(Variable(depth))})";

    private static string Fields(string value, RowType row, int depth, Func<string, SqlType, string> print)
    {
        var fields = row.Fields.Select((field, index) => print($"{Variable(depth)}.{TypePrinter.FieldName(index)}", field.Type));
        return CastPrinter.Once(value, Variable(depth), $"CASE WHEN {Variable(depth)} IS NOT NULL THEN {CastPrinter.Struct(fields)} END");
    }

    private static string Variable(int depth) => string.Create(CultureInfo.InvariantCulture, $"spoor_k{depth}");
}
