using System.IO.Compression;
using Spoor.Storage.Objects;

namespace Spoor.CloudTrail.Scan.Input;

/// <summary>Hands gzip's bytes to the framework's reader in such pieces that it is known afterwards how far that reader went.</summary>
/// <remarks>
/// It takes up to 8 kB at once and does not say how many of them it used. So the last byte of a chunk that is not zero is a piece of its own: when the reader stops
/// in the piece before it, something that is no padding is left, which is still here; when it stops in a later piece, only zeros were left of that.
/// </remarks>
internal sealed class GzipBytes(Stream source) : InputStream
{
    private static readonly byte[] s_endMember = MakeEndMember();

    private byte _last;
    private bool _hasLast;
    private int _zeros;
    private int _markUsed;

    /// <summary>The text of the end mark.</summary>
    public static ReadOnlySpan<byte> EndMark => "spoor: all members are complete.."u8;

    /// <summary>Whether all bytes were handed out and more was asked for.</summary>
    public bool IsUsedUp { get; private set; }

    /// <summary>Whether a member with <see cref="EndMark"/> follows the bytes from now on.</summary>
    public bool HasEndMark { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_hasLast)
        {
            _hasLast = false;
            buffer[0] = _last;
            return 1;
        }

        if (_zeros > 0)
        {
            var count = Math.Min(_zeros, buffer.Length);
            _zeros -= count;
            buffer[..count].Clear();
            return count;
        }

        return HasEndMark ? ReadMark(buffer) : ReadPiece(buffer);
    }

    /// <summary>Whether what was not handed out is padding: zeros, as tapes and block devices leave them.</summary>
    public bool RestIsPadding()
    {
        Span<byte> rest = stackalloc byte[4 << 10];
        while (!_hasLast)
        {
            var read = source.Read(rest);
            if (read == 0)
            {
                return true;
            }

            if (rest[..read].ContainsAnyExcept((byte)0))
            {
                break;
            }
        }

        return false;
    }

    private int ReadPiece(Span<byte> buffer)
    {
        var read = source.Read(buffer);
        IsUsedUp = read == 0;
        var last = buffer[..read].LastIndexOfAnyExcept((byte)0);
        if (last < 0)
        {
            return read;
        }

        _zeros = read - last - 1;
        (_hasLast, _last) = (last > 0, buffer[last]);
        return Math.Max(last, 1);
    }

    private int ReadMark(Span<byte> buffer)
    {
        var count = Math.Min(s_endMember.Length - _markUsed, buffer.Length);
        s_endMember.AsSpan(_markUsed, count).CopyTo(buffer);
        _markUsed += count;
        return count;
    }

    private static byte[] MakeEndMember()
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.NoCompression))
        {
            gzip.Write(EndMark);
        }

        return bytes.ToArray();
    }
}
