using Spoor.Sql;
using Spoor.Sql.Analysis;

namespace Spoor.Catalog;

/// <summary>Databases, tables, views, partitions and prepared statements; in SQLite or in memory. Safe for use by several threads.</summary>
/// <remarks>The database <c>default</c> always exists. Methods take lower-case names and throw <see cref="QueryException"/> with Athena's sentences.</remarks>
public interface ICatalog : ITableSource
{
    /// <summary>All databases by name.</summary>
    ValueList<Database> Databases();

    /// <summary>Adds a database.</summary>
    /// <exception cref="QueryException">SchemaAlreadyExists.</exception>
    void CreateDatabase(Database database);

    /// <summary>Replaces a database's comment, location and properties.</summary>
    void AlterDatabase(Database database);

    /// <summary>Removes a database; with its tables when <paramref name="cascade"/>.</summary>
    /// <exception cref="QueryException">SchemaNotFound, or SchemaNotEmpty.</exception>
    void DropDatabase(string database, bool cascade);

    /// <summary>The table or view, or null.</summary>
    Table? Find(TableName name);

    /// <summary>All tables and views of a database by name.</summary>
    ValueList<Table> Tables(string database);

    /// <summary>Adds a table or view.</summary>
    /// <exception cref="QueryException">TableAlreadyExists, SchemaNotFound.</exception>
    void CreateTable(Table table);

    /// <summary>Replaces the definition of an existing table or view of the same name.</summary>
    void AlterTable(Table table);

    /// <summary>Removes a table or view and its partitions.</summary>
    /// <exception cref="QueryException">TableNotFound.</exception>
    void DropTable(TableName name);

    /// <summary>Registered partitions by values; a projected table's are not here.</summary>
    ValueList<Partition> Partitions(TableName table);

    /// <summary>Registers partitions.</summary>
    /// <exception cref="QueryException">AlreadyExists, unless <paramref name="ifNotExists"/>.</exception>
    void AddPartitions(TableName table, ValueList<Partition> partitions, bool ifNotExists);

    /// <summary>Removes the partitions with these values.</summary>
    void DropPartitions(TableName table, ValueList<ValueList<string>> values);

    /// <summary>The text of a prepared statement, or null.</summary>
    string? FindPreparedStatement(string name);

    /// <summary>Keeps (or replaces) a prepared statement; null removes it.</summary>
    void SetPreparedStatement(string name, string? text);
}
