using System.Buffers;
using System.IO.Compression;
using Spoor.CloudTrail.Scan.Fetching;
using Spoor.Sql;

namespace Spoor.CloudTrail.Scan.Input;

/// <summary>A window that slides over an object's decompressed bytes. One per reader; its buffer serves one object after the other.</summary>
/// <remarks>
/// Objects of moderate size are in the window whole, where libdeflate is there. For others it grows only when one record does not fit, up to
/// <see cref="LargestRecord"/>. What is wrong with the compressed data is reported when the reading gets there, so that all before it is still read.
/// </remarks>
internal sealed partial class InputWindow(InputOptions options) : IDisposable
{
    /// <summary>Longest record, and longest value beside the records, in bytes.</summary>
    public const int LargestRecord = 64 << 20;

    // A larger buffer is not kept from object to object.
    private const int LargestKept = 4 << 20;

    // What a corrupt object's decompressor had ready when it failed is lost: at most this much.
    private const int LargestRead = 32 << 10;

    // DEFLATE cannot exceed 1032:1; honest trails are near 10:1, made-up ones of one record over and over near 300:1.
    private const long LargestRatio = 500;
    private const long RatioCountsFrom = 64L << 20;
    private const long LargestObject = 16L << 30;

    private readonly WholeInflater? _inflater = options.TakesWholeObjects ? WholeInflater.Create() : null;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(options.Capacity);
    private int _start;
    private int _end;
    private int _filled;
    private long _offsetOfBuffer;
    private ObjectBytes? _stored;
    private long _wholeBytesRead;
    private Stream? _data;
    private bool _isGzip;
    private bool _isOver;
    private BadDataException? _pending;

    /// <summary>Bytes that can be looked at now.</summary>
    public ReadOnlySpan<byte> Available => _buffer.AsSpan(_start, _end - _start);

    /// <summary>The same bytes, to keep until the next <see cref="Refill"/>.</summary>
    public ReadOnlyMemory<byte> AvailableMemory => _buffer.AsMemory(_start, _end - _start);

    /// <summary>Offset of <see cref="Available"/> in the decompressed data.</summary>
    public long Offset => _offsetOfBuffer + _start;

    /// <summary>Whether all of the object that was passed is still there, from its first byte on.</summary>
    public bool HoldsWhole => _offsetOfBuffer == 0;

    /// <summary>The object from its first byte to the last of <see cref="Available"/>, while it <see cref="HoldsWhole"/>.</summary>
    public ReadOnlyMemory<byte> Whole => _buffer.AsMemory(0, _end);

    /// <summary>Whether nothing follows <see cref="Available"/>.</summary>
    public bool IsLast => _isOver && _pending is null;

    /// <summary>Bytes decompressed so far.</summary>
    public long BytesDecompressed => _offsetOfBuffer + _end;

    /// <summary>Stored bytes used so far.</summary>
    public long BytesRead => _stored?.BytesRead ?? _wholeBytesRead;

    /// <summary>Starts an object; whether it is gzip or zstd its first bytes say, whatever its name is.</summary>
    /// <exception cref="BadDataException">It is named <c>.gz</c> or <c>.zst</c> and is neither compressed nor JSON.</exception>
    public void Open(FetchedObject source)
    {
        Close();
        var head = source.Head;
        _isGzip = head is [0x1F, 0x8B, ..];
        if (!_isGzip || source.Rest is not null || !TryTakeWhole(head))
        {
            OpenStream(source, head);
        }

        if (Available.StartsWith("\uFEFF"u8))
        {
            Advance(3);
        }
    }

    /// <summary>Ends the object. A buffer that one giant record made large is given back.</summary>
    public void Close()
    {
        if (_data != _stored)
        {
            _data?.Dispose();
        }

        _data = null;
        _stored = null;
        _pending = null;
        _isOver = false;
        _start = _end = _filled = 0;
        _offsetOfBuffer = _wholeBytesRead = 0;
        if (_buffer.Length > LargestKept)
        {
            Exchange(ArrayPool<byte>.Shared.Rent(options.Capacity));
        }
    }

    /// <summary>Passes bytes; the spans over them stay valid until the next <see cref="Refill"/>.</summary>
    public void Advance(int bytes) => _start += bytes;

    /// <summary>Brings more bytes, keeping those not passed yet. Not to be called when <see cref="IsLast"/>.</summary>
    /// <exception cref="BadDataException">Truncated, corrupt, a bomb, or a record above the limit.</exception>
    public void Refill()
    {
        if (_pending is { } pending)
        {
            throw pending;
        }

        MakeRoom();
        var before = _end;
        while (_filled < _buffer.Length && !_isOver && _pending is null)
        {
            ReadOnce();
        }

        _end = VisibleEnd();
        if (_end == before && _pending is { } fault)
        {
            throw fault;
        }
    }

    public void Dispose()
    {
        Close();
        _inflater?.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void OpenStream(FetchedObject source, ReadOnlySpan<byte> head)
    {
        _stored = new ObjectBytes(source) { HasEndMark = _isGzip };
        _data = _isGzip ? new GZipStream(_stored, CompressionMode.Decompress) : ZstdData.IsStart(head) ? new ZstdData(_stored) : _stored;
        if (_data == _stored && head.Length > 0 && !LooksLikeJson(head))
        {
            RequirePlainName(source.Name);
        }

        Refill();
    }

    private void MakeRoom()
    {
        var kept = _filled - _start;
        if (options.KeepsObjects && HoldsWhole && (_filled < _buffer.Length || _buffer.Length < WholeInflater.LargestObject))
        {
            Reserve(_filled < _buffer.Length ? 0 : 2 * _buffer.Length);
        }
        else if (_start > 0)
        {
            _buffer.AsSpan(_start, kept).CopyTo(_buffer);
            _offsetOfBuffer += _start;
            _end -= _start;
            _filled = kept;
            _start = 0;
        }
        else if (_filled == _buffer.Length)
        {
            if (_buffer.Length >= LargestRecord)
            {
                throw new BadDataException(BadDataFault.Cursor(
                    $"record is larger than {LargestRecord >> 20} MB", "CloudTrail's own records are below 1 MB.", Offset));
            }

            Exchange(ArrayPool<byte>.Shared.Rent(Math.Min(_buffer.Length * 2, LargestRecord)));
        }
    }

    private void Exchange(byte[] larger)
    {
        _buffer.AsSpan(0, _filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    private void ReadOnce()
    {
        try
        {
            var free = _buffer.Length - _filled;
            var read = _data!.Read(_buffer.AsSpan(_filled, Math.Min(free, LargestRead))); // Not null while an object is open.
            _filled += read;
            if (read == 0)
            {
                EndData();
            }
            else
            {
                CheckForBomb();
            }
        }
        catch (InvalidDataException exception)
        {
            // With the input used up, what the decompressor choked on is the end mark.
            _pending = _stored!.EndWasReached ? Truncated(exception) : Corrupt(exception);
        }
        catch (QueryException exception)
        {
            _pending = new BadDataException(new BadDataFault(exception.Code, exception.Message, exception.Hint ?? "", _offsetOfBuffer + _filled), exception);
        }
        catch (IOException exception)
        {
            _pending = new BadDataException(
                BadDataFault.Cursor(exception.Message, "The object could be opened but not read to its end.", _offsetOfBuffer + _filled), exception);
        }
    }

    private void EndData()
    {
        _isOver = true;
        if (!_isGzip)
        {
            return;
        }

        if (_buffer.AsSpan(0, _filled).EndsWith(ObjectBytes.EndMark))
        {
            _filled -= ObjectBytes.EndMark.Length;
            _isGzip = false;
            _data!.Dispose();
            _data = _stored;
        }
        else if (_stored!.EndWasReached)
        {
            _pending = Truncated(null);
        }
        else if (_stored.LastByte != 0)
        {
            _pending = new BadDataException(BadDataFault.Cursor(
                "incorrect header check", "Bytes that are no gzip follow the compressed data.", _offsetOfBuffer + _filled));
        }
    }

    // While more may come, the last bytes may be the end mark: they are not shown yet.
    private int VisibleEnd() => _isGzip && !_isOver && _pending is null ? Math.Max(_end, _filled - ObjectBytes.EndMark.Length) : _filled;

    private void CheckForBomb()
    {
        var decompressed = _offsetOfBuffer + _filled;
        if (decompressed > LargestObject)
        {
            _pending = new BadDataException(BadDataFault.Cursor(
                $"object decompresses to more than {LargestObject >> 30} GB", "No trail is that large; this looks like a decompression bomb.", decompressed));
        }
        else if (decompressed > RatioCountsFrom && decompressed / LargestRatio > _stored!.BytesRead)
        {
            _pending = new BadDataException(BadDataFault.Cursor(
                $"object decompresses to more than {LargestRatio} times its size", "No trail is that repetitive; this looks like a decompression bomb.", decompressed));
        }
    }

    private BadDataException Truncated(Exception? cause) => new(
        BadDataFault.Cursor("Unexpected end of input stream", "The compressed object is truncated.", _offsetOfBuffer + _filled), cause);

    private BadDataException Corrupt(Exception cause) => new(
        BadDataFault.Cursor("incorrect data check", "The compressed object is corrupt.", _offsetOfBuffer + _filled), cause);

    private static void RequirePlainName(string name)
    {
        if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            throw new BadDataException(BadDataFault.Cursor("incorrect header check", "The object is named .gz but holds neither gzip nor JSON.", null));
        }

        if (name.EndsWith(".zst", StringComparison.OrdinalIgnoreCase))
        {
            throw new BadDataException(BadDataFault.Cursor("Unknown frame descriptor", "The object is named .zst but holds neither zstd nor JSON.", null));
        }
    }

    private static bool LooksLikeJson(ReadOnlySpan<byte> head)
    {
        var text = head.TrimStart(" \t\r\n\uFEFF"u8);
        return text is [] or [(byte)'{' or (byte)'[', ..];
    }
}
