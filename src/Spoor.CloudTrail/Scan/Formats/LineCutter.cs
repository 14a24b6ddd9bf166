using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Cutting;
using Spoor.CloudTrail.Scan.Input;
using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Formats;

/// <summary>Cuts an object into lines of one JSON document each. What follows the document on its line is not looked at, as in both SerDes.</summary>
internal sealed class LineCutter(
    InputWindow window, PathNode root, RecordPrefilter? prefilter, LineCutter.Options options, Action<BadDataFault> skipLine)
    : RecordCutter(window, root, prefilter)
{
    /// <summary>How lines are taken.</summary>
    /// <param name="IsOpenX">A line that does not begin a document is a row of NULLs.</param>
    /// <param name="IgnoreMalformed">So is a malformed one.</param>
    /// <param name="SkipMalformed">A malformed one is skipped and reported.</param>
    internal sealed record Options(bool IsOpenX, bool IgnoreMalformed, bool SkipMalformed);

    private int _searched;

    public override void Begin()
    {
        base.Begin();
        _searched = 0;
    }

    public override bool Next(CancellationToken cancellationToken)
    {
        while (TryFindLine(out var length, out var passed, cancellationToken))
        {
            var offset = Window.Offset;
            var data = Window.AvailableMemory[..length];
            Window.Advance(passed);
            if (ReadLine(data, offset))
            {
                return true;
            }
        }

        return false;
    }

    // length: without the line's end; passed: with it.
    private bool TryFindLine(out int length, out int passed, CancellationToken cancellationToken)
    {
        while (true)
        {
            var available = Window.Available;
            var at = available[_searched..].IndexOf((byte)'\n');
            if (at >= 0 || Window.IsLast)
            {
                length = at < 0 ? available.Length : _searched + at;
                passed = at < 0 ? length : length + 1;
                _searched = 0;
                return passed > 0;
            }

            _searched = available.Length;
            cancellationToken.ThrowIfCancellationRequested();
            Window.Refill();
        }
    }

    // False: the line gives no row.
    private bool ReadLine(ReadOnlyMemory<byte> data, long offset)
    {
        var walker = new JsonWalker(data.Span, 0, isFinal: true);
        var isBlank = !walker.TryPeek(out var first) && walker.Status == WalkStatus.EndOfData;
        if (isBlank)
        {
            return false;
        }

        RecordsRead++;
        Record = data;
        RecordOffset = offset;
        if (options.IsOpenX && first is not ((byte)'{' or (byte)'['))
        {
            Array.Clear(Slots);
            return true;
        }

        if (first == (byte)'{' && ReadRecord(ref walker, offset, out var isWanted))
        {
            return isWanted;
        }

        return first == (byte)'{' ? RefuseLine(FaultOf(walker, offset)) : RefuseLine(BadDataFault.Cursor(
            options.IsOpenX ? "Row is not a valid JSON Object" : "Invalid JSON: start of object expected", "Every line must be a JSON object.", offset + walker.Position));
    }

    private bool RefuseLine(BadDataFault fault)
    {
        if (options.IgnoreMalformed)
        {
            Array.Clear(Slots);
            return true;
        }

        if (!options.SkipMalformed)
        {
            throw new BadDataException(fault);
        }

        skipLine(fault);
        return false;
    }
}
