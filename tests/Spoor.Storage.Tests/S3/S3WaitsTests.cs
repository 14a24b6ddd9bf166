using Spoor.Storage.S3;
using Xunit;

namespace Spoor.Storage.Tests.S3;

/// <summary>What is waited for, for how long, and what is said of it, on a clock of its own.</summary>
public sealed class S3WaitsTests
{
    private readonly ManualClock _clock = new();
    private readonly List<string> _told = [];
    private readonly S3Waits _waits;

    public S3WaitsTests() => _waits = new S3Waits(new S3Limits(), sentence => _told.Add($"{_clock.Seconds}: {sentence}"), _clock);

    [Fact]
    public void Silent_try_ends_after_half_a_minute_and_the_object_after_two()
    {
        using var wait = Begin("s3://b/k", 1000);
        List<int> silences = [];
        var token = wait.StartTry();
        while (!token.IsCancellationRequested || wait.Fail(new OperationCanceledException()) is TimeoutException)
        {
            if (token.IsCancellationRequested)
            {
                silences.Add(_clock.Seconds);
                token = wait.StartTry();
            }

            Pass(1);
        }

        Assert.Equal([30, 60, 90], silences);
        Assert.Equal(120, _clock.Seconds);
        Assert.Equal(
            "Given up, as less than 5,000 bytes a second came for 120 seconds (nothing came so far; try 4, the last one failed: The server did not answer in time)",
            wait.Fail(new OperationCanceledException()).Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(1000)]
    public void Trickle_ends_soon_however_long_it_could_go_on(int bytesPerSecond)
    {
        using var wait = Begin("s3://b/k", 1_000_000_000);
        var token = wait.StartTry();
        while (!token.IsCancellationRequested)
        {
            wait.Received(bytesPerSecond);
            Pass(1);
        }

        // What comes makes up for its share of the time.
        Assert.InRange(_clock.Seconds, 120, (int)(120 / (1 - (bytesPerSecond / 5000.0))) + 2);
        Assert.StartsWith("Given up, as less than 5,000 bytes a second came for 120 seconds (", wait.Fail(new OperationCanceledException()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Slow_link_that_many_share_is_waited_for()
    {
        // 50 kB a second for 128 transfers: each gets a packet every four seconds.
        var waits = Enumerable.Range(0, 128).Select(number => Begin($"s3://b/{number}", 200_000)).ToList();
        var tokens = waits.Select(wait => wait.StartTry()).ToList();
        for (var second = 0; second < 500; second++)
        {
            for (var packet = 0; packet < 34; packet++)
            {
                waits[((second * 34) + packet) % 128].Received(1460);
            }

            Pass(1);
        }

        Assert.DoesNotContain(tokens, token => token.IsCancellationRequested);
    }

    [Fact]
    public void Time_in_which_nobody_waits_does_not_count()
    {
        var work = new S3Work("s3://b/k", 100);
        for (var read = 0; read < 100; read++)
        {
            using var wait = _waits.Begin(work, CancellationToken.None);
            var token = wait.StartTry();
            Pass(2);
            wait.Received(1);
            Assert.False(token.IsCancellationRequested);
            wait.Dispose();
            Pass(60);
        }
    }

    [Fact]
    public void What_is_waited_for_is_told_from_the_tenth_second_on_and_then_less_and_less_often()
    {
        using var wait = Begin("s3://b/k", 160_123);
        using var listing = Begin("the listing of s3://b/p", null);
        wait.StartTry();
        listing.StartTry();
        wait.Received(34);
        Pass(9);
        Assert.Empty(_told);
        Pass(25);

        Assert.Equal(
            [
                "10: waiting for s3://b/k for 10 s: 34 of 160,123 bytes so far, 1 more wait; given up in 110 s if no more comes",
                "20: waiting for s3://b/k for 20 s: 34 of 160,123 bytes so far, 1 more wait; given up in 100 s if no more comes",
            ],
            _told);
    }

    [Fact]
    public void Nothing_is_told_of_what_comes_fast()
    {
        using var wait = Begin("s3://b/k", 1_000_000_000);
        wait.StartTry();
        for (var second = 0; second < 60; second++)
        {
            wait.Received(1_000_000);
            Pass(1);
        }

        Assert.Empty(_told);
    }

    private S3Wait Begin(string subject, long? size) => _waits.Begin(new S3Work(subject, size), CancellationToken.None);

    private void Pass(int seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            _clock.Seconds++;
            _waits.Look();
        }
    }

    /// <summary>A clock that stands until it is set; its timers never fire.</summary>
    private sealed class ManualClock : TimeProvider
    {
        public int Seconds { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => Seconds * 1000L;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Dead();

        private sealed class Dead : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
