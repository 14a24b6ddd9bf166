using System.Buffers;
using System.Text.Json;

namespace Spoor.Engine.Results;

/// <summary>Rows whose values the executor holds by column.</summary>
/// <param name="columns">Readers of the columns.</param>
/// <param name="texts">The columns' text forms.</param>
/// <param name="rowCount">Number of rows.</param>
/// <param name="memory">Disposed of when the batch is no longer needed.</param>
internal sealed class ColumnBatch(ColumnReader[] columns, ValueText[] texts, int rowCount, IDisposable memory) : RowBatch
{
    private bool _isKept;

    /// <inheritdoc/>
    public override int RowCount => rowCount;

    /// <inheritdoc/>
    public override bool IsNull(int column, int row) => columns[column].IsNull(row);

    /// <inheritdoc/>
    public override void WriteText(int column, int row, IBufferWriter<byte> output)
    {
        if (!columns[column].IsNull(row))
        {
            TextForm.Write(columns[column], row, output);
        }
    }

    /// <inheritdoc/>
    public override void WriteJson(int column, int row, Utf8JsonWriter output) => JsonForm.Write(columns[column], row, output);

    /// <summary>Gives the memory back, unless somebody keeps it. For whoever hands the batches out, when the next one is asked for.</summary>
    public void Release()
    {
        if (!_isKept)
        {
            memory.Dispose();
        }
    }

    internal override void AppendText(int column, int row, TextBuffer output) => texts[column].WriteValue(columns[column], row, output);

    internal override IDisposable Keep()
    {
        _isKept = true;
        return memory;
    }
}
