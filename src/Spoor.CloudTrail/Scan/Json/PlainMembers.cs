using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Spoor.CloudTrail.Scan.Json;

/// <summary>Passes members <c>,"key":"text"</c> that hold neither white space nor escapes, which is most of a record.</summary>
internal static class PlainMembers
{
    private const int BlockLength = 64;

    // A comparison of three bytes at the block's end reads four.
    private const int OverRead = 3;

    // Of a key, for the filter.
    private const int LastBytes = 3;

    // Three bytes, the first in the lowest place.
    private const uint ThreeBytes = 0xFFFFFF;
    private const uint BetweenKeyAndText = '"' | (':' << 8) | ('"' << 16);
    private const uint BetweenMembers = '"' | (',' << 8) | ('"' << 16);

    /// <summary>Passes as many such members as there are.</summary>
    /// <param name="data">JSON.</param>
    /// <param name="at">Offset after a member's value, or of an object's opening brace, which then stands for the comma before its first member.</param>
    /// <param name="wanted">Members whose keys may be wanted are not passed.</param>
    /// <returns>Offset after the last member passed; <paramref name="at"/> when the next one is of another kind or not whole.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Pass(ReadOnlySpan<byte> data, int at, KeyFilter wanted)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            return Pass<Block512>(data, at, wanted);
        }

        return Vector256.IsHardwareAccelerated ? Pass<Block256>(data, at, wanted) : PassOneByOne(data, at, wanted, int.MaxValue);
    }

    /// <summary>The same with one width of vectors.</summary>
    /// <remarks>
    /// A block begins at a member's comma (or its object's brace). Of its quotes, those before the first backslash or control character count, in turn, as ends of keys, beginnings of texts, ends of
    /// texts and beginnings of keys, as long as the bytes around them say the same. The next block begins at the first member that this one does not hold whole.
    /// A block is read only where the data has it and the over-read of the last comparison; members longer than a block and the data's end go one by one.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Pass<TBlock>(ReadOnlySpan<byte> data, int at, KeyFilter wanted)
        where TBlock : struct, IBlockMasks<TBlock>
    {
        while (data.Length - at >= BlockLength + OverRead)
        {
            ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(data), at);
            if (first is not ((byte)',' or (byte)'{') || Unsafe.Add(ref first, 1) != (byte)'"')
            {
                return at;
            }

            var block = TBlock.Load(in first);
            var others = block.Equal((byte)'\\') | block.Controls();
            var quotes = block.Equal((byte)'"') & (others ^ (others - 1));
            if (!PassBlock(ref first, quotes, wanted, out var passed))
            {
                return at + passed;
            }

            if (passed == 0)
            {
                passed = PassOneByOne(data, at, wanted, 1) - at;
                if (passed == 0)
                {
                    return at;
                }
            }

            at += passed;
        }

        return PassOneByOne(data, at, wanted, int.MaxValue);
    }

    /// <summary>The same, text by text.</summary>
    /// <param name="data">JSON.</param>
    /// <param name="at">As above.</param>
    /// <param name="wanted">As above.</param>
    /// <param name="most">At most so many members are passed.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int PassOneByOne(ReadOnlySpan<byte> data, int at, KeyFilter wanted, int most)
    {
        for (; most > 0 && at + 1 < data.Length && data[at] is (byte)',' or (byte)'{' && data[at + 1] == (byte)'"'; most--)
        {
            var length = PlainText.Length(data[(at + 2)..]);
            var end = at + 2 + length;
            if (end + 2 >= data.Length || data[end] != (byte)'"' || data[end + 1] != (byte)':' || data[end + 2] != (byte)'"'
                || wanted.MayWant(ref Unsafe.Add(ref MemoryMarshal.GetReference(data), Math.Max(end - LastBytes, at)), length))
            {
                break;
            }

            var text = end + 3;
            text += PlainText.Length(data[text..]);
            if (text == data.Length || data[text] != (byte)'"')
            {
                break;
            }

            at = text + 1;
        }

        return at;
    }

    // False: what follows the passed bytes is no such member.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool PassBlock(ref byte first, ulong quotes, KeyFilter wanted, out int passed)
    {
        passed = 0;
        while (true)
        {
            // Without the key's opening quote.
            quotes &= quotes - 1;
            var keyEnd = BitOperations.TrailingZeroCount(quotes);
            quotes &= quotes - 1;
            quotes &= quotes - 1;
            if (quotes == 0)
            {
                return true;
            }

            // Comma and quote are no part of the key.
            if (ThreeBytesAt(ref first, keyEnd) != BetweenKeyAndText
                || wanted.MayWant(ref Unsafe.Add(ref first, Math.Max(keyEnd - LastBytes, passed)), keyEnd - passed - 2))
            {
                return false;
            }

            var textEnd = BitOperations.TrailingZeroCount(quotes);
            passed = textEnd + 1;
            quotes &= quotes - 1;
            if (ThreeBytesAt(ref first, textEnd) != BetweenMembers)
            {
                return false;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ThreeBytesAt(ref byte first, int offset)
    {
        var bytes = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, offset));
        return (BitConverter.IsLittleEndian ? bytes : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(bytes)) & ThreeBytes;
    }
}
