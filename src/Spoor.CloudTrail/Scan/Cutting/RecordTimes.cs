using System.Text;
using System.Text.Json;
using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Cutting;

/// <summary>When the records that one reader passes happened: how far the logs reach, whatever of them is looked for.</summary>
/// <remarks>
/// A time is searched for in the record's bytes, as most records are never parsed. Where the name stands in them once, and nothing can be hidden by an escape, it is the
/// record's own; any other record is parsed. A record without a time is in every window.
/// </remarks>
/// <param name="from">First instant of the window, as records write it; empty for no beginning.</param>
/// <param name="to">First instant behind it; empty for no end.</param>
internal sealed class RecordTimes(byte[] from, byte[] to)
{
    private const int Length = 20; // 2025-03-04T12:00:00Z
    private readonly byte[] _first = new byte[Length];
    private readonly byte[] _last = new byte[Length];
    private readonly byte[] _parsed = new byte[Length];
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

    private ReadOnlySpan<byte> TimeOf(ReadOnlySpan<byte> record)
    {
        var key = "\"eventTime\""u8;
        var at = record.IndexOf(key);
        if (at < 0 || record[(at + key.Length)..].IndexOf(key) >= 0 || record.IndexOf("\\u"u8) >= 0)
        {
            return ParsedTimeOf(record);
        }

        var value = record[(at + key.Length)..].TrimStart(" \t\r\n:"u8);
        return value.Length > Length + 1 && value[0] == (byte)'"' && value[1 + Length] == (byte)'"' && IsTime(value.Slice(1, Length)) ? value.Slice(1, Length) : [];
    }

    // As columns are read: names in any case, and the last of those that repeat.
    private ReadOnlySpan<byte> ParsedTimeOf(ReadOnlySpan<byte> record)
    {
        var hasTime = false;
        try
        {
            var reader = new Utf8JsonReader(record, new JsonReaderOptions { MaxDepth = JsonWalker.MaxDepth + 1 });
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
                {
                    continue;
                }

                var isTime = string.Equals(reader.GetString(), "eventTime", StringComparison.OrdinalIgnoreCase);
                reader.Read();
                if (isTime)
                {
                    hasTime = reader.TokenType == JsonTokenType.String && Encoding.UTF8.TryGetBytes(reader.GetString(), _parsed, out var written) && written == Length && IsTime(_parsed);
                }

                reader.Skip();
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return []; // Nobody takes a value of it, or whoever does tells what is wrong: malformed JSON, or a lone surrogate.
        }

        return hasTime ? _parsed : [];
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
