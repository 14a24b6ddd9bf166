using System.Runtime.CompilerServices;
using Spoor.Core.Collections;
using Spoor.Storage.Objects;

namespace Spoor.Audit.Coverage;

/// <summary>A store that remembers what it listed, so that the report accounts for the very objects that the scan was given.</summary>
/// <param name="store">The logs.</param>
/// <param name="request">The window: objects outside of it are remembered and not passed on.</param>
internal sealed class ListedObjects(IObjectStore store, CoverageRequest request) : IObjectStore
{
    // Keys below an s3:// prefix are whole; those of a folder begin in it.
    private readonly string _root = ObjectName.TryParse(request.Logs, out _) ? "" : Path.GetFullPath(request.Logs);
    private readonly List<(ObjectEntry Entry, ObjectPlace Place)> _inside = [];

    /// <summary>Objects passed on, with their places.</summary>
    public IReadOnlyList<(ObjectEntry Entry, ObjectPlace Place)> Inside => _inside;

    /// <summary>Number of objects outside the window.</summary>
    public long Outside { get; private set; }

    public async IAsyncEnumerable<ValueList<ObjectEntry>> ListAsync(ObjectName prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in store.ListAsync(prefix, cancellationToken))
        {
            var placed = page.Select(entry => (Entry: entry, Place: ObjectPlace.Of(_root, entry.Name.Key))).Where(item => IsInWindow(item.Place.Day)).ToList();
            _inside.AddRange(placed);
            Outside += page.Count - placed.Count;
            if (placed.Count > 0)
            {
                yield return placed.Select(item => item.Entry).ToValueList();
            }
        }
    }

    public int ReadsAtOnce(string bucket) => store.ReadsAtOnce(bucket);

    public ValueTask<OpenedObject> OpenReadAsync(ObjectEntry entry, CancellationToken cancellationToken) => store.OpenReadAsync(entry, cancellationToken);

    public ValueTask<Stream> OpenReadAsync(ObjectName name, long offset, CancellationToken cancellationToken) => store.OpenReadAsync(name, offset, cancellationToken);

    /// <summary>An object whose name tells no day may belong to any.</summary>
    private bool IsInWindow(DateOnly? day)
    {
        if (day is not { } date)
        {
            return true;
        }

        var begin = new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero);
        return (request.From is not { } from || begin.Date >= from.UtcDateTime.Date) && (request.To is not { } to || begin < to);
    }
}
