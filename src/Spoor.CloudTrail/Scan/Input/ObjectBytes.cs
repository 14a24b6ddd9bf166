using Spoor.Storage.Objects;

namespace Spoor.CloudTrail.Scan.Input;

/// <summary>The stored bytes of a fetched object as a stream.</summary>
internal sealed class ObjectBytes(FetchedObject source) : InputStream
{
    private int _headUsed;
    private bool _restIsOver = source.Rest is null;

    /// <summary>Bytes as stored that have been handed out.</summary>
    public long BytesRead { get; private set; }

    /// <summary>From here on bytes are handed out one by one, so that a decompressor goes no further than it must.</summary>
    public long SinglyFrom { get; init; } = long.MaxValue;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var room = (int)Math.Min(buffer.Length, Math.Max(1, SinglyFrom - BytesRead));
        var read = ReadStored(buffer[..room]);
        BytesRead += read;
        return read;
    }

    private int ReadStored(Span<byte> buffer)
    {
        if (_headUsed < source.Head.Length)
        {
            var count = Math.Min(source.Head.Length - _headUsed, buffer.Length);
            source.Head.Slice(_headUsed, count).CopyTo(buffer);
            _headUsed += count;
            return count;
        }

        if (_restIsOver)
        {
            return 0;
        }

        var read = source.Rest!.Read(buffer); // Not null while it is not over.
        _restIsOver = read == 0;
        return read;
    }
}
