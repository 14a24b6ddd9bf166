using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Cutting;

/// <summary>Finds where a record ends by its quotes and brackets alone, without looking at what is between them.</summary>
/// <remarks>
/// A well-formed record ends where this says. Of one that is not, only the balance of brackets and quotes is known, and that it is not nested too deeply; who
/// needs to know more must walk it.
/// </remarks>
internal static class RecordEnd
{
    private const int BlockLength = 64;

    /// <summary>Finds the end of the object whose opening bracket is at <paramref name="start"/>.</summary>
    /// <param name="data">The window.</param>
    /// <param name="start">Offset of the opening bracket.</param>
    /// <param name="end">Offset after the closing bracket; without meaning when the result is false.</param>
    /// <param name="escapes">What was seen on the way.</param>
    /// <returns>False when it is not in the data, or the record is nested deeper than <see cref="JsonWalker.MaxDepth"/>.</returns>
    public static bool TryFind(ReadOnlySpan<byte> data, int start, out int end, out RecordEscapes escapes)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            return TryFind<Block512>(data, start, out end, out escapes);
        }

        if (Vector256.IsHardwareAccelerated)
        {
            return TryFind<Block256>(data, start, out end, out escapes);
        }

        return Vector128.IsHardwareAccelerated
            ? TryFind<Block128>(data, start, out end, out escapes)
            : ScalarRecordEnd.TryFind(data, start, out end, out escapes);
    }

    /// <summary>The same with one width of vectors.</summary>
    /// <remarks>
    /// Per block of 64 bytes: the mask of bytes in strings, the brackets outside of them, and the depth by counting bits. Only a block whose
    /// brackets could bring the depth to 0, or beyond what is allowed, is gone through bracket by bracket. Blocks begin after the opening bracket and need not be aligned. No byte outside
    /// the data is read: the last block, when it is not whole, is read from a copy with blanks behind it, which are neither quotes nor brackets.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryFind<TBlock>(ReadOnlySpan<byte> data, int start, out int end, out RecordEscapes escapes)
        where TBlock : struct, IBlockMasks<TBlock>
    {
        ref var first = ref MemoryMarshal.GetReference(data);
        var search = new Search { Depth = 1 };
        var at = start + 1;
        for (; at <= data.Length - BlockLength; at += BlockLength)
        {
            var length = search.PassBlock<TBlock>(ref Unsafe.Add(ref first, at));
            if (length != 0)
            {
                (end, escapes) = (at + length, search.Escapes);
                return length > 0;
            }
        }

        return TryFindInRest<TBlock>(data[at..], search, at, out end, out escapes);
    }

    // The search goes by value: whose address is taken, the processor's registers cannot hold.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryFindInRest<TBlock>(ReadOnlySpan<byte> rest, Search search, int at, out int end, out RecordEscapes escapes)
        where TBlock : struct, IBlockMasks<TBlock>
    {
        Span<byte> block = stackalloc byte[BlockLength];
        block.Fill((byte)' ');
        rest.CopyTo(block);
        var length = search.PassBlock<TBlock>(ref MemoryMarshal.GetReference(block));
        (end, escapes) = (at + length, search.Escapes);
        return length > 0;
    }

    private struct Search
    {
        private StringMask _strings;

        public int Depth;

        public RecordEscapes Escapes;

        /// <summary>Passes 64 bytes. Returns after how many of them the record ends; 0 when it goes on, -1 when it is nested too deeply.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int PassBlock<TBlock>(ref readonly byte first)
            where TBlock : struct, IBlockMasks<TBlock>
        {
            var block = TBlock.Load(in first);
            var inStrings = _strings.Next(block.Equal((byte)'"'), block.Equal((byte)'\\'), out var escaped);
            var opening = block.EqualWithBit5((byte)'{') & ~inStrings;
            var closing = block.EqualWithBit5((byte)'}') & ~inStrings;
            var closed = BitOperations.PopCount(closing);
            var opened = BitOperations.PopCount(opening);
            var length = closed < Depth && Depth + opened <= JsonWalker.MaxDepth ? 0 : LengthToEnd(opening, closing, Depth);
            Depth += opened - closed;
            if (escaped != 0)
            {
                escaped &= length <= 0 ? ulong.MaxValue : ulong.MaxValue >> (BlockLength - length);
                Escapes |= escaped == 0 ? RecordEscapes.None : RecordEscapes.Any;
                Escapes |= (escaped & (block.Equal((byte)'u') | block.Equal((byte)'/'))) == 0 ? RecordEscapes.None : RecordEscapes.OfPrintable;
            }

            return length;
        }

        private static int LengthToEnd(ulong opening, ulong closing, int depth)
        {
            for (var brackets = opening | closing; brackets != 0; brackets &= brackets - 1)
            {
                var lowest = brackets & (~brackets + 1);
                depth += (opening & lowest) != 0 ? 1 : -1;
                if (depth == 0)
                {
                    return BitOperations.TrailingZeroCount(lowest) + 1;
                }

                if (depth > JsonWalker.MaxDepth)
                {
                    return -1;
                }
            }

            return 0;
        }
    }
}
