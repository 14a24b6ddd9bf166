using Spoor.Core.Types;

namespace Spoor.Engine.Results.Columns;

/// <summary>Values of one column, or of a part of one, in a batch that the executor holds. The mirror of <see cref="Spoor.CloudTrail.Scan.Contract.ColumnWriter"/>.</summary>
/// <remarks>Indexes are rows for a column; below an array or map they are the elements that <see cref="GetList"/> names.</remarks>
internal abstract class ColumnReader
{
    /// <summary>The type of the values.</summary>
    public abstract SqlType Type { get; }

    /// <summary>Whether the value is NULL; if so, no other method may be asked.</summary>
    public abstract bool IsNull(int index);

    /// <summary>boolean.</summary>
    public abstract bool GetBoolean(int index);

    /// <summary>Integers; date as days, time and timestamp as microseconds (UTC for those with time zone).</summary>
    public abstract long GetInt64(int index);

    /// <summary>real, double.</summary>
    public abstract double GetDouble(int index);

    /// <summary>decimal, unscaled; uuid as a big-endian number.</summary>
    public abstract Int128 GetInt128(int index);

    /// <summary>Text as UTF-8, or bytes; the zone of a timestamp with time zone.</summary>
    public abstract ReadOnlySpan<byte> GetBytes(int index);

    /// <summary>Intervals.</summary>
    public abstract IntervalValue GetInterval(int index);

    /// <summary>The elements of an array or map.</summary>
    public abstract ListRange GetList(int index);

    /// <summary>Reader of a part: an array's element (0), a map's key (0) and value (1), a row's field by position.</summary>
    public abstract ColumnReader Child(int position);
}

/// <summary>An interval: months, and microseconds.</summary>
internal readonly record struct IntervalValue(long Months, long Microseconds);

/// <summary>A run of elements of a child reader.</summary>
internal readonly record struct ListRange(int Start, int Count);
