using System.Buffers.Binary;

namespace Spoor.CloudTrail.Scan.Input;

/// <summary>Decompresses gzip objects in one go where libdeflate is there. One per reader.</summary>
/// <remarks>What it does not take (large, corrupt, padded, of an odd form) the stream decompresses, from the start, and says what is wrong.</remarks>
internal sealed class WholeInflater : IDisposable
{
    /// <summary>Longest object taken, in bytes decompressed: trails are delivered in objects of a few MB.</summary>
    public const int LargestObject = 32 << 20;

    // Ten bytes of header, two of empty data, eight of trailer.
    private const int ShortestMember = 20;

    // DEFLATE cannot exceed it.
    private const long LargestRatio = 1032;

    // FHCRC: libdeflate passes over the header's checksum, which the stream checks.
    private const int HeaderChecksumFlag = 2;

    private const int Success = 0;
    private const int DestinationTooSmall = 3;

    private readonly Libdeflate _library;
    private nint _decompressor;

    private WholeInflater(Libdeflate library, nint decompressor) => (_library, _decompressor) = (library, decompressor);

    /// <summary>An inflater; null without libdeflate.</summary>
    public static WholeInflater? Create() =>
        Libdeflate.Library is { } library && library.Allocate() is not 0 and var decompressor ? new WholeInflater(library, decompressor) : null;

    /// <summary>How long the object is decompressed, by its last member's trailer, where that can be true and is not too long.</summary>
    /// <remarks>The first guess: of several members it is the last one's length, and anybody can write anything there.</remarks>
    public static bool TryGetLength(ReadOnlySpan<byte> gzip, out int length)
    {
        length = 0;
        if (gzip.Length < ShortestMember)
        {
            return false;
        }

        var claimed = BinaryPrimitives.ReadUInt32LittleEndian(gzip[^4..]);
        length = (int)Math.Min(claimed, int.MaxValue);
        return claimed <= LargestObject && claimed <= gzip.Length * LargestRatio;
    }

    /// <summary>Decompresses the first member.</summary>
    /// <returns>False when it is not taken, or, with <paramref name="needsRoom"/>, does not fit.</returns>
    public bool TryDecompress(ReadOnlySpan<byte> gzip, Span<byte> destination, out int read, out int written, out bool needsRoom)
    {
        (read, written, needsRoom) = (0, 0, false);
        if (gzip.Length < ShortestMember || (gzip[3] & HeaderChecksumFlag) != 0)
        {
            return false;
        }

        var result = _library.Decompress(_decompressor, gzip, destination, out read, out written);
        needsRoom = result == DestinationTooSmall;
        return result == Success;
    }

    public void Dispose()
    {
        if (_decompressor != 0)
        {
            _library.Free(_decompressor);
            _decompressor = 0;
        }
    }
}
