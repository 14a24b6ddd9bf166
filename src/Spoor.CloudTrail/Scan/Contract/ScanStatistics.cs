using System.Text;
using Spoor.Core.Collections;

namespace Spoor.CloudTrail.Scan.Contract;

/// <summary>What a scan did, so that nothing is lost unnoticed: objects listed = left out + read + failed + not needed (LIMIT).</summary>
/// <remarks>Counters are added to by many threads; read them when the scan is over, or for progress.</remarks>
public sealed class ScanStatistics
{
    private const int MaximumProblems = 1000;
    private const int MostReasons = 100;
    private const int MostNoLogsNamed = 3;
    private readonly Lock _lock = new();
    private readonly List<ObjectProblem> _problems = [];
    private readonly List<ObjectProblem> _failures = [];
    private readonly List<string> _noLogs = [];
    private readonly Dictionary<string, LeftOutReason> _leftOut = [];
    private readonly List<string> _hints = [];
    private (long Listed, long All)? _partitions;
    private bool _hasScan;
    private bool _hasStoppedListing;
    private bool _countsDuplicates;
    private int _keptLeftOut, _keptBad;
    private long _objectsListed, _objectsPruned, _objectsLeftOut, _objectsRead, _objectsFromCache, _objectsFailed;
    private long _bytesRead, _bytesDecompressed, _recordsRead, _recordsSkipped, _duplicates, _conflictingEventIds, _recordsWithoutEventId, _rowsDelivered, _recordsInWindow, _recordsRepaired;

    /// <summary>Whether anything was to be read; without it, no object listed says nothing.</summary>
    public bool HasScan => Volatile.Read(ref _hasScan);

    /// <summary>Whether a listing was stopped before its end, as no more rows were needed (LIMIT): there may be more objects than <see cref="ObjectsListed"/>.</summary>
    public bool HasStoppedListing => Volatile.Read(ref _hasStoppedListing);

    /// <summary>Objects that listings returned.</summary>
    public long ObjectsListed => Interlocked.Read(ref _objectsListed);

    /// <summary>Objects that were listed and passed, as their keys say that no row of theirs meets the conditions; not among <see cref="ObjectsListed"/>.</summary>
    public long ObjectsPruned => Interlocked.Read(ref _objectsPruned);

    /// <summary>Registered partitions whose folders are listed, and all there are; null where no table has any.</summary>
    public (long Listed, long All)? Partitions
    {
        get
        {
            lock (_lock)
            {
                return _partitions;
            }
        }
    }

    /// <summary>Digest, insight and other objects that hold no records of the trail.</summary>
    public long ObjectsLeftOut => Interlocked.Read(ref _objectsLeftOut);

    /// <summary>Objects read to their end, or until nobody wanted more of their rows (LIMIT).</summary>
    public long ObjectsRead => Interlocked.Read(ref _objectsRead);

    /// <summary>Those of <see cref="ObjectsRead"/> whose bytes came from the local cache.</summary>
    public long ObjectsFromCache => Interlocked.Read(ref _objectsFromCache);

    /// <summary>Objects that could not be read, or not to their end, and were skipped.</summary>
    public long ObjectsFailed => Interlocked.Read(ref _objectsFailed);

    /// <summary>Bytes as stored.</summary>
    public long BytesRead => Interlocked.Read(ref _bytesRead);

    /// <summary>Bytes after decompression.</summary>
    public long BytesDecompressed => Interlocked.Read(ref _bytesDecompressed);

    /// <summary>Records seen, whether or not they matched the filter.</summary>
    public long RecordsRead => Interlocked.Read(ref _recordsRead);

    /// <summary>Records (or lines) that could not be read and were skipped.</summary>
    public long RecordsSkipped => Interlocked.Read(ref _recordsSkipped);

    /// <summary>
    /// Those of <see cref="RecordsRead"/> that an earlier one said with the same <c>eventID</c>, in the same read of a table: a record read three times has two. Null
    /// when not asked for.
    /// </summary>
    public long? Duplicates => Volatile.Read(ref _countsDuplicates) ? Interlocked.Read(ref _duplicates) : null;

    /// <summary>
    /// Those of <see cref="RecordsRead"/> whose <c>eventID</c> another had that tells of another call, so that they are no duplicates; counted when <see cref="Duplicates"/> are.
    /// </summary>
    public long ConflictingEventIds => Interlocked.Read(ref _conflictingEventIds);

    /// <summary>Those of <see cref="RecordsRead"/> that have no <c>eventID</c> or a masked one, so that nothing tells whether they are duplicates; counted when <see cref="Duplicates"/> are.</summary>
    public long RecordsWithoutEventId => Interlocked.Read(ref _recordsWithoutEventId);

    /// <summary>Records of which a value that was given has bytes that are not UTF-8: it has U+FFFD in their place.</summary>
    public long RecordsRepaired => Interlocked.Read(ref _recordsRepaired);

    /// <summary>Those of <see cref="RecordsRead"/> that lie in the window of a following scan, or have no time that can be told.</summary>
    public long RecordsInWindow => Interlocked.Read(ref _recordsInWindow);

    /// <summary>The earliest <c>eventTime</c> of <see cref="RecordsRead"/> of a following scan; null when none can be told.</summary>
    public string? FirstTime { get; private set; }

    /// <summary>The latest.</summary>
    public string? LastTime { get; private set; }

    /// <summary>Rows given to the executor.</summary>
    public long RowsDelivered => Interlocked.Read(ref _rowsDelivered);

    /// <summary>Objects left out or failed, with the reason; at most 1,000 of each kind are kept, the counters count all.</summary>
    public ValueList<ObjectProblem> Problems
    {
        get
        {
            lock (_lock)
            {
                return _problems.ToValueList();
            }
        }
    }

    /// <summary>Every object that failed and was skipped, with the reason. As many as <see cref="ObjectsFailed"/>, so that each object's fate can be told.</summary>
    public ValueList<ObjectProblem> FailedObjects
    {
        get
        {
            lock (_lock)
            {
                return _failures.ToValueList();
            }
        }
    }

    /// <summary>What was left out, by reason: how many, and the first few names.</summary>
    public ValueList<LeftOutReason> LeftOut
    {
        get
        {
            lock (_lock)
            {
                return _leftOut.Values.ToValueList();
            }
        }
    }

    /// <summary>Every object that was looked into, as its name does not say what it is, and is no log.</summary>
    public ValueList<string> NoLogs
    {
        get
        {
            lock (_lock)
            {
                return _noLogs.ToValueList();
            }
        }
    }

    /// <summary>What may surprise about the statement's reading, and what to do; sentences for people.</summary>
    public ValueList<string> Hints
    {
        get
        {
            lock (_lock)
            {
                return _hints.ToValueList();
            }
        }
    }

    /// <summary>Adds a hint; the same one counts once.</summary>
    public void AddHint(string hint)
    {
        lock (_lock)
        {
            if (!_hints.Contains(hint))
            {
                _hints.Add(hint);
            }
        }
    }

    /// <summary>Notes that a table is read, even if its listing will be empty.</summary>
    public void AddScan() => Volatile.Write(ref _hasScan, true);

    /// <summary>Notes that duplicates are counted, even if there will be none.</summary>
    public void CountDuplicates() => Volatile.Write(ref _countsDuplicates, true);

    /// <summary>Counts a record that was read before.</summary>
    public void AddDuplicate() => Interlocked.Increment(ref _duplicates);

    /// <summary>Counts a record whose <c>eventID</c> was read before in one that tells of another call.</summary>
    public void AddConflictingEventId() => Interlocked.Increment(ref _conflictingEventIds);

    /// <summary>Counts a record without <c>eventID</c>.</summary>
    public void AddRecordWithoutEventId() => Interlocked.Increment(ref _recordsWithoutEventId);

    /// <summary>Notes that a listing was stopped before its end.</summary>
    public void AddStoppedListing() => Volatile.Write(ref _hasStoppedListing, true);

    /// <summary>Counts the result of a listing.</summary>
    public void AddListed(long listed) => Interlocked.Add(ref _objectsListed, listed);

    /// <summary>Counts objects that their keys rule out.</summary>
    public void AddPruned(long pruned) => Interlocked.Add(ref _objectsPruned, pruned);

    /// <summary>Counts the registered partitions of a table that is read.</summary>
    public void AddPartitions(long listed, long all)
    {
        lock (_lock)
        {
            var (listedBefore, allBefore) = _partitions ?? default;
            _partitions = (listedBefore + listed, allBefore + all);
        }
    }

    /// <summary>Counts an object that gave a row, or is over.</summary>
    public void AddObjectRead(bool isFromCache = false) => AddRead(1, isFromCache);

    /// <summary>Takes back an object that counts as read: it fails behind its first row.</summary>
    public void TakeObjectBack(bool isFromCache) => AddRead(-1, isFromCache);

    /// <summary>Counts an object that holds no records of the trail.</summary>
    public void AddObjectLeftOut(ObjectProblem problem, bool isLookedInto = false)
    {
        Interlocked.Increment(ref _objectsLeftOut);
        AddProblem(problem);
        lock (_lock)
        {
            if (isLookedInto)
            {
                _noLogs.Add(problem.Object);
            }

            var reason = _leftOut.ContainsKey(problem.Reason) || _leftOut.Count < MostReasons ? problem.Reason : "It is left out for another reason.";
            var before = _leftOut.GetValueOrDefault(reason) ?? new LeftOutReason(reason, 0, [], isLookedInto);
            _leftOut[reason] = before with { Count = before.Count + 1, Examples = before.Count < (isLookedInto ? MostNoLogsNamed : 1) ? before.Examples.Append(problem.Object).ToValueList() : before.Examples };
        }
    }

    /// <summary>Counts an object that failed and was skipped.</summary>
    public void AddObjectFailed(ObjectProblem problem)
    {
        Interlocked.Increment(ref _objectsFailed);
        AddProblem(problem);
        lock (_lock)
        {
            _failures.Add(problem);
        }
    }

    /// <summary>Counts one record or line that was skipped.</summary>
    public void AddRecordSkipped(ObjectProblem problem)
    {
        Interlocked.Increment(ref _recordsSkipped);
        AddProblem(problem);
    }

    /// <summary>Adds to the amounts.</summary>
    public void AddAmounts(long bytesRead, long bytesDecompressed, long recordsRead, long rowsDelivered)
    {
        Interlocked.Add(ref _bytesRead, bytesRead);
        Interlocked.Add(ref _bytesDecompressed, bytesDecompressed);
        Interlocked.Add(ref _recordsRead, recordsRead);
        Interlocked.Add(ref _rowsDelivered, rowsDelivered);
    }

    /// <summary>Counts a record of which a value is given with U+FFFD for what is not UTF-8.</summary>
    public void AddRecordRepaired() => Interlocked.Increment(ref _recordsRepaired);

    /// <summary>Adds when a reader's records happened.</summary>
    /// <param name="first">Earliest time, as records write it; empty for none.</param>
    /// <param name="last">Latest.</param>
    /// <param name="inWindow">Records of the window.</param>
    internal void AddTimes(ReadOnlySpan<byte> first, ReadOnlySpan<byte> last, long inWindow)
    {
        Interlocked.Add(ref _recordsInWindow, inWindow);
        if (!first.IsEmpty)
        {
            var (earliest, latest) = (Encoding.ASCII.GetString(first), Encoding.ASCII.GetString(last));
            lock (_lock)
            {
                FirstTime = FirstTime is { } known && string.CompareOrdinal(known, earliest) < 0 ? known : earliest;
                LastTime = LastTime is { } later && string.CompareOrdinal(later, latest) > 0 ? later : latest;
            }
        }
    }

    private void AddRead(int count, bool isFromCache)
    {
        Interlocked.Add(ref _objectsRead, count);
        if (isFromCache)
        {
            Interlocked.Add(ref _objectsFromCache, count);
        }
    }

    private void AddProblem(ObjectProblem problem)
    {
        lock (_lock)
        {
            // Each kind has its own limit, so that a thousand digests do not hide the one object that is damaged.
            ref var kept = ref problem.IsLeftOut ? ref _keptLeftOut : ref _keptBad;
            if (kept < MaximumProblems)
            {
                kept++;
                _problems.Add(problem);
            }
        }
    }
}

/// <summary>Objects that were left out for one reason.</summary>
/// <param name="Reason">A sentence.</param>
/// <param name="Count">How many.</param>
/// <param name="Examples">Full names of the first of them.</param>
/// <param name="IsLookedInto">Whether their content says so, and not their name.</param>
public sealed record LeftOutReason(string Reason, long Count, ValueList<string> Examples, bool IsLookedInto)
{
    /// <summary>The reason with the names of the first objects, for people.</summary>
    /// <param name="nameOf">How an object is called where this is read.</param>
    public string ToSentence(Func<string, string> nameOf) =>
        $"{Count:N0} {(Count == 1 ? "object was" : "objects were")} left out ({string.Join(", ", Examples.Select(nameOf))}{(Count > Examples.Count ? ", ..." : "")}): {Reason}";
}

/// <summary>Why an object (or a part of it) gave no rows.</summary>
/// <param name="Object">Full name.</param>
/// <param name="ByteOffset">Offset in the decompressed bytes; null when the whole object is meant.</param>
/// <param name="Reason">A sentence.</param>
/// <param name="IsLeftOut">True for digests, insights and the like, false for bad data.</param>
public sealed record ObjectProblem(string Object, long? ByteOffset, string Reason, bool IsLeftOut);
