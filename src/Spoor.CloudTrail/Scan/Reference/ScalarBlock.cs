using System.Runtime.InteropServices;
using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Reference;

/// <summary>64 bytes, looked at one by one: what the vectors' masks are held against.</summary>
internal readonly struct ScalarBlock : IBlockMasks<ScalarBlock>
{
    private readonly byte[] _bytes;

    private ScalarBlock(byte[] bytes) => _bytes = bytes;

    public static ScalarBlock Load(ref readonly byte first) => new(MemoryMarshal.CreateReadOnlySpan(in first, 64).ToArray());

    public ulong Equal(byte value) => Mask(b => b == value);

    public ulong EqualWithBit5(byte value) => Mask(b => (b | 0x20) == value);

    public ulong Controls() => Mask(b => b < 0x20);

    private ulong Mask(Func<byte, bool> isWanted)
    {
        var mask = 0UL;
        for (var i = 0; i < _bytes.Length; i++)
        {
            mask |= isWanted(_bytes[i]) ? 1UL << i : 0;
        }

        return mask;
    }
}
