using System.Runtime.CompilerServices;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Cutting;
using Spoor.CloudTrail.Scan.Input;
using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Formats.CloudTrail.Unwrapping;

/// <summary>Cuts whatever a person has of a trail into records: alone, in arrays and texts, and in the wrappers of <see cref="WrapperMember"/>, in one another.</summary>
/// <remarks>
/// Each step walks one member or record inside the window (or inside a text that was unescaped); where the window ends first, it is refilled and the step begins
/// again. A step changes this object's state only when it succeeds. What is neither a record nor a wrapper is refused, also where records are only counted.
/// </remarks>
internal sealed class UnwrappingCutter(InputWindow window, PathNode root, RecordPrefilter? prefilter, RecordPlaces? places = null)
    : RecordCutter(window, root, prefilter, places)
{
    private const int MostLevels = 64;

    // Each has its own buffer.
    private const int MostTexts = 8;

    private readonly WrapperLevel[] _levels = [.. Enumerable.Range(0, MostLevels).Select(_ => new WrapperLevel())];
    private readonly List<TextOfJson> _texts = [];
    private readonly ObjectProbe _probe = new();
    private WrapperLevel _level = new();
    private int _levelCount;
    private int _textCount;
    private long _offsetOfText;
    private bool _isAtRecord;
    private bool _isOver;

    protected override bool CountsUnread { get; } = prefilter is null && !root.IsWanted;

    // Offset of the walker's data: in a text, whose walker has all of it, places are those in the text.
    private long OffsetOfData => _textCount == 0 ? Window.Offset : 0;

    public override void Begin()
    {
        base.Begin();
        _levelCount = _textCount = 0;
        _isOver = false;
        _texts.ForEach(text => text.Release());
        Push(0).Begin(WrapperLevel.Form.Sequence, WrapperMember.None);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override bool Next(CancellationToken cancellationToken)
    {
        while (true)
        {
            var text = _textCount == 0 ? null : _texts[_textCount - 1];
            var walker = text is null ? new JsonWalker(Window.Available, 0, Window.IsLast) : new JsonWalker(text.Memory.Span, text.Position, isFinal: true);
            _isAtRecord = false;
            if (Step(ref walker))
            {
                Pass(text, walker.Position);
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
                throw new BadDataException(text is null ? FaultOf(walker, Window.Offset) : WrapperFaults.NoJson(_level.Member, FaultOf(walker, 0).Reason, _offsetOfText));
            }
        }
    }

    private void Pass(TextOfJson? text, int position)
    {
        if (text is null)
        {
            Window.Advance(position);
        }
        else
        {
            text.Position = position;
        }
    }

    private bool Step(ref JsonWalker walker) => _level.Kind switch
    {
        WrapperLevel.Form.Array => StepOverElement(ref walker),
        WrapperLevel.Form.Object => StepOverMember(ref walker),
        _ => StepOverDocument(ref walker),
    };

    private bool StepOverDocument(ref JsonWalker walker)
    {
        var level = _level;
        if (!walker.TryPeek(out var first))
        {
            return walker.Status == WalkStatus.EndOfData && LeaveSequence(walker.Position);
        }

        if (first == ByteOrderMark.First)
        {
            return ByteOrderMark.Pass(ref walker);
        }

        var passed = first is (byte)'{' or (byte)'[' or (byte)'"' ? StepIntoValue(ref walker, level.Member) : walker.Malformed();
        level.IsFirst &= !passed;
        return passed;
    }

    private bool LeaveSequence(int position)
    {
        if (_textCount > 0)
        {
            _textCount--;
            ResetSearch();
            Pop();
            return true;
        }

        _isOver = !_level.IsFirst;
        return _isOver ? true : throw Fault(BadDataFault.Cursor("object is empty", "A log file holds at least {\"Records\":[]}.", Window.Offset + position));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool StepOverElement(ref JsonWalker walker)
    {
        var level = _level;
        if (!PassSeparator(ref walker, level, (byte)']', out var isEnd))
        {
            return false;
        }

        if (isEnd)
        {
            Pop();
            return true;
        }

        var passed = StepIntoValue(ref walker, level.Member);
        level.IsFirst &= !passed;
        return passed;
    }

    private bool StepOverMember(ref JsonWalker walker)
    {
        var level = _level;
        if (!PassSeparator(ref walker, level, (byte)'}', out var isEnd))
        {
            return false;
        }

        if (isEnd)
        {
            Pop();
            return true;
        }

        if (!walker.ReadKey(out var start, out var length, out var hasEscapes))
        {
            return false;
        }

        var member = MemberNames.WrapperOf(walker.Data.Slice(start, length), hasEscapes);
        if (!TryTellWhetherToRead(ref walker, member, out var isToRead))
        {
            return false;
        }

        var passed = isToRead ? StepIntoValue(ref walker, member) : walker.SkipValue(0);
        level.IsFirst &= !passed;
        return passed;
    }

    // walker: at a member's value, where it stays.
    private bool TryTellWhetherToRead(ref JsonWalker walker, WrapperMember member, out bool isToRead)
    {
        isToRead = member != WrapperMember.None;
        if (!isToRead || !_level.ReadsAll)
        {
            isToRead = isToRead && _level.IsToRead(member, OffsetOfData + walker.Position);
            return true;
        }

        var probed = walker;
        if (!ObjectProbe.TryTellWhetherHolds(ref probed, out isToRead))
        {
            walker = probed;
            return false;
        }

        return isToRead || !MemberNames.IsList(member) || walker.Data[walker.Position] == (byte)'n'
            ? true
            : throw Fault(WrapperFaults.NoObject(member, OffsetInObject(walker.Position)));
    }

    // Before the first member or element there is none.
    private static bool PassSeparator(ref JsonWalker walker, WrapperLevel level, byte close, out bool isEnd)
    {
        if (!level.IsFirst)
        {
            return walker.PassSeparator(close, out isEnd);
        }

        isEnd = false;
        if (!walker.TryPeek(out var next))
        {
            return false;
        }

        isEnd = next == close;
        walker.Position += isEnd ? 1 : 0;
        return true;
    }

    private bool StepIntoValue(ref JsonWalker walker, WrapperMember member)
    {
        switch (walker.Data[walker.Position])
        {
            case (byte)'{':
                return StepIntoObject(ref walker, member);
            case (byte)'[':
                Push(walker.Position).Begin(WrapperLevel.Form.Array, member);
                walker.Position++;
                return true;
            case (byte)'"':
                return StepIntoText(ref walker, member);
            default:
                var at = OffsetInObject(walker.Position);
                return walker.SkipScalar() ? throw Fault(WrapperFaults.NoObject(member, at)) : false;
        }
    }

    private bool StepIntoObject(ref JsonWalker walker, WrapperMember member)
    {
        var probed = walker;
        if (!_probe.TryTell(ref probed, out var kind))
        {
            walker = probed;
            return false;
        }

        switch (kind)
        {
            case ObjectKind.Record:
                return ReadRecordHere(ref walker);
            case ObjectKind.Wrapper:
                Push(walker.Position).BeginObject(member, _probe, OffsetOfData);
                walker.Position++;
                return true;
            case ObjectKind.ControlMessage:
                return walker.SkipValue(0);
            default:
                throw Fault(WrapperFaults.NeitherRecordNorWrapper(member, _probe.Vain, OffsetInObject(walker.Position)));
        }
    }

    private bool StepIntoText(ref JsonWalker walker, WrapperMember member)
    {
        var at = walker.Position;
        if (!walker.ReadString(out var start, out var length, out _))
        {
            return false;
        }

        var raw = walker.Data.Slice(start, length);
        if (!TextOfJson.MayBegin(raw))
        {
            throw Fault(WrapperFaults.NoJson(member, null, OffsetInObject(at)));
        }

        if (_textCount == MostTexts)
        {
            throw Fault(WrapperFaults.TooManyWrappers(MostTexts, OffsetInObject(at)));
        }

        if (_textCount == _texts.Count)
        {
            _texts.Add(new TextOfJson());
        }

        Push(at).Begin(WrapperLevel.Form.Sequence, member);
        var offset = PlaceInOrder(at) + 1;
        _offsetOfText = OffsetInObject(at);
        _texts[_textCount++].Take(raw, offset);
        ResetSearch();
        Places?.GiveUp();
        return true;
    }

    private bool ReadRecordHere(ref JsonWalker walker)
    {
        var start = walker.Position;
        if (!ReadRecord(ref walker, OffsetOfData, out _isAtRecord))
        {
            return false;
        }

        Record = _textCount == 0 ? Window.AvailableMemory : _texts[_textCount - 1].Memory;
        RecordOffset = PlaceInOrder(start);
        RecordsRead++;
        return true;
    }

    // Orders records as they were written, those of one text too. Escapes before a record are not counted, so this is in its text, and at most where it begins.
    private long PlaceInOrder(int position) => _textCount == 0 ? Window.Offset + position : _texts[_textCount - 1].Offset + position;

    // Of what is in a text, the offset of the outermost text is the only honest one.
    private long OffsetInObject(int position) => _textCount == 0 ? Window.Offset + position : _offsetOfText;

    private WrapperLevel Push(int position) => _levelCount < MostLevels
        ? _level = _levels[_levelCount++]
        : throw Fault(WrapperFaults.TooManyWrappers(MostLevels, OffsetInObject(position)));

    private void Pop() => _level = _levels[--_levelCount - 1];

    private static BadDataException Fault(BadDataFault fault) => new(fault);
}
