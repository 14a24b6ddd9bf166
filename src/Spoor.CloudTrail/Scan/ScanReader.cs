using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Cutting;
using Spoor.CloudTrail.Scan.Fetching;
using Spoor.CloudTrail.Scan.Filtering;
using Spoor.CloudTrail.Scan.Formats;
using Spoor.CloudTrail.Scan.Formats.CloudTrail;
using Spoor.CloudTrail.Scan.Formats.CloudTrail.Identity;
using Spoor.CloudTrail.Scan.Formats.CloudTrail.Unwrapping;
using Spoor.CloudTrail.Scan.Input;
using Spoor.CloudTrail.Scan.Json;
using Spoor.CloudTrail.Scan.Learning;
using Spoor.CloudTrail.Scan.Values;
using Spoor.Core.Errors;

namespace Spoor.CloudTrail.Scan;

/// <summary>One thread's part of a scan: takes objects from the queue and turns their records into rows.</summary>
internal sealed class ScanReader : IScanReader
{
    // How long a started batch waits for the next object before it is handed over as it is.
    private static readonly TimeSpan s_patienceWithRows = TimeSpan.FromMilliseconds(20);

    private const string SkippedForValue =
        "Records were skipped for a value of another type than its column's. A query that does not use that column counts them: count(*) can be higher than the number of rows of SELECT *.";

    private readonly ScanRequest _request;
    private readonly ObjectFetcher _fetcher;
    private readonly ScanStatistics _statistics;
    private readonly RowBudget _budget;
    private readonly EventIdSet? _eventIds;
    private readonly RecordIdentity? _identity;
    private readonly InputWindow _window;
    private readonly RecordCutter _cutter;
    private readonly RecordFilter? _filter;
    private readonly RowConversion _conversion;
    private readonly ObjectValues _objectValues;
    private readonly FollowingReader? _following;
    private FetchedObject? _current;
    private bool _isCounted;
    private long _recordsCounted;
    private long _bytesReadCounted;
    private long _bytesDecompressedCounted;

    public ScanReader(ScanRequest request, ScanContext context, ScanFollowing? following, ObjectFetcher fetcher, RowBudget budget, EventIdSet? eventIds = null, InputOptions? input = null)
    {
        _request = request;
        _fetcher = fetcher;
        _statistics = context.Statistics;
        _budget = budget;
        _eventIds = eventIds;
        _window = new InputWindow((input ?? InputOptions.Default) with
        {
            KeepsObjects = following is not null,
            RefusesOtherText = request.Format is RecordFormat.CloudTrail or RecordFormat.LooseCloudTrail,
        });
        _following = following is null ? null : new FollowingReader(following, _window);
        _objectValues = new ObjectValues(request);
        var keys = KeyMapping.For(request.Format, request.SerDe);
        var needsIdentity = eventIds is not null || request.ObjectColumns.Contains(ObjectColumn.EventId) || request.ObjectColumns.Contains(ObjectColumn.EventContent);
        var converters = request.Columns.Select(column => ValueConverter.Compile(column.Type, request.Format, request.SerDe)).ToArray();
        var paths = request.Columns.SelectMany((column, index) => SlotConverter.Paths(converters[index], [.. column.Path.Select(keys.KeyOf)]))
            .Concat(RecordFilter.Leaves(request.Filter).Concat(_following?.Leaves ?? []).Select(leaf => leaf.Path.Select(keys.KeyOf).ToArray()))
            .Concat(needsIdentity ? RecordIdentity.Paths(keys) : []);
        var root = PathNode.Compile(paths, keys.Matching);
        LeafReader ReaderOf(ScanLeaf leaf) => new(leaf, root.At(leaf.Path.Select(keys.KeyOf)).Slot, request.Format);
        _filter = _following is null ? RecordFilter.Compile(request.Filter, ReaderOf) : null;
        _following?.Compile(request.Filter, root, ReaderOf);
        _conversion = new RowConversion(request.Columns, converters, root, keys, request.Format);
        _identity = needsIdentity ? new RecordIdentity(root, keys, _conversion.Context) : null;
        _cutter = MakeCutter(root);
    }

    /// <summary>What cuts the object at present.</summary>
    private RecordCutter Cutter => _following?.SecondCutter ?? _cutter;

    public int Read(ReadOnlySpan<ColumnWriter> writers, int maxRows, CancellationToken cancellationToken)
    {
        var rows = 0;
        try
        {
            while (rows < maxRows && !_budget.IsSpent && (_current is not null || TryOpenNext(hasRows: rows > 0, cancellationToken)))
            {
                if (TryReadRow(writers, rows, cancellationToken))
                {
                    rows++;
                    _budget.Take();
                }
            }
        }
        finally
        {
            Count(rows);
        }

        return rows;
    }

    public void Dispose()
    {
        EndObject();
        _window.Dispose();
        _conversion.Dispose();
    }

    private RecordCutter MakeCutter(PathNode root)
    {
        var prefilter = _request.CountsDuplicates ? null : _following is null ? RecordPrefilter.Compile(_request.Filter) : _following.FirstPrefilter(_request.Filter);
        if (_request.Format == RecordFormat.CloudTrail)
        {
            return new TrailCutter(_window, root, prefilter, _following?.Places) { Times = _following?.Times };
        }

        if (_request.Format == RecordFormat.LooseCloudTrail)
        {
            return new UnwrappingCutter(_window, root, prefilter, _following?.Places) { Times = _following?.Times };
        }

        var isOpenX = _request.Format == RecordFormat.OpenXJsonLines;
        var options = new LineCutter.Options(isOpenX, isOpenX && _request.SerDe.IgnoreMalformedJson, _request.BadData == BadDataPolicy.Skip);
        return new LineCutter(_window, root, prefilter, options, SkipRecord);
    }

    // False at the scan's end, or when rows wait that should not wait longer.
    private bool TryOpenNext(bool hasRows, CancellationToken cancellationToken)
    {
        while (true)
        {
            var fetched = _fetcher.Queue.Take(hasRows ? s_patienceWithRows : Timeout.InfiniteTimeSpan, cancellationToken);
            if (fetched is null)
            {
                // A scan that was stopped must not look like one that came to its end.
                _fetcher.Stopped.ThrowIfCancellationRequested();
                return false;
            }

            _current = fetched;
            if (fetched.Error is { } error)
            {
                FailObject(new BadDataFault(error.Code, error.Message, error.Advice ?? "", null), error);
                continue;
            }

            // False when it is left out or failed.
            if (TryOpen(fetched))
            {
                return true;
            }
        }
    }

    private bool TryOpen(FetchedObject fetched)
    {
        try
        {
            if (_window.Open(fetched) is { } reason)
            {
                _statistics.AddObjectLeftOut(new ObjectProblem(fetched.Name, null, reason, IsLeftOut: true), isLookedInto: true);
                CloseObject(isLeftOut: true);
                return false;
            }

            _cutter.Begin();
            _following?.Begin();
            _objectValues.Take(fetched.Source);
            _identity?.Begin();
            return true;
        }
        catch (BadDataException exception)
        {
            FailObject(exception.Fault, exception.Fault.ToException(fetched.Name, exception.InnerException));
            return false;
        }
    }

    // False when the object is over or the record is left out.
    private bool TryReadRow(ReadOnlySpan<ColumnWriter> writers, int row, CancellationToken cancellationToken)
    {
        try
        {
            if (Cutter.Next(cancellationToken))
            {
                var isRow = TryWriteRow(writers, row);
                CountObject(isRow);
                return isRow;
            }

            if (_following?.TryLookAgain() == true)
            {
                return false;
            }

            CountObject(isRead: true);
            CloseObject();
        }
        catch (BadDataException exception)
        {
            FailObject(exception.Fault, exception.Fault.ToException(_current!.Name, exception.InnerException)); // An object is open.
        }

        return false;
    }

    private bool TryWriteRow(ReadOnlySpan<ColumnWriter> writers, int row)
    {
        var cutter = Cutter;
        var record = cutter.Record.Span;
        if (cutter == _cutter)
        {
            CountIdentity(record);
        }

        if (!Gives(record, cutter.Slots, out var isFollowed))
        {
            return false;
        }

        // What is skipped must not leave a part of itself in the writers.
        var fault = _request.BadData == BadDataPolicy.Skip ? _conversion.Check(record, cutter.Slots, cutter.RecordOffset) : null;
        if (fault is null)
        {
            _conversion.Context.HasRepaired = false;
            fault = _conversion.Write(record, cutter.Slots, cutter.RecordOffset, writers, row);
            _objectValues.Write(writers[_request.Columns.Count..], row, cutter, isFollowed, _identity);
            if (_conversion.Context.HasRepaired)
            {
                _statistics.AddRecordRepaired();
            }
        }

        if (fault is null)
        {
            return true;
        }

        if (_request.BadData == BadDataPolicy.Fail)
        {
            throw fault.ToException(_current!.Name); // An object is open.
        }

        SkipRecord(fault);
        return false;
    }

    private void CountIdentity(ReadOnlySpan<byte> record)
    {
        if (_eventIds is null || _identity is null)
        {
            return;
        }

        if (_identity.TryReadId(record, _cutter.Slots, out var id))
        {
            _eventIds.Add(EventIdKey.Of(id), _identity.ContentOf(record, _cutter.Slots));
        }
        else
        {
            _eventIds.AddMissing();
        }
    }

    private bool Gives(ReadOnlySpan<byte> record, ReadOnlySpan<ValueSlot> slots, out bool isFollowed)
    {
        if (_following is not null)
        {
            return _following.Gives(record, slots, _conversion.Context, out isFollowed);
        }

        isFollowed = false;
        return _filter is null || _filter.MayPass(record, slots, _conversion.Context);
    }

    private void SkipRecord(BadDataFault fault)
    {
        _statistics.AddRecordSkipped(fault.ToProblem(_current!.Name)); // An object is open.
        if (fault.Code == ErrorCode.HiveBadData)
        {
            _statistics.AddHint(SkippedForValue);
        }
    }

    private void FailObject(BadDataFault fault, Exception exception)
    {
        var name = _current!.Name; // Only called with an object at hand.
        if (_isCounted)
        {
            _statistics.TakeObjectBack(_current.IsFromCache);
        }

        CloseObject();
        if (_request.BadData == BadDataPolicy.Fail)
        {
            throw exception;
        }

        _statistics.AddObjectFailed(fault.ToProblem(name));
    }

    // An object counts as read when it gave a row, for nobody may want more of it, or when it is over.
    private void CountObject(bool isRead)
    {
        if (isRead && !_isCounted)
        {
            _isCounted = true;
            _statistics.AddObjectRead(_current!.IsFromCache); // An object is open.
        }
    }

    private void CloseObject(bool isLeftOut = false)
    {
        Count(rows: 0);
        if (_following?.Times is { } times)
        {
            _statistics.AddTimes(times.First, times.Last, times.TakeInWindow());
        }

        _window.Close();
        _bytesReadCounted = _bytesDecompressedCounted = 0;
        EndObject(isLeftOut);
    }

    private void EndObject(bool isLeftOut = false)
    {
        if (_current is { } current)
        {
            if (!isLeftOut)
            {
                _following?.End(current.Source.Entry.Name);
            }

            current.Dispose();
            _current = null;
            _isCounted = false;
        }
    }

    // Adds what is new since the last call.
    private void Count(int rows)
    {
        var (read, decompressed, records) = (_window.BytesRead, _window.BytesDecompressed, _cutter.RecordsRead);
        _statistics.AddAmounts(read - _bytesReadCounted, decompressed - _bytesDecompressedCounted, records - _recordsCounted, rows);
        (_bytesReadCounted, _bytesDecompressedCounted, _recordsCounted) = (read, decompressed, records);
    }
}
