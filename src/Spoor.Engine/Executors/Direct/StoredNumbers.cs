using Spoor.Core.Types;
using Spoor.Engine.Results.Columns;

namespace Spoor.Engine.Executors.Direct;

/// <summary>boolean, integers, date and timestamps; those with time zone are in UTC, the only zone that data has.</summary>
internal sealed class StoredIntegers : StoredColumn
{
    private long[] _values = [];

    public StoredIntegers(SqlType type)
        : base(type) => Reader = new IntegerReader(this);

    public override ColumnReader Reader { get; }

    public override void Reserve(int count)
    {
        base.Reserve(count);
        Grow(ref _values, count);
    }

    public override void WriteBoolean(int index, bool value) => WriteInt64(index, value ? 1 : 0);

    public override void WriteInt64(int index, long value) => _values[index] = value;

    private sealed class IntegerReader(StoredIntegers column) : StoredColumnReader(column)
    {
        public override bool GetBoolean(int index) => column._values[index] != 0;

        public override long GetInt64(int index) => column._values[index];

        public override ReadOnlySpan<byte> GetBytes(int index) => "UTC"u8;
    }
}

/// <summary>real and double; a real is rounded as it is stored.</summary>
internal sealed class StoredDoubles : StoredColumn
{
    private readonly bool _isReal;
    private double[] _values = [];

    public StoredDoubles(SqlType type)
        : base(type)
    {
        Reader = new DoubleReader(this);
        _isReal = type is ScalarType { Kind: ScalarKind.Real };
    }

    public override ColumnReader Reader { get; }

    public override void Reserve(int count)
    {
        base.Reserve(count);
        Grow(ref _values, count);
    }

    public override void WriteDouble(int index, double value) => _values[index] = _isReal ? (float)value : value;

    private sealed class DoubleReader(StoredDoubles column) : StoredColumnReader(column)
    {
        public override double GetDouble(int index) => column._values[index];
    }
}

/// <summary>decimal, unscaled.</summary>
internal sealed class StoredDecimals : StoredColumn
{
    private Int128[] _values = [];

    public StoredDecimals(SqlType type)
        : base(type) => Reader = new DecimalReader(this);

    public override ColumnReader Reader { get; }

    public override void Reserve(int count)
    {
        base.Reserve(count);
        Grow(ref _values, count);
    }

    public override void WriteDecimal(int index, Int128 unscaled) => _values[index] = unscaled;

    private sealed class DecimalReader(StoredDecimals column) : StoredColumnReader(column)
    {
        public override Int128 GetInt128(int index) => column._values[index];
    }
}
