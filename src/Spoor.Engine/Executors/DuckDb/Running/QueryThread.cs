using System.Collections.Concurrent;

namespace Spoor.Engine.Executors.DuckDb.Running;

/// <summary>The thread on which a query's blocking calls run, one after the other.</summary>
/// <remarks>
/// A call can wait as long as a bucket takes. On the thread pool, which grows by one or two threads a second, some queries that wait would hold up everything else in the process.
/// </remarks>
internal sealed class QueryThread : IDisposable
{
    private readonly BlockingCollection<Action> _calls = [];

    /// <summary>Starts the thread.</summary>
    public QueryThread() => new Thread(Run) { IsBackground = true, Name = "query" }.Start();

    /// <summary>Runs a call when those before it have ended. What it throws, the task does.</summary>
    public Task<T?> RunAsync<T>(Func<T?> call)
        where T : class
    {
        // Continuations elsewhere: this thread is for what blocks.
        var ended = new TaskCompletionSource<T?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _calls.Add(() =>
        {
            try
            {
                ended.SetResult(call());
            }
            catch (Exception exception)
            {
                ended.SetException(exception);
            }
        });
        return ended.Task;
    }

    /// <summary>Ends the thread behind the calls that it was given.</summary>
    public void Dispose() => _calls.CompleteAdding();

    private void Run()
    {
        using (_calls)
        {
            foreach (var call in _calls.GetConsumingEnumerable())
            {
                call();
            }
        }
    }
}
