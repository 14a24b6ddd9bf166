using System.Buffers;
using System.Text.Json;
using Spoor.Core.Types;
using Spoor.Engine.Results.Columns;
using Spoor.Engine.Results.Text;

namespace Spoor.Engine.Results.Rows;

/// <summary>Rows whose values the executor holds by column.</summary>
/// <param name="columns">Readers of the columns.</param>
/// <param name="texts">The columns' text forms.</param>
/// <param name="rowCount">Number of rows.</param>
/// <param name="memory">Disposed of when the batch is no longer needed.</param>
internal sealed class ColumnBatch(ColumnReader[] columns, ValueText[] texts, int rowCount, IDisposable memory) : RowBatch
{
    private TextBuffer? _text;
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

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> GetUtf8(int column, int row)
    {
        var values = columns[column];
        if (values.IsNull(row))
        {
            return default;
        }

        if (values.Type is VarcharType)
        {
            return values.GetBytes(row);
        }

        _text ??= new TextBuffer();
        _text.Clear();
        texts[column].WriteValue(values, row, _text);
        return _text.Written.Span;
    }

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
