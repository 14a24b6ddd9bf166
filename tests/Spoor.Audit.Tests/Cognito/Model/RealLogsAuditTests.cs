using Spoor.Audit.Cognito.Model;
using Spoor.Testing;
using Xunit;

namespace Spoor.Audit.Tests.Cognito.Model;

/// <summary>Audits of records that others published. What is in them was found with jq and read one by one.</summary>
public sealed class RealLogsAuditTests
{
    private const string DocumentedPool = "us-east-1:2dg778b3-50b7-565c-0f56-34200EXAMPLE";
    private const string DocumentedIdentity = "us-east-1:1cf667a2-49a6-454b-9e45-23199EXAMPLE";

    [Fact]
    public async Task Documented_issues_are_found()
    {
        var report = await Truth.AuditAsync(new CognitoAuditRequest(SharedFolder.Require("data/published")));
        Assert.Equal(
            [
                ("6ad1c766-5a41-4b28-b5ca-e223ccb00f0d", "enhanced", DocumentedPool, DocumentedIdentity, null),
                ("824092dd-18ba-4a2f-8f94-8ada97a08dd4", "basic", "ap-southeast-2:14deebd0-19f8-4295-a55e-8b36e60b4926", "ap-southeast-2:f33550b0-d103-4ff1-9319-1745fea988da", "arn:aws:iam::607481581596:role/gha-tags-test-Role-ZmTOykdCAhxs"),
            ],
            report.Issues.Select(issue => (string.Join(' ', issue.EventIds), issue.Flow, issue.Pool, issue.Identity, issue.Role)));
    }

    [Fact]
    public async Task Documented_tokens_and_configuration_are_found()
    {
        var report = await Truth.AuditAsync(new CognitoAuditRequest(SharedFolder.Require("data/published")));
        Assert.Equal(
            [
                ("CreateIdentityPool", "f1d47f93-c708-495b-bff1-cb935a6064b2", "us-east-1:1cf667a2-49a6-454b-9e45-23199EXAMPLE"),
                ("GetId", "c5c459d9-40ec-41fd-8f6b-57865d5a9975", DocumentedPool),
                ("GetOpenIdToken", "19ffc1a6-6ed8-4580-a4e1-3062c5ce6457", DocumentedPool),
                ("GetOpenIdTokenForDeveloperIdentity", "f26fed91-3340-4d70-91ae-cdf555547b76", DocumentedPool),
                ("UnlinkIdentity", "d8e26126-202a-43c2-b458-3f225efaedc7", DocumentedPool),
            ],
            report.Evidence.Select(told => (told.Action, told.EventId, told.Pool)).Order());
    }

    /// <summary>AWS's documents use one example key for everything; records of other sessions that carry it are not the pool's.</summary>
    [Fact]
    public async Task A_key_that_documents_reuse_proves_nothing()
    {
        var report = await Truth.AuditAsync(new CognitoAuditRequest(SharedFolder.Require("data/published")));
        Assert.Empty(report.Uses);
        Assert.Contains(report.Limits, limit => limit.Id == "key_conflict" && limit.EventIds.Contains("f26fed91-3340-4d70-91ae-cdf555547b76"));
    }

    [Fact]
    public async Task The_documented_user_signed_in_although_the_caller_is_unknown()
    {
        var report = await Truth.AuditAsync(new CognitoAuditRequest(SharedFolder.Require("data/published")));
        var identity = Assert.Single(report.Identities, identity => identity.Identity == DocumentedIdentity);
        Assert.Equal(IdentityAccess.Authenticated, identity.Access);
        Assert.Equal(["JohnsDeveloperProvider", "cognito-idp.us-east-1.amazonaws.com/us-east-1_aaaaaaaaa"], identity.Providers);
    }

    [Fact]
    public async Task A_trail_without_pools_is_reported_as_such()
    {
        var report = await Truth.AuditAsync(new CognitoAuditRequest(SharedFolder.Require("data/lab-delivered")));
        Assert.Equal((0, 0, 0, 0, 0), (report.Pools.Count, report.Roles.Count, report.Identities.Count, report.Issues.Count, report.Uses.Count));
        Assert.Equal((3872, 30477), (report.Totals.ObjectsRead, report.Totals.RecordsRead));
    }

    [Fact]
    public async Task Digests_and_insights_are_left_out_and_counted()
    {
        var report = await Truth.AuditAsync(new CognitoAuditRequest(SharedFolder.Require("data/insights-and-digests")) { AllowsEmpty = true });
        Assert.Equal((report.Totals.ObjectsListed, 0), (report.Totals.ObjectsLeftOut, report.Totals.RecordsUsed));
        Assert.Contains(report.Limits, limit => limit.Id == "objects_left_out");
    }
}
