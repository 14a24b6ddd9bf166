using System.Buffers;

namespace Spoor.Engine.Results.Text;

/// <summary>UTF-8 that grows at its end; cleared and filled again, it keeps its memory. For one thread at a time.</summary>
internal sealed class TextBuffer : IBufferWriter<byte>
{
    private const int SmallestCapacity = 4096;

    private byte[] _bytes = [];
    private int _length;

    /// <summary>Number of bytes.</summary>
    public int Length => _length;

    /// <summary>What was written since the last <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>A part of what was written.</summary>
    public ReadOnlySpan<byte> Slice(int start, int length) => _bytes.AsSpan(start, length);

    /// <summary>Forgets what was written.</summary>
    public void Clear() => _length = 0;

    /// <summary>Appends bytes.</summary>
    public void Append(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > _bytes.Length - _length)
        {
            Grow(utf8.Length);
        }

        utf8.CopyTo(_bytes.AsSpan(_length));
        _length += utf8.Length;
    }

    /// <summary>Appends one byte.</summary>
    public void Append(byte value)
    {
        if (_length == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[_length++] = value;
    }

    /// <summary>Appends bytes with every <c>"</c> doubled.</summary>
    public void AppendDoubled(ReadOnlySpan<byte> utf8)
    {
        Reserve(checked((utf8.Length * 2) + QuoteDoubling.Slack));
        var target = _bytes.AsSpan(_length);
        var plain = utf8.IndexOf((byte)'"');
        if (plain < 0)
        {
            utf8.CopyTo(target);
            _length += utf8.Length;
            return;
        }

        utf8[..plain].CopyTo(target);
        _length += plain + QuoteDoubling.Copy(utf8[plain..], target[plain..]);
    }

    /// <summary>Doubles every <c>"</c> from an offset to the end.</summary>
    public void DoubleQuotes(int from)
    {
        var quotes = _bytes.AsSpan(from, _length - from).Count((byte)'"');
        if (quotes == 0)
        {
            return;
        }

        if (quotes > _bytes.Length - _length)
        {
            Grow(quotes);
        }

        // From the end, so that nothing is overwritten before it is read; what lies before the first quote stays where it is.
        // Without branches: JSON texts have a quote every few bytes, at no regular distance.
        var (source, target) = (_length - 1, _length - 1 + quotes);
        _length += quotes;
        var bytes = _bytes;
        while (source != target)
        {
            var value = bytes[source--];
            var isQuote = value == '"' ? 1 : 0;
            bytes[target] = value;
            bytes[target - 1] = (byte)'"';
            target -= 1 + isQuote;
        }
    }

    /// <inheritdoc/>
    public void Advance(int count) => _length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(_length);
    }

    private void Reserve(int sizeHint)
    {
        if (Math.Max(sizeHint, 1) > _bytes.Length - _length)
        {
            Grow(Math.Max(sizeHint, 1));
        }
    }

    private void Grow(int count)
    {
        var needed = checked(_length + count);
        Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(Math.Max(needed, SmallestCapacity), _bytes.Length * 2L)));
    }
}
