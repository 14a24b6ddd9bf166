using Spoor.Core.Errors;
using Spoor.Engine.Planning;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Tables.Contract;

namespace Spoor.Engine.Executors;

/// <summary>Runs plans.</summary>
internal interface IExecutor
{
    /// <summary>Starts a run of the plan.</summary>
    /// <param name="plan">The plan, which it does not change.</param>
    /// <param name="context">What this run works with.</param>
    /// <param name="cancellationToken">Stops the run at any time.</param>
    /// <returns>The result as it comes; null at once where the executor cannot run such a plan.</returns>
    /// <exception cref="QueryException">The query is at fault. Thrown by the task.</exception>
    Task<QueryResult>? TryRun(QueryPlan plan, ReadContext context, CancellationToken cancellationToken);
}
