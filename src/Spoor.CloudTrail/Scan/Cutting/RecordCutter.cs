using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Input;
using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Cutting;

/// <summary>Cuts the bytes of an object into records and finds the wanted values of each. One per reader.</summary>
internal abstract class RecordCutter(InputWindow window, PathNode root, RecordPrefilter? prefilter, RecordPlaces? places = null)
{
    /// <summary>Places of the wanted values in <see cref="Record"/>.</summary>
    public ValueSlot[] Slots { get; } = new ValueSlot[root.SlotEnd];

    /// <summary>The bytes that <see cref="Slots"/> point into; valid until the next call of <see cref="Next"/>.</summary>
    public ReadOnlyMemory<byte> Record { get; protected set; }

    /// <summary>Where the record begins in the decompressed data.</summary>
    public long RecordOffset { get; protected set; }

    /// <summary>Records passed since the reader began, whether they matched or not.</summary>
    public long RecordsRead { get; protected set; }

    protected InputWindow Window { get; } = window;

    protected PathNode Root { get; } = root;

    /// <summary>Where the records of the object are noted; null when nobody asks.</summary>
    protected RecordPlaces? Places { get; } = places;

    /// <summary>Is told of every record that is passed; null when nobody asks for times.</summary>
    public RecordTimes? Times { get; init; }

    /// <summary>Whether records are only counted, so that nobody needs to look into them.</summary>
    protected virtual bool CountsUnread => false;

    /// <summary>Starts the object that the window has opened.</summary>
    public virtual void Begin()
    {
        prefilter?.Reset();
        Places?.Reset();
    }

    /// <summary>Goes to the next record that may match.</summary>
    /// <returns>False at the object's end.</returns>
    /// <exception cref="BadDataException">The object cannot be read on.</exception>
    public abstract bool Next(CancellationToken cancellationToken);

    /// <summary>Reads one record at the walker's position, or passes it by its quotes and brackets alone when nobody needs what is in it.</summary>
    /// <param name="walker">At the record's opening bracket.</param>
    /// <param name="offsetOfData">Offset of the walker's data in the object.</param>
    /// <param name="isWanted">Whether the record may match; then the slots are filled.</param>
    /// <returns>False when the walker could not go on.</returns>
    protected bool ReadRecord(ref JsonWalker walker, long offsetOfData, out bool isWanted)
    {
        isWanted = true;
        var start = walker.Position;
        if ((prefilter is not null || CountsUnread || Places is not null) && RecordEnd.TryFind(walker.Data, start, out var end, out var escapes) && walker.Data[end - 1] == (byte)'}')
        {
            isWanted = MayMatch(walker.Data[start..], end - start, offsetOfData + start, escapes);
            if (!isWanted || CountsUnread)
            {
                Places?.Add(offsetOfData + start, end - start, escapes);
                Times?.Add(walker.Data[start..end]);
                Array.Clear(Slots);
                walker.Position = end;
                return true;
            }
        }
        else
        {
            escapes = RecordEscapes.Any | RecordEscapes.OfPrintable;
        }

        // Also where no end was found: the walk tells whether there is more to come or something is wrong, and where.
        if (!RecordExtractor.Read(ref walker, Root, Slots, 0))
        {
            return false;
        }

        Times?.Add(walker.Data[start..walker.Position]);
        Places?.Add(offsetOfData + start, walker.Position - start, escapes);
        return true;
    }

    /// <summary>Says that what comes next are other bytes than those before: offsets begin anew.</summary>
    protected void ResetSearch() => prefilter?.Reset();

    /// <inheritdoc cref="RecordPrefilter.MayMatch"/>
    protected bool MayMatch(ReadOnlySpan<byte> data, int length, long offset, RecordEscapes escapes) =>
        prefilter is null || prefilter.MayMatch(data, length, offset, escapes);

    /// <summary>What stopped the walker.</summary>
    protected static BadDataFault FaultOf(in JsonWalker walker, long offsetOfData) => walker.Status switch
    {
        WalkStatus.TooDeep => BadDataFault.Cursor(
            $"record is nested deeper than {JsonWalker.MaxDepth} levels", "CloudTrail's own records are below 30.", offsetOfData + walker.Position),
        WalkStatus.EndOfData => BadDataFault.Cursor(
            "JsonParseException: Unexpected end-of-input", "The JSON is cut off.", offsetOfData + walker.Position),
        _ => BadDataFault.Cursor(
            $"JsonParseException: Unexpected character ({Describe(walker)})", "The JSON is malformed.", offsetOfData + walker.Position),
    };

    // Jackson's words: ('x' (code 120)).
    private static string Describe(in JsonWalker walker)
    {
        var code = walker.Data[walker.Position];
        return code is > 0x20 and < 0x7F ? $"'{(char)code}' (code {code})" : $"code {code}";
    }
}
