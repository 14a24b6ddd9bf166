using Spoor.Testing;
using Xunit;

namespace Spoor.EndToEnd;

public sealed class InterruptTests : IDisposable
{
    private static readonly TimeSpan s_running = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20); // A second on an idle machine; what does not stop runs for minutes.
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Control_C_stops_a_long_scan()
    {
        var records = string.Concat(Enumerable.Repeat("{\"eventName\":\"GetObject\",\"eventID\":\"1\"},", 10_000));
        Trail.AddRepeated(_folder.Path, "long", "{\"Records\":[", records, 2000, "{}]}");
        await AssertStopsAsync(Trail.Table(), "SELECT count(DISTINCT eventid || eventname) FROM t");
    }

    [Theory]
    [InlineData("SELECT count(*) FROM UNNEST(sequence(1, 10000)) a(x), UNNEST(sequence(1, 10000)) b(y), UNNEST(sequence(1, 10000)) c(z) WHERE x * y = z + 7")]
    [InlineData("SELECT x * y, y * z, count(*) FROM UNNEST(sequence(1, 10000)) a(x), UNNEST(sequence(1, 10000)) b(y), UNNEST(sequence(1, 10000)) c(z) GROUP BY 1, 2 ORDER BY 3")]
    public Task Control_C_stops_a_heavy_join_and_aggregation(string statement) => AssertStopsAsync(statement);

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task The_exit_code_tells_which_signal_it_was(string signal, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: Windows has no signals to send");
        var records = string.Concat(Enumerable.Repeat("{\"eventName\":\"GetObject\",\"eventID\":\"1\"},", 10_000));
        Trail.AddRepeated(_folder.Path, "long", "{\"Records\":[", records, 2000, "{}]}");
        for (var run = 0; run < 3; run++)
        {
            string[] arguments = ["sql", "--home", ":memory:", "--bucket", $"b={_folder.Path}", "-e", Trail.Table(), "-e", "SELECT count(DISTINCT eventid || eventname) FROM t"];
            var outcome = await SpoorProcess.RunAsync(_folder.Path, arguments, interruptAfter: s_running, signal: signal);
            Assert.Equal((exitCode, "Cancelled.\n"), (outcome.ExitCode, outcome.Problems));
        }
    }

    public void Dispose() => _folder.Dispose();

    private async Task AssertStopsAsync(params string[] statements)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: Windows has no SIGINT to send");
        string[] arguments = ["sql", "--bucket", $"b={_folder.Path}", .. statements.SelectMany(statement => (string[])["-e", statement])];
        var outcome = await SpoorProcess.RunAsync(_folder.Path, arguments, interruptAfter: s_running);
        Assert.Equal((130, "Cancelled.\n"), (outcome.ExitCode, outcome.Problems));
        Assert.InRange(outcome.StoppedAfter, TimeSpan.Zero, s_limit);
    }
}
