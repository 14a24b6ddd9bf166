using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Spoor.CloudTrail.Scan.Json;

/// <summary>64 bytes in four vectors of 128 bits, in order: each gives 16 bits of the mask, the first the lowest.</summary>
internal readonly struct Block128 : IBlockMasks<Block128>
{
    private readonly Vector128<byte> _first;
    private readonly Vector128<byte> _second;
    private readonly Vector128<byte> _third;
    private readonly Vector128<byte> _fourth;

    private Block128(Vector128<byte> first, Vector128<byte> second, Vector128<byte> third, Vector128<byte> fourth) =>
        (_first, _second, _third, _fourth) = (first, second, third, fourth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Block128 Load(ref readonly byte first) => new(
        Vector128.LoadUnsafe(in first), Vector128.LoadUnsafe(in first, 16), Vector128.LoadUnsafe(in first, 32), Vector128.LoadUnsafe(in first, 48));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Equal(byte value) => Mask(_first, _second, _third, _fourth, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EqualWithBit5(byte value)
    {
        var bit = Vector128.Create((byte)0x20);
        return Mask(_first | bit, _second | bit, _third | bit, _fourth | bit, value);
    }

    // Without an instruction for bytes without sign: the lesser of a byte and 0x1F is the byte itself.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Controls() =>
        Join(IsControl(_first), IsControl(_second), IsControl(_third), IsControl(_fourth));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> IsControl(Vector128<byte> bytes) => Vector128.Equals(Vector128.Min(bytes, Vector128.Create((byte)0x1F)), bytes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mask(Vector128<byte> first, Vector128<byte> second, Vector128<byte> third, Vector128<byte> fourth, byte value)
    {
        var wanted = Vector128.Create(value);
        return Join(Vector128.Equals(first, wanted), Vector128.Equals(second, wanted), Vector128.Equals(third, wanted), Vector128.Equals(fourth, wanted));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Join(Vector128<byte> first, Vector128<byte> second, Vector128<byte> third, Vector128<byte> fourth) =>
        first.ExtractMostSignificantBits()
        | ((ulong)second.ExtractMostSignificantBits() << 16)
        | ((ulong)third.ExtractMostSignificantBits() << 32)
        | ((ulong)fourth.ExtractMostSignificantBits() << 48);
}
