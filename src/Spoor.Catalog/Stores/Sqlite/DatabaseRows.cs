using Microsoft.Data.Sqlite;
using Spoor.Catalog.Definitions;
using Spoor.Storage.Sqlite;

namespace Spoor.Catalog.Stores.Sqlite;

/// <summary>Databases as rows of <c>databases</c>.</summary>
internal static class DatabaseRows
{
    private const string Select = "SELECT name, comment, location, properties, version FROM databases";

    public static Versioned<Database>? Find(SqliteSession session, string name) => session.Query(Read, $"{Select} WHERE name = ?1", name).SingleOrDefault();

    /// <summary>Databases behind a name, in order.</summary>
    public static List<Versioned<Database>> ReadAfter(SqliteSession session, string name, int count) =>
        session.Query(Read, $"{Select} WHERE name > ?1 ORDER BY name LIMIT ?2", name, count);

    public static bool Exists(SqliteSession session, string name) => session.Query(_ => true, "SELECT 1 FROM databases WHERE name = ?1", name).Count > 0;

    public static void Insert(SqliteSession session, Database database) => session.Execute(
        "INSERT INTO databases (name, comment, location, properties, version) VALUES (?1, ?2, ?3, ?4, ?5)",
        database.Name,
        database.Comment,
        database.Location,
        JsonTexts.Write(database.Properties),
        RowVersions.Next(session));

    public static bool TryUpdate(SqliteSession session, Versioned<Database> current, Database altered) => session.Execute(
        "UPDATE databases SET comment = ?3, location = ?4, properties = ?5, version = ?6 WHERE name = ?1 AND version = ?2",
        current.Value.Name,
        current.Version,
        altered.Comment,
        altered.Location,
        JsonTexts.Write(altered.Properties),
        RowVersions.Next(session)) > 0;

    public static bool HasTables(SqliteSession session, string name) => session.Query(_ => true, "SELECT 1 FROM tables WHERE database = ?1 LIMIT 1", name).Count > 0;

    public static void Delete(SqliteSession session, string name) => session.Execute("DELETE FROM databases WHERE name = ?1", name);

    private static Versioned<Database> Read(SqliteDataReader reader) => new(
        new Database(reader.GetString(0), TableRows.Text(reader, 1), TableRows.Text(reader, 2), JsonTexts.ReadProperties(reader.GetString(3))),
        reader.GetInt64(4));
}
