using Spoor.Storage.Sqlite;

namespace Spoor.Catalog.Stores.Sqlite;

/// <summary>Versions for the rows of a file: one counter for all, so that what is dropped and made again does not look like what it was.</summary>
internal static class RowVersions
{
    /// <summary>A version that no row has had. In a transaction that writes.</summary>
    public static long Next(SqliteSession session) => session.Query(reader => reader.GetInt64(0), "UPDATE row_versions SET last = last + 1 RETURNING last").Single();
}
