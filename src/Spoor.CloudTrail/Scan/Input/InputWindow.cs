using System.Buffers;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Errors;

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

    // As much is parsed while it is still in the processor's cache.
    private const int LargestRead = 32 << 10;

    private readonly WholeInflater? _inflater = options.TakesWholeObjects ? WholeInflater.Create() : null;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(options.Capacity);
    private int _start;
    private int _end;
    private int _filled;
    private long _offsetOfBuffer;
    private FetchedObject? _source;
    private ObjectBytes? _stored;
    private long _wholeBytesRead;
    private Stream? _data;
    private bool _isOver;
    private BadDataException? _pending;
    private string? _reasonToLeaveOut;

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
    /// <returns>Why it is to be left out, as a sentence: its name says nothing, and it is no log. Null when it is open.</returns>
    /// <exception cref="BadDataException">It is what cannot be read, or is named <c>.gz</c> or <c>.zst</c> and is neither compressed nor JSON.</exception>
    public string? Open(FetchedObject source)
    {
        Close();
        _source = source;
        if (GzipData.IsStart(source.Head) && source.Rest is null && TryTakeWhole(source.Head))
        {
            Judge(Available);
        }
        else
        {
            OpenStream(source.Head);
        }

        if (Available.StartsWith("\uFEFF"u8))
        {
            Advance(3);
        }

        return _reasonToLeaveOut;
    }

    /// <summary>Ends the object. A buffer that one giant record made large is given back.</summary>
    public void Close()
    {
        _data?.Dispose();
        (_data, _stored, _source, _pending, _reasonToLeaveOut) = (null, null, null, null, null);
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

        _end = _filled;
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
            _isOver = read == 0;
        }
        catch (BadDataException exception)
        {
            _pending = exception.At(PlaceOf(exception));
        }
        catch (QueryException exception)
        {
            _pending = new BadDataException(new BadDataFault(exception.Code, exception.Message, exception.Advice ?? "", _offsetOfBuffer + _filled), exception);
        }
        catch (IOException exception)
        {
            _pending = new BadDataException(
                BadDataFault.Cursor(exception.Message, "The object could be opened but not read to its end.", _offsetOfBuffer + _filled), exception);
        }
    }
}
