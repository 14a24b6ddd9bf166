using System.Globalization;

namespace Spoor.Storage.S3;

/// <summary>Watches all that is waited for at one store: ends what is silent, gives up when too little comes for too long, and tells what is waited for.</summary>
/// <remarks>
/// There is an allowance of waiting time. It runs down while anybody waits, and each byte gives back what it may take at the least rate. So silence, a trickle,
/// and tries that bring next to nothing end in the same bounded time, while on a slow link any number of transfers may share what there is.
/// </remarks>
/// <param name="limits">How long.</param>
/// <param name="tell">Gets a sentence about what is waited for; null for nobody.</param>
/// <param name="time">The clock.</param>
internal sealed class S3Waits(S3Limits limits, Action<string>? tell, TimeProvider time)
{
    private const double BytesPerSecondOfNoNote = 100_000;

    // What is left after giving up, so that what is tried next ends soon if nothing has changed.
    private const int ShareLeftAfterGivingUp = 12;
    private static readonly TimeSpan s_longestGap = TimeSpan.FromSeconds(60);

    private readonly HashSet<S3Wait> _waits = [];
    private readonly TimeSpan _interval = TimeSpan.FromMilliseconds(Math.Clamp(limits.Silence.TotalMilliseconds / 10, 10, 1000));
    private ITimer? _timer;
    private bool _isTicking;
    private TimeSpan _allowance = limits.GiveUp;
    private long _settled = time.GetTimestamp();
    private long _received;
    private (long Since, long Received) _rateMark = (time.GetTimestamp(), 0);
    private double _bytesPerSecond;
    private long? _nextNotice;
    private TimeSpan _noticeGap = limits.Notice;

    /// <summary>Guards this and its waits.</summary>
    public Lock Sync { get; } = new();

    /// <summary>A timestamp of the clock.</summary>
    public long Now => time.GetTimestamp();

    /// <summary>Begins to wait.</summary>
    /// <param name="work">What for.</param>
    /// <param name="caller">Ends it.</param>
    /// <param name="reader">Ends it, too.</param>
    public S3Wait Begin(S3Work work, CancellationToken caller, CancellationToken reader = default)
    {
        lock (Sync)
        {
            Settle();
            var wait = new S3Wait(this, work, _settled, caller, reader);
            _waits.Add(wait);
            if (!_isTicking)
            {
                _isTicking = true;
                _timer ??= time.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                _timer.Change(_interval, _interval);
            }

            return wait;
        }
    }

    /// <summary>Counts bytes.</summary>
    public void Received(S3Wait wait, int bytes)
    {
        lock (Sync)
        {
            Count(wait, bytes);
            wait.Work.Received(bytes);
        }
    }

    /// <summary>Counts bytes on their way to the server. They show that the transfer goes on, and not that the try is of use, as the next one sends them all again.</summary>
    public void Sent(S3Wait wait, int bytes)
    {
        lock (Sync)
        {
            Count(wait, bytes);
        }
    }

    /// <summary>Ends a wait.</summary>
    public void End(S3Wait wait)
    {
        lock (Sync)
        {
            Settle();
            _waits.Remove(wait);
            wait.Work.Waited += time.GetElapsedTime(wait.Started, _settled);
        }
    }

    /// <summary>What the timer does.</summary>
    internal void Look()
    {
        List<CancellationTokenSource?> over = [];
        string? notice;
        lock (Sync)
        {
            Settle();
            if (_waits.Count == 0)
            {
                _isTicking = false;
                _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }

            notice = tell is null ? null : FindNotice();
            if (_allowance <= TimeSpan.Zero)
            {
                over.AddRange(_waits.Select(wait => wait.GiveUp(Reason(wait))));
                _allowance = limits.GiveUp / ShareLeftAfterGivingUp;
            }
            else
            {
                over.AddRange(_waits.Where(wait => wait.IsTrying && SilenceOf(wait) >= limits.Silence).Select(wait => wait.EndTry()));
            }
        }

        if (notice is not null)
        {
            tell?.Invoke(notice);
        }

        foreach (var source in over)
        {
            try
            {
                source?.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It ended by itself meanwhile.
            }
        }
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private void Count(S3Wait wait, int bytes)
    {
        Settle();
        _received += bytes;
        _allowance = Least(limits.GiveUp, _allowance + TimeSpan.FromSeconds(bytes / limits.LeastBytesPerSecond));
        wait.LastSign = _settled;
    }

    // While nobody waits, the allowance comes back.
    private void Settle()
    {
        var now = Now;
        var elapsed = time.GetElapsedTime(_settled, now);
        _allowance = _waits.Count > 0 ? _allowance - elapsed : Least(limits.GiveUp, _allowance + elapsed);
        _settled = now;
    }

    private TimeSpan SilenceOf(S3Wait wait) => time.GetElapsedTime(wait.LastSign, _settled);

    private TimeSpan WaitedFor(S3Wait wait) => wait.Work.Waited + time.GetElapsedTime(wait.Started, _settled);

    private string Reason(S3Wait wait) => string.Create(
        CultureInfo.InvariantCulture,
        $"Given up, as less than {limits.LeastBytesPerSecond:N0} bytes a second came for {limits.GiveUp.TotalSeconds:0.##} seconds ({wait.Work.Describe()})");

    /// <summary>What there is to tell now: of all that is waited for, what is waited for longest.</summary>
    private string? FindNotice()
    {
        if (time.GetElapsedTime(_rateMark.Since, _settled) is var elapsed && elapsed >= limits.Notice)
        {
            _bytesPerSecond = (_received - _rateMark.Received) / elapsed.TotalSeconds;
            _rateMark = (_settled, _received);
        }

        // Where much comes, what takes its time is large or one of many, unless it is silent itself.
        var isFast = _bytesPerSecond >= BytesPerSecondOfNoNote;
        var longest = _waits.Where(wait => WaitedFor(wait) >= limits.Notice && (!isFast || SilenceOf(wait) >= limits.Notice)).MaxBy(WaitedFor);
        if (longest is null)
        {
            (_nextNotice, _noticeGap) = (null, limits.Notice);
            return null;
        }

        if (_settled < _nextNotice)
        {
            return null;
        }

        _nextNotice = _settled + (long)(_noticeGap.TotalSeconds * time.TimestampFrequency);
        _noticeGap = Least(s_longestGap, _noticeGap * 2);
        var others = _waits.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", {_waits.Count - 1} more wait");
        var end = limits.GiveUp - _allowance >= limits.Notice / 2 ? string.Create(CultureInfo.InvariantCulture, $"; given up in {Math.Max(1, _allowance.TotalSeconds):0} s if no more comes") : "";
        return string.Create(CultureInfo.InvariantCulture, $"waiting for {longest.Work.Subject} for {WaitedFor(longest).TotalSeconds:0} s: {longest.Work.Describe()}{others}{end}");
    }
}
