using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Spoor.CloudTrail.Scan.Json;

/// <summary>Tells keys that are certainly not wanted from those that may be, by their length and last three bytes: a Bloom filter of 64 bits and one hash.</summary>
/// <remarks>The names of a record's members are often of one length and begin alike (<c>eventName</c>, <c>eventTime</c>, <c>eventType</c>), but end differently.</remarks>
internal readonly struct KeyFilter
{
    // In a key of so many bytes the three last ones are its own, or its opening quote.
    private const int ShortestHashed = 2;

    // Upper case becomes lower case, and some other characters each other.
    private const uint CaseBits = 0x20202020;
    private const uint Multiplier = 0x9E3779B1;
    private const int HashShift = 32 - 6;

    private readonly ulong _mayBeWanted;

    private KeyFilter(ulong mayBeWanted) => _mayBeWanted = mayBeWanted;

    /// <summary>No key is wanted.</summary>
    public static KeyFilter None => default;

    /// <summary>Any key may be wanted.</summary>
    public static KeyFilter All => new(ulong.MaxValue);

    /// <summary>Keys may be wanted that equal one of the names, whatever the case of their letters.</summary>
    public static KeyFilter Of(IEnumerable<byte[]> names)
    {
        var bits = 0UL;
        foreach (var name in names)
        {
            if (name.Length < ShortestHashed)
            {
                return All;
            }

            byte[] quoted = [(byte)'"', .. name, (byte)'"'];
            bits |= 1UL << Hash(ref quoted[name.Length - ShortestHashed], name.Length);
        }

        return new KeyFilter(bits);
    }

    /// <summary>Whether a key without escapes may be wanted.</summary>
    /// <param name="last">The third of its last bytes, counted from its end; at least it and three more must be readable, the last of them the closing quote.</param>
    /// <param name="length">Its length; below 2 the bytes do not matter.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayWant(ref byte last, int length) => _mayBeWanted != 0 && (_mayBeWanted >> Hash(ref last, length) & 1) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(ref byte last, int length)
    {
        var bytes = Unsafe.ReadUnaligned<uint>(ref last);
        bytes = (BitConverter.IsLittleEndian ? bytes : BinaryPrimitives.ReverseEndianness(bytes)) | CaseBits;
        return (int)(((bytes ^ ((uint)length << 24)) * Multiplier) >> HashShift);
    }
}
