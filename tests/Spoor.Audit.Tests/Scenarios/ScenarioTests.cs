using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Tests.Cognito.Model;
using Spoor.Core.Collections;
using Spoor.Samples.Scenarios;
using Spoor.Testing;
using Xunit;

namespace Spoor.Audit.Tests.Scenarios;

/// <summary>On each scenario alone the audit finds all that is true, and adds nothing.</summary>
public sealed class ScenarioTests
{
    private static readonly string[] s_rules =
    [
        "guest_outside_session_policy", "basic_flow_new", "role_not_attached", "key_other_source", "key_after_expiry", "identity_farming", "distant_sources", "denied_enumeration", "role_chain",
        "cross_account", "guest_write", "iam_sts_org_call", "s3_outside_prefix", "developer_token_long", "claim_changed", "pool_opened_to_guests", "classic_flow_enabled", "first_api_use",
        "guest_basic_flow", "role_guessing",
    ];

    public static TheoryData<string> Names => [.. ScenarioTrail.All.Select(scenario => scenario.Name)];

    [Fact]
    public void Every_rule_has_a_scenario_and_a_benign_twin()
    {
        var names = ScenarioTrail.All.Select(scenario => scenario.Name).ToHashSet();
        Assert.Equal(names.Count, ScenarioTrail.All.Count);
        Assert.All(s_rules, rule => Assert.True(names.Contains(rule) && names.Contains(rule + "_benign"), rule));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Alone_it_is_found_whole(string name)
    {
        using var folder = new TemporaryFolder();
        ScenarioTrail.Write(folder.Path, new ScenarioOptions([name]), TestContext.Current.CancellationToken);
        var report = await Truth.AuditAsync(new CognitoAuditRequest(folder.Path, From: ScenarioTrail.From));
        ScenarioComparison.AssertNone(ScenarioComparison.Differences(new ScenarioTruth(folder.Path, ScenarioTrail.From), report));
    }

    [Fact]
    public async Task A_report_of_other_records_differs_in_every_respect()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();
        ValueList<string> names = ["chain_2", "join_candidate", "join_sign_in", "issue_without_use", "no_pool_data_events"];
        ScenarioTrail.Write(first.Path, new ScenarioOptions(names, Seed: 1), TestContext.Current.CancellationToken);
        ScenarioTrail.Write(second.Path, new ScenarioOptions(names, Seed: 2), TestContext.Current.CancellationToken);
        var report = await Truth.AuditAsync(new CognitoAuditRequest(first.Path, From: ScenarioTrail.From));
        var differences = ScenarioComparison.Differences(new ScenarioTruth(second.Path, ScenarioTrail.From), report);
        foreach (var kind in (string[])["issue", "use", "candidate", "chain", "user", "evidence", "candidates", "issue_without_use", "no_pool_data_events"])
        {
            Assert.All((string[])["missing", "added"], how => Assert.Contains(differences, line => line.StartsWith(how, StringComparison.Ordinal) && line.Contains($": {kind} ", StringComparison.Ordinal)));
        }
    }
}
