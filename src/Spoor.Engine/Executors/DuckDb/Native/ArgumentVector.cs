using System.Runtime.CompilerServices;
using System.Text;

namespace Spoor.Engine.Executors.DuckDb.Native;

/// <summary>Reads the values of one flat DuckDB vector.</summary>
internal readonly unsafe struct ArgumentVector
{
    private readonly nint _vector;
    private readonly byte* _data;
    private readonly ulong* _validity;

    internal ArgumentVector(nint vector)
    {
        _vector = vector;
        _data = (byte*)Api.VectorData(vector);
        _validity = (ulong*)Api.VectorValidity(vector);
    }

    internal bool IsNull(int row) => _validity != null && (_validity[row >> 6] & (1UL << (row & 63))) == 0;

    internal T Value<T>(int row)
        where T : unmanaged => Unsafe.ReadUnaligned<T>(_data + ((nint)row * sizeof(T)));

    /// <summary>The bytes of a VARCHAR or BLOB, valid while the vector is.</summary>
    internal ReadOnlySpan<byte> Bytes(int row)
    {
        // duckdb_string_t: a length, then 12 bytes inline, or a 4-byte prefix and a pointer.
        var entry = _data + ((nint)row * 16);
        var length = *(int*)entry;
        return new ReadOnlySpan<byte>(length <= 12 ? entry + 4 : *(byte**)(entry + 8), length);
    }

    internal string Text(int row) => Encoding.UTF8.GetString(Bytes(row));

    /// <summary>The elements of a LIST's or MAP's row, as positions in <see cref="Elements"/>.</summary>
    internal (int Offset, int Count) List(int row)
    {
        var entry = (ulong*)_data + ((nint)row * 2);
        return ((int)entry[0], (int)entry[1]);
    }

    internal ArgumentVector Elements() => new(Api.ListChild(_vector));

    internal ArgumentVector Field(int index) => new(Api.StructChild(_vector, (ulong)index));
}
