using Spoor.CloudTrail.Scan.Contract;
using Spoor.Storage.Objects;

namespace Spoor.CloudTrail.Scan.Input;

/// <summary>What one decompressor makes of an object, within limits; its first bytes can be looked at before they are read.</summary>
/// <param name="data">The decompressor, which may work on what another one made. Disposed of with this.</param>
/// <param name="stored">The object, whose size the limits go by.</param>
internal sealed class DecompressedData(Stream data, ObjectBytes stored) : InputStream
{
    // DEFLATE cannot exceed 1032:1; honest trails are near 10:1, made-up ones of one record over and over near 300:1.
    private const long LargestRatio = 500;
    private const long RatioCountsFrom = 64L << 20;
    private const long LargestObject = 16L << 30;

    private readonly byte[] _head = new byte[ContentKind.HeadLength];
    private int _headLength;
    private int _headUsed;
    private long _length;
    private Exception? _pending;

    /// <summary>The first bytes, all of them or as many as <see cref="ContentKind"/> needs. To be called before anything is read.</summary>
    public ReadOnlySpan<byte> FillHead()
    {
        try
        {
            for (var read = 1; read > 0 && _headLength < _head.Length; _headLength += read)
            {
                read = ReadOn(_head.AsSpan(_headLength));
            }
        }
        catch (Exception exception) when (exception is BadDataException or Spoor.Core.Errors.QueryException or IOException)
        {
            // It belongs behind the bytes that came before it.
            _pending = exception;
        }

        return _head.AsSpan(0, _headLength);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="BadDataException">The data is damaged, or a bomb.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_headUsed < _headLength)
        {
            var count = Math.Min(_headLength - _headUsed, buffer.Length);
            _head.AsSpan(_headUsed, count).CopyTo(buffer);
            _headUsed += count;
            return count;
        }

        return _pending is null ? ReadOn(buffer) : throw _pending;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            data.Dispose();
        }

        base.Dispose(disposing);
    }

    private int ReadOn(Span<byte> buffer)
    {
        var read = data.Read(buffer);
        _length += read;
        if (_length > LargestObject)
        {
            throw DataFault.Bomb($"object decompresses to more than {LargestObject >> 30} GB");
        }

        return _length > RatioCountsFrom && _length / LargestRatio > stored.BytesRead
            ? throw DataFault.Bomb($"object decompresses to more than {LargestRatio} times its size")
            : read;
    }
}
