using System.Globalization;
using System.Text;
using Spoor.CloudTrail.Scan.Json;
using Spoor.CloudTrail.Scan.Values;

namespace Spoor.CloudTrail.Scan.Formats.CloudTrail.Identity;

/// <summary>Tells which records are one record, delivered again: those with one <c>eventID</c> that say the same. The only place where that is decided.</summary>
/// <remarks>
/// CloudTrail delivers at least once, by several trails too, and a copy says what the first one said, in whatever JSON. A text that stands as <c>eventID</c> in records
/// that tell of another time, action, request or answer names none of them: each is a record of its own. A record without an id (<see cref="EventIds"/>) is
/// always one of its own, as nothing tells a copy from the same call made again; its name is its place.
/// </remarks>
/// <param name="root">The wanted paths of the reader, <see cref="Paths"/> among them.</param>
/// <param name="keys">From names to keys.</param>
/// <param name="context">For values.</param>
internal sealed class RecordIdentity(PathNode root, KeyMapping keys, ConversionContext context)
{
    // What a record tells of its call. Others, as of the caller, may be missing or fewer in one copy and make no other call.
    private static readonly string[][] s_told =
        [["eventtime"], ["eventsource"], ["eventname"], ["requestid"], ["requestparameters"], ["responseelements"], ["errorcode"]];

    private readonly int _id = root.At([keys.KeyOf("eventid")]).Slot;
    private readonly int[] _told = [.. s_told.Select(path => root.At(path.Select(keys.KeyOf)).Slot)];
    private readonly JsonContent _content = new(context);
    private long _lastOffset;
    private int _atOffset;

    /// <summary>What it needs of a record.</summary>
    public static IEnumerable<string[]> Paths(KeyMapping keys) => s_told.Prepend(["eventid"]).Select(path => path.Select(keys.KeyOf).ToArray());

    /// <summary>The record's id.</summary>
    /// <param name="record">Its bytes.</param>
    /// <param name="slots">Where its values lie.</param>
    /// <param name="id">The id as UTF-8, until the context's next text.</param>
    /// <returns>False when it has none.</returns>
    public bool TryReadId(ReadOnlySpan<byte> record, ReadOnlySpan<ValueSlot> slots, out ReadOnlySpan<byte> id)
    {
        var value = slots[_id].In(record);
        id = value.IsNull ? [] : context.TextOf(value);
        return !EventIds.IsMissing(id);
    }

    /// <summary>What the record says, as a number: the same for a copy, whatever its layout.</summary>
    public ulong ContentOf(ReadOnlySpan<byte> record, ReadOnlySpan<ValueSlot> slots)
    {
        var hash = default(ContentHash);
        foreach (var slot in _told)
        {
            hash.Add(_content.Of(slots[slot].In(record)));
        }

        return hash.Value;
    }

    /// <summary>The name of a record without an id: where it is.</summary>
    /// <param name="key">Of the object.</param>
    /// <param name="offset">Of the record. Records that are wrapped in one text may share it, and are numbered.</param>
    public byte[] PlaceName(string key, long offset)
    {
        _atOffset = offset == _lastOffset ? _atOffset + 1 : 0;
        _lastOffset = offset;
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"none:{key}@{offset}{(_atOffset == 0 ? "" : $".{_atOffset}")}"));
    }

    /// <summary>Starts an object.</summary>
    public void Begin() => _lastOffset = -1;
}
