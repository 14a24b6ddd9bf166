using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Spoor.CloudTrail.Scan.Json;

/// <summary>Which bytes of successive 64-byte blocks lie in JSON strings (Langdale and Lemire, "Parsing gigabytes of JSON per second", VLDB Journal 2019, section 3.1).</summary>
/// <remarks>Plain state that survives from block to block. It begins outside strings.</remarks>
internal struct StringMask
{
    private const ulong OddBits = 0xAAAA_AAAA_AAAA_AAAA;

    // All ones when the last block ended inside a string.
    private ulong _carriedString;

    // 1 when the last block ended with a backslash that escapes the next block's first byte.
    private ulong _carriedEscape;

    /// <summary>The bytes of the block that are inside strings, opening quotes included, closing quotes not.</summary>
    /// <param name="quotes">Quotes of the block.</param>
    /// <param name="backslashes">Backslashes of the block.</param>
    /// <param name="escaped">Bytes that a backslash before them escapes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next(ulong quotes, ulong backslashes, out ulong escaped)
    {
        escaped = (backslashes | _carriedEscape) == 0 ? 0 : Escaped(backslashes);
        var inside = PrefixXor(quotes & ~escaped) ^ _carriedString;
        _carriedString = (ulong)((long)inside >> 63);
        return inside;
    }

    /// <summary>Bit i of the result is the exclusive or of the bits 0 to i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong PrefixXor(ulong bits) => Pclmulqdq.IsSupported
        ? Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar(bits), Vector128<ulong>.AllBitsSet, 0).ToScalar() // A product with all ones adds each bit to all above it.
        : PrefixXorByShifts(bits);

    /// <summary>The same without the instruction.</summary>
    public static ulong PrefixXorByShifts(ulong bits)
    {
        for (var shift = 1; shift < 64; shift <<= 1)
        {
            bits ^= bits << shift;
        }

        return bits;
    }

    // In a run of backslashes every other one escapes. A subtraction borrows along each run and so marks its end by the parity of its place:
    // what remains are the backslashes that escape and the bytes after runs of odd length.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Escaped(ulong backslashes)
    {
        var free = backslashes & ~_carriedEscape;
        var escapesAndEnds = (((free << 1) | OddBits) - free) ^ OddBits;
        var escaped = escapesAndEnds ^ (backslashes | _carriedEscape);
        _carriedEscape = (escapesAndEnds & backslashes) >> 63;
        return escaped;
    }
}
