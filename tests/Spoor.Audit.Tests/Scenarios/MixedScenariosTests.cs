using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Tests.Cognito.Model;
using Spoor.Core.Collections;
using Spoor.Samples.Scenarios;
using Spoor.Testing;
using Xunit;

namespace Spoor.Audit.Tests.Scenarios;

/// <summary>All scenarios at once, hidden in an ordinary account's noise, are found as each is alone.</summary>
public sealed partial class MixedScenariosTests
{
    /// <summary>A million when long tests are asked for, as the project promises; less in the gate.</summary>
    private static int Noise => Environment.GetEnvironmentVariable("SPOOR_LONG_TESTS") == "1" ? 1_000_000 : 100_000;

    [Theory]
    [InlineData(1)]
    [InlineData(20250303)]
    public async Task Mixed_into_noise_all_are_found_and_nothing_is_added(int seed)
    {
        using var folder = new TemporaryFolder();
        ScenarioTrail.Write(folder.Path, new ScenarioOptions([], seed, seed == 1 ? Noise : Noise / 20), TestContext.Current.CancellationToken);
        var report = await Truth.AuditAsync(new CognitoAuditRequest(folder.Path, From: ScenarioTrail.From));
        ScenarioComparison.AssertNone(ScenarioComparison.Differences(new ScenarioTruth(folder.Path, ScenarioTrail.From), report));
    }

    [Fact]
    public async Task Without_a_window_the_first_day_counts_too()
    {
        using var folder = new TemporaryFolder();
        var names = ScenarioTrail.All.Select(scenario => scenario.Name).Where(name => name != "before_the_window_benign").ToValueList();
        ScenarioTrail.Write(folder.Path, new ScenarioOptions(names, Seed: 3, Noise: 5_000), TestContext.Current.CancellationToken);
        var report = await Truth.AuditAsync(new CognitoAuditRequest(folder.Path));
        ScenarioComparison.AssertNone(ScenarioComparison.Differences(new ScenarioTruth(folder.Path, from: null), report));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task In_whatever_order_records_are_delivered_all_are_found(int seed)
    {
        using var folder = new TemporaryFolder();
        ScenarioTrail.Write(folder.Path, new ScenarioOptions([], seed, Noise: 1_000), TestContext.Current.CancellationToken);
        Scatter(folder.Path, new Random(seed));
        var report = await Truth.AuditAsync(new CognitoAuditRequest(folder.Path, From: ScenarioTrail.From));
        ScenarioComparison.AssertNone(ScenarioComparison.Differences(new ScenarioTruth(folder.Path, ScenarioTrail.From), report));
    }

    [Fact]
    public async Task Tables_know_depth_origin_and_issue_of_every_call()
    {
        using var folder = new TemporaryFolder();
        ScenarioTrail.Write(folder.Path, new ScenarioOptions([], Seed: 7, Noise: 5_000), TestContext.Current.CancellationToken);
        ScenarioComparison.AssertNone(await new ScenarioTables(folder.Path).DifferencesAsync(new CognitoAuditRequest(folder.Path, From: ScenarioTrail.From)));
    }

    /// <summary>Delivers the records of each object in several, at any time of its day.</summary>
    private static void Scatter(string folder, Random random)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.json.gz", SearchOption.AllDirectories).ToList())
        {
            JsonNode log;
            using (var content = new GZipStream(File.OpenRead(file), CompressionMode.Decompress))
            {
                log = JsonNode.Parse(content)!; // A log is an object.
            }

            File.Delete(file);
            foreach (var (number, records) in log["Records"]!.AsArray().GroupBy(_ => random.Next(4)).Select(part => (part.Key, part.ToList())))
            {
                var part = $$"""{"Records":[{{string.Join(',', records.Select(record => record!.ToJsonString()))}}]}""";
                var name = DeliveryTime().Replace(Path.GetFileName(file), $"T{random.Next(24):00}{random.Next(60):00}Z_{number}", count: 1);
                File.WriteAllText(Path.Combine(Path.GetDirectoryName(file)!, name[..^".gz".Length]), part);
            }
        }
    }

    [GeneratedRegex("T[0-9]{4}Z_")]
    private static partial Regex DeliveryTime();
}
