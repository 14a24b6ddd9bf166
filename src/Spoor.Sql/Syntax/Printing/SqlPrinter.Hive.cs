using System.Globalization;
using Spoor.Core.Collections;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Printing;

/// <content>Hive DDL and utility statements.</content>
public sealed partial class SqlPrinter
{
    private void AppendHiveStatement(Statement statement)
    {
        switch (statement)
        {
            case CreateDatabase or AlterDatabase or DropDatabase:
                AppendDatabaseStatement(statement);
                break;
            case CreateTable table:
                AppendCreateTable(table);
                break;
            case DropTable table:
                Append(table.IfExists ? "DROP TABLE IF EXISTS " : "DROP TABLE ");
                AppendName(table.Name);
                break;
            case RepairTable repair:
                Append("MSCK REPAIR TABLE ");
                AppendName(repair.Table);
                break;
            case ShowDatabases or ShowTables or ShowViews or ShowColumns or ShowPartitions or ShowCreate or ShowTableProperties:
                AppendShow(statement);
                break;
            case Describe describe:
                AppendDescribe(describe);
                break;
            default:
                AppendAlterTable(statement);
                break;
        }
    }

    private void AppendDatabaseStatement(Statement statement)
    {
        switch (statement)
        {
            case CreateDatabase create:
                Append(create.IfNotExists ? "CREATE DATABASE IF NOT EXISTS " : "CREATE DATABASE ");
                AppendName(create.Name);
                AppendOptionalText("COMMENT", create.Comment);
                AppendOptionalText("LOCATION", create.Location);
                AppendOptionalProperties(" WITH DBPROPERTIES ", create.Properties);
                break;
            case AlterDatabase alter:
                Append("ALTER DATABASE ");
                AppendName(alter.Name);
                AppendOptionalProperties(" SET DBPROPERTIES ", alter.Properties);
                break;
            case DropDatabase drop:
                Append(drop.IfExists ? "DROP DATABASE IF EXISTS " : "DROP DATABASE ");
                AppendName(drop.Name);
                Append(drop.IsCascade ? " CASCADE" : "");
                break;
            default:
                throw Unknown(statement);
        }
    }

    private void AppendCreateTable(CreateTable table)
    {
        Append(table.IsExternal ? "CREATE EXTERNAL TABLE " : "CREATE TABLE ");
        Append(table.IfNotExists ? "IF NOT EXISTS " : "");
        AppendName(table.Name);
        if (table.Columns.Count > 0)
        {
            Append(" ");
            AppendParenthesized(table.Columns, AppendHivePart);
        }

        AppendOptionalText("COMMENT", table.Comment);
        if (table.PartitionedBy.Count + table.PartitionTransforms.Count > 0)
        {
            Append(" PARTITIONED BY ");
            AppendParenthesized<Node>([.. table.PartitionedBy, .. table.PartitionTransforms], AppendHivePart);
        }

        AppendOptional(table.Clustering);
        AppendOptional(table.RowFormat);
        AppendOptional(table.StoredAs);
        AppendOptionalText("LOCATION", table.Location);
        AppendOptionalProperties(" TBLPROPERTIES ", table.Properties);
    }

    private void AppendOptional(Node? part)
    {
        if (part is not null)
        {
            Append(" ");
            AppendHivePart(part);
        }
    }

    private void AppendOptionalProperties(string before, ValueList<StringProperty> properties)
    {
        if (properties.Count > 0)
        {
            Append(before);
            AppendParenthesized(properties, AppendHivePart);
        }
    }

    private void AppendHivePart(Node node)
    {
        switch (node)
        {
            case StringProperty property:
                AppendText(property.Name);
                Append(" = ");
                AppendText(property.Value);
                break;
            case ColumnDefinition column:
                AppendName(column.Name);
                Append(" ");
                AppendType(column.Type);
                AppendOptionalText("COMMENT", column.Comment);
                break;
            case PartitionTransform transform:
                Append(transform.Text);
                break;
            case Clustering clustering:
                Append("CLUSTERED BY ");
                AppendParenthesized(clustering.Columns, AppendName);
                Append(string.Create(CultureInfo.InvariantCulture, $" INTO {clustering.BucketCount} BUCKETS"));
                break;
            case RowFormat format:
                AppendRowFormat(format);
                break;
            case StorageFormat format:
                AppendStorageFormat(format);
                break;
            case PartitionSpecification partition:
                Append("PARTITION ");
                AppendParenthesized(partition.Values, AppendHivePart);
                AppendOptionalText("LOCATION", partition.Location);
                break;
            case PartitionValue value:
                AppendPartitionValue(value);
                break;
            default:
                throw Unknown(node);
        }
    }

    private void AppendPartitionValue(PartitionValue value)
    {
        AppendName(value.Column);
        AppendOptionalText(value.Operator, value.Value);
    }

    private void AppendStorageFormat(StorageFormat format)
    {
        Append("STORED AS ");
        if (format.FormatName is { } name)
        {
            Append(SqlQuoting.Name(new Identifier(name, false, default), Dialect.Hive));
            return;
        }

        Append("INPUTFORMAT ");
        AppendText(format.InputFormat ?? "");
        AppendOptionalText("OUTPUTFORMAT", format.OutputFormat ?? "");
    }

    private void AppendRowFormat(RowFormat format)
    {
        switch (format)
        {
            case SerdeRowFormat serde:
                Append("ROW FORMAT SERDE ");
                AppendText(serde.ClassName);
                AppendOptionalProperties(" WITH SERDEPROPERTIES ", serde.Properties);
                break;
            case DelimitedRowFormat delimited:
                Append("ROW FORMAT DELIMITED");
                foreach (var property in delimited.Properties)
                {
                    AppendOptionalText(DelimiterClause(property.Name), property.Value);
                }

                break;
            default:
                throw Unknown(format);
        }
    }

    private static string DelimiterClause(string property) => property switch
    {
        "field.delim" => "FIELDS TERMINATED BY",
        "escape.delim" => "ESCAPED BY",
        "collection.delim" => "COLLECTION ITEMS TERMINATED BY",
        "mapkey.delim" => "MAP KEYS TERMINATED BY",
        "line.delim" => "LINES TERMINATED BY",
        _ => "NULL DEFINED AS",
    };

    private void AppendDescribe(Describe describe)
    {
        Append("DESCRIBE ");
        Append(describe.IsExtended ? "EXTENDED " : "");
        Append(describe.IsFormatted ? "FORMATTED " : "");
        AppendName(describe.Table);
        AppendOptional(describe.Partition);
        Append(describe.ColumnPath.Count > 0 ? " " : "");
        AppendList(describe.ColumnPath, AppendName, ".");
    }
}
