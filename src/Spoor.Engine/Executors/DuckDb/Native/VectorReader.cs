using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Results.Columns;

namespace Spoor.Engine.Executors.DuckDb.Native;

/// <summary>Reads a flat DuckDB vector in place.</summary>
internal sealed unsafe class VectorReader : ColumnReader
{
    private const int StringSize = 16;
    private const int InlineLength = 12;
    private const long MicrosecondsPerDay = 86_400_000_000;

    private readonly byte* _data;
    private readonly ulong* _validity;
    private readonly VectorReader[] _children;
    private readonly PhysicalType _storage;

    /// <summary>A reader of a result's vector of the type; null mask means no nulls.</summary>
    public VectorReader(nint vector, SqlType type)
    {
        Type = type;
        _storage = TypePrinter.TypeOf(type).Kind;
        _data = (byte*)Api.VectorData(vector);
        _validity = (ulong*)Api.VectorValidity(vector);
        _children = type switch
        {
            ArrayType array => [new VectorReader(Api.ListChild(vector), array.Element)],
            MapType map => MapChildren(Api.ListChild(vector), map),
            TimestampType { WithTimeZone: true } => [new VectorReader(Api.StructChild(vector, 0), new TimestampType(6, WithTimeZone: false)), new VectorReader(Api.StructChild(vector, 1), VarcharType.Unbounded)],
            RowType row => [.. row.Fields.Select((field, index) => new VectorReader(Api.StructChild(vector, (ulong)index), field.Type))],
            _ => [],
        };
    }

    public override SqlType Type { get; }

    public override bool IsNull(int index) =>
        _storage == PhysicalType.Null || (_validity is not null && (_validity[index >> 6] & (1UL << (index & 63))) == 0);

    public override bool GetBoolean(int index) => _data[index] != 0;

    public override long GetInt64(int index) => _storage switch
    {
        PhysicalType.TinyInt => ((sbyte*)_data)[index],
        PhysicalType.SmallInt => ((short*)_data)[index],
        PhysicalType.Integer or PhysicalType.Date => ((int*)_data)[index],
        PhysicalType.Struct => _children[0].GetInt64(index),
        PhysicalType.TimeTz => TimeWithZoneInUtc(((ulong*)_data)[index]),
        _ => ((long*)_data)[index],
    };

    public override double GetDouble(int index) => _storage == PhysicalType.Float ? ((float*)_data)[index] : ((double*)_data)[index];

    public override Int128 GetInt128(int index) => Type switch
    {
        DecimalType { Precision: <= 4 } => ((short*)_data)[index],
        DecimalType { Precision: <= 9 } => ((int*)_data)[index],
        DecimalType { Precision: <= 18 } => ((long*)_data)[index],
        ScalarType { Kind: ScalarKind.Uuid } => ((Int128*)_data)[index] ^ Int128.MinValue, // The sign bit is flipped so that the numbers sort as the texts do.
        _ => ((Int128*)_data)[index],
    };

    public override ReadOnlySpan<byte> GetBytes(int index)
    {
        if (_storage == PhysicalType.Struct)
        {
            return _children[1].GetBytes(index);
        }

        var value = _data + ((long)index * StringSize);
        var length = *(int*)value;
        return length <= InlineLength ? new ReadOnlySpan<byte>(value + 4, length) : new ReadOnlySpan<byte>(*(byte**)(value + 8), length);
    }

    public override IntervalValue GetInterval(int index)
    {
        var interval = ((NativeInterval*)_data)[index];
        return new IntervalValue(interval.Months, (interval.Days * MicrosecondsPerDay) + interval.Microseconds);
    }

    public override ListRange GetList(int index)
    {
        var entry = ((ListEntry*)_data)[index];
        return new ListRange(checked((int)entry.Offset), checked((int)entry.Length));
    }

    public override ColumnReader Child(int position) => _children[position];

    private static VectorReader[] MapChildren(nint entries, MapType type) =>
        [new VectorReader(Api.StructChild(entries, 0), type.Key), new VectorReader(Api.StructChild(entries, 1), type.Value)];

    /// <summary>DuckDB packs microseconds of the local day above 24 bits of offset, which is kept so that the bits sort.</summary>
    private static long TimeWithZoneInUtc(ulong packed)
    {
        const int MaxOffsetInSeconds = (16 * 60 * 60) - 1;
        var offsetInSeconds = MaxOffsetInSeconds - (long)(packed & 0xFFFFFF);
        var utc = (long)(packed >> 24) - (offsetInSeconds * 1_000_000);
        return ((utc % MicrosecondsPerDay) + MicrosecondsPerDay) % MicrosecondsPerDay;
    }
}
