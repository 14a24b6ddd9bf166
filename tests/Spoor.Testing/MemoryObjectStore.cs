using System.Runtime.CompilerServices;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Storage.Objects;

namespace Spoor.Testing;

/// <summary>Objects of one bucket that a test makes; each read is handed over in small pieces and truly asynchronously when asked to.</summary>
public sealed class MemoryObjectStore(bool isSlow = false) : IObjectStore
{
    private readonly SortedDictionary<string, byte[]> _objects = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _firstOpened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _opened;

    /// <summary>Whether opening an object lasts until it is cancelled.</summary>
    public bool NeverOpens { get; init; }

    /// <summary>Ends when an object is opened for the first time.</summary>
    public Task FirstOpened => _firstOpened.Task;

    /// <summary>How often an object was opened.</summary>
    public int Opened => Volatile.Read(ref _opened);

    /// <summary>Adds an object and returns its entry.</summary>
    public ObjectEntry Add(string key, byte[] content)
    {
        _objects.Add(key, content);
        return EntryOf(key);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ValueList<ObjectEntry>> ListAsync(ObjectName prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var page in _objects.Keys.Where(key => key.StartsWith(prefix.Key, StringComparison.Ordinal)).Chunk(1000))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return page.Select(EntryOf).ToValueList();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Stream> OpenReadAsync(ObjectName name, long offset, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _opened);
        _firstOpened.TrySetResult();
        if (NeverOpens)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        if (isSlow)
        {
            await Task.Delay(1, cancellationToken);
        }

        return _objects.TryGetValue(name.Key, out var content)
            ? new MemoryStream(content, (int)offset, content.Length - (int)offset, writable: false)
            : throw new QueryException(ErrorCode.HiveCannotOpenSplit, null, $"Error opening Hive split {name} (offset={offset}, length=0): The specified key does not exist");
    }

    private ObjectEntry EntryOf(string key) => new(new ObjectName("bucket", key), _objects[key].Length, DateTimeOffset.UnixEpoch, null);
}
