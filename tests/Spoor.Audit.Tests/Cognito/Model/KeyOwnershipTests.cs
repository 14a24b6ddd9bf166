using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Tests.Findings;
using Xunit;
using static Spoor.Audit.Tests.Findings.Story;

namespace Spoor.Audit.Tests.Cognito.Model;

/// <summary>Which calls with a key are its pool's: a key is of one session, by its role and its time.</summary>
public sealed class KeyOwnershipTests
{
    private const string OtherRole = "arn:aws:iam::111122223333:role/Deploy";

    [Theory]
    [InlineData("2025-03-03T08:58:30Z", false)]
    [InlineData("2025-03-03T08:59:30Z", true)]
    [InlineData("2025-03-03T20:59:30Z", true)]
    [InlineData("2025-03-03T21:00:30Z", false)]
    [InlineData("2025-03-04T23:00:00Z", false)]
    public async Task A_session_that_began_within_12_hours_of_the_issue_is_its_own(string created, bool isOwn)
    {
        var report = await new Story().Basic("b", "09:00:00", "ASIA1").Use("u", "2025-03-04T23:10:00Z", "ASIA1", "s3", "ListBuckets", created: created).AuditAsync();
        Assert.Equal(isOwn ? ["u"] : [], report.Uses.Where(use => use.Via == "key").Select(use => use.EventId));
        Assert.Equal(isOwn ? [] : ["u"], report.Limits.Where(limit => limit.Id == "key_conflict").SelectMany(limit => limit.EventIds));
    }

    [Theory]
    [InlineData("2025-03-03T20:59:00Z", true)]
    [InlineData("2025-03-03T21:01:00Z", false)]
    public async Task Where_no_beginning_is_told_the_time_of_the_call_counts(string time, bool isOwn)
    {
        var report = await new Story().Basic("b", "09:00:00", "ASIA1").Use("u", time, "ASIA1", "s3", "ListBuckets").AuditAsync();
        Assert.Equal(isOwn ? ["u"] : [], report.Uses.Select(use => use.EventId));
    }

    [Theory]
    [InlineData(OtherRole, false)]
    [InlineData("arn:aws:iam::111122223333:role/AppUser", true)]
    public async Task A_session_of_another_role_is_not_the_issued_one(string role, bool isOwn)
    {
        var report = await new Story().Basic("b", "09:00:00", "ASIA1").Use("u", "09:10:00", "ASIA1", "s3", "ListBuckets", role: role, created: "09:00:00").AuditAsync();
        Assert.Equal(isOwn ? ["u"] : [], report.Uses.Where(use => use.Via == "key").Select(use => use.EventId));
        Assert.Equal(isOwn ? [] : ["u"], report.Limits.Where(limit => limit.Id == "key_conflict").SelectMany(limit => limit.EventIds));
        Assert.Equal([isOwn ? 1L : 0L], report.Issues.Select(issue => issue.Calls));
    }

    [Fact]
    public async Task A_key_of_a_refused_issue_proves_nothing()
    {
        var report = await new Story().Basic("b", "09:00:00", "ASIA1").But(record => record["errorCode"] = "AccessDenied")
            .Use("u", "09:10:00", "ASIA1", "s3", "ListBuckets", created: "09:00:00").AuditAsync();
        Assert.DoesNotContain(report.Uses, use => use.Via == "key");
    }

    [Theory]
    [InlineData("2025-03-03T09:08:30Z", false)]
    [InlineData("2025-03-03T09:09:30Z", true)]
    [InlineData("2025-03-04T21:09:00Z", true)]
    [InlineData("2025-03-04T21:11:00Z", false)]
    public async Task A_link_of_a_chain_holds_for_36_hours(string created, bool isOwn)
    {
        var story = new Story().Basic("b", "09:00:00", "ASIA1").Use(
            "a", "09:10:00", "ASIA1", "sts", "AssumeRole", identity: Ann, request: new() { ["roleArn"] = OtherRole, ["roleSessionName"] = "next" },
            response: new() { ["credentials"] = new System.Text.Json.Nodes.JsonObject { ["accessKeyId"] = "ASIA2" } });
        var report = await story.Use("u", "2025-03-05T00:00:00Z", "ASIA2", "s3", "ListBuckets", role: OtherRole, created: created).AuditAsync();
        Assert.Equal(isOwn ? ["u"] : [], report.Uses.Where(use => use.Via == "chain").Select(use => use.EventId));
    }
}
