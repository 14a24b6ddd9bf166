using Spoor.Sql;

namespace Spoor.Storage;

/// <summary>An object as a listing gives it.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Size">Length in bytes as stored (compressed).</param>
/// <param name="LastModified">When it was written, UTC.</param>
/// <param name="ETag">What changes when the content does; null where the store has none.</param>
public sealed record ObjectEntry(ObjectName Name, long Size, DateTimeOffset LastModified, string? ETag);

/// <summary>Objects under <c>s3://</c> names: a local folder now, any S3 endpoint later.</summary>
/// <remarks>All errors of the caller (no such bucket, no access, path outside the folder) are <see cref="QueryException"/>.</remarks>
public interface IObjectStore
{
    /// <summary>All objects whose key starts with the prefix's key (a plain text prefix, as in S3), in key order (ordinal), in pages of at most 1,000. None: no page, no error.</summary>
    /// <exception cref="QueryException">The bucket does not exist or cannot be read.</exception>
    IAsyncEnumerable<ValueList<ObjectEntry>> ListAsync(ObjectName prefix, CancellationToken cancellationToken);

    /// <summary>The object's bytes as stored, from <paramref name="offset"/>. The caller disposes the stream; synchronous and asynchronous reads both work.</summary>
    /// <exception cref="QueryException">HiveCannotOpenSplit: it is gone or cannot be read.</exception>
    ValueTask<Stream> OpenReadAsync(ObjectName name, long offset, CancellationToken cancellationToken);
}
