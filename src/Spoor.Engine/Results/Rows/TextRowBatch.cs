using System.Buffers;
using System.Text;
using System.Text.Json;
using Spoor.Core.Collections;

namespace Spoor.Engine.Results.Rows;

/// <summary>Rows of texts that are already in memory; what SHOW and DESCRIBE give.</summary>
internal sealed class TextRowBatch(ValueList<ValueList<string>> rows) : RowBatch
{
    public override int RowCount => rows.Count;

    public override bool IsNull(int column, int row) => false;

    public override void WriteText(int column, int row, IBufferWriter<byte> output) => Encoding.UTF8.GetBytes(rows[row][column], output);

    public override void WriteJson(int column, int row, Utf8JsonWriter output) => output.WriteStringValue(rows[row][column]);
}
