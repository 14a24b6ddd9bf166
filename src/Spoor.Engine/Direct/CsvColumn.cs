using System.Diagnostics;
using Spoor.CloudTrail.Scan;
using Spoor.Engine.Results;
using Spoor.Sql.Types;

namespace Spoor.Engine.Direct;

/// <summary>A column whose values are written as CSV as the scan delivers them: row by row, each column behind the one before it. Nothing is stored to be rendered later.</summary>
/// <remarks>Gives what <see cref="CsvResultWriter"/> makes of a <see cref="StoredColumn"/>.</remarks>
internal abstract class CsvColumn(SqlType type, CsvFrame frame, TextBuffer output) : ColumnWriter
{
    /// <inheritdoc/>
    public override SqlType Type => type;

    /// <summary>What stands around the values.</summary>
    protected CsvFrame Frame => frame;

    /// <summary>Where the rows are written.</summary>
    protected TextBuffer Output => output;

    /// <summary>A column of a type that a scan can deliver.</summary>
    public static CsvColumn Create(SqlType type, CsvFrame frame, TextBuffer output) => type switch
    {
        VarcharType or ScalarType { Name: "json" } => new CsvText(type, frame, output),
        ArrayType array => new CsvArray(array, frame, output),
        RowType { Fields.Count: > 0 } row => new CsvRow(row, frame, output),
        _ => new CsvStored(type, frame, output),
    };

    /// <inheritdoc/>
    public override void WriteNull(int index) => frame.Null.AppendTo(output);

    /// <inheritdoc/>
    public override void WriteText(int index, ReadOnlySpan<byte> utf8) => throw Mismatch();

    /// <inheritdoc/>
    public override void WriteBoolean(int index, bool value) => throw Mismatch();

    /// <inheritdoc/>
    public override void WriteInt64(int index, long value) => throw Mismatch();

    /// <inheritdoc/>
    public override void WriteDouble(int index, double value) => throw Mismatch();

    /// <inheritdoc/>
    public override void WriteDecimal(int index, Int128 unscaled) => throw Mismatch();

    /// <inheritdoc/>
    public override void BeginList(int index) => throw Mismatch();

    /// <inheritdoc/>
    public override int AppendElement() => throw Mismatch();

    /// <inheritdoc/>
    public override void EndList(int index) => throw Mismatch();

    /// <inheritdoc/>
    public override ColumnWriter Child(int position) => throw Mismatch();

    private UnreachableException Mismatch() => new($"A scan wrote a value of another kind into a column of type {type}.");
}
