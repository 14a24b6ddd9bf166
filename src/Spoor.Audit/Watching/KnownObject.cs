using Microsoft.Data.Sqlite;
using Spoor.Storage.Objects;

namespace Spoor.Audit.Watching;

/// <summary>An object that was read or tried.</summary>
/// <param name="Id">Its number in the state.</param>
/// <param name="Name">Full name.</param>
/// <param name="ETag">As listed then.</param>
/// <param name="Size">As listed then.</param>
/// <param name="Modified">As listed then, milliseconds since 1970.</param>
/// <param name="Attempts">Failed ones.</param>
/// <param name="Problem">Of the last attempt; null when it was read.</param>
internal sealed record KnownObject(long Id, string Name, string? ETag, long Size, long Modified, int Attempts, string? Problem)
{
    /// <summary>The object as it was listed.</summary>
    public ObjectEntry Entry => ObjectName.TryParse(Name, out var name)
        ? new ObjectEntry(name, Size, DateTimeOffset.FromUnixTimeMilliseconds(Modified), ETag)
        : throw new System.Diagnostics.UnreachableException($"'{Name}' is no name of an object.");

    /// <summary>A row of objects: id, name, etag, size, modified, attempts, problem.</summary>
    public static KnownObject Read(SqliteDataReader reader) => new(
        reader.GetInt64(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt32(5), reader.IsDBNull(6) ? null : reader.GetString(6));

    /// <summary>The object has not changed since. Without an ETag, its time tells.</summary>
    public bool IsSame(ObjectEntry entry) =>
        Size == entry.Size && (ETag is null || entry.ETag is null ? Modified == entry.LastModified.ToUnixTimeMilliseconds() : ETag == entry.ETag);
}
