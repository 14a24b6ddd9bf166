using System.Text.Json;
using Spoor.Testing;
using Xunit;

namespace Spoor.Engine.Tests.FunctionCases;

/// <summary>Whole queries taken from Trino's tests: none may give other rows, except those that <c>wrong-rows.txt</c> lists with the reason.</summary>
public sealed class QueryCaseTests
{
    [Theory]
    [InlineData("java-queries", 0.6)]
    [InlineData("java-tpch-queries", 0.8)]
    public async Task No_query_gives_other_rows_than_Trino(string name, double leastShareThatAgrees)
    {
        var path = SharedFolder.Require($"cases/{name}.jsonl");
        await using var runner = new CaseRunner();
        var report = new List<string>();
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        var count = 0;
        foreach (var line in File.ReadLines(path))
        {
            using var testCase = JsonDocument.Parse(line);
            if (!HasAnswer(testCase.RootElement))
            {
                continue;
            }

            count++;
            if (await runner.RunAsync(testCase.RootElement, TestContext.Current.CancellationToken) is not { } difference)
            {
                continue;
            }

            var source = testCase.RootElement.GetProperty("source").GetString()!; // Every case has one, and its statement.
            report.Add($"{source}\t{(difference.IsOfRows ? "rows" : "error")}\t{testCase.RootElement.GetProperty("sql").GetString()}\t{difference.Text}".ReplaceLineEndings(" "));
            if (difference.IsOfRows)
            {
                wrong.Add(source);
            }
        }

        if (Environment.GetEnvironmentVariable("SPOOR_CASE_REPORT") is { } folder)
        {
            await File.WriteAllLinesAsync(Path.Combine(folder, $"{name}.tsv"), report, TestContext.Current.CancellationToken);
        }

        Assert.Equal(KnownWrongRows.Of(name), wrong);
        Assert.True(count - report.Count >= count * leastShareThatAgrees, $"{count - report.Count} of {count} queries agree");
    }

    // Some need tables, or were compared with what another database answered.
    private static bool HasAnswer(JsonElement testCase) =>
        !testCase.TryGetProperty("needs", out _) && !testCase.TryGetProperty("expected_h2_sql", out _)
        && !(testCase.TryGetProperty("expected", out var expected) && expected.ValueKind == JsonValueKind.String && expected.ValueEquals("same query on H2 over TPC-H tiny"));
}
