using System.Diagnostics;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Types;

namespace Spoor.Engine.Executors.DuckDb.Native;

/// <summary>row: one child vector per field, at the row's own index.</summary>
internal sealed class StructVectorWriter(SqlType type, VectorWriter[] fields) : VectorWriter(type)
{
    public override void Clear()
    {
        foreach (var field in fields)
        {
            field.Clear();
        }
    }

    public override void Attach(nint vector)
    {
        base.Attach(vector);
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i].Attach(Api.StructChild(vector, (ulong)i));
        }
    }

    public override void WriteNull(int index)
    {
        base.WriteNull(index);

        // DuckDB takes a field without looking at its row's validity.
        foreach (var field in fields)
        {
            field.WriteNull(index);
        }
    }

    public override ColumnWriter Child(int position) => fields[position];
}

/// <summary>timestamp with time zone: the instant, and UTC as its zone, which is the only one that data has.</summary>
internal sealed class ZonedTimestampVectorWriter(SqlType type) : VectorWriter(type)
{
    private readonly VectorWriter _instant = Create(new TimestampType(6, WithTimeZone: false));
    private readonly VectorWriter _zone = Create(VarcharType.Unbounded);

    public override void Attach(nint vector)
    {
        base.Attach(vector);
        _instant.Attach(Api.StructChild(vector, 0));
        _zone.Attach(Api.StructChild(vector, 1));
    }

    public override void WriteNull(int index)
    {
        base.WriteNull(index);
        _instant.WriteNull(index);
        _zone.WriteNull(index);
    }

    public override void WriteInt64(int index, long value)
    {
        _instant.WriteInt64(index, value);
        _zone.WriteText(index, "UTC"u8);
    }
}

/// <summary>array: offset and length per row into one child vector.</summary>
internal class ListVectorWriter(SqlType type, VectorWriter element) : VectorWriter(type)
{
    private int _size;
    private int _capacity;
    private int _start;

    public override void Clear()
    {
        _size = 0;
        _capacity = Api.VectorSize;
        element.Clear();
    }

    public override void Attach(nint vector)
    {
        base.Attach(vector);
        element.Attach(Api.ListChild(vector));
    }

    public override unsafe void WriteNull(int index)
    {
        base.WriteNull(index);
        ((ListEntry*)Data)[index] = default;
    }

    public override void BeginList(int index) => _start = _size;

    public override int AppendElement()
    {
        if (_size == _capacity)
        {
            _capacity = checked(_capacity * 2);
            if (Api.ListReserve(Vector, (ulong)_capacity) != 0)
            {
                throw new UnreachableException("DuckDB refused room for a list's elements.");
            }

            element.Attach(Api.ListChild(Vector));
        }

        return _size++;
    }

    public override unsafe void EndList(int index)
    {
        ((ListEntry*)Data)[index] = new ListEntry((ulong)_start, (ulong)(_size - _start));
        _ = Api.ListSetSize(Vector, (ulong)_size);
    }

    public override ColumnWriter Child(int position) => element;
}

/// <summary>map: a list of rows of key and value.</summary>
internal sealed class MapVectorWriter(MapType type) : ListVectorWriter(type, Entry(type))
{
    public override ColumnWriter Child(int position) => base.Child(0).Child(position);

    private static StructVectorWriter Entry(MapType type) =>
        new(new RowType([new RowField("key", type.Key), new RowField("value", type.Value)]), [Create(type.Key), Create(type.Value)]);
}
