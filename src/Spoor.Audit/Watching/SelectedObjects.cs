using System.Runtime.CompilerServices;
using Spoor.Core.Collections;
using Spoor.Storage.Objects;

namespace Spoor.Audit.Watching;

/// <summary>A store that lists only chosen objects of another, so that a scan reads no more than these.</summary>
internal sealed class SelectedObjects(IObjectStore store, IReadOnlyList<ObjectEntry> entries) : IObjectStore
{
    private const int PageLength = 1000;

    /// <inheritdoc/>
    public async IAsyncEnumerable<ValueList<ObjectEntry>> ListAsync(ObjectName prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var page in entries.Where(entry => entry.Name.Bucket == prefix.Bucket && entry.Name.Key.StartsWith(prefix.Key, StringComparison.Ordinal)).Chunk(PageLength))
        {
            yield return page.ToValueList();
        }
    }

    /// <inheritdoc/>
    public int ReadsAtOnce(string bucket) => store.ReadsAtOnce(bucket);

    /// <inheritdoc/>
    public int ListingsAtOnce(string bucket) => store.ListingsAtOnce(bucket);

    /// <inheritdoc/>
    public ValueTask<OpenedObject> OpenReadAsync(ObjectEntry entry, CancellationToken cancellationToken) => store.OpenReadAsync(entry, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Stream> OpenReadAsync(ObjectName name, long offset, CancellationToken cancellationToken) => store.OpenReadAsync(name, offset, cancellationToken);
}
