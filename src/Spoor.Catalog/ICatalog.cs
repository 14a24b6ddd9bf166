using Spoor.Sql;
using Spoor.Sql.Analysis;

namespace Spoor.Catalog;

/// <summary>Databases, tables, views, partitions and prepared statements; in SQLite or in memory. Safe for use by several threads.</summary>
/// <remarks>
/// The database <c>default</c> always exists. Methods take lower-case names and throw <see cref="QueryException"/> with Athena's sentences.
/// Each call is one transaction. What is made from something read before is written by compare-and-set: a <c>Try</c> method takes what was read, and returns false
/// when another has changed it since, so that no update is lost.
/// </remarks>
public interface ICatalog : ITableSource
{
    /// <summary>All databases by name.</summary>
    ValueList<Database> Databases();

    /// <summary>Adds a database.</summary>
    /// <exception cref="QueryException">SchemaAlreadyExists.</exception>
    void CreateDatabase(Database database);

    /// <summary>Replaces a database's comment, location and properties.</summary>
    /// <returns>False when it is not, or no longer, <paramref name="current"/>; nothing is written then.</returns>
    bool TryAlterDatabase(Database current, Database altered);

    /// <summary>Removes a database; with its tables when <paramref name="cascade"/>.</summary>
    /// <exception cref="QueryException">SchemaNotFound, or SchemaNotEmpty.</exception>
    void DropDatabase(string database, bool cascade);

    /// <summary>The table or view, or null.</summary>
    Table? Find(TableName name);

    /// <summary>All tables and views of a database by name.</summary>
    ValueList<Table> Tables(string database);

    /// <summary>Adds a table or view.</summary>
    /// <returns>False when there is a table or view of that name.</returns>
    /// <exception cref="QueryException">SchemaNotFound.</exception>
    bool TryCreateTable(Table table);

    /// <summary>Replaces the definition of a table or view by another of the same name; partitions stay.</summary>
    /// <returns>False when it is not, or no longer, <paramref name="current"/>; nothing is written then.</returns>
    bool TryAlterTable(Table current, Table altered);

    /// <summary>Removes a table or view and its partitions.</summary>
    /// <returns>False when it is not, or no longer, <paramref name="current"/>; nothing is removed then.</returns>
    bool TryDropTable(Table current);

    /// <summary>Registered partitions by values; a projected table's are not here.</summary>
    ValueList<Partition> Partitions(TableName table);

    /// <summary>Registers partitions.</summary>
    /// <exception cref="QueryException">AlreadyExists, unless <paramref name="ifNotExists"/>.</exception>
    void AddPartitions(TableName table, ValueList<Partition> partitions, bool ifNotExists);

    /// <summary>Gives a registered partition another location or other values.</summary>
    /// <returns>False when it is not, or no longer, <paramref name="current"/>; nothing is written then.</returns>
    /// <exception cref="QueryException">AlreadyExists: the table has a partition of the new values.</exception>
    bool TryAlterPartition(TableName table, Partition current, Partition altered);

    /// <summary>Removes the partitions with these values.</summary>
    void DropPartitions(TableName table, ValueList<ValueList<string>> values);

    /// <summary>The text of a prepared statement, or null.</summary>
    string? FindPreparedStatement(string name);

    /// <summary>Keeps (or replaces) a prepared statement; null removes it.</summary>
    void SetPreparedStatement(string name, string? text);
}
