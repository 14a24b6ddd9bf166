using System.Globalization;
using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Definitions;

/// <summary><c>PARTITION (a = 'x', ...)</c> against a table's partition columns.</summary>
internal static class PartitionSpecifications
{
    /// <summary>The values in the table's order; every partition column must have one.</summary>
    public static ValueList<string> RequireValues(Table table, PartitionSpecification specification)
    {
        RequireKeys(table, specification);
        var values = table.PartitionKeys.Select(key => specification.Values.FirstOrDefault(value => IsFor(value, key))?.Value).ToList();
        return values.Any(value => value is null)
            ? throw new QueryException(ErrorCode.HiveSemanticException, specification.Span, $"FAILED: SemanticException partition spec {Print(specification)} doesn't contain all ({table.PartitionKeys.Count}) partition columns", $"The partition columns are: {string.Join(", ", table.PartitionKeys.Select(key => key.Name))}.")
            : values.OfType<string>().ToValueList();
    }

    /// <summary>The registered partition with exactly these values.</summary>
    public static async Task<Versioned<Partition>> RequirePartitionAsync(
        Table table, PartitionSpecification specification, StatementContext context, CancellationToken cancellationToken)
    {
        var values = RequireValues(table, specification);
        return await context.Catalog.FindPartitionAsync(table.Name, values, cancellationToken) ?? throw CatalogErrors.PartitionNotFound(Print(specification), specification.Span);
    }

    /// <summary>Whether a partition meets all comparisons of the specification; columns that it leaves out may have any value.</summary>
    public static bool Matches(Table table, PartitionSpecification specification, Partition partition)
    {
        for (var i = 0; i < table.PartitionKeys.Count; i++)
        {
            var key = table.PartitionKeys[i];
            var actual = partition.Values[i];
            if (!specification.Values.Where(value => IsFor(value, key)).All(value => value.Value is not null && Compare(key.Type, actual, value.Operator, value.Value)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Refuses names that are not partition columns.</summary>
    public static void RequireKeys(Table table, PartitionSpecification specification)
    {
        if (table.PartitionKeys.Count == 0)
        {
            throw new QueryException(ErrorCode.HiveSemanticException, specification.Span, $"FAILED: SemanticException [Error 10241]: Table {table.Name.Database}.{table.Name.Table} is not a partitioned table");
        }

        if (specification.Values.Any(value => !table.PartitionKeys.Any(key => IsFor(value, key))))
        {
            throw new QueryException(ErrorCode.HiveSemanticException, specification.Span, $"FAILED: SemanticException Partition spec {Print(specification)} contains non-partition columns", $"The partition columns are: {string.Join(", ", table.PartitionKeys.Select(key => key.Name))}.");
        }
    }

    /// <summary>Hive's form: <c>{a=x, b=y}</c>.</summary>
    public static string Print(PartitionSpecification specification) =>
        $"{{{string.Join(", ", specification.Values.Select(value => $"{value.Column.Value.ToLowerInvariant()}{value.Operator}{value.Value}"))}}}";

    private static bool IsFor(PartitionValue value, Column key) => value.Column.Value.Equals(key.Name, StringComparison.OrdinalIgnoreCase);

    private static bool Compare(SqlType type, string actual, string comparison, string expected)
    {
        var isNumber = type is DecimalType || type is ScalarType { IsNumber: true };
        var order = isNumber
            && decimal.TryParse(actual, NumberStyles.Float, CultureInfo.InvariantCulture, out var left)
            && decimal.TryParse(expected, NumberStyles.Float, CultureInfo.InvariantCulture, out var right)
                ? left.CompareTo(right)
                : string.CompareOrdinal(actual, expected);
        return comparison switch
        {
            "=" or "==" => order == 0,
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            ">=" => order >= 0,
            _ => order != 0,
        };
    }
}
