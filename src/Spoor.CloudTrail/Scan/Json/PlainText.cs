using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Spoor.CloudTrail.Scan.Json;

/// <summary>Finds where the plain text of a JSON string ends.</summary>
internal static class PlainText
{
    private static readonly SearchValues<byte> s_ends = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(i => (byte)i), (byte)'"', (byte)'\\']);

    /// <summary>Offset of the first byte that ends a plain run: <c>"</c>, <c>\</c> or one below 0x20; or the length.</summary>
    /// <remarks>
    /// Most strings of a record are shorter than 32 bytes, where the call of a general search costs more than the search. Lane i holds byte
    /// at + i; the mask has a bit for each lane that ends a run, and its lowest bit is the first such byte. Loads stay within the span: what
    /// is left of it below one vector goes through <see cref="Scalar"/>, which gives the same result for every input.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Length(ReadOnlySpan<byte> utf8)
    {
        ref var first = ref MemoryMarshal.GetReference(utf8);
        var at = 0;
        for (; at <= utf8.Length - Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            var bytes = Vector256.LoadUnsafe(ref first, (nuint)at);
            var ends = Vector256.Equals(bytes, Vector256.Create((byte)'"'))
                | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))
                | Vector256.Equals(Vector256.Min(bytes, Vector256.Create((byte)0x1F)), bytes);
            var mask = ends.ExtractMostSignificantBits();
            if (mask != 0)
            {
                return at + BitOperations.TrailingZeroCount(mask);
            }
        }

        return at + Scalar(utf8[at..]);
    }

    /// <summary>The same, one byte after the other as far as a reader can tell.</summary>
    public static int Scalar(ReadOnlySpan<byte> utf8)
    {
        var at = utf8.IndexOfAny(s_ends);
        return at < 0 ? utf8.Length : at;
    }
}
