using Spoor.Engine.Planning;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Tables.Contract;

namespace Spoor.Engine.Executors.Direct;

/// <summary>Runs plans whose rows are a scan's as they are, without the way through an executor's columns.</summary>
/// <param name="threads">Threads that scan.</param>
internal sealed class DirectExecutor(int threads) : IExecutor
{
    /// <inheritdoc/>
    public Task<QueryResult>? TryRun(QueryPlan plan, ReadContext context, CancellationToken cancellationToken)
    {
        if (!DirectPlan.TryRead(plan, out var direct))
        {
            return null;
        }

        var scanning = new DirectQuery(direct, context, threads);
        return Task.FromResult(new QueryResult(StatementKind.Dml, plan.Columns, scanning.ReadAsync(cancellationToken), context.Statistics, scanning.DisposeAsync)
        {
            CsvRows = scanning.GivesCsv ? scanning.ReadCsvAsync(cancellationToken) : null,
        });
    }
}
