using System.Globalization;
using System.Text.Json.Nodes;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Findings;
using Xunit;
using static Spoor.Audit.Tests.Findings.Story;

namespace Spoor.Audit.Tests.Findings;

/// <summary>Rules on changes of pools, and what holds for all rules.</summary>
public sealed class ConfigurationFindingsTests
{
    [Theory]
    [InlineData("pool_opened_to_guests", "allowUnauthenticatedIdentities")]
    [InlineData("classic_flow_enabled", "allowClassicFlow")]
    public async Task A_switch_that_was_turned_on_is_found_also_where_the_state_before_is_unknown(string rule, string member)
    {
        var known = new Story()
            .Configure("c1", "08:00:00", "UpdateIdentityPool", new JsonObject { [member] = false })
            .Configure("c2", "09:00:00", "UpdateIdentityPool", new JsonObject { [member] = true })
            .Configure("c3", "10:00:00", "UpdateIdentityPool", new JsonObject { [member] = true });
        Assert.Equal(["c2"], await known.EvidenceAsync(rule));
        var unknown = new Story().Configure("c1", "08:00:00", "UpdateIdentityPool", new JsonObject { [member] = true });
        Assert.Equal(["c1"], await unknown.EvidenceAsync(rule));
    }

    [Theory]
    [InlineData("pool_opened_to_guests", "allowUnauthenticatedIdentities")]
    [InlineData("classic_flow_enabled", "allowClassicFlow")]
    public async Task Refused_changes_new_pools_and_switches_that_were_on_are_no_turn(string rule, string member)
    {
        var story = new Story()
            .Configure("c0", "07:00:00", "UpdateIdentityPool", new JsonObject { [member] = true }, error: "AccessDeniedException")
            .Configure("c1", "08:00:00", "CreateIdentityPool", new JsonObject { [member] = true })
            .Configure("c2", "09:00:00", "UpdateIdentityPool", new JsonObject { [member] = true })
            .Configure("c3", "10:00:00", "UpdateIdentityPool", new JsonObject { [member] = false });
        Assert.Empty(await story.EvidenceAsync(rule));
    }

    [Fact]
    public async Task A_pool_that_guests_used_by_the_basic_flow_before_was_open_before()
    {
        var story = new Story()
            .Basic("i1", "08:00:00", "ASIA1", role: GuestRole)
            .Use("u1", "08:01:00", "ASIA1", "s3", "GetObject", Ann, guest: true, role: GuestRole)
            .Configure("c1", "09:00:00", "UpdateIdentityPool", new JsonObject { ["allowUnauthenticatedIdentities"] = true, ["allowClassicFlow"] = true });
        Assert.Empty(await story.EvidenceAsync("pool_opened_to_guests"));
        Assert.Empty(await story.EvidenceAsync("classic_flow_enabled"));
    }

    [Fact]
    public async Task What_ended_before_the_window_is_not_reported()
    {
        var story = new Story()
            .Configure("c1", "08:00:00", "UpdateIdentityPool", new JsonObject { ["allowUnauthenticatedIdentities"] = true })
            .Configure("c2", "10:00:00", "UpdateIdentityPool", new JsonObject { ["allowUnauthenticatedIdentities"] = false })
            .Configure("c3", "11:00:00", "UpdateIdentityPool", new JsonObject { ["allowUnauthenticatedIdentities"] = true });
        Assert.Equal(["c3"], await story.EvidenceAsync("pool_opened_to_guests", DateTimeOffset.Parse("2025-03-03T09:00:00Z", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_configuration_before_the_window_is_the_one_in_force()
    {
        var story = new Story()
            .SetRoles("c1", "2025-01-01T08:00:00Z")
            .Basic("i1", "10:00:00", "ASIA1", role: "arn:aws:iam::111122223333:role/Admin");
        Assert.Equal(["c1 i1"], await story.EvidenceAsync("role_not_attached", DateTimeOffset.Parse("2025-03-03T09:00:00Z", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_pool_or_role_that_was_asked_for_has_its_own_findings_alone()
    {
        const string OtherPool = "eu-west-1:33333333-3333-4333-8333-333333333333";
        var story = new Story()
            .Configure("c1", "08:00:00", "UpdateIdentityPool", new JsonObject { ["allowUnauthenticatedIdentities"] = true })
            .Use("u1", "09:00:00", "ASIA1", "iam", "ListUsers", Ann)
            .Use("u2", "09:00:00", "ASIA2", "iam", "ListUsers", Bob, role: GuestRole, pool: OtherPool);
        Assert.Equal(["c1", "u1"], (await story.AuditAsync(pool: Pool)).Findings.SelectMany(finding => finding.EventIds).Order());
        Assert.Equal(["u2"], (await story.AuditAsync(pool: OtherPool)).Findings.SelectMany(finding => finding.EventIds));
        Assert.Equal(["u2"], (await story.AuditAsync(role: "AppGuest")).Findings.SelectMany(finding => finding.EventIds));
    }

    [Fact]
    public async Task An_ordinary_day_gives_no_finding()
    {
        var report = await new Story()
            .Configure("c0", "2025-03-01T08:00:00Z", "CreateIdentityPool", new JsonObject { ["allowUnauthenticatedIdentities"] = true, ["allowClassicFlow"] = false })
            .SetRoles("c1", "2025-03-01T08:00:00Z")
            .GetId("g1", "08:59:00", Ann, guest: false)
            .Enhanced("i1", "09:00:00", "ASIA1", expiration: "Mar 3, 2025 10:00:00 AM")
            .Use("u1", "09:10:00", "ASIA1", "s3", "PutObject", Ann, readOnly: false, request: new JsonObject { ["key"] = $"private/{Ann}/a" })
            .Use("u2", "09:20:00", "ASIA1", "dynamodb", "Query", Ann, error: "AccessDenied")
            .GetId("g2", "09:30:00", Bob)
            .Enhanced("i2", "09:30:01", "ASIA2", Bob, role: GuestRole, guest: true)
            .Use("u3", "09:40:00", "ASIA2", "s3", "GetObject", Bob, guest: true, role: GuestRole)
            .AuditAsync();
        Assert.Empty(report.Findings);
    }

    [Fact]
    public async Task Changes_name_the_user_pools_behind_a_pool()
    {
        const string Provider = "cognito-idp.us-east-1.amazonaws.com/us-east-1_Users";
        static JsonObject Client(string userPool) => new() { ["userPoolId"] = userPool, ["clientId"] = "c", ["writeAttributes"] = new JsonArray("custom:tenant") };
        var report = await new Story()
            .Configure("c1", "08:00:00", "UpdateIdentityPool", new JsonObject
            {
                ["cognitoIdentityProviders"] = new JsonArray(new JsonObject { ["providerName"] = Provider }, new JsonObject { ["providerName"] = "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_More" }),
            })
            .SetRoles("c2", "08:01:00", mappings: new JsonObject { [$"{Provider}:client"] = new JsonObject { ["type"] = "Token" } })
            .SetRoles("c3", "08:02:00")
            .Configure("c4", "08:03:00", "UpdateUserPoolClient", Client("us-east-1_Users")).But(record => record["eventSource"] = "cognito-idp.amazonaws.com")
            .Configure("c5", "08:04:00", "CreateGroup", Client("eu-west-1_More")).But(record => record["eventSource"] = "cognito-idp.amazonaws.com")
            .Configure("c6", "08:05:00", "UpdateUserPoolClient", Client("us-east-1_Strangers")).But(record => record["eventSource"] = "cognito-idp.amazonaws.com")
            .AuditAsync();
        Assert.Equal(
            [("c1", Pool, "eu-west-1_More, us-east-1_Users"), ("c2", Pool, "us-east-1_Users"), ("c3", Pool, null), ("c4", null, "us-east-1_Users"), ("c5", null, "eu-west-1_More")],
            report.ConfigChanges.Select(change => (change.EventId, change.Pool, change.UserPool)));
    }

    [Fact]
    public async Task A_finding_says_in_one_line_what_was_seen()
    {
        var report = await new Story()
            .SetRoles("c1", "08:00:00")
            .Basic("i1", "09:00:00", "ASIA1", role: "arn:aws:iam::111122223333:role/Admin")
            .Use("u1", "09:01:00", "ASIA1", "iam", "ListUsers", Ann, role: "arn:aws:iam::111122223333:role/Admin")
            .Use("u2", "09:02:00", "ASIA1", "iam", "ListRoles", Ann, role: "arn:aws:iam::111122223333:role/Admin", error: "AccessDenied", ip: "198.51.100.9", agent: "Boto3/1.34 md/Botocore#1.34")
            .AuditAsync();
        Assert.Equal(
            [
                "iam_sts_org_call: 2 calls, 1 refused or failed: iam.amazonaws.com:ListRoles, iam.amazonaws.com:ListUsers",
                "key_other_source: issued to 203.0.113.10 (aws-sdk-android), used from 198.51.100.9 (boto3) in 1 call",
                "role_not_attached: 1 session of a signed-in identity with the role Admin; the pool gives arn:aws:iam::111122223333:role/service-role/AppUser, arn:aws:iam::111122223333:role/AppGuest",
                "distant_sources: active within 10 minutes from 203.0.113.10 and 198.51.100.9",
            ],
            report.Findings.Select(finding => $"{finding.RuleId}: {finding.Detail}"));
    }

    [Fact]
    public async Task Records_with_members_of_unexpected_kinds_break_no_rule()
    {
        var story = new Story();
        foreach (var (index, rule) in RuleSet.BuiltIn.Index())
        {
            story
                .Configure($"c{index}", "09:00:00", index % 2 == 0 ? "UpdateIdentityPool" : "SetIdentityPoolRoles", new JsonObject { ["roles"] = "none", ["allowClassicFlow"] = new JsonArray(1) })
                .Use($"u{index}", "not a time", "", "s3", rule.Id, Ann, ip: "10.0.0.1, 10.0.0.2", request: new JsonObject { ["key"] = new JsonArray(), ["prefix"] = 5 })
                .But(record => record["requestParameters"] = index % 3 == 0 ? "text" : record["requestParameters"]?.DeepClone())
                .Use($"v{index}", "09:00:00", $"ASIA{index}", "sts", "AssumeRole", Ann, ip: "", agent: "", created: "yesterday")
                .But(record => record.Remove("eventName"))
                .But(record => record.Remove("userAgent"));
        }

        var report = await story.AuditAsync();
        Assert.All(report.Findings, finding => Assert.NotEmpty(finding.EventIds));
    }
}
