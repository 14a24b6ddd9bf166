using Spoor.CloudTrail.Scan.Cutting;
using Spoor.CloudTrail.Scan.Fetching;
using Spoor.CloudTrail.Scan.Filtering;
using Spoor.CloudTrail.Scan.Input;
using Spoor.CloudTrail.Scan.Json;
using Spoor.CloudTrail.Scan.Values;

namespace Spoor.CloudTrail.Scan;

/// <summary>One thread's part of a scan: takes objects from the queue and turns their records into rows.</summary>
internal sealed class ScanReader : IScanReader
{
    // How long a started batch waits for the next object before it is handed over as it is.
    private static readonly TimeSpan s_patienceWithRows = TimeSpan.FromMilliseconds(20);

    private const string EventId = "eventid";

    private readonly ScanRequest _request;
    private readonly ObjectFetcher _fetcher;
    private readonly ScanStatistics _statistics;
    private readonly RowBudget _budget;
    private readonly EventIdSet? _eventIds;
    private readonly int _eventIdSlot;
    private readonly InputWindow _window;
    private readonly RecordCutter _cutter;
    private readonly RecordFilter? _filter;
    private readonly RowConversion _conversion;
    private readonly ObjectValues _objectValues;
    private FetchedObject? _current;
    private long _recordsCounted;
    private long _bytesReadCounted;
    private long _bytesDecompressedCounted;

    public ScanReader(ScanRequest request, ObjectFetcher fetcher, ScanStatistics statistics, RowBudget budget, EventIdSet? eventIds = null, InputOptions? input = null)
    {
        _request = request;
        _fetcher = fetcher;
        _statistics = statistics;
        _budget = budget;
        _eventIds = eventIds;
        _window = new InputWindow(input ?? InputOptions.Default);
        _objectValues = new ObjectValues(request);
        var keys = KeyMapping.For(request.Format, request.SerDe);
        var converters = request.Columns.Select(column => ValueConverter.Compile(column.Type, request.Format, request.SerDe)).ToArray();
        var paths = request.Columns.SelectMany((column, index) => SlotConverter.Paths(converters[index], [.. column.Path.Select(keys.KeyOf)]))
            .Concat(RecordFilter.Leaves(request.Filter).Select(leaf => leaf.Path.Select(keys.KeyOf).ToArray()))
            .Concat(eventIds is null ? [] : [[keys.KeyOf(EventId)]]);
        var root = PathNode.Compile(paths, keys.Matching);
        _filter = RecordFilter.Compile(request.Filter, leaf => new LeafReader(leaf, root.At(leaf.Path.Select(keys.KeyOf)).Slot, request.Format));
        _eventIdSlot = eventIds is null ? 0 : root.At([keys.KeyOf(EventId)]).Slot;
        _conversion = new RowConversion(request.Columns, converters, root, keys, request.Format);
        _cutter = MakeCutter(root);
    }

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
        _current?.Dispose();
        _current = null;
        _window.Dispose();
        _conversion.Dispose();
    }

    private RecordCutter MakeCutter(PathNode root)
    {
        var prefilter = _request.CompilePrefilter();
        if (_request.Format is RecordFormat.CloudTrail or RecordFormat.LooseCloudTrail)
        {
            return new TrailCutter(_window, root, prefilter, isLoose: _request.Format == RecordFormat.LooseCloudTrail);
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
                FailObject(new BadDataFault(error.Code, error.Message, error.Hint ?? "", null), error);
                continue;
            }

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
            _window.Open(fetched);
            _cutter.Begin();
            _objectValues.Take(fetched.Source);
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
            if (_cutter.Next(cancellationToken))
            {
                return TryWriteRow(writers, row);
            }

            _statistics.AddObjectRead();
            if (_current!.IsFromCache) // An object is open.
            {
                _statistics.AddObjectFromCache();
            }

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
        var record = _cutter.Record.Span;
        _eventIds?.Add(_cutter.Slots[_eventIdSlot].In(record), _conversion.Context);
        if (_filter is not null && !_filter.MayPass(record, _cutter.Slots, _conversion.Context))
        {
            return false;
        }

        // What is skipped must not leave a part of itself in the writers.
        var fault = _request.BadData == BadDataPolicy.Skip ? _conversion.Check(record, _cutter.Slots, _cutter.RecordOffset) : null;
        if (fault is null)
        {
            fault = _conversion.Write(record, _cutter.Slots, _cutter.RecordOffset, writers, row);
            _objectValues.Write(writers[_request.Columns.Count..], row, _cutter.RecordOffset);
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

    private void SkipRecord(BadDataFault fault) => _statistics.AddRecordSkipped(fault.ToProblem(_current!.Name)); // An object is open.

    private void FailObject(BadDataFault fault, Exception exception)
    {
        var name = _current!.Name; // Only called with an object at hand.
        CloseObject();
        if (_request.BadData == BadDataPolicy.Fail)
        {
            throw exception;
        }

        _statistics.AddObjectFailed(fault.ToProblem(name));
    }

    private void CloseObject()
    {
        Count(rows: 0);
        _window.Close();
        _bytesReadCounted = _bytesDecompressedCounted = 0;
        _current?.Dispose();
        _current = null;
    }

    // Adds what is new since the last call.
    private void Count(int rows)
    {
        var (read, decompressed, records) = (_window.BytesRead, _window.BytesDecompressed, _cutter.RecordsRead);
        _statistics.AddAmounts(read - _bytesReadCounted, decompressed - _bytesDecompressedCounted, records - _recordsCounted, rows);
        (_bytesReadCounted, _bytesDecompressedCounted, _recordsCounted) = (read, decompressed, records);
    }
}
