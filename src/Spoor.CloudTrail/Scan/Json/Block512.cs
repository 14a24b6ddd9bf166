using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Spoor.CloudTrail.Scan.Json;

/// <summary>64 bytes in one vector of 512 bits: lane i holds byte i, and a comparison's mask has bit i for lane i.</summary>
internal readonly struct Block512 : IBlockMasks<Block512>
{
    private readonly Vector512<byte> _bytes;

    private Block512(Vector512<byte> bytes) => _bytes = bytes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Block512 Load(ref readonly byte first) => new(Vector512.LoadUnsafe(in first));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Equal(byte value) => Vector512.Equals(_bytes, Vector512.Create(value)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EqualWithBit5(byte value) => Vector512.Equals(_bytes | Vector512.Create((byte)0x20), Vector512.Create(value)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Controls() => Vector512.LessThan(_bytes, Vector512.Create((byte)0x20)).ExtractMostSignificantBits();
}
