using System.Text.Encodings.Web;
using System.Text.Json;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Results.Text;

namespace Spoor.Engine.Results.Writers;

/// <summary>JSON: an array of objects, one per row; or, as NDJSON, one object per line.</summary>
/// <param name="output">Where to write.</param>
/// <param name="isLines">NDJSON.</param>
public sealed class JsonResultWriter(Stream output, bool isLines = false) : BatchedResultWriter(output)
{
    // Like the logs themselves: <, > and & as they are. Control characters are always escaped.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private protected override void RenderBegin(QueryResult result, TextBuffer output) => output.Append(isLines ? default : "["u8);

    private protected override void RenderBatch(QueryResult result, RowBatch batch, bool isFirst, TextBuffer output)
    {
        using var json = new Utf8JsonWriter(output, s_options);
        for (var row = 0; row < batch.RowCount; row++)
        {
            output.Append(isLines ? default : isFirst && row == 0 ? "\n"u8 : ",\n"u8);
            WriteRow(result, batch, row, json);
            output.Append(isLines ? "\n"u8 : default);
        }
    }

    private protected override void RenderEnd(QueryResult result, long rowCount, TextBuffer output) =>
        output.Append(isLines ? default : rowCount == 0 ? "]\n"u8 : "\n]\n"u8);

    private static void WriteRow(QueryResult result, RowBatch batch, int row, Utf8JsonWriter json)
    {
        json.Reset();
        json.WriteStartObject();
        for (var column = 0; column < result.Columns.Count; column++)
        {
            json.WritePropertyName(result.Columns[column].Name);
            batch.WriteJson(column, row, json);
        }

        json.WriteEndObject();
        json.Flush();
    }
}
