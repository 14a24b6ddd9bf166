using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Coverage;
using Spoor.Audit.Policies;
using Spoor.Audit.Tests.Cognito.Model;
using Spoor.Audit.Tests.Coverage;
using Spoor.Audit.Tests.Watching;
using Spoor.Audit.Traces;
using Spoor.Core.Collections;
using Spoor.Engine.Sessions;
using Spoor.Samples.Scenarios;
using Spoor.Testing;
using Xunit;

namespace Spoor.Audit.Tests.Scenarios;

/// <summary>Law: whatever is around records, what is said of them is the same.</summary>
public sealed class WrappedScenariosTests
{
    private static readonly long s_trails = Environment.GetEnvironmentVariable("SPOOR_LONG_TESTS") == "1" ? 60 : 4;

    [Fact]
    public Task The_audit_is_that_of_the_records_alone() => SampleAsync(async (plain, wrapped) =>
        Assert.Equal(Text(await Truth.AuditAsync(new CognitoAuditRequest(plain))), Text(await Truth.AuditAsync(new CognitoAuditRequest(wrapped)))));

    [Fact]
    public Task The_coverage_is_that_of_the_records_alone() => SampleAsync(async (plain, wrapped) =>
        Assert.Equal(Text(await CoverageFacts.SurveyAsync(new CoverageRequest(plain))), Text(await CoverageFacts.SurveyAsync(new CoverageRequest(wrapped)))));

    [Fact]
    public Task Trace_and_policy_are_those_of_the_records_alone() => SampleAsync(async (plain, wrapped) =>
    {
        var report = await Truth.AuditAsync(new CognitoAuditRequest(plain));
        foreach (var key in report.Sessions.Select(session => session.AccessKeyId).Where(key => key.Length > 0).Take(1))
        {
            Task<TraceReport> TraceAsync(string logs) => TraceAudit.RunAsync(new TraceRequest(key, logs), new EngineOptions(), TestContext.Current.CancellationToken);
            Assert.Equal(Text(await TraceAsync(plain)), Text(await TraceAsync(wrapped)));
        }

        foreach (var role in report.Roles.Where(role => role.Calls > 0).Select(role => role.Role).Take(1)) // Of a role without calls there is no policy.
        {
            Task<PolicyReport> PolicyAsync(string logs) => PolicyAudit.RunAsync(new PolicyRequest(logs, role), new EngineOptions(), TestContext.Current.CancellationToken);
            Assert.Equal(Text(await PolicyAsync(plain)), Text(await PolicyAsync(wrapped)));
        }
    });

    [Fact]
    public Task The_watch_tells_what_it_tells_of_the_records_alone() => SampleAsync(async (plain, wrapped) =>
        Assert.Equal(await WatchAsync(plain), await WatchAsync(wrapped)));

    private static async Task<List<string>> WatchAsync(string logs)
    {
        using var watched = new WatchedFolder();
        foreach (var path in Directory.EnumerateFiles(logs, "*.json.gz", SearchOption.AllDirectories))
        {
            var target = Path.Combine(watched.Logs, Path.GetRelativePath(logs, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!); // A file has a folder.
            File.Copy(path, target);
        }

        var (poll, lines) = await watched.PollAsync();
        return [$"{poll.Objects} objects, {poll.Records} records, {poll.Problems.Count} problems", .. lines.Select(line => Text(line)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Trails of a few scenarios among noise, and the same with each object's records in other wrappers.</summary>
    private static Task SampleAsync(Func<string, string, Task> holds) => Gen.Int[0, int.MaxValue].SampleAsync(
        async seed =>
        {
            var random = new Random(seed);
            using var plain = new TemporaryFolder();
            using var wrapped = new TemporaryFolder();
            var names = ScenarioTrail.All.Select(scenario => scenario.Name).OrderBy(_ => random.Next()).Take(4).ToValueList();
            ScenarioTrail.Write(plain.Path, new ScenarioOptions(names, seed, Noise: 100), TestContext.Current.CancellationToken);
            foreach (var path in Directory.EnumerateFiles(plain.Path, "*.json.gz", SearchOption.AllDirectories))
            {
                Wrap(path, Path.Combine(wrapped.Path, Path.GetRelativePath(plain.Path, path)), new TrailWrapper(random), random.Next(1, 4));
            }

            await holds(plain.Path, wrapped.Path);
        },
        iter: s_trails,
        threads: 1);

    private static void Wrap(string path, string target, TrailWrapper wrapper, int depth)
    {
        using var log = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var document = JsonDocument.Parse(log);
        var records = document.RootElement.GetProperty("Records").EnumerateArray().Select(record => record.GetRawText()).ToList();
        Directory.CreateDirectory(Path.GetDirectoryName(target)!); // A file has a folder.
        using var compressed = new GZipStream(File.Create(target), CompressionLevel.Fastest);
        compressed.Write(Encoding.UTF8.GetBytes(wrapper.File(records, depth)));
    }

    /// <summary>All that a report says of records: not where it was read, how many bytes that were and how long it took.</summary>
    private static string Text<T>(T report)
    {
        var json = JsonSerializer.SerializeToNode(report);
        Strip(json);
        return json?.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) ?? "";
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            foreach (var name in members.Select(member => member.Key).Where(name => name is "Scope" or "Seconds" || name.StartsWith("Bytes", StringComparison.Ordinal)).ToList())
            {
                members.Remove(name);
            }

            members.Select(member => member.Value).ToList().ForEach(Strip);
        }
        else if (node is JsonArray elements)
        {
            elements.ToList().ForEach(Strip);
        }
    }
}
