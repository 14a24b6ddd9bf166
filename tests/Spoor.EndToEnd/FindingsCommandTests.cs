using System.Text.Json;
using Spoor.Testing;
using Xunit;

namespace Spoor.EndToEnd;

/// <summary>Findings as scripts and people meet them.</summary>
public sealed class FindingsCommandTests : IDisposable
{
    private static readonly string s_trail = Path.Combine(Repository.Root, "samples", "trail");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("medium", 3)]
    [InlineData("critical", 0)]
    public async Task Findings_make_the_exit_code_if_that_is_asked_for(string severity, int exitCode)
    {
        var outcome = await RunAsync("audit", "cognito", s_trail, "--fail-on", severity);
        Assert.Equal((exitCode, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("(role_chain)", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_being_asked_findings_are_no_failure()
    {
        var outcome = await RunAsync("audit", "cognito", s_trail, "--output", "json");
        Assert.Equal(0, outcome.ExitCode);
        var findings = JsonDocument.Parse(outcome.Output).RootElement.GetProperty("findings");
        var chain = Assert.Single(findings.EnumerateArray(), finding => finding.GetProperty("rule_id").GetString() == "role_chain");
        Assert.Equal("medium", chain.GetProperty("severity").GetString());
        Assert.NotEmpty(chain.GetProperty("event_ids").EnumerateArray());
    }

    [Fact]
    public async Task Rules_are_listed()
    {
        var table = await RunAsync("audit", "rules");
        var json = await RunAsync("audit", "rules", "--output", "json");
        Assert.Equal((0, 0), (table.ExitCode, json.ExitCode));
        var rules = JsonDocument.Parse(json.Output).RootElement.GetProperty("rules");
        Assert.All(rules.EnumerateArray(), rule => Assert.Contains($"  {rule.GetProperty("id").GetString()} ", table.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_printed_thresholds_can_be_given_back()
    {
        var printed = await RunAsync("audit", "rules", "--print-thresholds");
        var outcome = await RunAsync("audit", "rules", "--thresholds", _folder.Write("mine.yaml", printed.Output));
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public async Task A_rule_that_is_at_fault_is_named_before_anything_is_read()
    {
        var rule = _folder.Write("rule.sql", "---\nid: mine\ntitle: t\nseverity: low\nwhy: w\nwhat_to_do: d\nfalse_alarm: f\n---\nSELECT nothing FROM uses\n");
        var outcome = await RunAsync("audit", "cognito", _folder.Path, "--rules", _folder.Path);
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith($"COLUMN_NOT_FOUND: {rule}:9:8: Column 'nothing' cannot be resolved", outcome.Error, StringComparison.Ordinal);
    }

    private Task<ProcessOutcome> RunAsync(params string[] arguments) => SpoorProcess.RunAsync(_folder.Path, arguments);
}
