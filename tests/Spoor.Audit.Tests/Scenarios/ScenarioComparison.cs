using Spoor.Audit.Cognito;
using Xunit;

namespace Spoor.Audit.Tests.Scenarios;

/// <summary>Compares an audit's report with a trail's truth, record by record: what is missing, and what was added.</summary>
internal static class ScenarioComparison
{
    private static readonly string[] s_limits = ["no_pool_data_events", "use_without_issue", "issue_without_use", "candidates", "key_conflict"];

    /// <summary>Fails with the first differences, a line each.</summary>
    public static void AssertNone(IReadOnlyList<string> differences) =>
        Assert.True(differences.Count == 0, $"{differences.Count} differences\n{string.Join('\n', differences.Take(40))}");

    /// <summary>All differences, a line each; none when the report is true and whole.</summary>
    public static List<string> Differences(ScenarioTruth truth, CognitoAuditReport report) =>
    [
        .. Compare(truth, truth.Issues(), Issues(report)),
        .. Compare(truth, truth.Uses(), Uses(report)),
        .. Compare(truth, truth.Chains(), Chains(report)),
        .. Compare(truth, truth.Users(), report.Identities.SelectMany(identity => identity.Users.Select(user => user.UserSub).Select(sub => ScenarioTruth.Line("user", identity.Identity, sub)))),
        .. Compare(truth, truth.Evidence(), report.Evidence.Select(told => ScenarioTruth.Line("evidence", told.EventId, told.Pool, told.Identity))),
        .. Compare(truth, truth.Limits(), Limits(report)),
    ];

    private static IEnumerable<string> Issues(CognitoAuditReport report) => report.Issues.Select(issue =>
        ScenarioTruth.Line("issue", string.Join('+', issue.EventIds), issue.Flow, issue.Pool, issue.Identity, issue.AccessKeyId, issue.ErrorCode));

    private static IEnumerable<string> Uses(CognitoAuditReport report) => report.Uses.Select(use => use.Via == "role_and_session_name"
        ? ScenarioTruth.Line("candidate", use.EventId, use.Role)
        : ScenarioTruth.Line("use", use.EventId, use.Via, use.Pool, use.Identity, use.Role));

    private static IEnumerable<string> Chains(CognitoAuditReport report) => report.Chains.Select(chain =>
        ScenarioTruth.Line("chain", chain.EventId, chain.Depth, chain.FromRole, chain.ToRole, chain.AccessKeyId, chain.Pool, chain.Identity));

    private static IEnumerable<string> Limits(CognitoAuditReport report) => report.Limits.Where(limit => s_limits.Contains(limit.Id)).SelectMany(limit =>
        limit.Id == "no_pool_data_events"
            ? report.Pools.Where(pool => limit.Text.Contains(pool.Pool, StringComparison.Ordinal)).Select(pool => ScenarioTruth.Line(limit.Id, pool.Pool))
            : limit.EventIds.Select(id => ScenarioTruth.Line(limit.Id, id)));

    private static IEnumerable<string> Compare(ScenarioTruth truth, IEnumerable<string> expected, IEnumerable<string> found)
    {
        var (expectedLines, foundLines) = (expected.ToHashSet(StringComparer.Ordinal), found.ToHashSet(StringComparer.Ordinal));
        return expectedLines.Except(foundLines).Select(line => $"missing {Scene(truth, line)}: {line}").Concat(foundLines.Except(expectedLines).Select(line => $"added {Scene(truth, line)}: {line}")).Order(StringComparer.Ordinal);
    }

    private static string Scene(ScenarioTruth truth, string line) => line.Split(' ', '+').Select(truth.SceneOf).FirstOrDefault(scene => scene is not null) ?? "(no scenario)";
}
