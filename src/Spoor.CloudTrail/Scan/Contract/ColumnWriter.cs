using System.Diagnostics;
using Spoor.Core.Types;

namespace Spoor.CloudTrail.Scan.Contract;

/// <summary>Where a scan puts the values of one column of the batch that is being filled. Not thread-safe; each scanning thread has its own.</summary>
/// <remarks>
/// For a top-level column <c>index</c> is the row in the batch; below an array or map it is the element's index that <see cref="AppendElement"/> gave.
/// Every index is written exactly once, null or value; row by row, and in each row the columns in the order of the writers, the fields in theirs, a key before its value.
/// A row's fields are written at the row's own index through <see cref="Child"/>; a null row is <see cref="WriteNull"/> on the row itself and nothing on its fields.
/// A writer overrides what its type can be asked for; all else is a fault of the scan and throws.
/// </remarks>
public abstract class ColumnWriter
{
    /// <summary>The type that the values have.</summary>
    public abstract SqlType Type { get; }

    /// <summary>SQL NULL.</summary>
    public abstract void WriteNull(int index);

    /// <summary>varchar, char, json: UTF-8, escapes resolved; varbinary: the bytes. The writer copies before it returns.</summary>
    public virtual void WriteText(int index, ReadOnlySpan<byte> utf8) => throw Mismatch();

    /// <summary>boolean.</summary>
    public virtual void WriteBoolean(int index, bool value) => throw Mismatch();

    /// <summary>tinyint to bigint; date as days, timestamp as microseconds since 1970 (UTC instant for one with time zone).</summary>
    public virtual void WriteInt64(int index, long value) => throw Mismatch();

    /// <summary>real, double.</summary>
    public virtual void WriteDouble(int index, double value) => throw Mismatch();

    /// <summary>decimal, unscaled.</summary>
    public virtual void WriteDecimal(int index, Int128 unscaled) => throw Mismatch();

    /// <summary>Starts an array or map at <paramref name="index"/>; elements follow by <see cref="AppendElement"/> until <see cref="EndList"/>.</summary>
    public virtual void BeginList(int index) => throw Mismatch();

    /// <summary>Makes room for one more element and returns its index, at which every <see cref="Child"/> of this writer must be written.</summary>
    public virtual int AppendElement() => throw Mismatch();

    /// <summary>Ends the array or map.</summary>
    public virtual void EndList(int index) => throw Mismatch();

    /// <summary>Writer of a part: an array's element (0), a map's key (0) and value (1), a row's field by position.</summary>
    public virtual ColumnWriter Child(int position) => throw Mismatch();

    private UnreachableException Mismatch() => new($"A scan wrote a value of another kind into a column of type {Type}.");
}
