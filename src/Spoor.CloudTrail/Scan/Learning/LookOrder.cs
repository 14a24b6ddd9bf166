namespace Spoor.CloudTrail.Scan.Learning;

/// <summary>The order in which objects are learnt from: a second look waits for what began earlier, as keys are used after they are handed out.</summary>
internal sealed class LookOrder
{
    // Nothing depends on the waiting but how many objects have to be read again. So it ends where a reader was left in mid-object.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(200);

    private readonly SortedSet<long> _learning = [];
    private long _last;

    /// <summary>Starts to learn from an object.</summary>
    /// <returns>Its place in the order.</returns>
    public long Begin()
    {
        lock (_learning)
        {
            _learning.Add(++_last);
            return _last;
        }
    }

    /// <summary>Nothing more is learnt from the object in this place.</summary>
    public void End(long place)
    {
        lock (_learning)
        {
            _learning.Remove(place);
            Monitor.PulseAll(_learning);
        }
    }

    /// <summary>Waits until all that began before has ended, but not for long.</summary>
    public void WaitForEarlier(long place)
    {
        var deadline = Environment.TickCount64 + (long)s_patience.TotalMilliseconds;
        lock (_learning)
        {
            while (_learning.Count > 0 && _learning.Min < place && deadline - Environment.TickCount64 is > 0 and var left)
            {
                Monitor.Wait(_learning, (int)left);
            }
        }
    }
}
