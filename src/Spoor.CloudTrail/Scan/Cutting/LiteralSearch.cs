using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Spoor.CloudTrail.Scan.Cutting;

/// <summary>Searches for one literal in logs, by the two of its bytes that are rarest there.</summary>
/// <remarks>
/// The framework's search compares the first byte and another: in a log full of ARNs those of an ARN are found everywhere. Which bytes are compared first
/// decides the speed alone, never the result.
/// </remarks>
internal sealed class LiteralSearch
{
    // Bytes of CloudTrail's logs from the most to the least frequent; what is not here is rarer.
    private static ReadOnlySpan<byte> FrequentBytes => "\"ea:stnr12o3,icd-uml0A.4p5Iv6ySwbf8g/7E{}T9DCRkNh _zOFKHPMVxZLWGqBXUYJQj[]="u8;

    private const int VectorsAtOnce = 4;

    private readonly byte[] _literal;
    private readonly int _rarest;
    private readonly int _nextRarest;

    /// <param name="literal">At least one byte.</param>
    public LiteralSearch(byte[] literal)
    {
        _literal = literal;
        var places = Enumerable.Range(0, literal.Length).OrderByDescending(i => RarityOf(literal[i])).ToArray();
        _rarest = places[0];
        _nextRarest = places[Math.Min(1, places.Length - 1)];
    }

    /// <summary>The literal's length in bytes.</summary>
    public int Length => _literal.Length;

    /// <summary>Offset of the first place that holds the literal, or -1: what <see cref="MemoryExtensions.IndexOf{T}(ReadOnlySpan{T}, ReadOnlySpan{T})"/> gives.</summary>
    /// <remarks>
    /// Lane i of both vectors stands for a literal that begins at byte at + i: one is loaded from where its rarest byte would be, the other from where the next
    /// rarest would be, and a lane is left where both are there. A vector is loaded only when literals at all of its lanes would lie within the data,
    /// so no load leaves it; what remains is the framework's. Most of a log has no candidate at all, so several vectors are asked at once.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int IndexIn(ReadOnlySpan<byte> data)
    {
        var at = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var (rarest, nextRarest) = (Vector256.Create(_literal[_rarest]), Vector256.Create(_literal[_nextRarest]));
            ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(data), _rarest);
            ref var second = ref Unsafe.Add(ref MemoryMarshal.GetReference(data), _nextRarest);
            for (var last = data.Length - _literal.Length - (VectorsAtOnce * Vector256<byte>.Count); at <= last; at += VectorsAtOnce * Vector256<byte>.Count)
            {
                var one = Candidates(ref first, rarest, ref second, nextRarest, at);
                var two = Candidates(ref first, rarest, ref second, nextRarest, at + Vector256<byte>.Count);
                var three = Candidates(ref first, rarest, ref second, nextRarest, at + (2 * Vector256<byte>.Count));
                var four = Candidates(ref first, rarest, ref second, nextRarest, at + (3 * Vector256<byte>.Count));
                if (((one | two) | (three | four)) == Vector256<byte>.Zero)
                {
                    continue;
                }

                var lower = one.ExtractMostSignificantBits() | ((ulong)two.ExtractMostSignificantBits() << Vector256<byte>.Count);
                var upper = three.ExtractMostSignificantBits() | ((ulong)four.ExtractMostSignificantBits() << Vector256<byte>.Count);
                if (FirstOf(lower, data, at) is >= 0 and var low)
                {
                    return low;
                }

                if (FirstOf(upper, data, at + (2 * Vector256<byte>.Count)) is >= 0 and var up)
                {
                    return up;
                }
            }
        }

        var rest = data[at..].IndexOf(_literal);
        return rest < 0 ? -1 : at + rest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Candidates(ref byte first, Vector256<byte> rarest, ref byte second, Vector256<byte> nextRarest, int at) =>
        Vector256.Equals(Vector256.LoadUnsafe(ref first, (nuint)at), rarest) & Vector256.Equals(Vector256.LoadUnsafe(ref second, (nuint)at), nextRarest);

    // Bit i is a candidate at byte at + i.
    private int FirstOf(ulong candidates, ReadOnlySpan<byte> data, int at)
    {
        for (; candidates != 0; candidates &= candidates - 1)
        {
            var place = at + BitOperations.TrailingZeroCount(candidates);
            if (data.Slice(place, _literal.Length).SequenceEqual(_literal))
            {
                return place;
            }
        }

        return -1;
    }

    private static int RarityOf(byte value)
    {
        var rank = FrequentBytes.IndexOf(value);
        return rank < 0 ? int.MaxValue : rank;
    }
}
