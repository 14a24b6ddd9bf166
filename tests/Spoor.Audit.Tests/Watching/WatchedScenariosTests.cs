using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Tests.Cognito.Model;
using Spoor.Samples.Scenarios;
using Spoor.Testing;
using Xunit;
using static Spoor.Audit.Tests.Watching.WatchedFolder;

namespace Spoor.Audit.Tests.Watching;

/// <summary>All scenarios, their objects delivered in any order over several looks: the watch tells in the end what the audit finds at once.</summary>
public sealed class WatchedScenariosTests
{
    private const int Looks = 3;

    [Fact]
    public async Task Sessions_and_findings_are_those_of_the_audit_whatever_the_order_of_delivery()
    {
        var seed = Environment.GetEnvironmentVariable("SPOOR_LONG_TESTS") == "1" ? Environment.TickCount : 1;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        using var trail = new TemporaryFolder();
        using var watched = new WatchedFolder();
        ScenarioTrail.Write(trail.Path, new ScenarioOptions([], seed, Noise: 500), TestContext.Current.CancellationToken);
        var random = new Random(seed);
        var objects = Directory.EnumerateFiles(trail.Path, "*.json.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal).OrderBy(_ => random.Next()).ToList();
        var sessions = new List<string?>();
        var findings = new List<(string? Rule, string? Subject)>();
        foreach (var arriving in objects.Chunk((objects.Count + Looks - 1) / Looks))
        {
            foreach (var path in arriving)
            {
                var target = Path.Combine(watched.Logs, Path.GetRelativePath(trail.Path, path));
                Directory.CreateDirectory(Path.GetDirectoryName(target) ?? "");
                File.Copy(path, target);
            }

            var (_, lines) = await watched.PollAsync();
            sessions.AddRange(lines.Where(line => Text(line, "type") == "session").Select(line => Text(line, "access_key_id")));
            findings.AddRange(lines.Where(line => Text(line, "type") == "finding").Select(line => (Text(line, "rule_id"), Text(line, "subject"))));
        }

        var report = await Truth.AuditAsync(new CognitoAuditRequest(trail.Path));
        Assert.Equal(sessions.Count, sessions.Distinct().Count());
        Assert.Empty(report.Sessions.Select(session => session.AccessKeyId).Except(sessions));
        Assert.Empty(report.Findings.Select(finding => ((string?)finding.RuleId, finding.Subject)).Except(findings));
    }
}
