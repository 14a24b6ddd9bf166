using System.Buffers;
using System.Text;

namespace Spoor.Engine.Results;

/// <summary>CSV as Athena writes it: every value quoted, <c>"</c> doubled, NULL empty without quotes, rows ended by a line feed, the header always there.</summary>
/// <seealso href="https://docs.aws.amazon.com/athena/latest/ug/querying-finding-output-files.html"/>
public sealed class CsvResultWriter(Stream output) : ResultWriter
{
    private readonly ArrayBufferWriter<byte> _rows = new();
    private readonly ArrayBufferWriter<byte> _value = new();

    /// <inheritdoc/>
    protected override Task BeginAsync(QueryResult result, CancellationToken cancellationToken)
    {
        for (var column = 0; column < result.Columns.Count; column++)
        {
            _rows.Write(column == 0 ? default : ","u8);
            WriteQuoted(Encoding.UTF8.GetBytes(result.Columns[column].Name));
        }

        _rows.Write(result.Columns.Count == 0 ? default : "\n"u8);
        return FlushAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task WriteBatchAsync(QueryResult result, RowBatch batch, CancellationToken cancellationToken)
    {
        for (var row = 0; row < batch.RowCount; row++)
        {
            for (var column = 0; column < result.Columns.Count; column++)
            {
                _rows.Write(column == 0 ? default : ","u8);
                if (!batch.IsNull(column, row))
                {
                    _value.ResetWrittenCount();
                    batch.WriteText(column, row, _value);
                    WriteQuoted(_value.WrittenSpan);
                }
            }

            _rows.Write("\n"u8);
        }

        return FlushAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task EndAsync(QueryResult result, long rowCount, CancellationToken cancellationToken) => Task.CompletedTask;

    private void WriteQuoted(ReadOnlySpan<byte> text)
    {
        _rows.Write("\""u8);
        for (var quote = text.IndexOf((byte)'"'); quote >= 0; quote = text.IndexOf((byte)'"'))
        {
            _rows.Write(text[..(quote + 1)]);
            _rows.Write("\""u8);
            text = text[(quote + 1)..];
        }

        _rows.Write(text);
        _rows.Write("\""u8);
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        await output.WriteAsync(_rows.WrittenMemory, cancellationToken);
        await output.FlushAsync(cancellationToken);
        _rows.ResetWrittenCount();
    }
}
