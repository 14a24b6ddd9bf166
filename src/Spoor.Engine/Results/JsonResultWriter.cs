using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Spoor.Engine.Results;

/// <summary>JSON: an array of objects, one per row; or, as NDJSON, one object per line.</summary>
/// <param name="output">Where to write.</param>
/// <param name="isLines">NDJSON.</param>
public sealed class JsonResultWriter(Stream output, bool isLines = false) : ResultWriter
{
    // Like the logs themselves: <, > and & as they are. Control characters are always escaped.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _rows = new();
    private bool _isFirst = true;

    /// <inheritdoc/>
    protected override Task BeginAsync(QueryResult result, CancellationToken cancellationToken)
    {
        _rows.Write(isLines ? default : "["u8);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task WriteBatchAsync(QueryResult result, RowBatch batch, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(_rows, s_options);
        for (var row = 0; row < batch.RowCount; row++)
        {
            _rows.Write(isLines ? default : _isFirst ? "\n"u8 : ",\n"u8);
            _isFirst = false;
            WriteRow(result, batch, row, json);
            _rows.Write(isLines ? "\n"u8 : default);
        }

        await FlushAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task EndAsync(QueryResult result, long rowCount, CancellationToken cancellationToken)
    {
        _rows.Write(isLines ? default : rowCount == 0 ? "]\n"u8 : "\n]\n"u8);
        return FlushAsync(cancellationToken);
    }

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

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        await output.WriteAsync(_rows.WrittenMemory, cancellationToken);
        await output.FlushAsync(cancellationToken);
        _rows.ResetWrittenCount();
    }
}
