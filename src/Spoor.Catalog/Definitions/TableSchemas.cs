using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Sql.Tables;

namespace Spoor.Catalog.Definitions;

/// <summary>What queries see of a table: data columns, partition columns, and the hidden columns of each object.</summary>
public static class TableSchemas
{
    private static readonly ValueList<TableColumn> s_hidden =
    [
        new TableColumn("$path", VarcharType.Unbounded, IsHidden: true),
        new TableColumn("$file_size", ScalarTypes.BigInt, IsHidden: true),
        new TableColumn("$file_modified_time", new TimestampType(3, WithTimeZone: true), IsHidden: true),
        // DEVIATION: Athena has no such column. Without it SQL could not ask in which order an object holds its records.
        new TableColumn("$record_offset", ScalarTypes.BigInt, IsHidden: true),
    ];

    // Spoor's own tables over logs can be read so that records lead to others, and tell which records are one, delivered again.
    private static readonly ValueList<TableColumn> s_ownHidden =
    [
        .. s_hidden,
        new TableColumn("$followed", ScalarTypes.Boolean, IsHidden: true),
        new TableColumn("$event_id", VarcharType.Unbounded, IsHidden: true),
        new TableColumn("$event_content", ScalarTypes.BigInt, IsHidden: true),
    ];

    /// <summary>The schema of a table or view.</summary>
    public static TableSchema Of(Table table)
    {
        var visible = table.Columns.Concat(table.PartitionKeys).Select(column => new TableColumn(column.Name, column.Type, IsHidden: false));
        return new TableSchema(table.Name, (table.ViewText is null ? visible.Concat(Hidden(table)) : visible).ToValueList(), table.ViewText);
    }

    private static ValueList<TableColumn> Hidden(Table table) => table.Storage?.InputFormat switch
    {
        TableStorage.LooseCloudTrailInputFormat => s_ownHidden,
        TableStorage.ListInputFormat => [],
        _ => s_hidden,
    };
}
