using Spoor.Audit.Watching;
using Spoor.Core.Errors;
using Spoor.Engine.Sessions;
using Xunit;

namespace Spoor.Audit.Tests.Watching;

public sealed class WatchLoopTests : IDisposable
{
    private readonly WatchedFolder _folder = new();
    private readonly HastyClock _clock = new();
    private readonly List<WatchPoll> _polls = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_looks_from_interval_to_interval_and_ends_at_an_object_that_stays_unreadable()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Logs, "a.json"), """{"Records":[{"eventName":""", TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<QueryException>(() => RunAsync(loop => loop.ForeverAsync(TimeSpan.FromMinutes(7), TestContext.Current.CancellationToken)));
        Assert.StartsWith($"{_folder.Logs}/a.json cannot be read: ", error.Message, StringComparison.Ordinal);
        Assert.Equal("It was not remembered as read: mend it, or give objects up that stay unreadable.", error.Hint);
        Assert.Equal([1, 2, 3, 4, 5], _polls.Select(poll => poll.Problems[0].Attempts));
        Assert.Equal(Enumerable.Repeat(TimeSpan.FromMinutes(7), 4), _clock.Waits);
    }

    [Fact]
    public async Task A_single_look_ends_at_the_first_object_that_cannot_be_read_unless_such_are_given_up()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Logs, "a.json"), """{"Records":[{"eventName":""", TestContext.Current.CancellationToken);
        Assert.Equal(ErrorCode.HiveCursorError, (await Assert.ThrowsAsync<QueryException>(() => OnceAsync(allowsEmpty: true))).Code);
        Assert.True(await OnceAsync(allowsEmpty: true, skipsBad: true));
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task A_single_look_at_nothing_is_an_error_unless_that_is_allowed()
    {
        var error = await Assert.ThrowsAsync<QueryException>(() => OnceAsync(allowsEmpty: false));
        Assert.Equal((ErrorCode.NotFound, $"There is no log in '{_folder.Logs}', so there is nothing to watch"), (error.Code, error.Message));
        Assert.True(await OnceAsync(allowsEmpty: true));
    }

    private async Task<bool> OnceAsync(bool allowsEmpty, bool skipsBad = false)
    {
        var isDelivered = false;
        await RunAsync(async loop => isDelivered = await loop.OnceAsync(allowsEmpty, TestContext.Current.CancellationToken), skipsBad);
        return isDelivered;
    }

    private async Task RunAsync(Func<WatchLoop, Task> run, bool skipsBad = false)
    {
        var request = new WatchRequest(_folder.Logs, _folder.State) { Clock = _clock, SkipsBad = skipsBad };
        using var watch = TrailWatch.Open(request, new EngineOptions(), []);
        await run(new WatchLoop(watch, request, poll =>
        {
            _polls.Add(poll);
            return Task.CompletedTask;
        }));
    }

    /// <summary>A clock on which every wait is over at once.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public List<TimeSpan> Waits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
