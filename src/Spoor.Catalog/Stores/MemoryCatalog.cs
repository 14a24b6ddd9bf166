using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Sql.Tables;

namespace Spoor.Catalog.Stores;

/// <summary>A catalog that lasts as long as the process; for one-off commands and tests.</summary>
public sealed class MemoryCatalog : ICatalog
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Versioned<Database>> _databases = new(StringComparer.Ordinal);
    private readonly Dictionary<TableName, Entry> _tables = [];
    private readonly SortedDictionary<string, Versioned<PreparedStatement>> _preparedStatements = new(StringComparer.Ordinal);
    private long _lastVersion;

    /// <summary>A catalog with the database <c>default</c>, and tables in it.</summary>
    public MemoryCatalog(params ReadOnlySpan<Table> tables)
    {
        _databases.Add(DefaultDatabase.Name, Next(DefaultDatabase.Create()));
        foreach (var table in tables)
        {
            _tables.Add(table.Name, new Entry(Next(table)));
        }
    }

    /// <inheritdoc/>
    public bool HasCatalog(string catalog) => catalog == TableName.DefaultCatalog;

    /// <inheritdoc/>
    public Task<Page<Versioned<Database>>> ListDatabasesAsync(PageRequest page, CancellationToken cancellationToken) =>
        RunAsync(() => Cut(page, _databases.Values, database => database.Value.Name), cancellationToken);

    /// <inheritdoc/>
    public Task<Versioned<Database>?> FindDatabaseAsync(string name, CancellationToken cancellationToken) =>
        RunAsync(() => _databases.GetValueOrDefault(name), cancellationToken);

    /// <inheritdoc/>
    public Task CreateDatabaseAsync(Database database, CancellationToken cancellationToken) =>
        RunAsync(() => _databases.TryAdd(database.Name, Next(database)) ? true : throw CatalogErrors.DatabaseExists(database.Name), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryAlterDatabaseAsync(Versioned<Database> current, Database altered, CancellationToken cancellationToken) => RunAsync(
        () =>
        {
            if (_databases.GetValueOrDefault(current.Value.Name)?.Version != current.Version)
            {
                return false;
            }

            _databases[current.Value.Name] = Next(altered);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task DropDatabaseAsync(string database, bool cascade, CancellationToken cancellationToken)
    {
        DefaultDatabase.RequireOther(database);
        return RunAsync(
            () =>
            {
                RequireDatabase(database);
                var tables = _tables.Keys.Where(name => name.Database == database).ToList();
                if (tables.Count > 0 && !cascade)
                {
                    throw CatalogErrors.DatabaseNotEmpty(database);
                }

                tables.ForEach(name => _tables.Remove(name));
                return _databases.Remove(database);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Page<Versioned<Table>>> ListTablesAsync(string database, PageRequest page, CancellationToken cancellationToken) => RunAsync(
        () =>
        {
            RequireDatabase(database);
            return Cut(page, _tables.Values.Select(entry => entry.Table).Where(table => table.Value.Name.Database == database), table => table.Value.Name.Table);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<Versioned<Table>?> FindTableAsync(TableName name, CancellationToken cancellationToken) => RunAsync(() => _tables.GetValueOrDefault(name)?.Table, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryCreateTableAsync(Table table, CancellationToken cancellationToken) => RunAsync(
        () =>
        {
            RequireDatabase(table.Name.Database);
            return _tables.TryAdd(table.Name, new Entry(Next(table)));
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryAlterTableAsync(Versioned<Table> current, Table altered, CancellationToken cancellationToken) => RunAsync(
        () =>
        {
            if (_tables.GetValueOrDefault(current.Value.Name) is not { } entry || entry.Table.Version != current.Version)
            {
                return false;
            }

            entry.Table = Next(altered);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryDropTableAsync(Versioned<Table> current, CancellationToken cancellationToken) => RunAsync(
        () => _tables.GetValueOrDefault(current.Value.Name)?.Table.Version == current.Version && _tables.Remove(current.Value.Name),
        cancellationToken);

    /// <inheritdoc/>
    public Task<Page<Versioned<Partition>>> ListPartitionsAsync(TableName table, PageRequest page, CancellationToken cancellationToken) =>
        RunAsync(() => Cut(page, RequireTable(table).Partitions.Values, partition => Spoor.Catalog.Stores.Sqlite.PartitionRows.Key(partition.Value)), cancellationToken);

    /// <inheritdoc/>
    public Task<ValueList<Versioned<Partition>>> PartitionsAsync(TableName table, CancellationToken cancellationToken) =>
        RunAsync(() => RequireTable(table).Partitions.Values.OrderBy(partition => partition.Value, PartitionOrder.Instance).ToValueList(), cancellationToken);

    /// <inheritdoc/>
    public Task<Versioned<Partition>?> FindPartitionAsync(TableName table, ValueList<string> values, CancellationToken cancellationToken) =>
        RunAsync(() => RequireTable(table).Partitions.GetValueOrDefault(values), cancellationToken);

    /// <inheritdoc/>
    public Task AddPartitionsAsync(TableName table, ValueList<Partition> partitions, bool ifNotExists, CancellationToken cancellationToken) => RunAsync(
        () =>
        {
            var entry = RequireTable(table);
            var added = new HashSet<ValueList<string>>();
            if (!ifNotExists && partitions.FirstOrDefault(partition => entry.Partitions.ContainsKey(partition.Values) || !added.Add(partition.Values)) is { } existing)
            {
                throw PartitionExists(entry, existing);
            }

            foreach (var partition in partitions)
            {
                entry.Partitions.TryAdd(partition.Values, Next(partition));
            }

            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryAlterPartitionAsync(TableName table, Versioned<Partition> current, Partition altered, CancellationToken cancellationToken) => RunAsync(
        () =>
        {
            var entry = RequireTable(table);
            if (entry.Partitions.GetValueOrDefault(current.Value.Values)?.Version != current.Version)
            {
                return false;
            }

            if (altered.Values != current.Value.Values && entry.Partitions.ContainsKey(altered.Values))
            {
                throw PartitionExists(entry, altered);
            }

            entry.Partitions.Remove(current.Value.Values);
            entry.Partitions.Add(altered.Values, Next(altered));
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task DropPartitionsAsync(TableName table, ValueList<ValueList<string>> values, CancellationToken cancellationToken) => RunAsync(
        () =>
        {
            var entry = RequireTable(table);
            foreach (var value in values)
            {
                entry.Partitions.Remove(value);
            }

            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<Page<Versioned<PreparedStatement>>> ListPreparedStatementsAsync(PageRequest page, CancellationToken cancellationToken) =>
        RunAsync(() => Cut(page, _preparedStatements.Values, statement => statement.Value.Name), cancellationToken);

    /// <inheritdoc/>
    public Task<Versioned<PreparedStatement>?> FindPreparedStatementAsync(string name, CancellationToken cancellationToken) =>
        RunAsync(() => _preparedStatements.GetValueOrDefault(name), cancellationToken);

    /// <inheritdoc/>
    public Task SetPreparedStatementAsync(PreparedStatement statement, CancellationToken cancellationToken) =>
        RunAsync(() => _preparedStatements[statement.Name] = Next(statement), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryDropPreparedStatementAsync(string name, CancellationToken cancellationToken) => RunAsync(() => _preparedStatements.Remove(name), cancellationToken);

    private static Page<T> Cut<T>(PageRequest page, IEnumerable<T> entries, Func<T, string> key)
    {
        var after = PageTokens.KeyBefore(page);
        return PageTokens.Cut(page, entries.Where(entry => string.CompareOrdinal(key(entry), after) > 0).OrderBy(key, StringComparer.Ordinal), key);
    }

    private static QueryException PartitionExists(Entry entry, Partition partition) =>
        CatalogErrors.PartitionExists(PartitionNames.Name(entry.Table.Value.PartitionKeys.Select(key => key.Name), partition.Values));

    private Versioned<T> Next<T>(T value) => new(value, ++_lastVersion);

    // As a task also what it throws, as every other catalog's calls are.
    private Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            lock (_lock)
            {
                return Task.FromResult(work());
            }
        }
        catch (Exception exception)
        {
            return exception is OperationCanceledException ? Task.FromCanceled<T>(cancellationToken) : Task.FromException<T>(exception);
        }
    }

    private void RequireDatabase(string database)
    {
        if (!_databases.ContainsKey(database))
        {
            throw CatalogErrors.DatabaseNotFound(database);
        }
    }

    private Entry RequireTable(TableName name) => _tables.GetValueOrDefault(name) ?? throw CatalogErrors.TableNotFound(name);

    private sealed class Entry(Versioned<Table> table)
    {
        public Versioned<Table> Table { get; set; } = table;

        public Dictionary<ValueList<string>, Versioned<Partition>> Partitions { get; } = [];
    }
}
