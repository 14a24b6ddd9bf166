using System.Buffers;
using System.Text.Json;

namespace Spoor.Engine.Results;

/// <summary>Rows whose values the executor holds by column.</summary>
internal sealed class ColumnBatch(ColumnReader[] columns, int rowCount) : RowBatch
{
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
}
