using System.Buffers.Binary;
using System.Numerics;

namespace Spoor.Engine.Semantics.Hashing;

/// <summary>The 64-bit xxHash with seed 0.</summary>
/// <seealso href="https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md"/>
internal static class XxHash64
{
    private const ulong Prime1 = 0x9E3779B185EBCA87;
    private const ulong Prime2 = 0xC2B2AE3D27D4EB4F;
    private const ulong Prime3 = 0x165667B19E3779F9;
    private const ulong Prime4 = 0x85EBCA77C2B2AE63;
    private const ulong Prime5 = 0x27D4EB2F165667C5;

    internal static ulong Compute(ReadOnlySpan<byte> bytes)
    {
        var length = (ulong)bytes.Length;
        var hash = bytes.Length >= 32 ? Stripes(ref bytes) : Prime5;
        hash += length;
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            hash = (BitOperations.RotateLeft(hash ^ Round(0, BinaryPrimitives.ReadUInt64LittleEndian(bytes)), 27) * Prime1) + Prime4;
        }

        if (bytes.Length >= 4)
        {
            hash = (BitOperations.RotateLeft(hash ^ (BinaryPrimitives.ReadUInt32LittleEndian(bytes) * Prime1), 23) * Prime2) + Prime3;
            bytes = bytes[4..];
        }

        foreach (var unit in bytes)
        {
            hash = BitOperations.RotateLeft(hash ^ (unit * Prime5), 11) * Prime1;
        }

        hash = (hash ^ (hash >> 33)) * Prime2;
        hash = (hash ^ (hash >> 29)) * Prime3;
        return hash ^ (hash >> 32);
    }

    private static ulong Stripes(ref ReadOnlySpan<byte> bytes)
    {
        Span<ulong> lanes = [unchecked(Prime1 + Prime2), Prime2, 0, unchecked(0UL - Prime1)];
        for (; bytes.Length >= 32; bytes = bytes[32..])
        {
            for (var lane = 0; lane < 4; lane++)
            {
                lanes[lane] = Round(lanes[lane], BinaryPrimitives.ReadUInt64LittleEndian(bytes[(lane * 8)..]));
            }
        }

        var hash = BitOperations.RotateLeft(lanes[0], 1) + BitOperations.RotateLeft(lanes[1], 7) + BitOperations.RotateLeft(lanes[2], 12) + BitOperations.RotateLeft(lanes[3], 18);
        foreach (var lane in lanes)
        {
            hash = ((hash ^ Round(0, lane)) * Prime1) + Prime4;
        }

        return hash;
    }

    private static ulong Round(ulong lane, ulong input) => BitOperations.RotateLeft(lane + (input * Prime2), 31) * Prime1;
}
