using System.Text;
using Spoor.Core.Types;
using Spoor.Engine.Results.Rows;

namespace Spoor.Engine.Results.Writers;

/// <summary>A table for a terminal. Widths come from the first batch, so that rows print as they come; numbers stand to the right.</summary>
/// <remarks>Values come from logs that others write: control characters are shown, never sent, so that no value can drive the terminal.</remarks>
/// <param name="output">Where to write.</param>
/// <param name="maxColumnWidth">A longer value is cut, with an ellipsis.</param>
public sealed class TableResultWriter(TextWriter output, int maxColumnWidth = 80) : ResultWriter
{
    private const string NullText = "NULL";

    private int[] _widths = [];
    private bool _hasHeader;

    /// <inheritdoc/>
    public override async Task<long> WriteAsync(QueryResult result, CancellationToken cancellationToken)
    {
        _widths = result.Columns.Select(column => Math.Min(VisibleText.Width(VisibleText.Of(column.Name)), maxColumnWidth)).ToArray();
        var rows = 0L;
        await foreach (var batch in result.Batches.WithCancellation(cancellationToken))
        {
            rows += batch.RowCount;
            await WriteBatchAsync(result, batch, cancellationToken);
        }

        if (result.Columns.Count > 0)
        {
            await WriteHeaderAsync(result);
        }

        await output.FlushAsync(cancellationToken);
        return rows;
    }

    private async Task WriteBatchAsync(QueryResult result, RowBatch batch, CancellationToken cancellationToken)
    {
        var rows = Enumerable.Range(0, batch.RowCount).Select(row => Enumerable.Range(0, result.Columns.Count).Select(column => Text(batch, column, row)).ToArray()).ToList();
        if (!_hasHeader)
        {
            foreach (var row in rows)
            {
                for (var column = 0; column < _widths.Length; column++)
                {
                    _widths[column] = Math.Max(_widths[column], VisibleText.Width(row[column]));
                }
            }
        }

        await WriteHeaderAsync(result);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await output.WriteLineAsync(Line(result, row));
        }

        await output.FlushAsync(cancellationToken);
    }

    private async Task WriteHeaderAsync(QueryResult result)
    {
        if (_hasHeader)
        {
            return;
        }

        _hasHeader = true;
        await output.WriteLineAsync(Line(result, result.Columns.Select(column => Cut(VisibleText.Of(column.Name))).ToArray()));
        await output.WriteLineAsync(string.Join("-+-", _widths.Select(width => new string('-', width))));
    }

    private string Text(RowBatch batch, int column, int row) => batch.GetText(column, row) is { } text ? Cut(VisibleText.Of(text)) : NullText;

    private string Cut(string text) => VisibleText.Cut(text, maxColumnWidth);

    private string Line(QueryResult result, string[] values)
    {
        var line = new StringBuilder();
        for (var column = 0; column < values.Length; column++)
        {
            line.Append(column == 0 ? "" : " | ");
            var padding = Math.Max(0, _widths[column] - VisibleText.Width(values[column]));
            var isLast = column == values.Length - 1;
            if (IsNumber(result.Columns[column].Type))
            {
                line.Append(' ', padding).Append(values[column]);
            }
            else
            {
                line.Append(values[column]).Append(' ', isLast ? 0 : padding);
            }
        }

        return line.ToString();
    }

    private static bool IsNumber(SqlType type) =>
        type is DecimalType or ScalarType { IsNumber: true };
}
