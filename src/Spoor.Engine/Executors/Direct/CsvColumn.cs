using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Types;
using Spoor.Engine.Results.Text;
using Spoor.Engine.Results.Writers;

namespace Spoor.Engine.Executors.Direct;

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
        VarcharType or ScalarType { Kind: ScalarKind.Json } => new CsvText(type, frame, output),
        ArrayType array => new CsvArray(array, frame, output),
        RowType { Fields.Count: > 0 } row => new CsvRow(row, frame, output),
        _ => new CsvStored(type, frame, output),
    };

    /// <inheritdoc/>
    public override void WriteNull(int index) => frame.Null.AppendTo(output);
}
