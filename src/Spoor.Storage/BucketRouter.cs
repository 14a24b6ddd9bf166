using System.Collections.Concurrent;
using Spoor.Core.Collections;
using Spoor.Storage.Caching;
using Spoor.Storage.Local;
using Spoor.Storage.Objects;
using Spoor.Storage.S3;

namespace Spoor.Storage;

/// <summary>Buckets that are local folders, and behind all other names S3. Clients are made when a bucket is first used.</summary>
internal sealed class BucketRouter(StorageConfiguration configuration, S3Settings defaults, ObjectCache? cache, Action<string>? tell) : IWritableObjectStore
{
    private readonly LocalBucketStore _local = new(configuration.Buckets);
    private readonly HashSet<string> _localNames = configuration.Buckets.Select(bucket => bucket.Name).ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, S3Settings> _settings = configuration.S3Buckets.ToDictionary(bucket => bucket.Name, bucket => bucket.Settings, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<S3Settings, IWritableObjectStore> _stores = new();

    public int ReadsAtOnce(string bucket) => StoreOf(bucket).ReadsAtOnce(bucket);

    public int ListingsAtOnce(string bucket) => StoreOf(bucket).ListingsAtOnce(bucket);

    public IAsyncEnumerable<ValueList<ObjectEntry>> ListAsync(ObjectName prefix, CancellationToken cancellationToken) =>
        StoreOf(prefix.Bucket).ListAsync(prefix, cancellationToken);

    public ValueTask<Stream> OpenReadAsync(ObjectName name, long offset, CancellationToken cancellationToken) =>
        StoreOf(name.Bucket).OpenReadAsync(name, offset, cancellationToken);

    public ValueTask<OpenedObject> OpenReadAsync(ObjectEntry entry, CancellationToken cancellationToken) =>
        StoreOf(entry.Name.Bucket).OpenReadAsync(entry, cancellationToken);

    public Task<WrittenObject?> TryWriteAsync(ObjectName name, Stream content, WriteCondition condition, CancellationToken cancellationToken) =>
        StoreOf(name.Bucket).TryWriteAsync(name, content, condition, cancellationToken);

    public Task DeleteAsync(ObjectName name, CancellationToken cancellationToken) => StoreOf(name.Bucket).DeleteAsync(name, cancellationToken);

    private IWritableObjectStore StoreOf(string bucket)
    {
        if (_localNames.Contains(bucket))
        {
            return _local;
        }

        // What the command line says goes for all buckets.
        var settings = (_settings.TryGetValue(bucket, out var own) ? defaults.Or(own) : defaults).Or(configuration.S3Defaults);
        return _stores.GetOrAdd(settings, Create);
    }

    private IWritableObjectStore Create(S3Settings settings)
    {
        var store = new S3ObjectStore(settings, tell);
        return cache is null ? store : new CachedObjectStore(store, cache, S3ClientFactory.EndpointOf(settings) ?? "");
    }
}
