using System.Runtime.CompilerServices;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Results.Text;
using Spoor.Engine.Tables.Contract;

namespace Spoor.Engine.Executors.Direct;

/// <summary>A <see cref="DirectPlan"/> running. It starts when the rows are asked for, which can be done once: as values or as CSV.</summary>
internal sealed class DirectQuery(DirectPlan plan, ReadContext context, int threads) : IAsyncDisposable
{
    private IAsyncDisposable? _run;

    /// <summary>Whether the rows can be had as CSV.</summary>
    public bool GivesCsv => plan.IsInOrder;

    /// <summary>The rows as they come.</summary>
    public async IAsyncEnumerable<RowBatch> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var texts = plan.Output.Select(column => ValueText.Of(plan.Types[column])).ToArray();
        // Whoever renders the rows works on as many batches at once as there are processors.
        var run = new DirectRun<DirectBatch>(Start, threads, Environment.ProcessorCount, () => new DirectBatch(plan.Types, plan.Output), cancellationToken);
        _run = run;
        await foreach (var (batch, rows, lease) in run.ReadAsync(cancellationToken))
        {
            var rowBatch = new ColumnBatch(batch.Readers, texts, rows, lease);
            try
            {
                yield return rowBatch;
            }
            finally
            {
                rowBatch.Release();
            }
        }
    }

    /// <summary>The rows as CSV, as they come; each thread scans and renders.</summary>
    public async IAsyncEnumerable<TextRows> ReadCsvAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = new DirectRun<CsvBatch>(Start, threads, threads, () => new CsvBatch(plan.Types), cancellationToken);
        _run = run;
        await foreach (var (batch, rows, lease) in run.ReadAsync(cancellationToken))
        {
            using (lease)
            {
                yield return new TextRows(rows, batch.Text);
            }
        }
    }

    private IObjectScan Start(CancellationToken cancellationToken) => plan.Read.Start(context, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _run?.DisposeAsync() ?? ValueTask.CompletedTask;
}
