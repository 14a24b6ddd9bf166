using System.Text.Json.Nodes;
using CsCheck;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Tests.Findings;
using Spoor.Samples.Scenarios;
using Spoor.Testing;
using Xunit;
using static Spoor.Audit.Tests.Findings.Story;

namespace Spoor.Audit.Tests.Cognito.Model;

/// <summary>The same records give the same report, to the letter, in whatever order records and objects were delivered.</summary>
public sealed class ReportOrderTests
{
    private const int Objects = 4;

    private static readonly int s_shuffles = Environment.GetEnvironmentVariable("SPOOR_LONG_TESTS") == "1" ? 20 : 8;

    private static readonly string[] s_keys = ["ASIA1", "ASIA2", "ASIA3"];
    private static readonly string[] s_people = [Ann, Bob, Cid];
    private static readonly string[] s_roles = [UserRole, GuestRole];
    private static readonly string[] s_addresses = [Home, "198.51.100.9", "52.95.171.86", "cognito-identity.amazonaws.com"];
    private static readonly string[] s_times = ["09:00:00", "09:00:01", "09:00:02", "09:05:00"];

    [Fact]
    public async Task Records_that_contradict_each_other_at_the_same_moment_are_chosen_between_by_what_they_say() =>
        await Gen.Int[0, int.MaxValue].SampleAsync(seed => AssertOneReportAsync(Contradictions(new Random(seed)), seed, s_shuffles), iter: 2, threads: 1, print: seed => $"seed {seed}");

    [Fact]
    public async Task All_scenarios_together_give_one_report()
    {
        using var folder = new TemporaryFolder();
        ScenarioTrail.Write(folder.Path, new ScenarioOptions([], Seed: 5), TestContext.Current.CancellationToken);
        var records = Directory.EnumerateFiles(folder.Path, "*.json.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(RecordsOf).ToList();
        await AssertOneReportAsync(records, seed: 5, shuffles: 4);
    }

    private static async Task<bool> AssertOneReportAsync(IReadOnlyList<string> records, int seed, int shuffles)
    {
        var expected = await ReportAsync(records, new Random(seed), isShuffled: false);
        for (var shuffle = 1; shuffle <= shuffles; shuffle++)
        {
            Assert.Equal(expected, await ReportAsync(records, new Random(HashCode.Combine(seed, shuffle)), isShuffled: true));
        }

        return true;
    }

    private static async Task<string> ReportAsync(IReadOnlyList<string> records, Random random, bool isShuffled)
    {
        using var folder = new TemporaryFolder();
        var order = records.ToArray();
        if (isShuffled)
        {
            random.Shuffle(order);
        }

        // As many objects each time, some of which may be empty, so that nothing but the order differs.
        var parts = order.Select((record, index) => (Record: record, Object: isShuffled ? random.Next(Objects) : index * Objects / order.Length)).ToLookup(item => item.Object, item => item.Record);
        for (var number = 0; number < Objects; number++)
        {
            folder.Write($"{number}.json", $$"""{"Records":[{{string.Join(',', parts[number])}}]}""");
        }

        return await ReportText.OfAsync(await Truth.AuditAsync(new CognitoAuditRequest(folder.Path)));
    }

    private static IEnumerable<string> RecordsOf(string file)
    {
        using var content = new System.IO.Compression.GZipStream(File.OpenRead(file), System.IO.Compression.CompressionMode.Decompress);
        return [.. Records(JsonNode.Parse(content))];
    }

    private static IEnumerable<string> Records(JsonNode? log) => log!["Records"]!.AsArray().Select(record => record!.ToJsonString()); // A log has records.

    /// <summary>Few keys, people and moments, so that nearly every choice is a tie.</summary>
    private static List<string> Contradictions(Random random)
    {
        T Any<T>(T[] of) => of[random.Next(of.Length)];
        var story = new Story();
        for (var i = 0; i < 16; i++)
        {
            _ = random.Next(8) switch
            {
                0 => story.Enhanced($"i{i}", Any(s_times), Any(s_keys), Any(s_people), Any(s_roles), ip: Any(s_addresses), asked: Any(s_people), guest: random.Next(2) == 0),
                1 => story.Basic($"b{i}", Any(s_times), Any(s_keys), Any(s_people), Any(s_roles), ip: Any(s_addresses))
                    .But(record => record["requestParameters"]!["roleSessionName"] = random.Next(2) == 0 ? "CognitoIdentityCredentials" : "phone"),
                2 => story.Token($"t{i}", Any(s_times), Any(s_people), ip: Any(s_addresses), guest: random.Next(2) == 0, answered: Any(s_people)),
                3 => story.GetId($"g{i}", Any(s_times), Any(s_people), ip: Any(s_addresses)),
                4 => story.SetRoles($"c{i}", Any(s_times), Any(s_roles), Any(s_roles)),
                5 => story.Use(
                    $"a{i}", Any(s_times), Any(s_keys), "sts", "AssumeRole", random.Next(2) == 0 ? Any(s_people) : null, role: Any(s_roles), ip: Any(s_addresses),
                    request: new() { ["roleArn"] = Any(s_roles) }, response: new() { ["credentials"] = new JsonObject { ["accessKeyId"] = Any(s_keys) } }, created: "09:00:00"),
                _ => story.Use(
                    $"u{i}", Any(s_times), Any(s_keys), "s3", "GetObject", random.Next(2) == 0 ? Any(s_people) : null, random.Next(2) == 0, Any(s_roles), Any(s_addresses),
                    created: random.Next(2) == 0 ? "09:00:00" : null, sub: Any(s_people)),
            };
        }

        return [.. Records(JsonNode.Parse(story.Log))];
    }
}
