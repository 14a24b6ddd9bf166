using System.Text.Json.Nodes;
using Xunit;
using static Spoor.Audit.Tests.Findings.Story;

namespace Spoor.Audit.Tests.Findings;

/// <summary>Rules on how credentials were got.</summary>
public sealed class FlowFindingsTests
{
    [Theory]
    [InlineData("cognito-identity.amazonaws.com")]
    [InlineData("cognito-identity.amazon.com")]
    public async Task A_guest_beyond_the_session_policy_is_found(string provider)
    {
        var story = new Story().Spelt(provider)
            .Basic("i1", "09:00:00", "ASIA1", role: GuestRole)
            .Use("u1", "09:01:00", "ASIA1", "s3", "GetObject", Ann, guest: true, role: GuestRole)
            .Use("u2", "09:02:00", "ASIA1", "secretsmanager", "GetSecretValue", Ann, guest: true, role: GuestRole)
            .Use("u3", "09:03:00", "ASIA1", "kms", "ListKeys", Ann, guest: true, role: GuestRole);
        Assert.Equal(["i1 u2 u3"], await story.EvidenceAsync("guest_outside_session_policy"));
    }

    [Fact]
    public async Task Guests_at_listed_services_and_refused_calls_break_no_session_policy()
    {
        var story = new Story()
            .Enhanced("i1", "09:00:00", "ASIA1", role: GuestRole, guest: true)
            .Use("u1", "09:01:00", "ASIA1", "kms", "Decrypt", Ann, guest: true, role: GuestRole)
            .Use("u2", "09:02:00", "ASIA1", "secretsmanager", "GetSecretValue", Ann, guest: true, role: GuestRole, error: "AccessDenied")
            .Use("u3", "09:03:00", "ASIA1", "sts", "GetCallerIdentity", Ann, guest: true, role: GuestRole)
            .Use("u4", "09:04:00", "ASIA1", "glue", "GetTable", Ann, guest: true, role: GuestRole, invokedBy: "athena.amazonaws.com")
            .Enhanced("i2", "09:00:00", "ASIA2", Bob)
            .Use("u5", "09:05:00", "ASIA2", "secretsmanager", "GetSecretValue", Bob);
        Assert.Empty(await story.EvidenceAsync("guest_outside_session_policy"));
    }

    [Fact]
    public async Task The_first_basic_issue_of_an_enhanced_pool_is_found()
    {
        var story = new Story()
            .Enhanced("i1", "09:00:00", "ASIA1")
            .Enhanced("i2", "09:30:00", "ASIA2", dataEvents: false)
            .Basic("i3", "10:00:00", "ASIA3", Bob)
            .Basic("i4", "11:00:00", "ASIA4", Bob);
        Assert.Equal(["i3"], await story.EvidenceAsync("basic_flow_new"));
    }

    [Fact]
    public async Task A_pool_that_began_with_the_basic_flow_goes_on_with_it()
    {
        var story = new Story()
            .Basic("i1", "08:00:00", "ASIA1")
            .Enhanced("i2", "09:00:00", "ASIA2")
            .Enhanced("i3", "09:00:00", "ASIA3")
            .Basic("i4", "10:00:00", "ASIA4", Bob);
        Assert.Empty(await story.EvidenceAsync("basic_flow_new"));
    }

    [Fact]
    public async Task A_role_that_the_pool_does_not_give_is_found()
    {
        const string Admin = "arn:aws:iam::111122223333:role/Admin";
        var story = new Story()
            .SetRoles("c1", "08:00:00")
            .Basic("i1", "09:00:00", "ASIA1", role: Admin)
            .Basic("i2", "09:10:00", "ASIA2", Bob, role: UserRole)
            .Use("u2", "09:11:00", "ASIA2", "s3", "GetObject", Bob, guest: true);
        Assert.Equal(["c1 i2", "c1 i1"], (await story.EvidenceAsync("role_not_attached")).OrderDescending());
    }

    [Fact]
    public async Task A_session_whose_issue_is_not_seen_is_judged_by_its_beginning()
    {
        var story = new Story()
            .SetRoles("c1", "08:00:00", authenticated: GuestRole)
            .SetRoles("c2", "10:00:00")
            .Use("u1", "10:30:00", "ASIA1", "s3", "GetObject", Ann, created: "09:50:00")
            .Use("u2", "10:40:00", "ASIA2", "s3", "GetObject", Bob, created: "10:20:00");
        Assert.Equal(["c1 u1"], await story.EvidenceAsync("role_not_attached"));
    }

    [Fact]
    public async Task Roles_of_mappings_and_those_in_force_then_are_given()
    {
        const string Editor = "arn:aws:iam::111122223333:role/Editor";
        var rules = new JsonObject
        {
            ["cognito-idp.us-east-1.amazonaws.com/us-east-1_Users:client"] = new JsonObject
            {
                ["type"] = "Rules",
                ["rulesConfiguration"] = new JsonObject { ["rules"] = new JsonArray(new JsonObject { ["claim"] = "role", ["matchType"] = "Equals", ["value"] = "editor", ["roleARN"] = Editor }) },
            },
        };
        var story = new Story()
            .Basic("i0", "07:00:00", "ASIA0", role: Editor)
            .SetRoles("c1", "08:00:00", mappings: rules)
            .Enhanced("i1", "09:00:00", "ASIA1", role: Editor)
            .Enhanced("i3", "09:00:00", "ASIA3", Bob, role: GuestRole, guest: true)
            .SetRoles("c2", "10:00:00", authenticated: "arn:aws:iam::111122223333:role/Other", error: "AccessDeniedException")
            .Enhanced("i4", "11:00:00", "ASIA4");
        Assert.Empty(await story.EvidenceAsync("role_not_attached"));
    }

    [Theory]
    [InlineData("Rules", "c1 i1 i1-sts")]
    [InlineData("Token", null)]
    public async Task A_role_that_a_user_asked_for_is_given_only_where_tokens_name_roles(string type, string? evidence)
    {
        const string Custom = "arn:aws:iam::111122223333:role/Custom";
        var mapping = new JsonObject { ["cognito-idp.us-east-1.amazonaws.com/us-east-1_Users:client"] = new JsonObject { ["type"] = type } };
        var story = new Story().SetRoles("c1", "08:00:00", mappings: mapping).Enhanced("i1", "09:00:00", "ASIA1", role: Custom, customRole: Custom);
        Assert.Equal(evidence is null ? [] : [evidence], await story.EvidenceAsync("role_not_attached"));
    }

    [Fact]
    public async Task A_long_developer_token_is_found()
    {
        var story = DeveloperToken("t1", 900).But(_ => { });
        DeveloperToken("t2", 86400, story);
        Assert.Equal(["t2"], await story.EvidenceAsync("developer_token_long"));
    }

    [Fact]
    public async Task Tokens_of_ordinary_life_and_refused_ones_are_not_long()
    {
        var story = DeveloperToken("t1", 3600);
        DeveloperToken("t2", null, story);
        DeveloperToken("t3", 86400, story).But(record => record["errorCode"] = "NotAuthorizedException");
        Assert.Empty(await story.EvidenceAsync("developer_token_long"));
    }

    private static Story DeveloperToken(string id, int? duration, Story? story = null) => (story ?? new Story()).Configure(
        id, "09:00:00", "GetOpenIdTokenForDeveloperIdentity", new JsonObject { ["identityId"] = Ann, ["tokenDuration"] = duration, ["logins"] = new JsonObject { ["login.app"] = "HIDDEN" } });
}
