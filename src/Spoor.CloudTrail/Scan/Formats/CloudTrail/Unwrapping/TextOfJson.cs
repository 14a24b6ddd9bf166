using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Formats.CloudTrail.Unwrapping;

/// <summary>A JSON text whose own content is JSON, unescaped to be read. The buffer serves one text after the other.</summary>
internal sealed class TextOfJson
{
    // A larger buffer is not kept from object to object.
    private const int LargestKept = 4 << 20;

    // What an escape stands for is never longer than the escape.
    private const int LongestEscape = 6;

    private byte[] _buffer = [];
    private int _length;

    /// <summary>What was read of it.</summary>
    public int Position { get; set; }

    /// <summary>Where its first character would be in the object if nothing before it were escaped.</summary>
    public long Offset { get; private set; }

    /// <summary>All of it.</summary>
    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, _length);

    /// <summary>Whether the text, its escapes resolved, may be an object, an array or a text of JSON.</summary>
    /// <param name="raw">What stands between its quotes.</param>
    public static bool MayBegin(ReadOnlySpan<byte> raw)
    {
        Span<byte> character = stackalloc byte[LongestEscape];
        while (raw.Length > 0)
        {
            var length = raw[0] != (byte)'\\' ? 1 : raw[1] == (byte)'u' ? LongestEscape : 2;
            var first = JsonValueText.Unescape(raw[..length], character) > 0 ? character[0] : (byte)0;
            if (first is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                return first is (byte)'{' or (byte)'[' or (byte)'"';
            }

            raw = raw[length..];
        }

        return false;
    }

    /// <summary>Takes a text.</summary>
    /// <param name="raw">What stands between its quotes.</param>
    /// <param name="offset">Its <see cref="Offset"/>.</param>
    public void Take(ReadOnlySpan<byte> raw, long offset)
    {
        if (_buffer.Length < raw.Length)
        {
            _buffer = new byte[Math.Max(raw.Length, (int)Math.Min(2L * _buffer.Length, Input.InputWindow.LargestRecord))];
        }

        _length = JsonValueText.Unescape(raw, _buffer);
        (Position, Offset) = (0, offset);
    }

    /// <summary>Gives a large buffer back.</summary>
    public void Release()
    {
        if (_buffer.Length > LargestKept)
        {
            (_buffer, _length) = ([], 0);
        }
    }
}
