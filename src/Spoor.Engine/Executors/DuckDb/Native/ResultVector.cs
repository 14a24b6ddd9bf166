using System.Runtime.CompilerServices;
using System.Text;

namespace Spoor.Engine.Executors.DuckDb.Native;

/// <summary>Writes the values of one flat DuckDB vector.</summary>
internal readonly unsafe ref struct ResultVector
{
    private readonly nint _vector;
    private readonly byte* _data;

    internal ResultVector(nint vector)
    {
        _vector = vector;
        _data = (byte*)Api.VectorData(vector);
    }

    internal void SetNull(int row)
    {
        Api.EnsureValidityWritable(_vector);
        ((ulong*)Api.VectorValidity(_vector))[row >> 6] &= ~(1UL << (row & 63));
    }

    internal void Set<T>(int row, T value)
        where T : unmanaged => Unsafe.WriteUnaligned(_data + ((nint)row * sizeof(T)), value);

    internal void SetBytes(int row, scoped ReadOnlySpan<byte> bytes)
    {
        fixed (byte* pointer = bytes)
        {
            byte none = 0;
            Api.AssignCheckedString(_vector, (ulong)row, pointer == null ? &none : pointer, (ulong)bytes.Length);
        }
    }

    internal void SetText(int row, string text)
    {
        Span<byte> small = stackalloc byte[256];
        SetBytes(row, text.Length <= 80 ? small[..Encoding.UTF8.GetBytes(text, small)] : Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Makes room for a row's elements; they are then written to <see cref="Elements"/> from the returned offset.</summary>
    internal int StartList(int row, int count)
    {
        var offset = Api.ListSize(_vector);
        _ = Api.ListReserve(_vector, offset + (ulong)count);
        _ = Api.ListSetSize(_vector, offset + (ulong)count);
        var entry = (ulong*)_data + ((nint)row * 2);
        entry[0] = offset;
        entry[1] = (ulong)count;
        return (int)offset;
    }

    /// <summary>The list's elements. Taken anew after each <see cref="StartList"/>, which may move them.</summary>
    internal ResultVector Elements() => new(Api.ListChild(_vector));

    internal ResultVector Field(int index) => new(Api.StructChild(_vector, (ulong)index));
}
