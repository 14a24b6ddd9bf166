using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Spoor.Catalog.Definitions;
using Spoor.Catalog.Projections;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Engine.Planning.Sources;
using Spoor.Engine.Tables;
using Spoor.Engine.Tables.Contract;
using Spoor.Sql.Analysis;
using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Tables;

namespace Spoor.Engine.Planning;

/// <summary>The tables that a query needs, read from the catalog before it is analyzed, and beside them the engine's own as database <c>session</c>. Analysis and planning see one state and wait for nothing.</summary>
internal sealed class CatalogSnapshot : ITableSource
{
    private readonly ICatalog _catalog;
    private readonly StoredTables _stored;
    private readonly Dictionary<TableName, TableSchema?> _schemas = [];
    private readonly Dictionary<TableName, Table> _tables = [];
    private readonly Dictionary<TableName, ITableProvider> _systemTables = [];
    private readonly Dictionary<TableName, ValueList<Partition>> _partitions = [];
    private readonly Dictionary<(string Catalog, string Database), ValueList<string>> _neighbours = [];
    private readonly Queue<TableName> _wanted = [];

    private CatalogSnapshot(ICatalog catalog, StoredTables stored)
    {
        _catalog = catalog;
        _stored = stored;
    }

    /// <summary>Reads what analysis needs: the query's tables and those of its views; of a table that is not there, its neighbours' names.</summary>
    /// <param name="query">The query as written.</param>
    /// <param name="catalogName">Catalog of names without one.</param>
    /// <param name="database">Database of names without one.</param>
    /// <param name="catalog">Where to read.</param>
    /// <param name="stored">The engine's own tables.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<CatalogSnapshot> TakeAsync(
        Query query, string catalogName, string database, ICatalog catalog, StoredTables stored, CancellationToken cancellationToken)
    {
        var snapshot = new CatalogSnapshot(catalog, stored);
        snapshot.Want(query, catalogName, database);
        while (snapshot._wanted.TryDequeue(out var name))
        {
            if (!snapshot._schemas.ContainsKey(name) && !snapshot.TryAddStored(name))
            {
                await snapshot.ReadAsync(name, cancellationToken);
            }
        }

        return snapshot;
    }

    /// <summary>What a query over the engine's own tables needs, without asking the catalog; false when it names others.</summary>
    public static bool TryTake(Query query, ICatalog catalog, StoredTables stored, [NotNullWhen(true)] out CatalogSnapshot? snapshot)
    {
        snapshot = new CatalogSnapshot(catalog, stored);
        snapshot.Want(query, TableName.DefaultCatalog, StoredTables.Database);
        while (snapshot._wanted.TryDequeue(out var name))
        {
            if (!snapshot._schemas.ContainsKey(name) && !snapshot.TryAddStored(name))
            {
                if (!snapshot.IsStored(name.Catalog, name.Database))
                {
                    snapshot = null;
                    return false;
                }

                snapshot._schemas.Add(name, null);
            }
        }

        return true;
    }

    /// <summary>Reads what planning needs besides: the registered partitions of the tables.</summary>
    /// <exception cref="QueryException">InvalidTableProperty: a table's projection is wrong.</exception>
    public async Task ReadPartitionsAsync(CancellationToken cancellationToken)
    {
        foreach (var table in _tables.Values.Where(table => table.PartitionKeys.Count > 0 && PartitionProjection.TryCreate(table) is null))
        {
            _partitions[table.Name] = (await _catalog.PartitionsAsync(table.Name, cancellationToken)).Select(partition => partition.Value).ToValueList();
        }
    }

    /// <summary>The provider of a table that the query names, the engine's own tables apart.</summary>
    /// <exception cref="QueryException">NotSupported: Spoor cannot read such a table.</exception>
    public ITableProvider Provider(TableName name) => _systemTables.TryGetValue(name, out var table)
        ? table
        : TableKinds.Open(_tables[name], Partitions(name));

    /// <summary>The registered partitions of such a table by values; a projected table has none.</summary>
    internal ValueList<Partition> Partitions(TableName name) => _partitions.GetValueOrDefault(name) ?? [];

    /// <inheritdoc/>
    public bool HasCatalog(string catalog) => _catalog.HasCatalog(catalog);

    /// <inheritdoc/>
    public bool HasDatabase(string catalog, string database) => IsStored(catalog, database) || _neighbours.ContainsKey((catalog, database));

    /// <inheritdoc/>
    public TableSchema? FindTable(TableName name) => _schemas.TryGetValue(name, out var schema)
        ? schema
        : throw new UnreachableException($"Analysis asks for {name}, which was not found in the query.");

    /// <inheritdoc/>
    public IEnumerable<string> TableNames(string catalog, string database) =>
        IsStored(catalog, database) ? _stored.Names : _neighbours.GetValueOrDefault((catalog, database)) ?? [];

    private bool IsStored(string catalog, string database) => _stored.Any && catalog == TableName.DefaultCatalog && database == StoredTables.Database;

    private void Want(Query query, string catalogName, string database)
    {
        foreach (var name in QueryTables.In(query))
        {
            // Analysis refuses a name of too many parts.
            if (TableName.Of(name, catalogName, database) is { } full)
            {
                _wanted.Enqueue(full);
            }
        }
    }

    private bool TryAddStored(TableName name)
    {
        if (!_stored.TryFind(name, out var table))
        {
            return false;
        }

        Add(new TableSchema(name, table.Columns.Select(column => new TableColumn(column.Name, column.Type, IsHidden: false)).ToValueList(), table.ViewText));
        return true;
    }

    private async Task ReadAsync(TableName name, CancellationToken cancellationToken)
    {
        if (!_catalog.HasCatalog(name.Catalog))
        {
            _schemas.Add(name, null);
        }
        else if (await TableKinds.FindSystemTableAsync(name, _catalog, cancellationToken) is { } provider)
        {
            _systemTables.Add(name, provider);
            Add(provider.Schema);
        }
        else if (await _catalog.FindTableAsync(name, cancellationToken) is { Value: var table })
        {
            _tables.Add(name, table);
            Add(TableSchemas.Of(table));
        }
        else
        {
            _schemas.Add(name, null);
            await ReadNeighboursAsync(name, cancellationToken);
        }
    }

    private async Task ReadNeighboursAsync(TableName name, CancellationToken cancellationToken)
    {
        var database = (name.Catalog, name.Database);
        if (TableKinds.SystemTablesIn(name.Database).ToValueList() is { Count: > 0 } own)
        {
            _neighbours[database] = own;
        }
        else if (!_neighbours.ContainsKey(database) && await _catalog.FindDatabaseAsync(name.Database, cancellationToken) is not null)
        {
            var names = await _catalog.TablesAsync(name.Database, cancellationToken).Select(table => table.Value.Name.Table).ToListAsync(cancellationToken);
            _neighbours.Add(database, names.ToValueList());
        }
    }

    private void Add(TableSchema schema)
    {
        _schemas.Add(schema.Name, schema);
        if (schema.ViewText is null)
        {
            return;
        }

        try
        {
            Want(SqlParser.ParseQuery(schema.ViewText), schema.Name.Catalog, schema.Name.Database);
        }
        catch (QueryException)
        {
            // Analysis says what is wrong with the view, and where it is named.
        }
    }
}
