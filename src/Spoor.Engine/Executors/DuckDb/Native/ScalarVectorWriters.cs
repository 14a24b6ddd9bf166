using Spoor.Core.Types;

namespace Spoor.Engine.Executors.DuckDb.Native;

/// <summary>boolean, tinyint.</summary>
internal sealed unsafe class Int8VectorWriter(SqlType type) : VectorWriter(type)
{
    public override void WriteBoolean(int index, bool value) => Data[index] = value ? (byte)1 : (byte)0;

    public override void WriteInt64(int index, long value) => ((sbyte*)Data)[index] = checked((sbyte)value);
}

/// <summary>smallint.</summary>
internal sealed unsafe class Int16VectorWriter(SqlType type) : VectorWriter(type)
{
    public override void WriteInt64(int index, long value) => ((short*)Data)[index] = checked((short)value);
}

/// <summary>integer, date.</summary>
internal sealed unsafe class Int32VectorWriter(SqlType type) : VectorWriter(type)
{
    public override void WriteInt64(int index, long value) => ((int*)Data)[index] = checked((int)value);
}

/// <summary>bigint, timestamp.</summary>
internal sealed unsafe class Int64VectorWriter(SqlType type) : VectorWriter(type)
{
    public override void WriteInt64(int index, long value) => ((long*)Data)[index] = value;
}

/// <summary>real.</summary>
internal sealed unsafe class FloatVectorWriter(SqlType type) : VectorWriter(type)
{
    public override void WriteDouble(int index, double value) => ((float*)Data)[index] = (float)value;
}

/// <summary>double.</summary>
internal sealed unsafe class DoubleVectorWriter(SqlType type) : VectorWriter(type)
{
    public override void WriteDouble(int index, double value) => ((double*)Data)[index] = value;
}

/// <summary>decimal; DuckDB holds it in 2, 4, 8 or 16 bytes by its precision.</summary>
internal sealed unsafe class DecimalVectorWriter(DecimalType type) : VectorWriter(type)
{
    private readonly int _precision = type.Precision;

    public override void WriteDecimal(int index, Int128 unscaled)
    {
        switch (_precision)
        {
            case <= 4:
                ((short*)Data)[index] = (short)unscaled;
                break;
            case <= 9:
                ((int*)Data)[index] = (int)unscaled;
                break;
            case <= 18:
                ((long*)Data)[index] = (long)unscaled;
                break;
            default:
                ((Int128*)Data)[index] = unscaled;
                break;
        }
    }
}
