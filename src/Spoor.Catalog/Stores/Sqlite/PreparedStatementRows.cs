using Microsoft.Data.Sqlite;
using Spoor.Catalog.Definitions;
using Spoor.Storage.Sqlite;

namespace Spoor.Catalog.Stores.Sqlite;

/// <summary>Prepared statements as rows of <c>prepared_statements</c>.</summary>
internal static class PreparedStatementRows
{
    private const string Select = "SELECT name, text, version FROM prepared_statements";

    public static Versioned<PreparedStatement>? Find(SqliteSession session, string name) => session.Query(Read, $"{Select} WHERE name = ?1", name).SingleOrDefault();

    /// <summary>Statements behind a name, in order.</summary>
    public static List<Versioned<PreparedStatement>> ReadAfter(SqliteSession session, string name, int count) =>
        session.Query(Read, $"{Select} WHERE name > ?1 ORDER BY name LIMIT ?2", name, count);

    public static void Save(SqliteSession session, PreparedStatement statement) => session.Execute(
        "INSERT INTO prepared_statements (name, text, version) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET text = ?2, version = ?3",
        statement.Name,
        statement.Text,
        RowVersions.Next(session));

    public static bool TryDelete(SqliteSession session, string name) => session.Execute("DELETE FROM prepared_statements WHERE name = ?1", name) > 0;

    private static Versioned<PreparedStatement> Read(SqliteDataReader reader) => new(new PreparedStatement(reader.GetString(0), reader.GetString(1)), reader.GetInt64(2));
}
