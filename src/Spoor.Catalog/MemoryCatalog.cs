using Spoor.Sql;
using Spoor.Sql.Analysis;

namespace Spoor.Catalog;

/// <summary>A catalog that lasts as long as the process; for one-off commands and tests.</summary>
public sealed class MemoryCatalog : ICatalog
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Database> _databases = new(StringComparer.Ordinal);
    private readonly Dictionary<TableName, Entry> _tables = [];
    private readonly Dictionary<string, string> _preparedStatements = new(StringComparer.Ordinal);

    /// <summary>A catalog with the database <c>default</c>.</summary>
    public MemoryCatalog() => _databases.Add(DefaultDatabase.Name, DefaultDatabase.Create());

    /// <inheritdoc/>
    public bool HasCatalog(string catalog) => catalog == TableName.DefaultCatalog;

    /// <inheritdoc/>
    public bool HasDatabase(string catalog, string database)
    {
        lock (_lock)
        {
            return HasCatalog(catalog) && _databases.ContainsKey(database);
        }
    }

    /// <inheritdoc/>
    public TableSchema? FindTable(TableName name) => Find(name) is { } table ? TableSchemas.Of(table) : null;

    /// <inheritdoc/>
    public IEnumerable<string> TableNames(string catalog, string database) => HasDatabase(catalog, database) ? Tables(database).Select(table => table.Name.Table) : [];

    /// <inheritdoc/>
    public ValueList<Database> Databases()
    {
        lock (_lock)
        {
            return _databases.Values.ToValueList();
        }
    }

    /// <inheritdoc/>
    public void CreateDatabase(Database database)
    {
        lock (_lock)
        {
            if (!_databases.TryAdd(database.Name, database))
            {
                throw CatalogErrors.DatabaseExists(database.Name);
            }
        }
    }

    /// <inheritdoc/>
    public bool TryAlterDatabase(Database current, Database altered)
    {
        lock (_lock)
        {
            if (_databases.GetValueOrDefault(altered.Name) != current)
            {
                return false;
            }

            _databases[altered.Name] = altered;
            return true;
        }
    }

    /// <inheritdoc/>
    public void DropDatabase(string database, bool cascade)
    {
        DefaultDatabase.RequireOther(database);
        lock (_lock)
        {
            RequireDatabase(database);
            var tables = _tables.Keys.Where(name => name.Database == database).ToList();
            if (tables.Count > 0 && !cascade)
            {
                throw CatalogErrors.DatabaseNotEmpty(database);
            }

            tables.ForEach(name => _tables.Remove(name));
            _databases.Remove(database);
        }
    }

    /// <inheritdoc/>
    public Table? Find(TableName name)
    {
        lock (_lock)
        {
            return _tables.GetValueOrDefault(name)?.Table;
        }
    }

    /// <inheritdoc/>
    public ValueList<Table> Tables(string database)
    {
        lock (_lock)
        {
            RequireDatabase(database);
            return _tables.Values.Select(entry => entry.Table).Where(table => table.Name.Database == database).OrderBy(table => table.Name.Table, StringComparer.Ordinal).ToValueList();
        }
    }

    /// <inheritdoc/>
    public bool TryCreateTable(Table table)
    {
        lock (_lock)
        {
            RequireDatabase(table.Name.Database);
            return _tables.TryAdd(table.Name, new Entry(table));
        }
    }

    /// <inheritdoc/>
    public bool TryAlterTable(Table current, Table altered)
    {
        lock (_lock)
        {
            if (_tables.GetValueOrDefault(current.Name) is not { } entry || entry.Table != current)
            {
                return false;
            }

            entry.Table = altered;
            return true;
        }
    }

    /// <inheritdoc/>
    public bool TryDropTable(Table current)
    {
        lock (_lock)
        {
            return _tables.GetValueOrDefault(current.Name)?.Table == current && _tables.Remove(current.Name);
        }
    }

    /// <inheritdoc/>
    public ValueList<Partition> Partitions(TableName table)
    {
        lock (_lock)
        {
            return RequireTable(table).Partitions.Values.Order(PartitionOrder.Instance).ToValueList();
        }
    }

    /// <inheritdoc/>
    public void AddPartitions(TableName table, ValueList<Partition> partitions, bool ifNotExists)
    {
        lock (_lock)
        {
            var entry = RequireTable(table);
            if (!ifNotExists && partitions.FirstOrDefault(partition => entry.Partitions.ContainsKey(partition.Values)) is { } existing)
            {
                throw PartitionExists(entry, existing);
            }

            foreach (var partition in partitions)
            {
                entry.Partitions.TryAdd(partition.Values, partition);
            }
        }
    }

    /// <inheritdoc/>
    public bool TryAlterPartition(TableName table, Partition current, Partition altered)
    {
        lock (_lock)
        {
            var entry = RequireTable(table);
            if (entry.Partitions.GetValueOrDefault(current.Values) != current)
            {
                return false;
            }

            if (altered.Values != current.Values && entry.Partitions.ContainsKey(altered.Values))
            {
                throw PartitionExists(entry, altered);
            }

            entry.Partitions.Remove(current.Values);
            entry.Partitions.Add(altered.Values, altered);
            return true;
        }
    }

    /// <inheritdoc/>
    public void DropPartitions(TableName table, ValueList<ValueList<string>> values)
    {
        lock (_lock)
        {
            var entry = RequireTable(table);
            foreach (var value in values)
            {
                entry.Partitions.Remove(value);
            }
        }
    }

    /// <inheritdoc/>
    public string? FindPreparedStatement(string name)
    {
        lock (_lock)
        {
            return _preparedStatements.GetValueOrDefault(name);
        }
    }

    /// <inheritdoc/>
    public void SetPreparedStatement(string name, string? text)
    {
        lock (_lock)
        {
            if (text is null)
            {
                _preparedStatements.Remove(name);
            }
            else
            {
                _preparedStatements[name] = text;
            }
        }
    }

    private static QueryException PartitionExists(Entry entry, Partition partition) =>
        CatalogErrors.PartitionExists(PartitionNames.Name(entry.Table.PartitionKeys.Select(key => key.Name), partition.Values));

    private void RequireDatabase(string database)
    {
        if (!_databases.ContainsKey(database))
        {
            throw CatalogErrors.DatabaseNotFound(database);
        }
    }

    private Entry RequireTable(TableName name) => _tables.GetValueOrDefault(name) ?? throw CatalogErrors.TableNotFound(name);

    private sealed class Entry(Table table)
    {
        public Table Table { get; set; } = table;

        public Dictionary<ValueList<string>, Partition> Partitions { get; } = [];
    }
}
