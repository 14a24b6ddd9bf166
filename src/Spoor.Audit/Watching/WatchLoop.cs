using Spoor.Core.Errors;
using Spoor.Engine.Results.Text;

namespace Spoor.Audit.Watching;

/// <summary>Looks at a trail again and again, and ends where nobody would hear of what it cannot see.</summary>
/// <param name="watch">Looks.</param>
/// <param name="request">What is watched.</param>
/// <param name="report">Gets what each look came to, before the loop judges it.</param>
public sealed class WatchLoop(TrailWatch watch, WatchRequest request, Func<WatchPoll, Task> report)
{
    /// <summary>Looks once.</summary>
    /// <param name="allowsEmpty">Whether a location without any log, and new objects without a record, are no error.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>Whether all was delivered that there is to tell.</returns>
    /// <exception cref="QueryException">An object cannot be read while that is not to be skipped, or nothing was seen.</exception>
    public async Task<bool> OnceAsync(bool allowsEmpty, CancellationToken cancellationToken)
    {
        var poll = await LookAsync(problem => true, cancellationToken);
        if (!allowsEmpty)
        {
            RequireSeen(poll);
        }

        return poll.Undelivered.Count == 0;
    }

    /// <summary>Looks until it is cancelled, or an object stays unreadable.</summary>
    /// <param name="interval">From one look to the next.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="QueryException">An object cannot be read however often it was tried, while that is not to be skipped.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task ForeverAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        while (true)
        {
            await LookAsync(problem => problem.IsFinal, cancellationToken);
            await Task.Delay(interval, request.Clock, cancellationToken);
        }
    }

    private async Task<WatchPoll> LookAsync(Func<WatchProblem, bool> isFatal, CancellationToken cancellationToken)
    {
        var poll = await watch.PollAsync(cancellationToken);
        await report(poll);
        if (!request.SkipsBad && poll.Problems.FirstOrDefault(isFatal) is { } problem)
        {
            throw new QueryException(ErrorCode.HiveCursorError, null, $"{problem.Object} cannot be read: {problem.Reason}", $"It was not remembered as read: mend it, or give objects up that stay unreadable{Setting.SkipBadData: with *}.");
        }

        return poll;
    }

    // To find nothing new is what a watch is for; to find nothing at all is not.
    private void RequireSeen(WatchPoll poll)
    {
        var problem = poll.ObjectsListed == 0 ? $"There is no log in '{request.Logs}', so there is nothing to watch"
            : poll.NoLogs.Count > 0 && poll.NoLogs.Count == poll.ObjectsListed ? $"There is no log in '{request.Logs}': {Quantity.Of(poll.ObjectsListed, "file")} looked into and left out"
            : poll is { Objects: > 0, RecordsRead: 0 } ? $"No record was read in '{request.Logs}': {Quantity.Of(poll.Objects, "new object")} without one"
            : null;
        if (problem is not null)
        {
            throw new QueryException(ErrorCode.NotFound, null, problem, $"Check the folder or prefix, and what the reader may list.{Setting.AllowEmpty: Where logs may be empty, * accepts that.}");
        }
    }
}
