namespace Spoor.CloudTrail.Scan.Json;

/// <summary>Reads 64 bytes into masks of one bit per byte: bit i stands for byte i. Each width of vectors has its own; all give the same.</summary>
/// <remarks>The masks of one block must not depend on another: what strings and escapes carry over is <see cref="StringMask"/>'s.</remarks>
internal interface IBlockMasks<TSelf>
    where TSelf : struct, IBlockMasks<TSelf>
{
    /// <summary>Reads the 64 bytes from <paramref name="first"/> on; all of them must be readable.</summary>
    static abstract TSelf Load(ref readonly byte first);

    /// <summary>The bytes that are <paramref name="value"/>.</summary>
    ulong Equal(byte value);

    /// <summary>The bytes that are <paramref name="value"/> once bit 0x20 is set: <c>{</c> and <c>[</c> are 0x7B, <c>}</c> and <c>]</c> are 0x7D, and nothing else is.</summary>
    ulong EqualWithBit5(byte value);

    /// <summary>The bytes below 0x20.</summary>
    ulong Controls();
}
