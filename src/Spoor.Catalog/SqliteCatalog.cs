using Microsoft.Data.Sqlite;
using Spoor.Catalog.Sqlite;
using Spoor.Sql;
using Spoor.Sql.Analysis;

namespace Spoor.Catalog;

/// <summary>The catalog of a home folder, in the SQLite file <c>catalog.db</c>. Several processes may use it at the same time.</summary>
public sealed class SqliteCatalog : ICatalog, IDisposable
{
    private readonly Lock _lock = new();
    private readonly string _file;
    private SqliteConnection? _connection;

    private SqliteCatalog(string homeFolder) => _file = Path.Combine(homeFolder, "catalog.db");

    /// <summary>Opens the catalog of a home folder; makes both when they are not there.</summary>
    /// <exception cref="QueryException">The folder or the file cannot be used, or a newer Spoor wrote it.</exception>
    public static SqliteCatalog Open(string homeFolder)
    {
        var catalog = OpenWhenUsed(homeFolder);
        catalog._connection = Connect(catalog._file);
        return catalog;
    }

    /// <summary>The catalog of a home folder, opened by the first call that needs it: a statement without tables does not wait for SQLite.</summary>
    /// <returns>A catalog whose methods throw what <see cref="Open"/> does.</returns>
    public static SqliteCatalog OpenWhenUsed(string homeFolder) => new(homeFolder);

    /// <inheritdoc/>
    public void Dispose() => _connection?.Dispose();

    /// <inheritdoc/>
    public bool HasCatalog(string catalog) => catalog == TableName.DefaultCatalog;

    /// <inheritdoc/>
    public bool HasDatabase(string catalog, string database) => HasCatalog(catalog) && Read(session => HasDatabase(session, database));

    /// <inheritdoc/>
    public TableSchema? FindTable(TableName name) => Find(name) is { } table ? TableSchemas.Of(table) : null;

    /// <inheritdoc/>
    public IEnumerable<string> TableNames(string catalog, string database) => !HasCatalog(catalog)
        ? []
        : Read(session => session.Query(reader => reader.GetString(0), "SELECT name FROM tables WHERE database = ?1 ORDER BY name", database));

    /// <inheritdoc/>
    public ValueList<Database> Databases() => Read(session => ReadDatabases(session).ToValueList());

    /// <inheritdoc/>
    public void CreateDatabase(Database database) => Write(session =>
    {
        if (HasDatabase(session, database.Name))
        {
            throw CatalogErrors.DatabaseExists(database.Name);
        }

        session.Execute("INSERT INTO databases (name, comment, location, properties) VALUES (?1, ?2, ?3, ?4)", database.Name, database.Comment, database.Location, JsonTexts.Write(database.Properties));
    });

    /// <inheritdoc/>
    public bool TryAlterDatabase(Database current, Database altered) => Run(
        session =>
        {
            if (ReadDatabases(session).SingleOrDefault(database => database.Name == altered.Name) != current)
            {
                return false;
            }

            session.Execute("UPDATE databases SET comment = ?2, location = ?3, properties = ?4 WHERE name = ?1", altered.Name, altered.Comment, altered.Location, JsonTexts.Write(altered.Properties));
            return true;
        },
        isWrite: true);

    /// <inheritdoc/>
    public void DropDatabase(string database, bool cascade)
    {
        DefaultDatabase.RequireOther(database);
        Write(session =>
        {
            RequireDatabase(session, database);
            if (!cascade && session.Query(_ => true, "SELECT 1 FROM tables WHERE database = ?1 LIMIT 1", database).Count > 0)
            {
                throw CatalogErrors.DatabaseNotEmpty(database);
            }

            session.Execute("DELETE FROM databases WHERE name = ?1", database);
        });
    }

    /// <inheritdoc/>
    public Table? Find(TableName name) => HasCatalog(name.Catalog) ? Read(session => TableRows.Find(session, name)) : null;

    /// <inheritdoc/>
    public ValueList<Table> Tables(string database) => Read(session =>
    {
        RequireDatabase(session, database);
        return TableRows.ReadAll(session, database);
    });

    /// <inheritdoc/>
    public bool TryCreateTable(Table table) => Run(
        session =>
        {
            RequireDatabase(session, table.Name.Database);
            if (TableRows.Exists(session, table.Name))
            {
                return false;
            }

            TableRows.Save(session, table);
            return true;
        },
        isWrite: true);

    /// <inheritdoc/>
    public bool TryAlterTable(Table current, Table altered) => TryChange(current, session => TableRows.Save(session, altered));

    /// <inheritdoc/>
    public bool TryDropTable(Table current) =>
        TryChange(current, session => session.Execute("DELETE FROM tables WHERE database = ?1 AND name = ?2", current.Name.Database, current.Name.Table));

    /// <inheritdoc/>
    public ValueList<Partition> Partitions(TableName table) => Read(session =>
    {
        RequireTable(session, table);
        return session.Query(
            reader => new Partition(JsonTexts.ReadValues(reader.GetString(0)), reader.GetString(1)),
            "SELECT partition_values, location FROM partitions WHERE database = ?1 AND table_name = ?2",
            table.Database,
            table.Table).Order(PartitionOrder.Instance).ToValueList();
    });

    /// <inheritdoc/>
    public void AddPartitions(TableName table, ValueList<Partition> partitions, bool ifNotExists) => Write(session =>
    {
        var keys = (TableRows.Find(session, table) ?? throw CatalogErrors.TableNotFound(table)).PartitionKeys;
        foreach (var partition in partitions)
        {
            InsertPartition(session, table, keys, partition, ifNotExists);
        }
    });

    /// <inheritdoc/>
    public bool TryAlterPartition(TableName table, Partition current, Partition altered) => Run(
        session =>
        {
            var keys = (TableRows.Find(session, table) ?? throw CatalogErrors.TableNotFound(table)).PartitionKeys;
            if (session.Execute(
                "DELETE FROM partitions WHERE database = ?1 AND table_name = ?2 AND partition_values = ?3 AND location = ?4",
                table.Database,
                table.Table,
                JsonTexts.Write(current.Values),
                current.Location) == 0)
            {
                return false;
            }

            InsertPartition(session, table, keys, altered, ifNotExists: false);
            return true;
        },
        isWrite: true);

    /// <inheritdoc/>
    public void DropPartitions(TableName table, ValueList<ValueList<string>> values) => Write(session =>
    {
        RequireTable(session, table);
        foreach (var value in values)
        {
            session.Execute("DELETE FROM partitions WHERE database = ?1 AND table_name = ?2 AND partition_values = ?3", table.Database, table.Table, JsonTexts.Write(value));
        }
    });

    /// <inheritdoc/>
    public string? FindPreparedStatement(string name) => Read(session =>
        session.Query(reader => reader.GetString(0), "SELECT text FROM prepared_statements WHERE name = ?1", name).SingleOrDefault());

    /// <inheritdoc/>
    public void SetPreparedStatement(string name, string? text) => Write(session =>
    {
        session.Execute("DELETE FROM prepared_statements WHERE name = ?1", name);
        if (text is not null)
        {
            session.Execute("INSERT INTO prepared_statements VALUES (?1, ?2)", name, text);
        }
    });

    private static bool HasDatabase(SqliteSession session, string database) =>
        session.Query(_ => true, "SELECT 1 FROM databases WHERE name = ?1", database).Count > 0;

    private static void RequireDatabase(SqliteSession session, string database)
    {
        if (!HasDatabase(session, database))
        {
            throw CatalogErrors.DatabaseNotFound(database);
        }
    }

    private static void RequireTable(SqliteSession session, TableName name)
    {
        if (!TableRows.Exists(session, name))
        {
            throw CatalogErrors.TableNotFound(name);
        }
    }

    private static List<Database> ReadDatabases(SqliteSession session) => session.Query(
        reader => new Database(reader.GetString(0), TableRows.Text(reader, 1), TableRows.Text(reader, 2), JsonTexts.ReadProperties(reader.GetString(3))),
        "SELECT name, comment, location, properties FROM databases ORDER BY name");

    private static void InsertPartition(SqliteSession session, TableName table, ValueList<Column> keys, Partition partition, bool ifNotExists)
    {
        var added = session.Execute("INSERT OR IGNORE INTO partitions VALUES (?1, ?2, ?3, ?4)", table.Database, table.Table, JsonTexts.Write(partition.Values), partition.Location);
        if (added == 0 && !ifNotExists)
        {
            throw CatalogErrors.PartitionExists(PartitionNames.Name(keys.Select(key => key.Name), partition.Values));
        }
    }

    // The definition is compared as a whole: what was read is what the change was made from.
    private bool TryChange(Table current, Action<SqliteSession> change) => Run(
        session =>
        {
            if (TableRows.Find(session, current.Name) != current)
            {
                return false;
            }

            change(session);
            return true;
        },
        isWrite: true);

    // A deferred transaction sees one state of the file however many statements it has.
    private T Read<T>(Func<SqliteSession, T> read) => Run(read, isWrite: false);

    private void Write(Action<SqliteSession> write) => Run(
        session =>
        {
            write(session);
            return true;
        },
        isWrite: true);

    private T Run<T>(Func<SqliteSession, T> work, bool isWrite)
    {
        lock (_lock)
        {
            _connection ??= Connect(_file);
            try
            {
                using var transaction = _connection.BeginTransaction(deferred: !isWrite);
                var result = work(new SqliteSession(_connection, transaction));
                transaction.Commit();
                return result;
            }
            catch (SqliteException exception)
            {
                throw Unusable(_file, exception);
            }
        }
    }

    private static SqliteConnection Connect(string file)
    {
        SqliteConnection? connection = null;
        try
        {
            // SQLite gives its log the permissions of the file.
            PrivateFiles.CreateFile(file);
            // The timeout is how long a command waits for another process's lock. A pool would keep the file open after Dispose.
            var settings = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30, Pooling = false };
            connection = new SqliteConnection(settings.ToString());
            connection.Open();
            new SqliteSession(connection, transaction: null).Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
            CatalogMigrations.Apply(connection);
            return connection;
        }
        catch (Exception exception)
        {
            connection?.Dispose();
            if (exception is SqliteException or IOException or UnauthorizedAccessException)
            {
                throw Unusable(file, exception);
            }

            throw;
        }
    }

    private static QueryException Unusable(string file, Exception cause) => new(
        ErrorCode.HiveMetastoreError,
        span: null,
        $"The catalog {file} cannot be used: {(cause is SqliteException sqlite ? SqliteText(sqlite) : cause.Message)}",
        "Check the file's permissions, or choose another folder with --home.",
        cause);

    // Microsoft.Data.Sqlite wraps SQLite's text: "SQLite Error 26: 'file is not a database'."
    private static string SqliteText(SqliteException exception) => exception.Message.Split('\'') is [_, .. var text, _] ? string.Join('\'', text) : exception.Message;
}
