using System.Runtime.ExceptionServices;
using Spoor.CloudTrail.Scan.Input;

namespace Spoor.CloudTrail.Scan.Fetching;

/// <summary>Hands fetched objects from asynchronous fetchers to scanning threads, which block here and nowhere else.</summary>
/// <remarks>
/// It never holds more than the fetchers' budget admits, so adding does not wait. Of the objects at hand the one that was listed first is next: not what order
/// they are read in is promised, but a scan that follows keys has less to read again.
/// </remarks>
internal sealed class FetchQueue
{
    // How long a waiting thread may go without looking at its token.
    private static readonly TimeSpan s_tokenInterval = TimeSpan.FromMilliseconds(100);

    private readonly PriorityQueue<FetchedObject, long> _objects = new();
    private ExceptionDispatchInfo? _error;
    private bool _isComplete;
    private bool _isAbandoned;

    /// <summary>Adds an object; after <see cref="Abandon"/> it is disposed of instead.</summary>
    /// <param name="fetched">The object.</param>
    /// <param name="number">Its place in the listing.</param>
    public void Add(FetchedObject fetched, long number)
    {
        lock (_objects)
        {
            if (!_isAbandoned)
            {
                _objects.Enqueue(fetched, number);
                Monitor.Pulse(_objects);
                return;
            }
        }

        fetched.Dispose();
    }

    /// <summary>No more objects will be added.</summary>
    public void Complete()
    {
        lock (_objects)
        {
            _isComplete = true;
            Monitor.PulseAll(_objects);
        }
    }

    /// <summary>What is to be read is not known: whoever takes gets this error.</summary>
    public void Fail(Exception error)
    {
        lock (_objects)
        {
            _error = ExceptionDispatchInfo.Capture(error);
            Monitor.PulseAll(_objects);
        }
    }

    /// <summary>Nobody takes any more: what is queued is disposed of.</summary>
    public void Abandon()
    {
        FetchedObject[] left;
        lock (_objects)
        {
            _isAbandoned = _isComplete = true;
            left = [.. _objects.UnorderedItems.Select(item => item.Element)];
            _objects.Clear();
            Monitor.PulseAll(_objects);
        }

        foreach (var fetched in left)
        {
            fetched.Dispose();
        }
    }

    /// <summary>Takes the next object, waiting at most <paramref name="patience"/> for it.</summary>
    /// <returns>Null when all have been taken, or when patience ends.</returns>
    /// <exception cref="Spoor.Core.Errors.QueryException">The listing failed.</exception>
    public FetchedObject? Take(TimeSpan patience, CancellationToken cancellationToken)
    {
        var deadline = patience == Timeout.InfiniteTimeSpan ? long.MaxValue : Environment.TickCount64 + (long)patience.TotalMilliseconds;
        lock (_objects)
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _error?.Throw();
                if (_objects.TryDequeue(out var fetched, out _))
                {
                    return fetched;
                }

                var left = deadline - Environment.TickCount64;
                if (_isComplete || left <= 0)
                {
                    return null;
                }

                Monitor.Wait(_objects, (int)Math.Min(left, (long)s_tokenInterval.TotalMilliseconds));
            }
        }
    }
}
