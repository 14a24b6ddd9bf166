using Spoor.Engine.Planning;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Tables.Contract;

namespace Spoor.Engine.Executors.DuckDb.Running;

/// <summary>Runs every plan, in DuckDB.</summary>
/// <param name="database">Opened when the first plan needs it.</param>
internal sealed class DuckDbExecutor(Lazy<DuckDbDatabase> database) : IExecutor
{
    /// <inheritdoc/>
    public Task<QueryResult>? TryRun(QueryPlan plan, ReadContext context, CancellationToken cancellationToken) => RunAsync(plan, context, cancellationToken);

    private async Task<QueryResult> RunAsync(QueryPlan plan, ReadContext context, CancellationToken cancellationToken)
    {
        var running = new DuckDbQuery(database.Value, plan, context, cancellationToken);
        try
        {
            await running.StartAsync(plan.Columns);
        }
        catch
        {
            await running.DisposeAsync();
            throw;
        }

        return new QueryResult(StatementKind.Dml, plan.Columns, running.ReadAsync(cancellationToken), context.Statistics, running.DisposeAsync);
    }
}
