using Spoor.Testing;
using Xunit;

namespace Spoor.EndToEnd;

/// <summary>What was not seen must not look like an acquittal, whatever the command.</summary>
public sealed class NothingReadTests : IDisposable
{
    private static readonly string s_trail = Path.Combine(Repository.Root, "samples", "trail");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true, "audit", "cognito", "logs", "--fail-on", "info")]
    [InlineData(true, "coverage", "logs")]
    [InlineData(true, "watch", "logs", "--once")]
    [InlineData(false, "trace", "id", "logs")]
    [InlineData(false, "policy", "role", "logs")]
    public async Task Logs_without_an_object_end_with_1(bool canAllow, params string[] command)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "logs"));
        var outcome = await RunAsync(command);
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("NOT_FOUND: There is no ", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(canAllow, outcome.Error.Contains("--allow-empty accepts that", StringComparison.Ordinal));
        if (canAllow)
        {
            Assert.Equal(0, (await RunAsync([.. command, "--allow-empty"])).ExitCode);
        }
    }

    [Theory]
    [InlineData("--pool", "us-east-1:3db927b1-2956-41aa-8cdb-1405d665042f")]
    [InlineData("--role", "ShopUserRoel")]
    [InlineData("--from", "2031-01-01")]
    public async Task What_the_logs_do_not_know_ends_with_1(string option, string value)
    {
        var outcome = await RunAsync("audit", "cognito", s_trail, option, value);
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal(0, (await RunAsync("audit", "cognito", s_trail, option, value, "--allow-empty")).ExitCode);
    }

    [Fact]
    public async Task A_watch_that_finds_nothing_new_is_content()
    {
        Trail.AddRecords(_folder.Path, "a", 3);
        Assert.Equal((0, 0), ((await RunAsync("watch", "logs", "--once")).ExitCode, (await RunAsync("watch", "logs", "--once")).ExitCode));
    }

    [Fact]
    public async Task New_objects_without_a_record_end_a_single_look_with_1()
    {
        Trail.Add(_folder.Path, "a", Trail.Gzip(Trail.Records(0)));
        var outcome = await RunAsync("watch", "logs", "--once");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("NOT_FOUND: No record was read in 'logs': 1 new object without one\n", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_that_finds_only_what_is_no_log_ends_with_1_and_names_it()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "logs"));
        var file = Path.Combine(_folder.Path, "logs", "a.csv");
        await File.WriteAllTextAsync(file, "a,b\n", TestContext.Current.CancellationToken);
        var outcome = await RunAsync("watch", "logs", "--once");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("spoor: left out: logs/a.csv: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("NOT_FOUND: There is no log in 'logs': 1 file looked into and left out\n", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_over_no_object_gives_no_row_and_a_hint()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "logs"));
        var outcome = await SpoorProcess.SqlAsync(_folder.Path, "-e", Trail.Table(), "-e", "SELECT count(*) AS n FROM t");
        Assert.Equal((0, "\"n\"\n\"0\"\n"), (outcome.ExitCode, outcome.Output));
        var hint = Assert.Single(outcome.Error.Split('\n'), line => line.StartsWith("Hint:", StringComparison.Ordinal));
        Assert.StartsWith("Hint: No object lies in 's3://b/", hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_table_says_what_lies_there_when_nothing_follows()
    {
        Trail.AddRecords(_folder.Path, "a", 3);
        var outcome = await SpoorProcess.SqlAsync(_folder.Path, "-e", Trail.Table());
        Assert.Matches(@"^t: 1 object, 2024-01-01, \d+ B\n\z", outcome.Problems);
        Assert.Empty((await SpoorProcess.SqlAsync(_folder.Path, "-e", $"DROP TABLE t; {Trail.Table()}", "-e", "SELECT count(*) AS n FROM t")).Problems);
    }

    private Task<ProcessOutcome> RunAsync(params string[] arguments) => SpoorProcess.RunAsync(_folder.Path, arguments);
}
