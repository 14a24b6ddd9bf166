using System.Collections.Concurrent;
using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Sql.Tables;

namespace Spoor.Catalog.Stores;

/// <summary>A catalog with tables and views in front of it that a host has for as long as it runs. They stand before those of the same name, and no statement changes them.</summary>
/// <param name="below">The catalog, which is disposed with this one.</param>
/// <param name="own">The database in which they are.</param>
/// <param name="names">Their names.</param>
/// <param name="find">The definition of a name; asked once for each, when it is wanted.</param>
public sealed class OverlaidCatalog(ICatalog below, string own, IReadOnlySet<string> names, Func<string, CancellationToken, Task<Table>> find) : ICatalog, IDisposable
{
    // A catalog's own versions begin at 1.
    private const long Version = 0;

    private readonly ConcurrentDictionary<string, Versioned<Table>> _found = new(StringComparer.Ordinal);

    /// <summary>The first name by which a table or view was asked for that the catalog below has too; null for none so far.</summary>
    public string? Hidden { get; private set; }

    /// <inheritdoc/>
    public bool HasCatalog(string catalog) => below.HasCatalog(catalog);

    /// <inheritdoc/>
    public Task<Page<Versioned<Database>>> ListDatabasesAsync(PageRequest page, CancellationToken cancellationToken) => below.ListDatabasesAsync(page, cancellationToken);

    /// <inheritdoc/>
    public Task<Versioned<Database>?> FindDatabaseAsync(string name, CancellationToken cancellationToken) => below.FindDatabaseAsync(name, cancellationToken);

    /// <inheritdoc/>
    public Task CreateDatabaseAsync(Database database, CancellationToken cancellationToken) => below.CreateDatabaseAsync(database, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryAlterDatabaseAsync(Versioned<Database> current, Database altered, CancellationToken cancellationToken) => below.TryAlterDatabaseAsync(current, altered, cancellationToken);

    /// <inheritdoc/>
    public Task DropDatabaseAsync(string database, bool cascade, CancellationToken cancellationToken) => below.DropDatabaseAsync(database, cascade, cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<Versioned<Table>>> ListTablesAsync(string database, PageRequest page, CancellationToken cancellationToken)
    {
        var listed = await below.ListTablesAsync(database, page, cancellationToken);
        if (database != own)
        {
            return listed;
        }

        // The page's own span of names, to which the last page has no end.
        var (after, last) = (PageTokens.KeyBefore(page), listed.NextToken is null ? null : listed.Items[^1].Value.Name.Table);
        var tables = listed.Items.Where(table => !names.Contains(table.Value.Name.Table)).ToList();
        foreach (var name in names.Where(name => string.CompareOrdinal(name, after) > 0 && (last is null || string.CompareOrdinal(name, last) <= 0)))
        {
            tables.Add(await FindOwnAsync(name, cancellationToken));
        }

        return listed with { Items = tables.OrderBy(table => table.Value.Name.Table, StringComparer.Ordinal).ToValueList() };
    }

    /// <inheritdoc/>
    public async Task<Versioned<Table>?> FindTableAsync(TableName name, CancellationToken cancellationToken)
    {
        if (!IsOwn(name))
        {
            return await below.FindTableAsync(name, cancellationToken);
        }

        if (Hidden is null && await below.FindTableAsync(name, cancellationToken) is not null)
        {
            Hidden = name.Table;
        }

        return await FindOwnAsync(name.Table, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> TryCreateTableAsync(Table table, CancellationToken cancellationToken) =>
        IsOwn(table.Name) ? Task.FromResult(false) : below.TryCreateTableAsync(table, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryAlterTableAsync(Versioned<Table> current, Table altered, CancellationToken cancellationToken) =>
        IsOwn(current.Value.Name) ? throw Fixed(current.Value.Name) : below.TryAlterTableAsync(current, altered, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryDropTableAsync(Versioned<Table> current, CancellationToken cancellationToken) =>
        IsOwn(current.Value.Name) ? throw Fixed(current.Value.Name) : below.TryDropTableAsync(current, cancellationToken);

    /// <inheritdoc/>
    public Task<Page<Versioned<Partition>>> ListPartitionsAsync(TableName table, PageRequest page, CancellationToken cancellationToken) =>
        IsOwn(table) ? Task.FromResult(new Page<Versioned<Partition>>([], null)) : below.ListPartitionsAsync(table, page, cancellationToken);

    /// <inheritdoc/>
    public Task<ValueList<Versioned<Partition>>> PartitionsAsync(TableName table, CancellationToken cancellationToken) =>
        IsOwn(table) ? Task.FromResult<ValueList<Versioned<Partition>>>([]) : below.PartitionsAsync(table, cancellationToken);

    /// <inheritdoc/>
    public Task<Versioned<Partition>?> FindPartitionAsync(TableName table, ValueList<string> values, CancellationToken cancellationToken) =>
        IsOwn(table) ? Task.FromResult<Versioned<Partition>?>(null) : below.FindPartitionAsync(table, values, cancellationToken);

    /// <inheritdoc/>
    public Task AddPartitionsAsync(TableName table, ValueList<Partition> partitions, bool ifNotExists, CancellationToken cancellationToken) =>
        IsOwn(table) ? throw Fixed(table) : below.AddPartitionsAsync(table, partitions, ifNotExists, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryAlterPartitionAsync(TableName table, Versioned<Partition> current, Partition altered, CancellationToken cancellationToken) =>
        IsOwn(table) ? throw Fixed(table) : below.TryAlterPartitionAsync(table, current, altered, cancellationToken);

    /// <inheritdoc/>
    public Task DropPartitionsAsync(TableName table, ValueList<ValueList<string>> values, CancellationToken cancellationToken) =>
        IsOwn(table) ? throw Fixed(table) : below.DropPartitionsAsync(table, values, cancellationToken);

    /// <inheritdoc/>
    public Task<Page<Versioned<PreparedStatement>>> ListPreparedStatementsAsync(PageRequest page, CancellationToken cancellationToken) => below.ListPreparedStatementsAsync(page, cancellationToken);

    /// <inheritdoc/>
    public Task<Versioned<PreparedStatement>?> FindPreparedStatementAsync(string name, CancellationToken cancellationToken) => below.FindPreparedStatementAsync(name, cancellationToken);

    /// <inheritdoc/>
    public Task SetPreparedStatementAsync(PreparedStatement statement, CancellationToken cancellationToken) => below.SetPreparedStatementAsync(statement, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryDropPreparedStatementAsync(string name, CancellationToken cancellationToken) => below.TryDropPreparedStatementAsync(name, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => (below as IDisposable)?.Dispose();

    private bool IsOwn(TableName name) => name.Database == own && names.Contains(name.Table) && below.HasCatalog(name.Catalog);

    private async Task<Versioned<Table>> FindOwnAsync(string name, CancellationToken cancellationToken) =>
        _found.TryGetValue(name, out var known) ? known : _found[name] = new Versioned<Table>(await find(name, cancellationToken), Version);

    private static QueryException Fixed(TableName name) => new(
        ErrorCode.NotSupported,
        span: null,
        $"{name.Database}.{name.Table} stands for the logs that were named and cannot be changed",
        "A view or table of another name can be made over it.");
}
