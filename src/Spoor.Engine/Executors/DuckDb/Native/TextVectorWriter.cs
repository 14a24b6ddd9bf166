using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using Spoor.Core.Types;

namespace Spoor.Engine.Executors.DuckDb.Native;

/// <summary>varchar and the types kept as text; varbinary.</summary>
/// <remarks>A trail says the same again and again: a text that a row of the chunk already has is not copied, but shared with that row. DuckDB never changes a text in place.</remarks>
internal sealed unsafe class TextVectorWriter : VectorWriter
{
    /// <summary>Longest text that <c>duckdb_string_t</c> holds in itself: 4 bytes of length, then the bytes, zero-filled. A longer one has 4 bytes of text and a pointer there.</summary>
    private const int InlineLength = 12;

    private const int StringSize = 16;
    private const int PointerOffset = 8;
    private const int RecentBits = 6;

    private readonly bool _isText;

    // For each hash of a text, one more than the last row of the chunk with a text of that hash; 0 for none.
    private readonly int[] _recent = new int[1 << RecentBits];

    public TextVectorWriter(SqlType type, bool isText)
        : base(type) => _isText = isText;

    public override void Clear() => Array.Clear(_recent);

    public override void WriteText(int index, ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length <= InlineLength)
        {
            WriteInline(index, _isText && !Utf8.IsValid(utf8) ? Repair(utf8) : utf8);
            return;
        }

        ref var recent = ref _recent[Hash(utf8)];
        if (recent > 0 && HasText(recent - 1, utf8))
        {
            Unsafe.CopyBlockUnaligned(Data + ((long)index * StringSize), Data + ((long)(recent - 1) * StringSize), StringSize);
            return;
        }

        // DuckDB trusts its texts to be UTF-8 and reads past the end of one that is cut inside a character.
        if (_isText && !Utf8.IsValid(utf8))
        {
            Assign(index, Repair(utf8));
            return;
        }

        Assign(index, utf8);
        recent = index + 1;
    }

    private static byte[] Repair(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(utf8));

    private void WriteInline(int index, ReadOnlySpan<byte> bytes)
    {
        // What was repaired may have become longer.
        if (bytes.Length > InlineLength)
        {
            Assign(index, bytes);
            return;
        }

        var value = new Span<byte>(Data + ((long)index * StringSize), StringSize);
        value.Clear();
        value[0] = (byte)bytes.Length;
        bytes.CopyTo(value[4..]);
    }

    private void Assign(int index, ReadOnlySpan<byte> utf8)
    {
        fixed (byte* bytes = utf8)
        {
            Api.AssignString(Vector, (ulong)index, bytes, (ulong)utf8.Length);
        }
    }

    private bool HasText(int row, ReadOnlySpan<byte> utf8)
    {
        var value = Data + ((long)row * StringSize);
        return *(uint*)value == (uint)utf8.Length && new ReadOnlySpan<byte>(*(byte**)(value + PointerOffset), utf8.Length).SequenceEqual(utf8);
    }

    // Of the first and last eight bytes and the length.
    private static int Hash(ReadOnlySpan<byte> utf8)
    {
        var (first, last) = (BitConverter.ToUInt64(utf8), BitConverter.ToUInt64(utf8[^sizeof(ulong)..]));
        return (int)(((first ^ BitOperations.RotateLeft(last, 31) ^ (uint)utf8.Length) * 0x9E3779B97F4A7C15) >> (64 - RecentBits));
    }
}
