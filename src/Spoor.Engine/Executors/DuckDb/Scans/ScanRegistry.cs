using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Spoor.Engine.Executors.DuckDb.Scans;

/// <summary>The scans that running statements may name as <c>spoor_scan(number)</c>.</summary>
internal sealed class ScanRegistry
{
    private readonly ConcurrentDictionary<long, PendingScan> _scans = new();
    private long _last;

    /// <summary>Adds a scan and returns its number.</summary>
    public long Add(PendingScan scan)
    {
        var id = Interlocked.Increment(ref _last);
        _scans[id] = scan;
        return id;
    }

    /// <summary>Forgets a scan whose statement is over.</summary>
    public void Remove(long id) => _scans.TryRemove(id, out _);

    /// <summary>The scan of that number.</summary>
    public bool TryFind(long id, [NotNullWhen(true)] out PendingScan? scan) => _scans.TryGetValue(id, out scan);
}
