using System.Text.RegularExpressions;
using Spoor.Audit.Cognito.Model;
using Xunit;

namespace Spoor.Audit.Tests.Scenarios;

/// <summary>Compares an audit's report with a trail's truth, record by record: what is missing, and what was added.</summary>
internal static partial class ScenarioComparison
{
    private static readonly string[] s_limits = ["no_pool_data_events", "use_without_issue", "issue_without_use", "candidates", "key_conflict", "missing_delivery"];

    /// <summary>Fails with the first differences, a line each.</summary>
    public static void AssertNone(IReadOnlyList<string> differences) =>
        Assert.True(differences.Count == 0, $"{differences.Count} differences\n{string.Join('\n', differences.Take(40))}");

    /// <summary>All differences, a line each; none when the report is true and whole.</summary>
    public static List<string> Differences(ScenarioTruth truth, CognitoAuditReport report) =>
    [
        .. Compare(truth, truth.Issues(), Issues(report)),
        .. Compare(truth, truth.Uses(), Uses(report)),
        .. Compare(truth, truth.Chains(), Chains(report)),
        .. Compare(truth, truth.Users(), report.Identities.SelectMany(identity => identity.Users.Select(user => ScenarioTruth.Line("user", identity.Identity, user.UserSub)))),
        .. Compare(truth, truth.SignIns(), report.SignIns.Select(record => ScenarioTruth.Line("sign_in", record.EventId, record.Identity))),
        .. Compare(truth, truth.Changes(), report.ConfigChanges.Select(change => ScenarioTruth.Line("change", change.EventId, change.Pool))),
        .. Compare(truth, truth.Evidence(), report.Evidence.Select(told => ScenarioTruth.Line("evidence", told.EventId, told.Pool, told.Identity))),
        .. Compare(truth, truth.Limits(), Limits(report)),
        .. MissingFindings(truth, report),
        .. AddedFindings(truth, report),
    ];

    private static IEnumerable<string> Issues(CognitoAuditReport report) => report.Issues.Select(issue =>
        ScenarioTruth.Line("issue", string.Join('+', issue.EventIds), issue.Flow, issue.Pool, issue.Identity, issue.AccessKeyId, issue.ErrorCode));

    private static IEnumerable<string> Uses(CognitoAuditReport report) => report.Uses.Select(use => use.Via == "role_and_session_name"
        ? ScenarioTruth.Line("candidate", use.EventId, use.Role)
        : ScenarioTruth.Line("use", use.EventId, use.Via, use.Pool, use.Identity, use.Role));

    private static IEnumerable<string> Chains(CognitoAuditReport report) => report.Chains.Select(chain =>
        ScenarioTruth.Line("chain", chain.EventId, chain.Depth, chain.FromRole, chain.ToRole, chain.AccessKeyId, chain.Pool, chain.Identity));

    private static IEnumerable<string> Limits(CognitoAuditReport report) => report.Limits.Where(limit => s_limits.Contains(limit.Id)).SelectMany(limit => limit.Id switch
    {
        "no_pool_data_events" => report.Pools.Where(pool => limit.Text.Contains(pool.Pool, StringComparison.Ordinal)).Select(pool => ScenarioTruth.Line(limit.Id, pool.Pool)),
        "missing_delivery" => [ScenarioTruth.Line([limit.Id, .. AccountRegionDays().Match(limit.Text).Groups.Values.Skip(1)])],
        _ => limit.EventIds.Select(id => ScenarioTruth.Line(limit.Id, id)),
    });

    /// <summary>Facts that no finding of their rule names whole. How many findings a rule makes of one fact is its own affair.</summary>
    private static IEnumerable<string> MissingFindings(ScenarioTruth truth, CognitoAuditReport report)
    {
        foreach (var fact in truth.Findings())
        {
            var named = report.Findings.Where(finding => finding.RuleId == fact.Rule && fact.Covers(finding.EventIds)).SelectMany(finding => finding.EventIds).ToHashSet();
            if (named.Count == 0 || !fact.Required.All(named.Contains))
            {
                yield return $"missing {fact.Scene}: finding {fact.Rule} of {string.Join(' ', fact.Required.Where(id => !named.Contains(id)))}";
            }
        }
    }

    /// <summary>Findings that are no fact of their rule, or name records that have nothing to do with it.</summary>
    private static IEnumerable<string> AddedFindings(ScenarioTruth truth, CognitoAuditReport report)
    {
        var facts = truth.Findings();
        return report.Findings.Where(finding => finding.EventIds.Count == 0 || !facts.Any(fact => fact.Rule == finding.RuleId && fact.Covers(finding.EventIds)))
            .Select(finding => $"added {Scene(truth, string.Join(' ', finding.EventIds))}: finding {finding.RuleId} {finding.Detail} of {string.Join(' ', finding.EventIds)}");
    }

    private static IEnumerable<string> Compare(ScenarioTruth truth, IEnumerable<string> expected, IEnumerable<string> found)
    {
        var (expectedLines, foundLines) = (expected.ToHashSet(StringComparer.Ordinal), found.ToHashSet(StringComparer.Ordinal));
        return expectedLines.Except(foundLines).Select(line => $"missing {Scene(truth, line)}: {line}").Concat(foundLines.Except(expectedLines).Select(line => $"added {Scene(truth, line)}: {line}")).Order(StringComparer.Ordinal);
    }

    private static string Scene(ScenarioTruth truth, string line) => line.Split(' ', '+').Select(truth.SceneOf).FirstOrDefault(scene => scene is not null) ?? "(no scenario)";

    [GeneratedRegex("([0-9]{12}), ([a-z0-9-]+): nothing was delivered on ([0-9-]+)")]
    private static partial Regex AccountRegionDays();
}
