using System.Diagnostics;
using System.Text;
using Spoor.Audit.Logs;
using Spoor.CloudTrail.Scan.Formats.CloudTrail.Identity;

namespace Spoor.Audit.Coverage;

/// <summary>Counts records as they are read: by object, hour, region and account, finely enough that every total is a sum of these, and with what is repeated among them.</summary>
/// <remarks>
/// The first delivery of an event is the first in the order of objects, whose names end with the time of delivery; all others are repeats. Records with one <c>eventID</c>
/// that tell of different calls are none. Which is first is known only when all was read, so sightings of ids are kept, on disk beyond the first
/// (<see cref="SightingFile"/>): memory grows with the objects and not with the records.
/// </remarks>
/// <param name="sightings">Keeps the sightings; the caller disposes of it.</param>
internal sealed class RecordTally(SightingFile sightings)
{
    private const int HourLength = 13;

    private readonly List<RecordPart> _parts = [];
    private readonly List<string> _objects = [];
    private readonly List<ObjectProgress> _progress = [];
    private readonly Dictionary<string, int> _objectNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Object, string? Hour, string? Region, string? Account), int> _partNumbers = [];
    private readonly TextPool _texts = new();
    private byte[] _lastObjectName = [];
    private int _lastObject = -1;

    /// <summary>Takes a record: a row of <c>Queries/records.sql</c>. Those of one object come in its order; objects may come mixed.</summary>
    public void Add(AnswerRow<RecordColumn> row)
    {
        var number = ObjectOf(row.Utf8(RecordColumn.Object));
        var position = row.Number(RecordColumn.Position);
        var progress = _progress[number];
        if (position < progress.Position)
        {
            throw new UnreachableException("The records of an object came out of order.");
        }

        var time = row.Text(RecordColumn.EventTime);
        var isEarlier = time is not null && progress.Time is not null && string.CompareOrdinal(time, progress.Time) < 0;
        _progress[number] = new ObjectProgress(position, time);

        var partNumber = PartOf(number, Hour(time), row.Text(RecordColumn.Region, _texts), row.Text(RecordColumn.Account, _texts));
        var part = _parts[partNumber];
        part.Records++;
        part.EarlierThanBefore += isEarlier ? 1 : 0;
        part.See(time);
        if (row.IsNull(RecordColumn.Content))
        {
            part.WithoutId++;
        }
        else
        {
            sightings.Add(new EventSighting(EventIdKey.Of(row.Utf8(RecordColumn.EventId)), row.Number(RecordColumn.Content), position, number, partNumber));
        }
    }

    /// <summary>Looks at all sightings of each id, and gives the parts.</summary>
    public List<RecordPart> Finish()
    {
        RepeatedSightings.Count(sightings, _objects, _parts);
        return _parts;
    }

    private int ObjectOf(ReadOnlySpan<byte> name)
    {
        if (_lastObject >= 0 && name.SequenceEqual(_lastObjectName))
        {
            return _lastObject;
        }

        var text = Encoding.UTF8.GetString(name);
        if (!_objectNumbers.TryGetValue(text, out var number))
        {
            number = _objects.Count;
            _objects.Add(text);
            _progress.Add(new ObjectProgress(-1, null));
            _objectNumbers.Add(text, number);
        }

        (_lastObjectName, _lastObject) = (name.ToArray(), number);
        return number;
    }

    private int PartOf(int number, string? hour, string? region, string? account)
    {
        if (!_partNumbers.TryGetValue((number, hour, region, account), out var part))
        {
            part = _parts.Count;
            _parts.Add(new RecordPart(_objects[number], hour, region, account));
            _partNumbers.Add((number, hour, region, account), part);
        }

        return part;
    }

    private static string? Hour(string? time) => time is null || time.Length <= HourLength ? time : time[..HourLength];

    /// <summary>How far an object was read: its last record's offset and time.</summary>
    private readonly record struct ObjectProgress(long Position, string? Time);
}
