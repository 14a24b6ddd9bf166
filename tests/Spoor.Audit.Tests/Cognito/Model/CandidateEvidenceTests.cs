using System.Text.Json.Nodes;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Tests.Findings;
using Xunit;
using static Spoor.Audit.Tests.Findings.Story;

namespace Spoor.Audit.Tests.Cognito.Model;

/// <summary>Calls that look like a pool's, and what speaks for and against it.</summary>
public sealed class CandidateEvidenceTests
{
    private const string Name = "CognitoIdentityCredentials";

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task A_session_of_Cognitos_name_that_states_nothing_is_a_candidate(string? federation)
    {
        var report = await Called(new Story(), federation).AuditAsync();
        Assert.Equal([("u", "role_and_session_name")], report.Uses.Select(use => (use.EventId, use.Via)));
    }

    [Fact]
    public async Task A_session_of_Cognitos_name_that_states_another_provider_is_none()
    {
        var report = await Called(new Story(), """{"federatedProvider":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com","attributes":{}}""").AuditAsync();
        Assert.Empty(report.Uses);
    }

    [Theory]
    [InlineData("AssumeRole", "IAMUser", null)]
    [InlineData("AssumeRole", "AWSService", null)]
    [InlineData("AssumeRoleWithSAML", "SAMLUser", null)]
    [InlineData("AssumeRoleWithWebIdentity", "WebIdentityUser", null)]
    [InlineData("AssumeRole", "IAMUser", UserRole)]
    public async Task A_key_that_was_handed_out_otherwise_is_no_candidates(string action, string caller, string? role)
    {
        var report = await HandedOut(Called(new Story(), "{}"), action, caller, error: null).AuditAsync(role: role);
        Assert.Equal((0, 0), (report.Uses.Count, report.Sessions.Count));
        Assert.DoesNotContain(report.Limits, limit => limit.Id == "candidates");
    }

    [Fact]
    public async Task A_refused_issue_says_nothing_against_a_candidate()
    {
        var report = await HandedOut(Called(new Story(), "{}"), "AssumeRole", "IAMUser", error: "AccessDenied").AuditAsync();
        Assert.Equal(["u"], report.Uses.Select(use => use.EventId));
    }

    private static Story Called(Story story, string? federation) => story.Use("u", "09:10:00", "ASIA1", "s3", "GetObject").But(record =>
    {
        var user = record["userIdentity"]!.AsObject(); // Every call has a caller, and a session.
        (user["principalId"], user["arn"]) = ($"AROAEXAMPLE:{Name}", $"arn:aws:sts::111122223333:assumed-role/AppUser/{Name}");
        if (federation is null)
        {
            user["sessionContext"]!.AsObject().Remove("webIdFederationData");
        }
        else
        {
            user["sessionContext"]!["webIdFederationData"] = JsonNode.Parse(federation);
        }
    });

    private static Story HandedOut(Story story, string action, string caller, string? error) => story.Use(
        "i", "09:00:00", "ASIAX", "sts", action, error: error, request: new() { ["roleArn"] = UserRole, ["roleSessionName"] = Name },
        response: new()
        {
            ["credentials"] = new JsonObject { ["accessKeyId"] = "ASIA1" },
            ["assumedRoleUser"] = new JsonObject { ["arn"] = $"arn:aws:sts::111122223333:assumed-role/AppUser/{Name}" },
        }).But(record => record["userIdentity"] = new JsonObject
        {
            ["type"] = caller,
            ["accessKeyId"] = caller == "IAMUser" ? "AKIAEXAMPLE" : null,
            ["invokedBy"] = caller == "AWSService" ? "lambda.amazonaws.com" : null,
            ["identityProvider"] = caller == "WebIdentityUser" ? "token.actions.githubusercontent.com" : null,
        });
}
