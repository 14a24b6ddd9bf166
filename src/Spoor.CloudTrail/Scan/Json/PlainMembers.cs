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
    /// <param name="at">Offset after a member's value, or of an object's opening brace.</param>
    /// <param name="before">What must be there: a comma, or the brace before the first member.</param>
    /// <param name="wanted">Members whose keys may be wanted are not passed.</param>
    /// <returns>Offset after the last member passed; <paramref name="at"/> when the next one is of another kind or not whole.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Pass(ReadOnlySpan<byte> data, int at, byte before, KeyFilter wanted)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            return Pass<Block512>(data, at, before, wanted);
        }

        return Vector256.IsHardwareAccelerated ? Pass<Block256>(data, at, before, wanted) : PassOneByOne(data, at, before, wanted, int.MaxValue);
    }

    /// <summary>The same with one width of vectors.</summary>
    /// <remarks>
    /// A block begins at a member's comma (or its object's brace). Its first four quotes begin and end the key and the text, if no backslash or control character stands before the last of them and the
    /// bytes around them say the same. So a member costs one block and no branch that depends on its length: such branches are what a processor cannot foresee.
    /// A block is read only where the data has it and the over-read of the last comparison; members longer than a block and the data's end go one by one.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Pass<TBlock>(ReadOnlySpan<byte> data, int at, byte before, KeyFilter wanted)
        where TBlock : struct, IBlockMasks<TBlock>
    {
        if (!IsMemberAt(data, at, before))
        {
            return at;
        }

        while (data.Length - at >= BlockLength + OverRead)
        {
            ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(data), at);
            var block = TBlock.Load(in first);
            var quotes = block.Equal((byte)'"');
            quotes &= quotes - 1;
            var keyEnd = BitOperations.TrailingZeroCount(quotes);
            quotes &= quotes - 1;
            quotes &= quotes - 1;
            if (quotes == 0)
            {
                var passed = PassOneByOne(data, at, before, wanted, 1);
                if (passed == at || !IsMemberAt(data, passed, (byte)','))
                {
                    return passed;
                }

                at = passed;
                before = (byte)',';
                continue;
            }

            // Comma and quote are no part of the key.
            var textEnd = BitOperations.TrailingZeroCount(quotes);
            if (((block.Equal((byte)'\\') | block.Controls()) & (quotes ^ (quotes - 1))) != 0
                || ThreeBytesAt(ref first, keyEnd) != BetweenKeyAndText
                || wanted.MayWant(ref Unsafe.Add(ref first, Math.Max(keyEnd - LastBytes, 0)), keyEnd - 2))
            {
                return at;
            }

            at += textEnd + 1;
            before = (byte)',';
            if (ThreeBytesAt(ref first, textEnd) != BetweenMembers)
            {
                return at;
            }
        }

        return PassOneByOne(data, at, before, wanted, int.MaxValue);
    }

    /// <summary>The same, text by text.</summary>
    /// <param name="data">JSON.</param>
    /// <param name="at">As above.</param>
    /// <param name="before">As above.</param>
    /// <param name="wanted">As above.</param>
    /// <param name="most">At most so many members are passed.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int PassOneByOne(ReadOnlySpan<byte> data, int at, byte before, KeyFilter wanted, int most)
    {
        for (; most > 0 && IsMemberAt(data, at, before); most--)
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
            before = (byte)',';
        }

        return at;
    }

    private static bool IsMemberAt(ReadOnlySpan<byte> data, int at, byte before) => at + 1 < data.Length && data[at] == before && data[at + 1] == (byte)'"';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ThreeBytesAt(ref byte first, int offset)
    {
        var bytes = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, offset));
        return (BitConverter.IsLittleEndian ? bytes : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(bytes)) & ThreeBytes;
    }
}
