using Spoor.Core.Types;
using Spoor.Engine.Results.Columns;
using Spoor.Engine.Results.Text;

namespace Spoor.Engine.Executors.Direct;

/// <summary>Texts and bytes, one behind the other in one array.</summary>
internal sealed class StoredBytes : StoredColumn
{
    private readonly TextBuffer _bytes = new();
    private (int Start, int Length)[] _values = [];

    public StoredBytes(SqlType type)
        : base(type) => Reader = new BytesReader(this);

    public override ColumnReader Reader { get; }

    public override void Clear()
    {
        base.Clear();
        _bytes.Clear();
    }

    public override void Reserve(int count)
    {
        base.Reserve(count);
        Grow(ref _values, count);
    }

    public override void WriteText(int index, ReadOnlySpan<byte> utf8)
    {
        _values[index] = (_bytes.Length, utf8.Length);
        _bytes.Append(utf8);
    }

    private sealed class BytesReader(StoredBytes column) : StoredColumnReader(column)
    {
        public override ReadOnlySpan<byte> GetBytes(int index)
        {
            var (start, length) = column._values[index];
            return column._bytes.Slice(start, length);
        }
    }
}
