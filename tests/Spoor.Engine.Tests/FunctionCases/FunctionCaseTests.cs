using System.Text.Json;
using Spoor.Testing;
using Xunit;

namespace Spoor.Engine.Tests.FunctionCases;

/// <summary>Cases taken from Trino's tests of its functions and operators. What still differs, and why, stands in <c>gaps.md</c>.</summary>
public sealed class FunctionCaseTests
{
    // Raised as causes are fixed; never lowered.
    private const double LeastShareOfExamplesThatAgrees = 0.8;
    private const double LeastShareThatAgrees = 0.88;

    [Fact]
    public async Task Most_examples_of_the_documentation_agree()
    {
        var path = SharedFolder.Require("cases/docs-functions.jsonl");
        await using var runner = new CaseRunner();
        var failures = new List<string>();
        var count = 0;
        foreach (var line in File.ReadLines(path))
        {
            using var example = JsonDocument.Parse(line);
            if (example.RootElement.GetProperty("kind").GetString() != "scalar" || example.RootElement.TryGetProperty("nondeterministic", out _))
            {
                continue;
            }

            count++;
            if (await runner.RunExampleAsync(example.RootElement, TestContext.Current.CancellationToken) is { } failure)
            {
                failures.Add($"{example.RootElement.GetProperty("source").GetString()}\t{example.RootElement.GetProperty("sql").GetString()?.ReplaceLineEndings(" ")}\t{failure}");
            }
        }

        await ReportAsync("examples", failures);
        Assert.True(count - failures.Count >= count * LeastShareOfExamplesThatAgrees, $"{count - failures.Count} of {count} examples agree");
    }

    [Fact]
    public async Task Most_cases_of_Trinos_own_tests_agree()
    {
        var path = SharedFolder.Require("cases/java-functions.jsonl");
        await using var runner = new CaseRunner();
        var failures = new List<string>();
        var count = 0;
        foreach (var line in File.ReadLines(path))
        {
            using var testCase = JsonDocument.Parse(line);
            count++;
            if (await runner.RunAsync(testCase.RootElement, TestContext.Current.CancellationToken) is { } failure)
            {
                failures.Add($"{testCase.RootElement.GetProperty("source").GetString()}\t{testCase.RootElement.GetProperty("sql").GetString()}\t{failure.Text}");
            }
        }

        await ReportAsync("cases", failures);
        Assert.True(count - failures.Count >= count * LeastShareThatAgrees, $"{count - failures.Count} of {count} cases agree");
    }

    private static async Task ReportAsync(string name, List<string> failures)
    {
        if (Environment.GetEnvironmentVariable("SPOOR_CASE_REPORT") is { } folder)
        {
            await File.WriteAllLinesAsync(Path.Combine(folder, $"{name}.tsv"), failures, TestContext.Current.CancellationToken);
        }
    }
}
