using Spoor.Catalog;
using Spoor.Sql;
using Spoor.Sql.Analysis;

namespace Spoor.Engine.Planning;

/// <summary>The catalog's tables, and beside them the engine's own as database <c>session</c>.</summary>
internal sealed class SessionTables(ICatalog catalog, StoredTables stored) : ITableSource
{
    /// <inheritdoc/>
    public bool HasCatalog(string catalogName) => catalog.HasCatalog(catalogName);

    /// <inheritdoc/>
    public bool HasDatabase(string catalogName, string database) => (stored.Any && database == StoredTables.Database) || catalog.HasDatabase(catalogName, database);

    /// <inheritdoc/>
    public TableSchema? FindTable(TableName name) => stored.TryFind(name, out var table)
        ? new TableSchema(name, table.Columns.Select(column => new TableColumn(column.Name, column.Type, IsHidden: false)).ToValueList(), table.ViewText)
        : catalog.FindTable(name);

    /// <inheritdoc/>
    public IEnumerable<string> TableNames(string catalogName, string database) =>
        stored.Any && database == StoredTables.Database ? stored.Names : catalog.TableNames(catalogName, database);
}
