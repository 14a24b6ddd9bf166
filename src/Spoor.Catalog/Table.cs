using Spoor.Sql;
using Spoor.Sql.Analysis;
using Spoor.Sql.Types;

namespace Spoor.Catalog;

/// <summary>A database; names are lower-case.</summary>
public sealed record Database(string Name, string? Comment, string? Location, ValueList<Property> Properties);

/// <summary>A name and a value of TBLPROPERTIES, SERDEPROPERTIES or DBPROPERTIES, as written.</summary>
public sealed record Property(string Name, string Value);

/// <summary>A column of a table; the name is lower-case.</summary>
public sealed record Column(string Name, SqlType Type, string? Comment);

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

/// <summary>Where a table's data lies and how it is read.</summary>
/// <param name="Location"><c>s3://bucket/prefix</c>, as written.</param>
/// <param name="SerdeClass">Java class name as Athena has it.</param>
/// <param name="SerdeProperties">SERDEPROPERTIES in order.</param>
/// <param name="InputFormat">Java class name.</param>
/// <param name="OutputFormat">Java class name.</param>
public sealed record TableStorage(string Location, string SerdeClass, ValueList<Property> SerdeProperties, string InputFormat, string OutputFormat)
{
    /// <summary>An input format of our own: whatever CloudTrail records a person has in a folder, in a trail's objects or loose.</summary>
    public const string LooseCloudTrailInputFormat = "spoor.LooseCloudTrailInputFormat";
}

/// <summary>A registered partition: values in the order of the partition keys, and its location.</summary>
public sealed record Partition(ValueList<string> Values, string Location);
