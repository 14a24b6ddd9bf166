using Spoor.Core.Collections;
using Spoor.Sql.Tables;

namespace Spoor.Catalog.Definitions;

/// <summary>A table as its DDL declares it, or a view.</summary>
/// <param name="Name">Full name, lower-case.</param>
/// <param name="Columns">Data columns in order, without partition keys.</param>
/// <param name="PartitionKeys">Partition columns in order.</param>
/// <param name="Storage">Where and how the data lies; null for a view.</param>
/// <param name="Properties">TBLPROPERTIES in order.</param>
/// <param name="Comment">Null without one.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="ViewText">The view's query; null for a table.</param>
public sealed record Table(
    TableName Name,
    ValueList<Column> Columns,
    ValueList<Column> PartitionKeys,
    TableStorage? Storage,
    ValueList<Property> Properties,
    string? Comment,
    DateTimeOffset CreatedAt,
    string? ViewText)
{
    /// <summary>The property's value, or null; names compare exactly, as in Athena.</summary>
    public string? FindProperty(string name) => Properties.FirstOrDefault(property => property.Name == name)?.Value;
}
