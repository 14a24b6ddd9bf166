namespace Spoor.Engine.Executors.Direct;

/// <summary>How many threads the direct queries of a process have: each at least one, so that none waits for another, and beyond that no more together than one alone would have.</summary>
internal sealed class ThreadBudget
{
    private readonly Lock _lock = new();
    private int _extra;

    /// <summary>The process's.</summary>
    public static ThreadBudget Shared { get; } = new();

    /// <summary>Grants one thread, and as many more up to those wanted as others leave over.</summary>
    /// <param name="wanted">At least one.</param>
    public Lease Take(int wanted)
    {
        lock (_lock)
        {
            var extra = Math.Clamp(wanted - 1 - _extra, 0, wanted - 1);
            _extra += extra;
            return new Lease(this, extra);
        }
    }

    /// <summary>Threads that were granted, until disposed of.</summary>
    internal sealed class Lease(ThreadBudget budget, int extra) : IDisposable
    {
        private int _left = extra;

        /// <summary>How many.</summary>
        public int Count { get; } = extra + 1;

        /// <inheritdoc/>
        public void Dispose()
        {
            lock (budget._lock)
            {
                budget._extra -= _left;
                _left = 0;
            }
        }
    }
}
