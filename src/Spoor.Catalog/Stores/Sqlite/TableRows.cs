using Microsoft.Data.Sqlite;
using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Sql.Tables;
using Spoor.Storage.Sqlite;

namespace Spoor.Catalog.Stores.Sqlite;

/// <summary>Tables as rows of <c>tables</c> and <c>columns</c>.</summary>
internal static class TableRows
{
    private const string Select =
        "SELECT name, comment, created_at, view_text, location, serde_class, serde_properties, input_format, output_format, properties, version FROM tables WHERE database = ?1";

    public static Versioned<Table>? Find(SqliteSession session, TableName name) =>
        Read(session, name.Database, $"{Select} AND name = ?2", name.Database, name.Table).SingleOrDefault();

    /// <summary>Tables behind a name, in order.</summary>
    public static List<Versioned<Table>> ReadAfter(SqliteSession session, string database, string name, int count) =>
        Read(session, database, $"{Select} AND name > ?2 ORDER BY name LIMIT ?3", database, name, count);

    /// <summary>The version of a table that is there, or null.</summary>
    public static long? Version(SqliteSession session, TableName name) =>
        session.Query(reader => (long?)reader.GetInt64(0), "SELECT version FROM tables WHERE database = ?1 AND name = ?2", name.Database, name.Table).SingleOrDefault();

    /// <summary>Writes the definition, new or in place of the table's old one; partitions stay.</summary>
    public static void Save(SqliteSession session, Table table)
    {
        var storage = table.Storage;
        session.Execute(
            """
            INSERT INTO tables (database, name, comment, created_at, view_text, location, serde_class, serde_properties, input_format, output_format, properties, version)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            ON CONFLICT DO UPDATE SET
                comment = ?3, created_at = ?4, view_text = ?5, location = ?6, serde_class = ?7, serde_properties = ?8, input_format = ?9, output_format = ?10, properties = ?11,
                version = ?12
            """,
            table.Name.Database,
            table.Name.Table,
            table.Comment,
            table.CreatedAt.ToUnixTimeMilliseconds(),
            table.ViewText,
            storage?.Location,
            storage?.SerdeClass,
            storage is null ? null : JsonTexts.Write(storage.SerdeProperties),
            storage?.InputFormat,
            storage?.OutputFormat,
            JsonTexts.Write(table.Properties),
            RowVersions.Next(session));
        session.Execute("DELETE FROM columns WHERE database = ?1 AND table_name = ?2", table.Name.Database, table.Name.Table);
        InsertColumns(session, table.Name, table.Columns, isPartitionKey: false);
        InsertColumns(session, table.Name, table.PartitionKeys, isPartitionKey: true);
    }

    public static void Delete(SqliteSession session, TableName name) => session.Execute("DELETE FROM tables WHERE database = ?1 AND name = ?2", name.Database, name.Table);

    public static string? Text(SqliteDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);

    private static List<Versioned<Table>> Read(SqliteSession session, string database, string sql, params ReadOnlySpan<object?> arguments)
    {
        var tables = session.Query(reader => new Versioned<Table>(ReadTable(reader, database), reader.GetInt64(10)), sql, arguments);
        return [.. tables.Select(table => table with
        {
            Value = table.Value with
            {
                Columns = ReadColumns(session, table.Value.Name, isPartitionKey: false),
                PartitionKeys = ReadColumns(session, table.Value.Name, isPartitionKey: true),
            },
        })];
    }

    private static Table ReadTable(SqliteDataReader reader, string database) => new(
        new TableName(TableName.DefaultCatalog, database, reader.GetString(0)),
        Columns: [],
        PartitionKeys: [],
        Text(reader, 4) is { } location
            ? new TableStorage(location, reader.GetString(5), JsonTexts.ReadProperties(reader.GetString(6)), reader.GetString(7), reader.GetString(8))
            : null,
        JsonTexts.ReadProperties(reader.GetString(9)),
        Text(reader, 1),
        DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)),
        Text(reader, 3));

    private static ValueList<Column> ReadColumns(SqliteSession session, TableName name, bool isPartitionKey) => session.Query(
        reader => new Column(reader.GetString(0), SqlTypeText.Parse(reader.GetString(1)), Text(reader, 2)),
        "SELECT name, type, comment FROM columns WHERE database = ?1 AND table_name = ?2 AND is_partition_key = ?3 ORDER BY position",
        name.Database,
        name.Table,
        isPartitionKey).ToValueList();

    private static void InsertColumns(SqliteSession session, TableName name, ValueList<Column> columns, bool isPartitionKey)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            session.Execute(
                "INSERT INTO columns (database, table_name, is_partition_key, position, name, type, comment) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                name.Database,
                name.Table,
                isPartitionKey,
                i,
                columns[i].Name,
                columns[i].Type.ToString(),
                columns[i].Comment);
        }
    }
}
