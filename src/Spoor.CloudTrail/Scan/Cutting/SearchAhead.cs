namespace Spoor.CloudTrail.Scan.Cutting;

/// <summary>Where an object holds a literal, asked record after record: one search serves all the records before the next hit.</summary>
/// <remarks>It runs ahead of the record, but only so far that what was searched is in the processor's cache when the ends of its records are.</remarks>
internal sealed class SearchAhead(byte[] literal)
{
    private const int Stretch = 128 << 10;

    private readonly LiteralSearch _search = new(literal);
    private long _hit = -1;
    private long _noneBefore;

    /// <summary>Starts a new object.</summary>
    public void Reset() => (_hit, _noneBefore) = (-1, 0);

    /// <summary>The literal's first offset in the object that lies in the record, at <paramref name="from"/> or behind it; -1 when there is none.</summary>
    /// <param name="data">The window from the record's first byte on; the record is its first <paramref name="length"/> bytes.</param>
    /// <param name="length">The record's length.</param>
    /// <param name="offset">The record's offset in the object.</param>
    /// <param name="from">An offset in the object, in the record, and not before what was asked last.</param>
    public long Find(ReadOnlySpan<byte> data, int length, long offset, long from)
    {
        var last = offset + length - _search.Length;
        while (_hit < from && _noneBefore <= last && from <= last)
        {
            Search(data, offset, from);
        }

        return _hit >= from && _hit <= last ? _hit : -1;
    }

    private void Search(ReadOnlySpan<byte> data, long offset, long from)
    {
        var start = (int)(Math.Max(from, _noneBefore) - offset);
        var stretch = data[start..Math.Min(data.Length, start + Stretch + _search.Length)];
        var at = _search.IndexIn(stretch);
        _hit = at < 0 ? -1 : offset + start + at;
        _noneBefore = at < 0 ? offset + start + stretch.Length - _search.Length + 1 : _hit;
    }
}
