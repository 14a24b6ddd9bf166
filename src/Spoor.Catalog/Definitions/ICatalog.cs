using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Sql.Tables;

namespace Spoor.Catalog.Definitions;

/// <summary>Databases, tables, views, partitions and prepared statements; in SQLite or in memory. Safe for use by several threads.</summary>
/// <remarks>
/// The database <c>default</c> always exists. Methods take lower-case names and throw <see cref="QueryException"/> with Athena's sentences.
/// Each call is one transaction, and none blocks its caller's thread. What is made from something read before is written by compare-and-set: a <c>Try</c> method takes
/// what was read with its version, and returns false when another has written it since, so that no update is lost.
/// Lists come in pages, ordered by name, partitions by what their values are stored as; an entry that is there from the first page to the last comes exactly once.
/// </remarks>
public interface ICatalog
{
    /// <summary>Whether the catalog answers to this name.</summary>
    bool HasCatalog(string catalog);

    /// <summary>A page of the databases.</summary>
    Task<Page<Versioned<Database>>> ListDatabasesAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>The database, or null.</summary>
    Task<Versioned<Database>?> FindDatabaseAsync(string name, CancellationToken cancellationToken);

    /// <summary>Adds a database.</summary>
    /// <exception cref="QueryException">SchemaAlreadyExists.</exception>
    Task CreateDatabaseAsync(Database database, CancellationToken cancellationToken);

    /// <summary>Replaces a database's comment, location and properties.</summary>
    /// <returns>False when it is not, or no longer, <paramref name="current"/>; nothing is written then.</returns>
    Task<bool> TryAlterDatabaseAsync(Versioned<Database> current, Database altered, CancellationToken cancellationToken);

    /// <summary>Removes a database; with its tables when <paramref name="cascade"/>.</summary>
    /// <exception cref="QueryException">SchemaNotFound, or SchemaNotEmpty.</exception>
    Task DropDatabaseAsync(string database, bool cascade, CancellationToken cancellationToken);

    /// <summary>A page of a database's tables and views.</summary>
    /// <exception cref="QueryException">SchemaNotFound.</exception>
    Task<Page<Versioned<Table>>> ListTablesAsync(string database, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The table or view, or null.</summary>
    Task<Versioned<Table>?> FindTableAsync(TableName name, CancellationToken cancellationToken);

    /// <summary>Adds a table or view.</summary>
    /// <returns>False when there is a table or view of that name.</returns>
    /// <exception cref="QueryException">SchemaNotFound.</exception>
    Task<bool> TryCreateTableAsync(Table table, CancellationToken cancellationToken);

    /// <summary>Replaces the definition of a table or view by another of the same name; partitions stay.</summary>
    /// <returns>False when it is not, or no longer, <paramref name="current"/>; nothing is written then.</returns>
    Task<bool> TryAlterTableAsync(Versioned<Table> current, Table altered, CancellationToken cancellationToken);

    /// <summary>Removes a table or view and its partitions.</summary>
    /// <returns>False when it is not, or no longer, <paramref name="current"/>; nothing is removed then.</returns>
    Task<bool> TryDropTableAsync(Versioned<Table> current, CancellationToken cancellationToken);

    /// <summary>A page of a table's registered partitions; a projected table's are not here.</summary>
    /// <exception cref="QueryException">TableNotFound.</exception>
    Task<Page<Versioned<Partition>>> ListPartitionsAsync(TableName table, PageRequest page, CancellationToken cancellationToken);

    /// <summary>All registered partitions by values, as they were at one moment. For queries: between two pages a partition could be renamed past the reader, and its rows would be missing.</summary>
    /// <exception cref="QueryException">TableNotFound.</exception>
    Task<ValueList<Versioned<Partition>>> PartitionsAsync(TableName table, CancellationToken cancellationToken);

    /// <summary>The registered partition of these values, or null.</summary>
    /// <exception cref="QueryException">TableNotFound.</exception>
    Task<Versioned<Partition>?> FindPartitionAsync(TableName table, ValueList<string> values, CancellationToken cancellationToken);

    /// <summary>Registers partitions.</summary>
    /// <exception cref="QueryException">TableNotFound; AlreadyExists, unless <paramref name="ifNotExists"/>.</exception>
    Task AddPartitionsAsync(TableName table, ValueList<Partition> partitions, bool ifNotExists, CancellationToken cancellationToken);

    /// <summary>Gives a registered partition another location or other values.</summary>
    /// <returns>False when it is not, or no longer, <paramref name="current"/>; nothing is written then.</returns>
    /// <exception cref="QueryException">TableNotFound; AlreadyExists: the table has a partition of the new values.</exception>
    Task<bool> TryAlterPartitionAsync(TableName table, Versioned<Partition> current, Partition altered, CancellationToken cancellationToken);

    /// <summary>Removes the partitions with these values.</summary>
    /// <exception cref="QueryException">TableNotFound.</exception>
    Task DropPartitionsAsync(TableName table, ValueList<ValueList<string>> values, CancellationToken cancellationToken);

    /// <summary>A page of the prepared statements.</summary>
    Task<Page<Versioned<PreparedStatement>>> ListPreparedStatementsAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>The prepared statement, or null.</summary>
    Task<Versioned<PreparedStatement>?> FindPreparedStatementAsync(string name, CancellationToken cancellationToken);

    /// <summary>Keeps a prepared statement; one of the same name is replaced.</summary>
    Task SetPreparedStatementAsync(PreparedStatement statement, CancellationToken cancellationToken);

    /// <summary>Removes a prepared statement.</summary>
    /// <returns>False when there is none of that name.</returns>
    Task<bool> TryDropPreparedStatementAsync(string name, CancellationToken cancellationToken);
}
