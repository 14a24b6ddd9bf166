using Spoor.Core.Collections;
using Spoor.Core.Text;

namespace Spoor.Sql.Syntax.Nodes;

/// <summary><c>'name' = 'value'</c> of TBLPROPERTIES, SERDEPROPERTIES, DBPROPERTIES.</summary>
public sealed record StringProperty(string Name, string Value, TextSpan Span) : Node(Span);

/// <summary><c>CREATE DATABASE|SCHEMA [IF NOT EXISTS] name [COMMENT] [LOCATION] [WITH DBPROPERTIES]</c>.</summary>
public sealed record CreateDatabase(QualifiedName Name, bool IfNotExists, string? Comment, string? Location, ValueList<StringProperty> Properties, TextSpan Span) : Statement(Span);

/// <summary><c>DROP DATABASE|SCHEMA [IF EXISTS] name [RESTRICT|CASCADE]</c>.</summary>
public sealed record DropDatabase(QualifiedName Name, bool IfExists, bool IsCascade, TextSpan Span) : Statement(Span);

/// <summary><c>ALTER DATABASE|SCHEMA name SET DBPROPERTIES (...)</c>.</summary>
public sealed record AlterDatabase(QualifiedName Name, ValueList<StringProperty> Properties, TextSpan Span) : Statement(Span);

/// <summary>A column of Hive DDL.</summary>
public sealed record ColumnDefinition(Identifier Name, TypeName Type, string? Comment, TextSpan Span) : Node(Span);

/// <summary>A partition transform of an Iceberg table, such as <c>day(ts)</c> or <c>bucket(16, id)</c>, kept as written.</summary>
public sealed record PartitionTransform(string Text, TextSpan Span) : Node(Span);

/// <summary>Hive's <c>CREATE [EXTERNAL] TABLE</c>, clauses in any order Athena accepts.</summary>
/// <param name="Name">Table, with or without database.</param>
/// <param name="IsExternal">EXTERNAL was written.</param>
/// <param name="IfNotExists">IF NOT EXISTS was written.</param>
/// <param name="Columns">In order.</param>
/// <param name="Comment">Table comment.</param>
/// <param name="PartitionedBy">Partition columns in order.</param>
/// <param name="PartitionTransforms">Iceberg's <c>PARTITIONED BY (day(ts))</c>; a plain name there is kept as text too.</param>
/// <param name="Clustering">CLUSTERED BY; null without.</param>
/// <param name="RowFormat">ROW FORMAT; null without.</param>
/// <param name="StoredAs">STORED AS; null without.</param>
/// <param name="Location">LOCATION as written; null without.</param>
/// <param name="Properties">TBLPROPERTIES in order.</param>
/// <param name="Span">The statement.</param>
public sealed record CreateTable(
    QualifiedName Name,
    bool IsExternal,
    bool IfNotExists,
    ValueList<ColumnDefinition> Columns,
    string? Comment,
    ValueList<ColumnDefinition> PartitionedBy,
    ValueList<PartitionTransform> PartitionTransforms,
    Clustering? Clustering,
    RowFormat? RowFormat,
    StorageFormat? StoredAs,
    string? Location,
    ValueList<StringProperty> Properties,
    TextSpan Span) : Statement(Span);

/// <summary><c>CLUSTERED BY (a, b) INTO n BUCKETS</c>.</summary>
public sealed record Clustering(ValueList<Identifier> Columns, long BucketCount, TextSpan Span) : Node(Span);

/// <summary>ROW FORMAT.</summary>
public abstract record RowFormat(TextSpan Span) : Node(Span);

/// <summary><c>ROW FORMAT SERDE 'class' [WITH SERDEPROPERTIES (...)]</c>.</summary>
public sealed record SerdeRowFormat(string ClassName, ValueList<StringProperty> Properties, TextSpan Span) : RowFormat(Span);

/// <summary><c>ROW FORMAT DELIMITED [FIELDS TERMINATED BY ...] ...</c>; Properties hold Hive's names (<c>field.delim</c>, <c>escape.delim</c>, <c>collection.delim</c>, <c>mapkey.delim</c>, <c>line.delim</c>, <c>serialization.null.format</c>).</summary>
public sealed record DelimitedRowFormat(ValueList<StringProperty> Properties, TextSpan Span) : RowFormat(Span);

/// <summary><c>STORED AS PARQUET</c> (name upper-cased) or <c>STORED AS INPUTFORMAT 'x' OUTPUTFORMAT 'y'</c>.</summary>
public sealed record StorageFormat(string? FormatName, string? InputFormat, string? OutputFormat, TextSpan Span) : Node(Span);

/// <summary><c>DROP TABLE [IF EXISTS] name [PURGE]</c>.</summary>
public sealed record DropTable(QualifiedName Name, bool IfExists, TextSpan Span) : Statement(Span);

/// <summary><c>column = value</c> in PARTITION (...); the value as text, null for Hive's dynamic partition; the operator is <c>=</c> except in DROP PARTITION.</summary>
public sealed record PartitionValue(Identifier Column, string Operator, string? Value, TextSpan Span) : Node(Span);

/// <summary><c>PARTITION (a = 'x', ...) [LOCATION '...']</c>.</summary>
public sealed record PartitionSpecification(ValueList<PartitionValue> Values, string? Location, TextSpan Span) : Node(Span);

/// <summary><c>ALTER TABLE name ADD [IF NOT EXISTS] PARTITION ... [PARTITION ...]</c>.</summary>
public sealed record AddPartitions(QualifiedName Table, bool IfNotExists, ValueList<PartitionSpecification> Partitions, TextSpan Span) : Statement(Span);

/// <summary><c>ALTER TABLE name DROP [IF EXISTS] PARTITION (...), PARTITION (...)</c>.</summary>
public sealed record DropPartitions(QualifiedName Table, bool IfExists, ValueList<PartitionSpecification> Partitions, TextSpan Span) : Statement(Span);

/// <summary><c>ALTER TABLE name PARTITION (...) RENAME TO PARTITION (...)</c>.</summary>
public sealed record RenamePartition(QualifiedName Table, PartitionSpecification From, PartitionSpecification To, TextSpan Span) : Statement(Span);

/// <summary><c>ALTER TABLE name [PARTITION (...)] SET LOCATION '...'</c>.</summary>
public sealed record SetTableLocation(QualifiedName Table, PartitionSpecification? Partition, string Location, TextSpan Span) : Statement(Span);

/// <summary><c>ALTER TABLE name SET TBLPROPERTIES (...)</c>.</summary>
public sealed record SetTableProperties(QualifiedName Table, ValueList<StringProperty> Properties, TextSpan Span) : Statement(Span);

/// <summary><c>ALTER TABLE name [PARTITION (...)] ADD COLUMNS (...)</c>, or REPLACE COLUMNS when <paramref name="IsReplace"/>.</summary>
public sealed record AddColumns(QualifiedName Table, PartitionSpecification? Partition, bool IsReplace, ValueList<ColumnDefinition> Columns, TextSpan Span) : Statement(Span);

/// <summary><c>ALTER TABLE name CHANGE [COLUMN] old new type [COMMENT] [FIRST|AFTER column]</c>.</summary>
public sealed record ChangeColumn(QualifiedName Table, Identifier OldName, ColumnDefinition New, bool IsFirst, Identifier? After, TextSpan Span) : Statement(Span);

/// <summary><c>ALTER TABLE name DROP COLUMN column</c>.</summary>
public sealed record DropColumn(QualifiedName Table, Identifier Column, TextSpan Span) : Statement(Span);

/// <summary><c>MSCK REPAIR TABLE name</c>.</summary>
public sealed record RepairTable(QualifiedName Table, TextSpan Span) : Statement(Span);

/// <summary><c>SHOW DATABASES|SCHEMAS [LIKE 'pattern']</c>.</summary>
public sealed record ShowDatabases(string? Pattern, TextSpan Span) : Statement(Span);

/// <summary><c>SHOW TABLES [IN database] ['pattern']</c>.</summary>
public sealed record ShowTables(QualifiedName? Database, string? Pattern, TextSpan Span) : Statement(Span);

/// <summary><c>SHOW VIEWS [IN database] [LIKE 'pattern']</c>.</summary>
public sealed record ShowViews(QualifiedName? Database, string? Pattern, TextSpan Span) : Statement(Span);

/// <summary><c>SHOW COLUMNS FROM|IN table [FROM|IN database]</c>; the database is folded into the name.</summary>
public sealed record ShowColumns(QualifiedName Table, TextSpan Span) : Statement(Span);

/// <summary><c>SHOW PARTITIONS table</c>.</summary>
public sealed record ShowPartitions(QualifiedName Table, TextSpan Span) : Statement(Span);

/// <summary><c>SHOW CREATE TABLE table</c> or <c>SHOW CREATE VIEW view</c>.</summary>
public sealed record ShowCreate(bool IsView, QualifiedName Name, TextSpan Span) : Statement(Span);

/// <summary><c>SHOW TBLPROPERTIES table [('name')]</c>.</summary>
public sealed record ShowTableProperties(QualifiedName Table, string? PropertyName, TextSpan Span) : Statement(Span);

/// <summary><c>DESCRIBE|DESC [EXTENDED|FORMATTED] table [PARTITION (...)] [column]</c>; ColumnPath is dotted names below the column, empty when not written.</summary>
public sealed record Describe(QualifiedName Table, bool IsExtended, bool IsFormatted, PartitionSpecification? Partition, ValueList<Identifier> ColumnPath, TextSpan Span) : Statement(Span);
