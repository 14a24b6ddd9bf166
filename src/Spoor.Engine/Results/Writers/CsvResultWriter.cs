using System.Text;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Results.Text;

namespace Spoor.Engine.Results.Writers;

/// <summary>CSV as Athena writes it: every value quoted, <c>"</c> doubled, NULL empty without quotes, rows ended by a line feed, the header always there.</summary>
/// <param name="output">Where to write.</param>
/// <seealso href="https://docs.aws.amazon.com/athena/latest/ug/querying-finding-output-files.html"/>
public sealed class CsvResultWriter(Stream output) : BatchedResultWriter(output)
{
    private readonly Stream _output = output;

    /// <inheritdoc/>
    public override async Task<long> WriteAsync(QueryResult result, CancellationToken cancellationToken)
    {
        if (result.CsvRows is not { } csv)
        {
            return await base.WriteAsync(result, cancellationToken);
        }

        await WriteAsync(buffer => RenderBegin(result, buffer), cancellationToken);
        var rows = 0L;
        await foreach (var (count, text) in csv.WithCancellation(cancellationToken))
        {
            rows += count;
            await _output.WriteAsync(text, cancellationToken);
            await _output.FlushAsync(cancellationToken);
        }

        return rows;
    }

    private protected override void RenderBegin(QueryResult result, TextBuffer output)
    {
        for (var column = 0; column < result.Columns.Count; column++)
        {
            output.Append(column == 0 ? "\""u8 : ",\""u8);
            var start = output.Length;
            output.Append(Encoding.UTF8.GetBytes(result.Columns[column].Name));
            output.DoubleQuotes(start);
            output.Append((byte)'"');
        }

        output.Append(result.Columns.Count == 0 ? default : "\n"u8);
    }

    private protected override void RenderBatch(QueryResult result, RowBatch batch, bool isFirst, TextBuffer output)
    {
        var columns = result.Columns.Count;
        for (var row = 0; row < batch.RowCount; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                output.Append(column == 0 ? default : ","u8);
                if (!batch.IsNull(column, row))
                {
                    output.Append((byte)'"');
                    var start = output.Length;
                    batch.AppendText(column, row, output);
                    output.DoubleQuotes(start);
                    output.Append((byte)'"');
                }
            }

            output.Append((byte)'\n');
        }
    }

    private protected override void RenderEnd(QueryResult result, long rowCount, TextBuffer output)
    {
    }
}
