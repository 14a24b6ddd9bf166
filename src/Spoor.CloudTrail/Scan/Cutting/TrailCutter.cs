using System.Runtime.CompilerServices;
using System.Text;
using Spoor.CloudTrail.Scan.Input;
using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Cutting;

/// <summary>Cuts <c>{"Records":[...]}</c>, one such document or several in a row, into the elements of <c>Records</c>.</summary>
/// <remarks>
/// Loosely also arrays of records, records one after the other, and the output of <c>aws cloudtrail lookup-events</c>, whose records are
/// texts in <c>Events[].CloudTrailEvent</c>. Each step walks one member or record inside the window; where the window ends first, it is refilled
/// and the step begins again. A step changes this object's state only when it succeeds.
/// </remarks>
internal sealed class TrailCutter(InputWindow window, PathNode root, RecordPrefilter? prefilter, bool isLoose, RecordPlaces? places = null)
    : RecordCutter(window, root, prefilter, places)
{
    private static readonly PathNode s_lookupEvent = PathNode.Compile([["cloudtrailevent"]], NameMatching.Default);
    private static readonly NameTable s_recordKeys = new(
        ["eventversion", "eventtime", "eventname", "eventid", "eventsource", "eventtype", "eventcategory"], NameMatching.Default);

    private readonly ValueSlot[] _lookupSlots = new ValueSlot[s_lookupEvent.SlotEnd];
    private byte[] _lookupRecord = [];
    private Place _place;
    private bool _isTopLevelArray;
    private bool _isLookup;
    private bool _sawRecords;
    private bool _sawDocument;
    private bool _isAtRecord;
    private bool _isOver;

    private enum Place
    {
        Document,
        FirstMember,
        NextMember,
        FirstElement,
        NextElement,
    }

    protected override bool CountsUnread { get; } = prefilter is null && !root.HasChildren;

    public override void Begin()
    {
        base.Begin();
        _place = Place.Document;
        _sawRecords = _sawDocument = _isOver = false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override bool Next(CancellationToken cancellationToken)
    {
        while (true)
        {
            var walker = new JsonWalker(Window.Available, 0, Window.IsLast);
            _isAtRecord = false;
            if (Step(ref walker))
            {
                Window.Advance(walker.Position);
                if (_isAtRecord || _isOver)
                {
                    return _isAtRecord;
                }
            }
            else if (walker.Status == WalkStatus.NeedsMore)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Window.Refill();
            }
            else
            {
                throw new BadDataException(FaultOf(walker, Window.Offset));
            }
        }
    }

    private bool Step(ref JsonWalker walker) => _place switch
    {
        Place.Document => StepIntoDocument(ref walker),
        Place.FirstMember or Place.NextMember => StepOverMember(ref walker),
        _ => StepOverElement(ref walker),
    };

    private bool StepIntoDocument(ref JsonWalker walker)
    {
        if (!walker.TryPeek(out var first))
        {
            if (walker.Status != WalkStatus.EndOfData)
            {
                return false;
            }

            _isOver = _sawDocument;
            return _isOver ? true : throw Fault("object is empty", "A log file holds at least {\"Records\":[]}.", walker.Position);
        }

        if (first == (byte)'{')
        {
            return isLoose ? StepIntoLooseObject(ref walker) : Enter(ref walker, Place.FirstMember);
        }

        if (first != (byte)'[' || !isLoose)
        {
            return walker.Malformed();
        }

        (_isTopLevelArray, _isLookup) = (true, false);
        return Enter(ref walker, Place.FirstElement);
    }

    // An object that holds an array of records, or is one itself.
    private bool StepIntoLooseObject(ref JsonWalker walker)
    {
        var probe = new JsonWalker(walker.Data, walker.Position, walker.IsFinal);
        var looksLikeRecord = false;
        var passed = probe.EnterContainer((byte)'}', out var isEnd);
        while (passed && !isEnd)
        {
            passed = probe.ReadKey(out var start, out var length, out var hasEscapes);
            if (passed && IsArrayOfRecords(probe, start, length, out var isLookup))
            {
                walker.Position = probe.Position;
                return EnterRecords(ref walker, isLookup);
            }

            looksLikeRecord |= passed && s_recordKeys.Find(walker.Data.Slice(start, length), hasEscapes) >= 0;
            passed = passed && probe.SkipValue(1) && probe.PassSeparator((byte)'}', out isEnd);
        }

        if (!passed)
        {
            walker = probe;
            return false;
        }

        if (!looksLikeRecord)
        {
            throw Fault("object is neither a CloudTrail log nor a CloudTrail record", "It has no 'Records', 'Events' or 'eventName'.", walker.Position);
        }

        _sawDocument = true;
        return ReadRecordHere(ref walker);
    }

    private bool StepOverMember(ref JsonWalker walker)
    {
        var isEnd = false;
        if (_place == Place.FirstMember)
        {
            if (!walker.TryPeek(out var next))
            {
                return false;
            }

            isEnd = next == (byte)'}';
            walker.Position += isEnd ? 1 : 0;
        }
        else if (!walker.PassSeparator((byte)'}', out isEnd))
        {
            return false;
        }

        return isEnd ? LeaveDocument(ref walker) : StepOverMemberItself(ref walker);
    }

    private bool StepOverMemberItself(ref JsonWalker walker)
    {
        if (!walker.ReadKey(out var start, out var length, out _))
        {
            return false;
        }

        if (IsArrayOfRecords(walker, start, length, out var isLookup))
        {
            return EnterRecords(ref walker, isLookup);
        }

        var isRecords = IsKey(walker, start, length, "Records"u8);
        if (isRecords && walker.Data[walker.Position] != (byte)'n')
        {
            throw Fault("'Records' is not an array", "The object is no CloudTrail log.", walker.Position);
        }

        if (!walker.SkipValue(1))
        {
            return false;
        }

        _sawRecords |= isRecords;
        _place = Place.NextMember;
        return true;
    }

    private bool LeaveDocument(ref JsonWalker walker)
    {
        if (!_sawRecords)
        {
            throw Fault("object has no top-level 'Records'", "It is no CloudTrail log; narrow the table's LOCATION if other objects lie there.", walker.Position - 1);
        }

        _sawRecords = false;
        _sawDocument = true;
        _place = Place.Document;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool StepOverElement(ref JsonWalker walker)
    {
        var isEnd = false;
        if (_place == Place.FirstElement)
        {
            if (!walker.TryPeek(out var next))
            {
                return false;
            }

            isEnd = next == (byte)']';
            walker.Position += isEnd ? 1 : 0;
        }
        else if (!walker.PassSeparator((byte)']', out isEnd))
        {
            return false;
        }

        if (isEnd)
        {
            _sawDocument |= _isTopLevelArray;
            _place = _isTopLevelArray ? Place.Document : Place.NextMember;
            return true;
        }

        if (walker.Data[walker.Position] != (byte)'{')
        {
            throw Fault("record is not an object", "Every element of 'Records' must be one.", walker.Position);
        }

        if (!(_isLookup ? ReadLookupEvent(ref walker) : ReadRecordHere(ref walker)))
        {
            return false;
        }

        _place = Place.NextElement;
        return true;
    }

    private bool ReadRecordHere(ref JsonWalker walker)
    {
        var start = walker.Position;
        if (!ReadRecord(ref walker, Window.Offset, out _isAtRecord))
        {
            return false;
        }

        Record = Window.AvailableMemory;
        RecordOffset = Window.Offset + start;
        RecordsRead++;
        return true;
    }

    private bool ReadLookupEvent(ref JsonWalker walker)
    {
        var start = walker.Position;
        if (!RecordExtractor.Read(ref walker, s_lookupEvent, _lookupSlots, 0))
        {
            return false;
        }

        var text = _lookupSlots[^1].In(walker.Data);
        if (text.Kind != JsonKind.String)
        {
            throw Fault("event has no 'CloudTrailEvent'", "Every element of 'Events' must hold its record as a text.", start);
        }

        var record = new JsonWalker(ResolveLookupRecord(text.Text), 0, isFinal: true);
        if (!record.TryPeek(out var first) || first != (byte)'{' || !ReadRecord(ref record, 0, out _isAtRecord))
        {
            throw Fault("'CloudTrailEvent' holds no JSON object", "Its text is malformed.", start);
        }

        Places?.GiveUp();
        Record = _lookupRecord;
        RecordOffset = Window.Offset + start;
        RecordsRead++;
        return true;
    }

    private ReadOnlySpan<byte> ResolveLookupRecord(ReadOnlySpan<byte> escaped)
    {
        if (_lookupRecord.Length < escaped.Length)
        {
            _lookupRecord = new byte[Math.Max(escaped.Length, 2 * _lookupRecord.Length)];
        }

        return _lookupRecord.AsSpan(0, JsonText.Unescape(escaped, _lookupRecord));
    }

    private bool EnterRecords(ref JsonWalker walker, bool isLookup)
    {
        (_isTopLevelArray, _isLookup, _sawRecords) = (false, isLookup, true);
        return Enter(ref walker, Place.FirstElement);
    }

    private bool Enter(ref JsonWalker walker, Place place)
    {
        walker.Position++;
        _place = place;
        return true;
    }

    private bool IsArrayOfRecords(in JsonWalker walker, int start, int length, out bool isLookup)
    {
        isLookup = isLoose && IsKey(walker, start, length, "Events"u8);
        return walker.Data[walker.Position] == (byte)'[' && (isLookup || IsKey(walker, start, length, "Records"u8));
    }

    private static bool IsKey(in JsonWalker walker, int start, int length, ReadOnlySpan<byte> name) =>
        Ascii.EqualsIgnoreCase(walker.Data.Slice(start, length), name);

    private BadDataException Fault(string reason, string explanation, int position) =>
        new(BadDataFault.Cursor(reason, explanation, Window.Offset + position));
}
