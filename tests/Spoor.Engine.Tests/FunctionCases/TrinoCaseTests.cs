using Spoor.Testing;
using Xunit;

namespace Spoor.Engine.Tests.FunctionCases;

/// <summary>
/// The cases of Trino's tests of its functions, operators and queries, and the examples of its documentation: each agrees, but those that <c>gaps.txt</c> lists with the reason,
/// and all of those still disagree, in the way that is listed.
/// </summary>
public sealed class TrinoCaseTests
{
    public static TheoryData<string> Files => ["docs-functions", "java-functions", "java-queries", "java-tpch-queries"];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_case_agrees_with_Trino_but_the_listed_gaps(string file)
    {
        var cases = TrinoCase.ReadAll(SharedFolder.Require($"cases/{file}.jsonl"));
        var gaps = CaseGap.ReadAll().Where(gap => gap.File == file).ToDictionary(gap => gap.Key);
        await using var runner = new CaseRunner();
        var faults = new List<string>();
        foreach (var one in cases)
        {
            var difference = await runner.RunAsync(one, TestContext.Current.CancellationToken);
            gaps.Remove(one.Key, out var gap);
            if (difference?.Outcome != gap?.Outcome)
            {
                faults.Add(Describe(file, one, difference, gap));
            }
        }

        faults.AddRange(gaps.Values.Select(gap => $"{file}: {gap.Key} is listed in gaps.txt but is no case"));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Every_gap_is_of_a_file_of_cases() =>
        Assert.Empty(CaseGap.ReadAll().Select(gap => gap.File).Distinct().Except(Files.Select(row => row.Data)));

    private static string Describe(string file, TrinoCase one, CaseDifference? difference, CaseGap? gap) =>
        difference is null
            ? $"{file}: {one.Key} is listed in gaps.txt but agrees"
            : $"{file}: {one.Key} | {difference.Outcome.ToString().ToLowerInvariant()} | {(gap is null ? "is not listed in gaps.txt" : $"is listed in gaps.txt as {gap.Outcome}")}: {one.Sql}: {difference.Text}".ReplaceLineEndings(" ");
}
