using System.Runtime.CompilerServices;
using System.Text;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Cutting;
using Spoor.CloudTrail.Scan.Input;
using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Formats.CloudTrail;

/// <summary>Cuts <c>{"Records":[...]}</c>, one such document or several in a row, into the elements of <c>Records</c>, as CloudTrailInputFormat does.</summary>
/// <remarks>
/// Each step walks one member or record inside the window; where the window ends first, it is refilled and the step begins again. A step changes this object's
/// state only when it succeeds.
/// </remarks>
internal sealed class TrailCutter(InputWindow window, PathNode root, RecordPrefilter? prefilter, RecordPlaces? places = null)
    : RecordCutter(window, root, prefilter, places)
{
    private Place _place;
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

    protected override bool CountsUnread { get; } = prefilter is null && !root.IsWanted;

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

        return first switch
        {
            (byte)'{' => Enter(ref walker, Place.FirstMember),
            ByteOrderMark.First => ByteOrderMark.Pass(ref walker),
            _ => walker.Malformed(),
        };
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

        var isRecords = Ascii.EqualsIgnoreCase(walker.Data.Slice(start, length), "Records"u8);
        var first = walker.Data[walker.Position];
        if (isRecords && first == (byte)'[')
        {
            _sawRecords = true;
            return Enter(ref walker, Place.FirstElement);
        }

        // What has no records is written as null by some.
        if (isRecords && first != (byte)'n')
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
            _place = Place.NextMember;
            return true;
        }

        if (walker.Data[walker.Position] != (byte)'{')
        {
            throw Fault("record is not an object", "Every element of 'Records' must be one.", walker.Position);
        }

        if (!ReadRecordHere(ref walker))
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

    private bool Enter(ref JsonWalker walker, Place place)
    {
        walker.Position++;
        _place = place;
        return true;
    }

    private BadDataException Fault(string reason, string explanation, int position) =>
        new(BadDataFault.Cursor(reason, explanation, Window.Offset + position));
}
