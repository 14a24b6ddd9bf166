using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Engine.Tables.Contract;
using Spoor.Sql.Tables;

namespace Spoor.Engine.Tables.Metadata;

/// <summary><c>information_schema</c>: the catalog's databases, tables, views and columns as tables, its own among them, as in Trino.</summary>
/// <seealso href="https://trino.io/docs/current/language/sql-support.html"/>
internal sealed class InformationSchema : ISystemTables
{
    /// <summary>The database's name, which no other can have.</summary>
    public const string Database = "information_schema";
    private const string BaseTable = "BASE TABLE";

    private static readonly Dictionary<string, ValueList<TableColumn>> s_tables = new(StringComparer.Ordinal)
    {
        ["columns"] =
        [
            .. Texts("table_catalog", "table_schema", "table_name", "column_name"),
            new TableColumn("ordinal_position", ScalarTypes.BigInt, IsHidden: false),
            .. Texts("column_default", "is_nullable", "data_type"),
            new TableColumn("extra_info", VarcharType.Unbounded, IsHidden: true),
            new TableColumn("comment", VarcharType.Unbounded, IsHidden: true),
        ],
        ["schemata"] = Texts("catalog_name", "schema_name"),
        ["tables"] = Texts("table_catalog", "table_schema", "table_name", "table_type"),
        ["views"] = Texts("table_catalog", "table_schema", "table_name", "view_definition"),
    };

    /// <inheritdoc/>
    public IEnumerable<string> NamesIn(string database) => database == Database ? s_tables.Keys : [];

    /// <inheritdoc/>
    public async ValueTask<ITableProvider?> FindAsync(TableName name, ICatalog catalog, CancellationToken cancellationToken)
    {
        if (name.Database != Database || !s_tables.TryGetValue(name.Table, out var columns))
        {
            return null;
        }

        var rows = new List<ValueList<object?>>();
        if (name.Table == "schemata")
        {
            await foreach (var database in catalog.DatabasesAsync(cancellationToken))
            {
                rows.Add([name.Catalog, database.Value.Name]);
            }

            rows.Add([name.Catalog, Database]);
        }
        else
        {
            rows.AddRange(OwnRows(name));
            await foreach (var database in catalog.DatabasesAsync(cancellationToken))
            {
                await foreach (var table in catalog.TablesAsync(database.Value.Name, cancellationToken))
                {
                    rows.AddRange(RowsOf(name, table.Value));
                }
            }
        }

        return new RowsTable(new TableSchema(name, columns, ViewText: null), rows.ToValueList());
    }

    private static IEnumerable<ValueList<object?>> RowsOf(TableName name, Table table) => name.Table switch
    {
        "tables" => [[name.Catalog, table.Name.Database, table.Name.Table, table.ViewText is null ? BaseTable : "VIEW"]],
        "views" => table.ViewText is null ? [] : [[name.Catalog, table.Name.Database, table.Name.Table, table.ViewText]],
        _ => table.Columns.Concat(table.PartitionKeys).Select((column, index) => ColumnRow(
            name, table.Name.Database, table.Name.Table, column.Name, index, column.Type, index < table.Columns.Count ? null : "partition key", column.Comment)),
    };

    private static IEnumerable<ValueList<object?>> OwnRows(TableName name) => name.Table switch
    {
        "tables" => s_tables.Keys.Select<string, ValueList<object?>>(table => [name.Catalog, Database, table, BaseTable]),
        "views" => [],
        _ => s_tables.SelectMany(table => table.Value.Where(column => !column.IsHidden).Select((column, index) =>
            ColumnRow(name, Database, table.Key, column.Name, index, column.Type, extra: null, comment: null))),
    };

    private static ValueList<object?> ColumnRow(
        TableName name, string database, string table, string column, int index, SqlType type, string? extra, string? comment) =>
        [name.Catalog, database, table, column, index + 1L, null, "YES", type.ToString(), extra, comment];

    private static ValueList<TableColumn> Texts(params string[] names) =>
        names.Select(name => new TableColumn(name, VarcharType.Unbounded, IsHidden: false)).ToValueList();
}
