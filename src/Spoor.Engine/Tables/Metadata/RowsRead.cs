using System.Globalization;
using System.Text;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Engine.Tables.Contract;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Tables;

namespace Spoor.Engine.Tables.Metadata;

/// <summary>A read of rows that are part of the plan.</summary>
/// <param name="Table">The table.</param>
/// <param name="Output">One symbol per column; those that are neither texts nor bigint in the query are texts here.</param>
/// <param name="Columns">The same, with the types that the query knows.</param>
/// <param name="Rows">One value for each column: a string, a long, or null.</param>
internal sealed record RowsRead(TableName Table, ValueList<Symbol> Output, ValueList<Symbol> Columns, ValueList<ValueList<object?>> Rows) : TableRead(Table, Output)
{
    /// <inheritdoc/>
    public override BoundRelation ToRelation(int number) => TextCasts.Over(base.ToRelation(number), Output, Columns);

    /// <inheritdoc/>
    public override IEnumerable<string> Describe() => [string.Create(CultureInfo.InvariantCulture, $"rows: {Rows.Count}")];

    /// <inheritdoc/>
    public override IObjectScan Start(ReadContext context, CancellationToken cancellationToken) => new Scan(Rows, context.Statistics);

    /// <summary>Hands out the rows; its readers take them in turn.</summary>
    private sealed class Scan(ValueList<ValueList<object?>> rows, ScanStatistics statistics) : IObjectScan, IScanReader
    {
        private readonly Lock _lock = new();
        private int _taken;

        public ScanStatistics Statistics => statistics;

        public IScanReader CreateReader() => this;

        public Task StopAsync() => Task.CompletedTask;

        public void Dispose()
        {
        }

        public int Read(ReadOnlySpan<ColumnWriter> writers, int maxRows, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int first, count;
            lock (_lock)
            {
                first = _taken;
                count = Math.Min(maxRows, rows.Count - first);
                _taken += count;
            }

            for (var row = 0; row < count; row++)
            {
                var values = rows[first + row];
                for (var column = 0; column < writers.Length; column++)
                {
                    Write(writers[column], row, values[column]);
                }
            }

            return count;
        }

        private static void Write(ColumnWriter writer, int row, object? value)
        {
            switch (value)
            {
                case null:
                    writer.WriteNull(row);
                    break;
                case long number:
                    writer.WriteInt64(row, number);
                    break;
                default:
                    writer.WriteText(row, Encoding.UTF8.GetBytes((string)value));
                    break;
            }
        }
    }
}
