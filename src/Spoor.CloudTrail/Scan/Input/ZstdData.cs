using Spoor.CloudTrail.Scan.Contract;
using Spoor.Storage.Objects;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Spoor.CloudTrail.Scan.Input;

/// <summary>Decompresses zstd: frames one after the other, whatever stands in a skippable frame passed over.</summary>
/// <seealso href="https://datatracker.ietf.org/doc/html/rfc8878">RFC 8878, Zstandard Compression</seealso>
internal sealed class ZstdData : InputStream
{
    // 128 MB, as zstd's own command allows: a frame gets the memory that it asks for.
    private const int LargestWindowLog = 27;

    private readonly DecompressionStream _frames;

    /// <summary>Decompresses <paramref name="source"/>, and disposes of it.</summary>
    public ZstdData(Stream source)
    {
        _frames = new DecompressionStream(source, checkEndOfStream: true, leaveOpen: false);
        _frames.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, LargestWindowLog);
    }

    /// <summary>Whether these are the first bytes of zstd: a frame's magic number, or that of a skippable one (0x184D2A50 to 0x184D2A5F).</summary>
    public static bool IsStart(ReadOnlySpan<byte> head) => head is [0x28, 0xB5, 0x2F, 0xFD, ..] or [>= 0x50 and <= 0x5F, 0x2A, 0x4D, 0x18, ..];

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="BadDataException">The data is corrupt or truncated, or asks for too much memory.</exception>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return _frames.Read(buffer);
        }
        catch (ZstdException exception) when (exception.Code == ZSTD_ErrorCode.ZSTD_error_frameParameter_windowTooLarge)
        {
            throw new BadDataException(
                BadDataFault.Cursor("Frame requires too much memory for decoding", $"It was compressed with a window above {1 << (LargestWindowLog - 20)} MB.", null), exception);
        }
        catch (EndOfStreamException exception)
        {
            throw DataFault.Truncated(exception);
        }
        catch (ZstdException exception)
        {
            throw DataFault.Corrupt(exception);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _frames.Dispose();
        }

        base.Dispose(disposing);
    }
}
