using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Sql.Tables;
using Spoor.Storage.Sqlite;

namespace Spoor.Catalog.Stores.Sqlite;

/// <summary>The catalog of a home folder, in the SQLite file <c>catalog.db</c>. Several processes may use it at the same time.</summary>
public sealed class SqliteCatalog : ICatalog, IDisposable
{
    private readonly CatalogFile _file;

    private SqliteCatalog(string homeFolder, TimeSpan lockWait) => _file = new CatalogFile(Path.Combine(homeFolder, "catalog.db"), lockWait);

    /// <summary>Opens the catalog of a home folder; makes both when they are not there.</summary>
    /// <exception cref="QueryException">The folder or the file cannot be used, or a newer Spoor wrote it.</exception>
    public static async Task<SqliteCatalog> OpenAsync(string homeFolder, CancellationToken cancellationToken)
    {
        var catalog = OpenWhenUsed(homeFolder);
        await catalog._file.ReadAsync(_ => true, cancellationToken);
        return catalog;
    }

    /// <summary>The catalog of a home folder, opened by the first call that needs it: a statement without tables does not wait for SQLite.</summary>
    /// <returns>A catalog whose methods throw what <see cref="OpenAsync"/> does.</returns>
    public static SqliteCatalog OpenWhenUsed(string homeFolder) => OpenWhenUsed(homeFolder, TimeSpan.FromSeconds(30));

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <inheritdoc/>
    public bool HasCatalog(string catalog) => catalog == TableName.DefaultCatalog;

    /// <inheritdoc/>
    public Task<Page<Versioned<Database>>> ListDatabasesAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var after = PageTokens.KeyBefore(page);
        return _file.ReadAsync(
            session => PageTokens.Cut(page, DatabaseRows.ReadAfter(session, after, page.Size + 1), database => database.Value.Name),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Versioned<Database>?> FindDatabaseAsync(string name, CancellationToken cancellationToken) =>
        _file.ReadAsync(session => DatabaseRows.Find(session, name), cancellationToken);

    /// <inheritdoc/>
    public Task CreateDatabaseAsync(Database database, CancellationToken cancellationToken) => _file.WriteAsync(
        session =>
        {
            if (DatabaseRows.Exists(session, database.Name))
            {
                throw CatalogErrors.DatabaseExists(database.Name);
            }

            DatabaseRows.Insert(session, database);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryAlterDatabaseAsync(Versioned<Database> current, Database altered, CancellationToken cancellationToken) =>
        _file.WriteAsync(session => DatabaseRows.TryUpdate(session, current, altered), cancellationToken);

    /// <inheritdoc/>
    public Task DropDatabaseAsync(string database, bool cascade, CancellationToken cancellationToken)
    {
        DefaultDatabase.RequireOther(database);
        return _file.WriteAsync(
            session =>
            {
                RequireDatabase(session, database);
                if (!cascade && DatabaseRows.HasTables(session, database))
                {
                    throw CatalogErrors.DatabaseNotEmpty(database);
                }

                DatabaseRows.Delete(session, database);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Page<Versioned<Table>>> ListTablesAsync(string database, PageRequest page, CancellationToken cancellationToken)
    {
        var after = PageTokens.KeyBefore(page);
        return _file.ReadAsync(
            session =>
            {
                RequireDatabase(session, database);
                return PageTokens.Cut(page, TableRows.ReadAfter(session, database, after, page.Size + 1), table => table.Value.Name.Table);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Versioned<Table>?> FindTableAsync(TableName name, CancellationToken cancellationToken) => HasCatalog(name.Catalog)
        ? _file.ReadAsync(session => TableRows.Find(session, name), cancellationToken)
        : Task.FromResult<Versioned<Table>?>(null);

    /// <inheritdoc/>
    public Task<bool> TryCreateTableAsync(Table table, CancellationToken cancellationToken) => _file.WriteAsync(
        session =>
        {
            RequireDatabase(session, table.Name.Database);
            if (TableRows.Version(session, table.Name) is not null)
            {
                return false;
            }

            TableRows.Save(session, table);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryAlterTableAsync(Versioned<Table> current, Table altered, CancellationToken cancellationToken) =>
        TryChangeAsync(current, session => TableRows.Save(session, altered), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryDropTableAsync(Versioned<Table> current, CancellationToken cancellationToken) =>
        TryChangeAsync(current, session => TableRows.Delete(session, current.Value.Name), cancellationToken);

    /// <inheritdoc/>
    public Task<Page<Versioned<Partition>>> ListPartitionsAsync(TableName table, PageRequest page, CancellationToken cancellationToken)
    {
        var after = PageTokens.KeyBefore(page);
        return _file.ReadAsync(
            session =>
            {
                RequireTable(session, table);
                return PageTokens.Cut(page, PartitionRows.ReadAfter(session, table, after, page.Size + 1), partition => PartitionRows.Key(partition.Value));
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ValueList<Versioned<Partition>>> PartitionsAsync(TableName table, CancellationToken cancellationToken) => _file.ReadAsync(
        session =>
        {
            RequireTable(session, table);
            return PartitionRows.ReadAll(session, table).OrderBy(partition => partition.Value, PartitionOrder.Instance).ToValueList();
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<Versioned<Partition>?> FindPartitionAsync(TableName table, ValueList<string> values, CancellationToken cancellationToken) => _file.ReadAsync(
        session =>
        {
            RequireTable(session, table);
            return PartitionRows.Find(session, table, values);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task AddPartitionsAsync(TableName table, ValueList<Partition> partitions, bool ifNotExists, CancellationToken cancellationToken) => _file.WriteAsync(
        session =>
        {
            var keys = RequireTable(session, table).PartitionKeys;
            foreach (var partition in partitions)
            {
                if (!PartitionRows.TryInsert(session, table, partition) && !ifNotExists)
                {
                    throw PartitionExists(keys, partition);
                }
            }

            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryAlterPartitionAsync(TableName table, Versioned<Partition> current, Partition altered, CancellationToken cancellationToken) => _file.WriteAsync(
        session =>
        {
            var keys = RequireTable(session, table).PartitionKeys;
            if (!PartitionRows.TryDelete(session, table, current))
            {
                return false;
            }

            return PartitionRows.TryInsert(session, table, altered) ? true : throw PartitionExists(keys, altered);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task DropPartitionsAsync(TableName table, ValueList<ValueList<string>> values, CancellationToken cancellationToken) => _file.WriteAsync(
        session =>
        {
            RequireTable(session, table);
            foreach (var value in values)
            {
                PartitionRows.Delete(session, table, value);
            }

            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<Page<Versioned<PreparedStatement>>> ListPreparedStatementsAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var after = PageTokens.KeyBefore(page);
        return _file.ReadAsync(
            session => PageTokens.Cut(page, PreparedStatementRows.ReadAfter(session, after, page.Size + 1), statement => statement.Value.Name),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Versioned<PreparedStatement>?> FindPreparedStatementAsync(string name, CancellationToken cancellationToken) =>
        _file.ReadAsync(session => PreparedStatementRows.Find(session, name), cancellationToken);

    /// <inheritdoc/>
    public Task SetPreparedStatementAsync(PreparedStatement statement, CancellationToken cancellationToken) => _file.WriteAsync(
        session =>
        {
            PreparedStatementRows.Save(session, statement);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryDropPreparedStatementAsync(string name, CancellationToken cancellationToken) =>
        _file.WriteAsync(session => PreparedStatementRows.TryDelete(session, name), cancellationToken);

    internal static SqliteCatalog OpenWhenUsed(string homeFolder, TimeSpan lockWait) => new(homeFolder, lockWait);

    private static void RequireDatabase(SqliteSession session, string database)
    {
        if (!DatabaseRows.Exists(session, database))
        {
            throw CatalogErrors.DatabaseNotFound(database);
        }
    }

    private static Table RequireTable(SqliteSession session, TableName name) => TableRows.Find(session, name)?.Value ?? throw CatalogErrors.TableNotFound(name);

    private static QueryException PartitionExists(ValueList<Column> keys, Partition partition) =>
        CatalogErrors.PartitionExists(PartitionNames.Name(keys.Select(key => key.Name), partition.Values));

    private Task<bool> TryChangeAsync(Versioned<Table> current, Action<SqliteSession> change, CancellationToken cancellationToken) => _file.WriteAsync(
        session =>
        {
            if (TableRows.Version(session, current.Value.Name) != current.Version)
            {
                return false;
            }

            change(session);
            return true;
        },
        cancellationToken);
}
