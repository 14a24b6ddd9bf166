using System.Buffers;

namespace Spoor.CloudTrail.Scan.Input;

/// <content>Objects that are decompressed in one go.</content>
internal sealed partial class InputWindow
{
    // False leaves the window empty: the object is to be read as a stream.
    private bool TryTakeWhole(ReadOnlySpan<byte> gzip)
    {
        if (_inflater is null || !WholeInflater.TryGetLength(gzip, out var length))
        {
            return false;
        }

        var used = 0;
        Reserve(length);
        while (used < gzip.Length)
        {
            if (_inflater.TryDecompress(gzip[used..], _buffer.AsSpan(_filled), out var read, out var written, out var needsRoom))
            {
                used += read;
                _filled += written;
            }
            else if (needsRoom && _buffer.Length < WholeInflater.LargestObject)
            {
                Reserve(2 * _buffer.Length);
            }
            else
            {
                _filled = 0;
                return false;
            }
        }

        if (IsCompressed(_buffer.AsSpan(0, _filled)))
        {
            _filled = 0;
            return false;
        }

        (_end, _isOver, _wholeBytesRead) = (_filled, true, used);
        return true;
    }

    private void Reserve(int length)
    {
        if (_buffer.Length < length)
        {
            Exchange(ArrayPool<byte>.Shared.Rent(length));
        }
    }
}
