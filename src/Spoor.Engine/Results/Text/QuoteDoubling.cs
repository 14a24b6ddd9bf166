using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Spoor.Engine.Results.Text;

/// <summary>Copies text with every <c>"</c> doubled, eight bytes at a time: JSON texts have a quote every few bytes, at no regular distance.</summary>
internal static class QuoteDoubling
{
    private const int Step = 8;

    /// <summary>How much longer than twice the source the target must be: the last step writes whole vectors.</summary>
    public const int Slack = 16;

    // For each set of quotes among eight bytes, the positions of the bytes to copy: that of a quote twice.
    private static readonly byte[] s_positions = MakePositions();

    /// <summary>Copies; the target holds twice the source and <see cref="Slack"/>.</summary>
    /// <returns>Number of bytes written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Copy(ReadOnlySpan<byte> source, Span<byte> target)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(target.Length, (source.Length * 2) + Slack);
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(target);
        ref var positions = ref MemoryMarshal.GetArrayDataReference(s_positions);
        var quote = Vector128.Create((byte)'"');
        nuint written = 0;
        nuint at = 0;
        for (; at + Step <= (nuint)source.Length; at += Step)
        {
            var bytes = Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref from, at))).AsByte();
            var quotes = Vector128.Equals(bytes, quote).ExtractMostSignificantBits();
            Pick(bytes, Vector128.LoadUnsafe(ref positions, quotes * (nuint)Vector128<byte>.Count)).StoreUnsafe(ref to, written);
            written += Step + (nuint)BitOperations.PopCount(quotes);
        }

        for (; at < (nuint)source.Length; at++)
        {
            var value = Unsafe.Add(ref from, at);
            Unsafe.Add(ref to, written) = value;
            Unsafe.Add(ref to, written + 1) = (byte)'"';
            written += value == '"' ? 2u : 1u;
        }

        return (int)written;
    }

    // Vector128.Shuffle is a call where the positions are no constants.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Pick(Vector128<byte> bytes, Vector128<byte> positions)
    {
        if (Ssse3.IsSupported)
        {
            return Ssse3.Shuffle(bytes, positions);
        }

        return AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.VectorTableLookup(bytes, positions) : Vector128.Shuffle(bytes, positions);
    }

    private static byte[] MakePositions()
    {
        var positions = new byte[(1 << Step) * Vector128<byte>.Count];
        for (var quotes = 0; quotes < 1 << Step; quotes++)
        {
            var next = quotes * Vector128<byte>.Count;
            for (byte position = 0; position < Step; position++)
            {
                positions[next++] = position;
                if ((quotes >> position & 1) != 0)
                {
                    positions[next++] = position;
                }
            }
        }

        return positions;
    }
}
