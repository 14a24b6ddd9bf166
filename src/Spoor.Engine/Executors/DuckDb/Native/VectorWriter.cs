using System.Diagnostics;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Sql;

namespace Spoor.Engine.Executors.DuckDb.Native;

/// <summary>Fills a DuckDB vector in place: no managed object per value.</summary>
/// <remarks>A vector's memory moves with each chunk and whenever a list above it grows; <see cref="Attach"/> follows it.</remarks>
internal abstract unsafe class VectorWriter(SqlType type) : ColumnWriter
{
    private ulong* _validity;

    /// <inheritdoc/>
    public override SqlType Type => type;

    /// <summary>The vector being filled.</summary>
    protected nint Vector { get; private set; }

    /// <summary>The vector's values.</summary>
    protected byte* Data { get; private set; }

    /// <summary>A writer for values of the type.</summary>
    public static VectorWriter Create(SqlType type) => type switch
    {
        VarcharType or CharType => new TextVectorWriter(type, isText: true),
        DecimalType number => new DecimalVectorWriter(number),
        ArrayType array => new ListVectorWriter(array, Create(array.Element)),
        MapType map => new MapVectorWriter(map),
        TimestampType { WithTimeZone: true } => new ZonedTimestampVectorWriter(type),
        RowType row => new StructVectorWriter(row, [.. row.Fields.Select(field => Create(field.Type))]),
        _ => TypePrinter.TypeOf(type).Kind switch
        {
            PhysicalType.Varchar => new TextVectorWriter(type, isText: true),
            PhysicalType.Blob => new TextVectorWriter(type, isText: false),
            PhysicalType.Boolean or PhysicalType.TinyInt => new Int8VectorWriter(type),
            PhysicalType.SmallInt => new Int16VectorWriter(type),
            PhysicalType.Integer or PhysicalType.Date or PhysicalType.Null => new Int32VectorWriter(type),
            PhysicalType.BigInt or PhysicalType.Timestamp or PhysicalType.Time => new Int64VectorWriter(type),
            PhysicalType.Float => new FloatVectorWriter(type),
            PhysicalType.Double => new DoubleVectorWriter(type),
            _ => throw new UnreachableException($"A scan cannot deliver {type}."),
        },
    };

    /// <summary>Begins a chunk: lists have no elements yet.</summary>
    public virtual void Clear()
    {
    }

    /// <summary>Turns to a vector, or again to the same one after its memory has moved.</summary>
    public virtual void Attach(nint vector)
    {
        Vector = vector;
        Data = (byte*)Api.VectorData(vector);
        _validity = (ulong*)Api.VectorValidity(vector);
    }

    /// <inheritdoc/>
    public override void WriteNull(int index)
    {
        if (_validity is null)
        {
            Api.EnsureValidityWritable(Vector);
            _validity = (ulong*)Api.VectorValidity(Vector);
        }

        _validity[index >> 6] &= ~(1UL << (index & 63));
    }
}
