namespace Spoor.CloudTrail.Scan.Following;

/// <summary>When the records that one reader passes happened: how far the logs reach, whatever of them is looked for.</summary>
/// <remarks>
/// A time is searched for in the record's bytes, as most records are never parsed. CloudTrail writes <c>eventTime</c> before all members that hold other services'
/// JSON, so the first one is the record's own. Where it is escaped or no such time, the record counts as without time, which is in every window.
/// </remarks>
/// <param name="from">First instant of the window, as records write it; empty for no beginning.</param>
/// <param name="to">First instant behind it; empty for no end.</param>
internal sealed class RecordTimes(byte[] from, byte[] to)
{
    private const int Length = 20; // 2025-03-04T12:00:00Z
    private readonly byte[] _first = new byte[Length];
    private readonly byte[] _last = new byte[Length];
    private bool _hasTime;
    private long _inWindow;

    /// <summary>The earliest time seen; empty for none.</summary>
    public ReadOnlySpan<byte> First => _hasTime ? _first : [];

    /// <summary>The latest time seen; empty for none.</summary>
    public ReadOnlySpan<byte> Last => _hasTime ? _last : [];

    /// <summary>Takes a record into account.</summary>
    public void Add(ReadOnlySpan<byte> record)
    {
        var time = TimeOf(record);
        if (time.IsEmpty)
        {
            _inWindow++;
            return;
        }

        if (!_hasTime || time.SequenceCompareTo(_first) < 0)
        {
            time.CopyTo(_first);
        }

        if (!_hasTime || time.SequenceCompareTo(_last) > 0)
        {
            time.CopyTo(_last);
        }

        _hasTime = true;
        if ((from.Length == 0 || time.SequenceCompareTo(from) >= 0) && (to.Length == 0 || time.SequenceCompareTo(to) < 0))
        {
            _inWindow++;
        }
    }

    /// <summary>Records of the window, and those without time, since the last call.</summary>
    public long TakeInWindow()
    {
        var count = _inWindow;
        _inWindow = 0;
        return count;
    }

    private static ReadOnlySpan<byte> TimeOf(ReadOnlySpan<byte> record)
    {
        var key = "\"eventTime\""u8;
        var at = record.IndexOf(key);
        if (at < 0)
        {
            return [];
        }

        var value = record[(at + key.Length)..].TrimStart(" \t\r\n:"u8);
        return value.Length > Length + 1 && value[0] == (byte)'"' && value[1 + Length] == (byte)'"' && IsTime(value.Slice(1, Length)) ? value.Slice(1, Length) : [];
    }

    private static bool IsTime(ReadOnlySpan<byte> text)
    {
        var shape = "dddd-dd-ddTdd:dd:ddZ"u8;
        for (var i = 0; i < shape.Length; i++)
        {
            if (shape[i] == (byte)'d' ? !char.IsAsciiDigit((char)text[i]) : text[i] != shape[i])
            {
                return false;
            }
        }

        return true;
    }
}
