using System.Text.RegularExpressions;
using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Errors;

namespace Spoor.Catalog.Projections;

/// <summary>A table's partitions as its properties compute them. The partitions are the product of the columns' values; no step here builds it.</summary>
/// <seealso href="https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html"/>
public sealed partial class PartitionProjection
{
    private readonly string _template;
    private readonly bool _isDefaultTemplate;

    private PartitionProjection(ValueList<ProjectedColumn> columns, string template, bool isDefaultTemplate)
    {
        Columns = columns;
        _template = template.EndsWith('/') ? template : template + "/";
        _isDefaultTemplate = isDefaultTemplate;
    }

    /// <summary>The partition columns, in the table's order.</summary>
    public ValueList<ProjectedColumn> Columns { get; }

    /// <summary>The table's projection; null when its properties do not enable one.</summary>
    /// <exception cref="QueryException">HiveMetastoreError: a column has no configuration; InvalidTableProperty: one is wrong.</exception>
    public static PartitionProjection? TryCreate(Table table)
    {
        if (table.Storage is null || !IsEnabled(table))
        {
            return null;
        }

        if (table.PartitionKeys.Count == 0)
        {
            throw ProjectionProperties.Invalid("Partition projection cannot be enabled on a table that is not partitioned");
        }

        RequireConfiguration(table);
        var columns = table.PartitionKeys.Select(key => CreateColumn(table, key)).ToValueList();
        var template = table.FindProperty(ProjectionProperties.LocationTemplate);
        if (template is not null)
        {
            RequirePlaceholders(template, columns);
        }

        return new PartitionProjection(columns, template ?? DefaultTemplate(table.Storage.Location, columns), template is null);
    }

    /// <summary>The folder of the partition with these values (in column order), ending with a slash.</summary>
    public string Location(IReadOnlyList<string> values) => Placeholder().Replace(_template, match =>
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Name.Equals(match.Groups[1].Value, StringComparison.OrdinalIgnoreCase))
            {
                return _isDefaultTemplate ? PartitionNames.Escape(values[i]) : values[i];
            }
        }

        // A template has no other placeholders; a table's own location may.
        return match.Value;
    });

    private static bool IsEnabled(Table table) =>
        bool.TryParse(table.FindProperty(ProjectionProperties.Enabled), out var isEnabled) && isEnabled;

    private static void RequireConfiguration(Table table)
    {
        var missing = table.PartitionKeys.Select(key => key.Name).Where(key => new ProjectionProperties(table, key).Find("type") is null).ToList();
        if (missing.Count > 0)
        {
            var name = $"{table.Name.Database}.{table.Name.Table}";
            throw new QueryException(
                ErrorCode.HiveMetastoreError,
                span: null,
                $"Table {name} is configured for partition projection, but the following partition columns are missing projection configuration: [{string.Join(", ", missing)}] (table {name})",
                $"Add 'projection.{missing[0]}.type' and its properties to TBLPROPERTIES.");
        }
    }

    private static ProjectedColumn CreateColumn(Table table, Column key)
    {
        var properties = new ProjectionProperties(table, key.Name);
        return properties.Require("type").Trim().ToLowerInvariant() switch
        {
            "enum" => EnumProjection.Create(key, properties),
            "integer" => IntegerProjection.Create(key, properties),
            "date" => DateProjection.Create(key, properties),
            "injected" => InjectedProjection.Create(key, properties),
            var other => throw properties.InvalidValue("type", other, "Known are: enum, integer, date, injected."),
        };
    }

    private static void RequirePlaceholders(string template, ValueList<ProjectedColumn> columns)
    {
        // DEVIATION: placeholders are matched ignoring case; Athena keeps column names in lower case, and whether it then accepts ${Region} is not documented.
        var placeholders = Placeholder().Matches(template).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (columns.FirstOrDefault(column => !placeholders.Contains(column.Name)) is { } missing)
        {
            throw ProjectionProperties.Invalid($"Partition projection location template: {template} is missing partition column: '{missing.Name}' placeholder", $"Put ${{{missing.Name}}} where the column's value stands in the path.");
        }

        if (placeholders.FirstOrDefault(name => !columns.Any(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) is { } unknown)
        {
            throw ProjectionProperties.Invalid($"Partition projection location template: {template} has a placeholder for '{unknown}', which is not a partition column");
        }
    }

    private static string DefaultTemplate(string location, ValueList<ProjectedColumn> columns) =>
        $"{location.TrimEnd('/')}/{string.Join('/', columns.Select(column => $"{PartitionNames.Escape(column.Name)}=${{{column.Name}}}"))}";

    [GeneratedRegex(@"\$\{([^}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
