using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Printing;

/// <content>SHOW and ALTER TABLE.</content>
public sealed partial class SqlPrinter
{
    private void AppendShow(Statement statement)
    {
        switch (statement)
        {
            case ShowDatabases show:
                Append("SHOW DATABASES");
                AppendOptionalText("LIKE", show.Pattern);
                break;
            case ShowTables show:
                AppendShowIn("SHOW TABLES", show.Database, show.Pattern);
                break;
            case ShowViews show:
                AppendShowIn("SHOW VIEWS", show.Database, show.Pattern);
                break;
            case ShowColumns show:
                Append("SHOW COLUMNS IN ");
                AppendName(show.Table);
                break;
            case ShowPartitions show:
                Append("SHOW PARTITIONS ");
                AppendName(show.Table);
                break;
            case ShowCreate show:
                Append(show.IsView ? "SHOW CREATE VIEW " : "SHOW CREATE TABLE ");
                AppendName(show.Name);
                break;
            case ShowTableProperties show:
                Append("SHOW TBLPROPERTIES ");
                AppendName(show.Table);
                if (show.PropertyName is { } property)
                {
                    Append(" (");
                    AppendText(property);
                    Append(")");
                }

                break;
            default:
                throw Unknown(statement);
        }
    }

    private void AppendShowIn(string show, QualifiedName? database, string? pattern)
    {
        Append(show);
        if (database is not null)
        {
            Append(" IN ");
            AppendName(database);
        }

        AppendOptionalText("LIKE", pattern);
    }

    private void AppendAlterTable(Statement statement)
    {
        switch (statement)
        {
            case AddPartitions add:
                AppendAlter(add.Table, null, add.IfNotExists ? "ADD IF NOT EXISTS " : "ADD ");
                AppendList(add.Partitions, AppendHivePart, " ");
                break;
            case DropPartitions drop:
                AppendAlter(drop.Table, null, drop.IfExists ? "DROP IF EXISTS " : "DROP ");
                AppendList(drop.Partitions, AppendHivePart);
                break;
            case RenamePartition rename:
                AppendAlter(rename.Table, rename.From, "RENAME TO ");
                AppendHivePart(rename.To);
                break;
            case SetTableLocation set:
                AppendAlter(set.Table, set.Partition, "SET");
                AppendOptionalText("LOCATION", set.Location);
                break;
            case SetTableProperties set:
                AppendAlter(set.Table, null, "SET");
                AppendOptionalProperties(" TBLPROPERTIES ", set.Properties);
                break;
            case AddColumns add:
                AppendAlter(add.Table, add.Partition, add.IsReplace ? "REPLACE COLUMNS " : "ADD COLUMNS ");
                AppendParenthesized(add.Columns, AppendHivePart);
                break;
            case DropColumn drop:
                AppendAlter(drop.Table, null, "DROP COLUMN ");
                AppendName(drop.Column);
                break;
            case ChangeColumn change:
                AppendChangeColumn(change);
                break;
            default:
                throw Unknown(statement);
        }
    }

    private void AppendAlter(QualifiedName table, PartitionSpecification? partition, string action)
    {
        Append("ALTER TABLE ");
        AppendName(table);
        AppendOptional(partition);
        Append($" {action}");
    }

    private void AppendChangeColumn(ChangeColumn change)
    {
        AppendAlter(change.Table, null, "CHANGE COLUMN ");
        AppendName(change.OldName);
        Append(" ");
        AppendHivePart(change.New);
        Append(change.IsFirst ? " FIRST" : "");
        if (change.After is { } after)
        {
            Append(" AFTER ");
            AppendName(after);
        }
    }
}
