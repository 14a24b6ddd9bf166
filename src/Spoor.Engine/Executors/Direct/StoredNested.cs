using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Types;
using Spoor.Engine.Results.Columns;

namespace Spoor.Engine.Executors.Direct;

/// <summary>row: a column per field, at the row's own index.</summary>
internal sealed class StoredRow : StoredColumn
{
    private readonly StoredColumn[] _fields;

    public StoredRow(SqlType type, StoredColumn[] fields)
        : base(type)
    {
        _fields = fields;
        Reader = new RowReader(this);
    }

    public override ColumnReader Reader { get; }

    public override void Clear()
    {
        base.Clear();
        Array.ForEach(_fields, field => field.Clear());
    }

    public override void Reserve(int count)
    {
        base.Reserve(count);
        Array.ForEach(_fields, field => field.Reserve(count));
    }

    public override ColumnWriter Child(int position) => _fields[position];

    private sealed class RowReader(StoredRow column) : StoredColumnReader(column)
    {
        private readonly ColumnReader[] _fields = [.. column._fields.Select(field => field.Reader)];

        public override ColumnReader Child(int position) => _fields[position];
    }
}

/// <summary>array and map: a run of elements in child columns that all rows share, one for an array, two for a map.</summary>
internal sealed class StoredList : StoredColumn
{
    private const int FirstCapacity = 16;

    private readonly StoredColumn[] _children;
    private ListRange[] _values = [];
    private int _size;
    private int _capacity;
    private int _start;

    public StoredList(SqlType type, params StoredColumn[] children)
        : base(type)
    {
        _children = children;
        Reader = new ListReader(this);
    }

    public override ColumnReader Reader { get; }

    public override void Clear()
    {
        base.Clear();
        _size = 0;
        Array.ForEach(_children, child => child.Clear());
    }

    public override void Reserve(int count)
    {
        base.Reserve(count);
        Grow(ref _values, count);
    }

    public override void BeginList(int index) => _start = _size;

    public override int AppendElement()
    {
        if (_size == _capacity)
        {
            _capacity = Math.Max(FirstCapacity, checked(_capacity * 2));
            Array.ForEach(_children, child => child.Reserve(_capacity));
        }

        return _size++;
    }

    public override void EndList(int index) => _values[index] = new ListRange(_start, _size - _start);

    public override ColumnWriter Child(int position) => _children[position];

    private sealed class ListReader(StoredList column) : StoredColumnReader(column)
    {
        private readonly ColumnReader[] _children = [.. column._children.Select(child => child.Reader)];

        public override ListRange GetList(int index) => column._values[index];

        public override ColumnReader Child(int position) => _children[position];
    }
}
