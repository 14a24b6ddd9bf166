using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Core.Types;

namespace Spoor.Engine.Executors.DuckDb.Scans;

/// <summary>A scan that a statement's SQL names by number: what it delivers, how to start it, and the first error of any of its threads.</summary>
/// <param name="columns">Name and type of every column, in the order of the scan's writers.</param>
/// <param name="start">Starts the scan; called once per execution, which is more than once when DuckDB reads a common table expression twice.</param>
/// <param name="cancellationToken">The statement's.</param>
internal sealed class PendingScan(ValueList<ScanResultColumn> columns, Func<IObjectScan> start, CancellationToken cancellationToken)
{
    private readonly ConcurrentBag<IObjectScan> _started = [];
    private ExceptionDispatchInfo? _error;

    /// <summary>Columns in the order of the scan's writers.</summary>
    public ValueList<ScanResultColumn> Columns => columns;

    /// <summary>The statement's token.</summary>
    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Starts the scan.</summary>
    public IObjectScan Start()
    {
        var scan = start();
        _started.Add(scan);
        return scan;
    }

    /// <summary>Stops what was started: the executor has all rows that it needs, and what was read is not to change any more.</summary>
    public Task StopAsync() => Task.WhenAll(_started.Select(scan => scan.StopAsync()));

    /// <summary>Keeps an error that must not cross the native boundary; the first one wins.</summary>
    public void Fail(Exception error) => Interlocked.CompareExchange(ref _error, ExceptionDispatchInfo.Capture(error), null);

    /// <summary>Throws the error kept, if any.</summary>
    public void ThrowIfFailed() => Volatile.Read(ref _error)?.Throw();
}

/// <summary>A column of a scan, under its name in DuckDB.</summary>
internal sealed record ScanResultColumn(string Name, SqlType Type);
