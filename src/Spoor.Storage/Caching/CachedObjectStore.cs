using Spoor.Sql;

namespace Spoor.Storage.Caching;

/// <summary>A store whose objects are kept locally once they were read. Listings always ask the store itself.</summary>
/// <param name="store">The store.</param>
/// <param name="cache">Where objects are kept.</param>
/// <param name="identity">Tells this store from others with buckets of the same names.</param>
internal sealed class CachedObjectStore(IObjectStore store, ObjectCache cache, string identity) : IObjectStore
{
    public int ReadsAtOnce(string bucket) => store.ReadsAtOnce(bucket);

    public int ListingsAtOnce(string bucket) => store.ListingsAtOnce(bucket);

    public IAsyncEnumerable<ValueList<ObjectEntry>> ListAsync(ObjectName prefix, CancellationToken cancellationToken) => store.ListAsync(prefix, cancellationToken);

    public ValueTask<Stream> OpenReadAsync(ObjectName name, long offset, CancellationToken cancellationToken) => store.OpenReadAsync(name, offset, cancellationToken);

    public async ValueTask<OpenedObject> OpenReadAsync(ObjectEntry entry, CancellationToken cancellationToken) =>
        cache.TryOpen(identity, entry) is { } kept
            ? new OpenedObject(kept, IsFromCache: true)
            : new OpenedObject(cache.Keep(identity, entry, (await store.OpenReadAsync(entry, cancellationToken)).Stream), IsFromCache: false);
}
