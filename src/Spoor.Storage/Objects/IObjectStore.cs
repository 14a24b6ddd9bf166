using Spoor.Core.Collections;
using Spoor.Core.Errors;

namespace Spoor.Storage.Objects;

/// <summary>An object as a listing gives it.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Size">Length in bytes as stored (compressed).</param>
/// <param name="LastModified">When it was written, UTC.</param>
/// <param name="ETag">What changes when the content does; null where the store has none.</param>
public sealed record ObjectEntry(ObjectName Name, long Size, DateTimeOffset LastModified, string? ETag);

/// <summary>Objects under <c>s3://</c> names: local folders and S3 endpoints.</summary>
/// <remarks>All errors of the caller (no such bucket, no access, path outside the folder) are <see cref="QueryException"/>.</remarks>
public interface IObjectStore
{
    /// <summary>All objects whose key starts with the prefix's key (a plain text prefix, as in S3), in key order (ordinal), in pages of at most 1,000. None: no page, no error.</summary>
    /// <exception cref="QueryException">The bucket does not exist or cannot be read.</exception>
    IAsyncEnumerable<ValueList<ObjectEntry>> ListAsync(ObjectName prefix, CancellationToken cancellationToken);

    /// <summary>The object's bytes as stored, from <paramref name="offset"/>. The caller disposes the stream; synchronous and asynchronous reads both work.</summary>
    /// <exception cref="QueryException">HiveCannotOpenSplit: it is gone or cannot be read.</exception>
    ValueTask<Stream> OpenReadAsync(ObjectName name, long offset, CancellationToken cancellationToken);

    /// <summary>The bytes of an object as it was listed: never those of a later version, where the store can tell.</summary>
    /// <exception cref="QueryException">HiveCannotOpenSplit: it is gone, has changed or cannot be read. Reads of the stream throw it too.</exception>
    async ValueTask<OpenedObject> OpenReadAsync(ObjectEntry entry, CancellationToken cancellationToken) =>
        new(await OpenReadAsync(entry.Name, 0, cancellationToken), IsFromCache: false);

    /// <summary>How many objects of a bucket are best read at once, so that its latency is hidden.</summary>
    int ReadsAtOnce(string bucket) => 16;

    /// <summary>How many prefixes of a bucket are best listed at once.</summary>
    int ListingsAtOnce(string bucket) => 1;
}
