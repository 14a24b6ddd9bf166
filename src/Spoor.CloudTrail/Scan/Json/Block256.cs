using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Spoor.CloudTrail.Scan.Json;

/// <summary>64 bytes in two vectors of 256 bits: the first holds bytes 0 to 31 and gives the mask's low half.</summary>
internal readonly struct Block256 : IBlockMasks<Block256>
{
    private readonly Vector256<byte> _low;
    private readonly Vector256<byte> _high;

    private Block256(Vector256<byte> low, Vector256<byte> high) => (_low, _high) = (low, high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Block256 Load(ref readonly byte first) =>
        new(Vector256.LoadUnsafe(in first), Vector256.LoadUnsafe(in first, (nuint)Vector256<byte>.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Equal(byte value) => Mask(_low, _high, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EqualWithBit5(byte value) => Mask(_low | Vector256.Create((byte)0x20), _high | Vector256.Create((byte)0x20), value);

    // Without an instruction for bytes without sign: the lesser of a byte and 0x1F is the byte itself.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Controls() =>
        Vector256.Equals(Vector256.Min(_low, Vector256.Create((byte)0x1F)), _low).ExtractMostSignificantBits()
        | ((ulong)Vector256.Equals(Vector256.Min(_high, Vector256.Create((byte)0x1F)), _high).ExtractMostSignificantBits() << 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mask(Vector256<byte> low, Vector256<byte> high, byte value) =>
        Vector256.Equals(low, Vector256.Create(value)).ExtractMostSignificantBits()
        | ((ulong)Vector256.Equals(high, Vector256.Create(value)).ExtractMostSignificantBits() << 32);
}
