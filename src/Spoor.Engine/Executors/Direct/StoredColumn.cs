using System.Diagnostics;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Types;
using Spoor.Engine.Results.Columns;
using Spoor.Engine.Results.Writers;

namespace Spoor.Engine.Executors.Direct;

/// <summary>A column of a batch in managed memory: a scan writes it and a <see cref="ResultWriter"/> reads it, with no executor between them.</summary>
/// <remarks>Filled again, it keeps its memory. The fields of a NULL row and the keys and values of a NULL map hold what was there before; nobody asks for them.</remarks>
internal abstract class StoredColumn(SqlType type) : ColumnWriter
{
    private bool[] _isNull = [];

    /// <inheritdoc/>
    public override SqlType Type => type;

    /// <summary>Reads what was written.</summary>
    public abstract ColumnReader Reader { get; }

    /// <summary>A column of a type that a scan can deliver.</summary>
    public static StoredColumn Create(SqlType type) => type switch
    {
        ArrayType array => new StoredList(type, Create(array.Element)),
        MapType map => new StoredList(type, Create(map.Key), Create(map.Value)),
        RowType row => new StoredRow(row, [.. row.Fields.Select(field => Create(field.Type))]),
        DecimalType => new StoredDecimals(type),
        VarcharType or CharType or ScalarType { Kind: ScalarKind.Json or ScalarKind.Varbinary } => new StoredBytes(type),
        ScalarType { IsFloatingPoint: true } => new StoredDoubles(type),
        TimeType or TimestampType or ScalarType { IsInteger: true } or ScalarType { Kind: ScalarKind.Boolean or ScalarKind.Date or ScalarKind.Unknown } => new StoredIntegers(type),
        _ => throw new UnreachableException($"A scan cannot deliver {type}."),
    };

    /// <summary>Forgets all values: none is NULL until it is written so.</summary>
    public virtual void Clear() => Array.Clear(_isNull);

    /// <summary>Makes room for values at indexes below <paramref name="count"/>.</summary>
    public virtual void Reserve(int count) => Grow(ref _isNull, count);

    /// <inheritdoc/>
    public override void WriteNull(int index) => _isNull[index] = true;

    /// <summary>Makes an array large enough.</summary>
    protected static void Grow<T>(ref T[] values, int count)
    {
        if (values.Length < count)
        {
            Array.Resize(ref values, count);
        }
    }

    /// <summary>The reading side; every kind of column answers what its types can be asked.</summary>
    protected abstract class StoredColumnReader(StoredColumn column) : ColumnReader
    {
        public override SqlType Type => column.Type;

        public override bool IsNull(int index) => column._isNull[index];

        public override bool GetBoolean(int index) => throw Mismatch();

        public override long GetInt64(int index) => throw Mismatch();

        public override double GetDouble(int index) => throw Mismatch();

        public override Int128 GetInt128(int index) => throw Mismatch();

        public override ReadOnlySpan<byte> GetBytes(int index) => throw Mismatch();

        public override IntervalValue GetInterval(int index) => throw Mismatch();

        public override ListRange GetList(int index) => throw Mismatch();

        public override ColumnReader Child(int position) => throw Mismatch();

        private UnreachableException Mismatch() => new($"A column of type {Type} was asked for a value of another kind.");
    }
}
