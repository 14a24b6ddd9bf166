using System.Collections.Concurrent;

namespace Spoor.Engine.Executors.DuckDb.Running;

/// <summary>The thread on which a query's blocking calls run, one after the other.</summary>
/// <remarks>
/// A call can wait as long as a bucket takes. On the thread pool, which grows by one or two threads a second, some queries that wait would hold up everything else in the process.
/// A thread serves one query after the other: to start one costs as much as a short query.
/// </remarks>
internal sealed class QueryThread : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private static readonly List<BlockingCollection<Action>> s_idle = [];
    private readonly BlockingCollection<Action> _calls = TakeIdle() ?? Start();

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

    /// <summary>Leaves the thread, behind the calls that it was given, to other queries.</summary>
    public void Dispose() => _calls.Add(() =>
    {
        lock (s_idle)
        {
            s_idle.Add(_calls);
        }
    });

    private static BlockingCollection<Action>? TakeIdle()
    {
        lock (s_idle)
        {
            if (s_idle is not [.., var last])
            {
                return null;
            }

            s_idle.RemoveAt(s_idle.Count - 1);
            return last;
        }
    }

    private static BlockingCollection<Action> Start()
    {
        var calls = new BlockingCollection<Action>();
        new Thread(() => Run(calls)) { IsBackground = true, Name = "query" }.Start();
        return calls;
    }

    private static void Run(BlockingCollection<Action> calls)
    {
        using (calls)
        {
            while (calls.TryTake(out var call, s_patience) || !IsNeedless(calls))
            {
                call?.Invoke();
            }
        }
    }

    /// <summary>Whether a thread that had nothing to do belongs to no query; then none gets it any more.</summary>
    private static bool IsNeedless(BlockingCollection<Action> calls)
    {
        lock (s_idle)
        {
            return s_idle.Remove(calls);
        }
    }
}
