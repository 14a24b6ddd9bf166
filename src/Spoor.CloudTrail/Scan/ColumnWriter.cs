using Spoor.Sql.Types;

namespace Spoor.CloudTrail.Scan;

/// <summary>Where a scan puts the values of one column of the batch that is being filled. Not thread-safe; each scanning thread has its own.</summary>
/// <remarks>
/// For a top-level column <c>index</c> is the row in the batch; below an array or map it is the element's index that <see cref="AppendElement"/> gave.
/// Every index is written exactly once, null or value; row by row, and in each row the columns in the order of the writers, the fields in theirs, a key before its value.
/// A row's fields are written at the row's own index through <see cref="Child"/>; a null row is <see cref="WriteNull"/> on the row itself and nothing on its fields.
/// </remarks>
public abstract class ColumnWriter
{
    /// <summary>The type that the values have.</summary>
    public abstract SqlType Type { get; }

    /// <summary>SQL NULL.</summary>
    public abstract void WriteNull(int index);

    /// <summary>varchar, char, json: UTF-8, escapes resolved; varbinary: the bytes. The writer copies before it returns.</summary>
    public abstract void WriteText(int index, ReadOnlySpan<byte> utf8);

    /// <summary>boolean.</summary>
    public abstract void WriteBoolean(int index, bool value);

    /// <summary>tinyint to bigint; date as days, timestamp as microseconds since 1970 (UTC instant for one with time zone).</summary>
    public abstract void WriteInt64(int index, long value);

    /// <summary>real, double.</summary>
    public abstract void WriteDouble(int index, double value);

    /// <summary>decimal, unscaled.</summary>
    public abstract void WriteDecimal(int index, Int128 unscaled);

    /// <summary>Starts an array or map at <paramref name="index"/>; elements follow by <see cref="AppendElement"/> until <see cref="EndList"/>.</summary>
    public abstract void BeginList(int index);

    /// <summary>Makes room for one more element and returns its index, at which every <see cref="Child"/> of this writer must be written.</summary>
    public abstract int AppendElement();

    /// <summary>Ends the array or map.</summary>
    public abstract void EndList(int index);

    /// <summary>Writer of a part: an array's element (0), a map's key (0) and value (1), a row's field by position.</summary>
    public abstract ColumnWriter Child(int position);
}
