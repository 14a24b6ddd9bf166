using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Engine.Results.Text;

namespace Spoor.Engine.Executors.Direct;

/// <summary>The text of the rows that one thread scans at a time; its memory is used again and again.</summary>
internal sealed class CsvBatch : IDirectBatch
{
    /// <summary>Rows of a full batch: enough for large writes, few enough to stay in a processor's cache until they are written.</summary>
    public const int RowCapacity = 256;

    private readonly TextBuffer _text = new();
    private readonly ColumnWriter[] _columns;

    /// <summary>A batch of the columns that a scan writes, which are the result's.</summary>
    public CsvBatch(ValueList<SqlType> types) =>
        _columns = [.. types.Select((type, index) => CsvColumn.Create(type, CsvFrame.Cell(index == 0, index == types.Count - 1), _text))];

    /// <summary>The text.</summary>
    public ReadOnlyMemory<byte> Text => _text.Written;

    /// <inheritdoc/>
    public int Fill(IScanReader reader, CancellationToken cancellationToken)
    {
        _text.Clear();
        return reader.Read(_columns, RowCapacity, cancellationToken);
    }
}
