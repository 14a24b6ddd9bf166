using Spoor.Core.Collections;
using Spoor.Storage.Objects;

namespace Spoor.Storage.Caching;

/// <summary>A store whose objects are kept locally once they were read. Listings always ask the store itself.</summary>
/// <param name="store">The store.</param>
/// <param name="cache">Where objects are kept.</param>
/// <param name="identity">Tells this store from others with buckets of the same names.</param>
internal sealed class CachedObjectStore(IWritableObjectStore store, ObjectCache cache, string identity) : IWritableObjectStore
{
    public int ReadsAtOnce(string bucket) => store.ReadsAtOnce(bucket);

    public int ListingsAtOnce(string bucket) => store.ListingsAtOnce(bucket);

    public IAsyncEnumerable<ValueList<ObjectEntry>> ListAsync(ObjectName prefix, CancellationToken cancellationToken) => store.ListAsync(prefix, cancellationToken);

    public ValueTask<Stream> OpenReadAsync(ObjectName name, long offset, CancellationToken cancellationToken) => store.OpenReadAsync(name, offset, cancellationToken);

    // What is kept goes by ETag, so a new version is never taken for an old one. It is kept when it is read: most of what is written is not read here again.
    public Task<WrittenObject?> TryWriteAsync(ObjectName name, Stream content, WriteCondition condition, CancellationToken cancellationToken) =>
        store.TryWriteAsync(name, content, condition, cancellationToken);

    public Task DeleteAsync(ObjectName name, CancellationToken cancellationToken) => store.DeleteAsync(name, cancellationToken);

    public async ValueTask<OpenedObject> OpenReadAsync(ObjectEntry entry, CancellationToken cancellationToken) =>
        cache.TryOpen(identity, entry) is { } kept
            ? new OpenedObject(kept, IsFromCache: true)
            : new OpenedObject(cache.Keep(identity, entry, (await store.OpenReadAsync(entry, cancellationToken)).Stream), IsFromCache: false);
}
