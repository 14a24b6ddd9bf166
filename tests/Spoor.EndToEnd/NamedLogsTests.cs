using Spoor.Testing;
using Xunit;

namespace Spoor.EndToEnd;

/// <summary>Logs named on the command line, by the environment or in spoor.json are table <c>cloudtrail</c> without DDL.</summary>
public sealed class NamedLogsTests : IDisposable
{
    private const string Count = "SELECT count(*) AS n FROM cloudtrail";

    private readonly TemporaryFolder _folder = new();

    public NamedLogsTests()
    {
        _folder.Write("logs/a.json", """{"Records":[{"eventVersion":"1.08","eventID":"1","eventTime":"2025-03-04T00:00:00Z"},{"eventVersion":"1.08","eventID":"2","eventTime":"2025-03-05T00:00:00Z"}]}""");
        _folder.Write("other/a.json", """{"Records":[{"eventVersion":"1.08","eventID":"1","eventTime":"2025-03-04T00:00:00Z"}]}""");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Logs_are_named_before_or_behind_the_statement()
    {
        Assert.Equal((0, "\"n\"\n\"2\"\n"), await OutcomeAsync(["sql", "logs", "-e", Count]));
        Assert.Equal((0, "\"n\"\n\"2\"\n"), await OutcomeAsync(["sql", "-e", Count, "logs"]));
        Assert.Equal((0, "\"n\"\n\"1\"\n"), await OutcomeAsync(["sql", "-e", "SELECT 1 AS a", "other", "-e", Count], lines: 2));
    }

    [Fact]
    public async Task The_argument_comes_before_the_environment_and_that_before_spoor_json()
    {
        _folder.Write("spoor.json", """{ "logs": "other" }""");
        Assert.Equal((0, "\"n\"\n\"1\"\n"), await OutcomeAsync(["sql", "-e", Count]));
        var logs = new Dictionary<string, string> { ["SPOOR_LOGS"] = Path.Combine(_folder.Path, "logs") };
        Assert.Equal((0, "\"n\"\n\"2\"\n"), await OutcomeAsync(["sql", "-e", Count], logs));
        Assert.Equal((0, "\"n\"\n\"1\"\n"), await OutcomeAsync(["sql", "other", "-e", Count], logs));
        Assert.Contains("other", (await SpoorProcess.RunAsync(_folder.Path, ["coverage"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_logs_a_report_says_the_three_ways_to_name_them()
    {
        var outcome = await SpoorProcess.RunAsync(_folder.Path, ["audit", "cognito"]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("Name a folder or s3://bucket/prefix, or set SPOOR_LOGS, or write { \"logs\": \"PATH\" } into spoor.json.", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_default_that_is_not_there_is_named_with_its_source()
    {
        _folder.Write("spoor.json", """{ "logs": "gone" }""");
        var outcome = await SpoorProcess.RunAsync(_folder.Path, ["sql", "-e", "SELECT 1"]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("logs of spoor.json: There is no folder", outcome.Error, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output)> OutcomeAsync(string[] arguments, Dictionary<string, string>? environment = null, int lines = 0)
    {
        var outcome = await SpoorProcess.RunAsync(_folder.Path, arguments, environment: environment);
        return (outcome.ExitCode, string.Concat(outcome.Output.Split('\n').Skip(lines).Where(line => line.Length > 0).Select(line => $"{line}\n")));
    }
}
