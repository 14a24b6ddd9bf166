using Microsoft.Data.Sqlite;
using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Sql.Tables;
using Spoor.Storage.Sqlite;

namespace Spoor.Catalog.Stores.Sqlite;

/// <summary>Partitions as rows of <c>partitions</c>.</summary>
internal static class PartitionRows
{
    private const string Select = "SELECT partition_values, location, version FROM partitions WHERE database = ?1 AND table_name = ?2";

    /// <summary>All, in no order.</summary>
    public static List<Versioned<Partition>> ReadAll(SqliteSession session, TableName table) => session.Query(Read, Select, table.Database, table.Table);

    /// <summary>Partitions whose <see cref="Key"/> comes behind another, in order.</summary>
    public static List<Versioned<Partition>> ReadAfter(SqliteSession session, TableName table, string key, int count) =>
        session.Query(Read, $"{Select} AND partition_values > ?3 ORDER BY partition_values LIMIT ?4", table.Database, table.Table, key, count);

    public static Versioned<Partition>? Find(SqliteSession session, TableName table, ValueList<string> values) =>
        session.Query(Read, $"{Select} AND partition_values = ?3", table.Database, table.Table, JsonTexts.Write(values)).SingleOrDefault();

    /// <summary>What the row of a partition is found by.</summary>
    public static string Key(Partition partition) => JsonTexts.Write(partition.Values);

    /// <summary>Adds the partition.</summary>
    /// <returns>False when there is one of these values.</returns>
    public static bool TryInsert(SqliteSession session, TableName table, Partition partition) => session.Execute(
        "INSERT OR IGNORE INTO partitions (database, table_name, partition_values, location, version) VALUES (?1, ?2, ?3, ?4, ?5)",
        table.Database,
        table.Table,
        Key(partition),
        partition.Location,
        RowVersions.Next(session)) > 0;

    /// <summary>Removes the partition if it still is what was read.</summary>
    public static bool TryDelete(SqliteSession session, TableName table, Versioned<Partition> current) => session.Execute(
        "DELETE FROM partitions WHERE database = ?1 AND table_name = ?2 AND partition_values = ?3 AND version = ?4",
        table.Database,
        table.Table,
        Key(current.Value),
        current.Version) > 0;

    public static void Delete(SqliteSession session, TableName table, ValueList<string> values) =>
        session.Execute("DELETE FROM partitions WHERE database = ?1 AND table_name = ?2 AND partition_values = ?3", table.Database, table.Table, JsonTexts.Write(values));

    private static Versioned<Partition> Read(SqliteDataReader reader) =>
        new(new Partition(JsonTexts.ReadValues(reader.GetString(0)), reader.GetString(1)), reader.GetInt64(2));
}
