using System.Diagnostics;
using Spoor.Engine.Planning;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Tables.Contract;

namespace Spoor.Engine.Executors;

/// <summary>Who runs a plan: the first executor that can.</summary>
/// <param name="executors">Those that do least beside the scan come first; the last one runs every plan.</param>
internal sealed class ExecutorChoice(params IReadOnlyList<IExecutor> executors)
{
    /// <summary>Starts a run of the plan.</summary>
    public Task<QueryResult> RunAsync(QueryPlan plan, ReadContext context, CancellationToken cancellationToken)
    {
        foreach (var executor in executors)
        {
            if (executor.TryRun(plan, context, cancellationToken) is { } run)
            {
                return run;
            }
        }

        throw new UnreachableException("No executor runs the plan.");
    }
}
