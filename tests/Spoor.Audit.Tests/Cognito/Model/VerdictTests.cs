using Spoor.Audit.Tests.Findings;
using Xunit;
using static Spoor.Audit.Tests.Findings.Story;

namespace Spoor.Audit.Tests.Cognito.Model;

/// <summary>The sentences that a report opens with, against stories whose truth is plain.</summary>
public sealed class VerdictTests
{
    [Fact]
    public async Task One_guest_is_told_in_the_singular()
    {
        var report = await new Story().Enhanced("i", "09:00:00", "ASIA1", identity: Bob, guest: true).Use("u", "09:01:00", "ASIA1", "s3", "GetObject", identity: Bob, guest: true).AuditAsync(rules: []);
        Assert.Equal(
            $"Pool {Pool} was used by 1 guest from 2025-03-03 09:00 to 2025-03-03 09:01 UTC: 1 key was handed out and 1 call was made, over 3 records of 1 object (2025-03-03 09:00 to 2025-03-03 09:01 UTC).",
            report.Verdict[0].Text);
        Assert.Equal("The rules found nothing in what could be seen.", report.Verdict[1].Text);
        Assert.StartsWith("Not seen: data events of 10 services (none was recorded)", report.Verdict[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guests_and_signed_in_users_are_told_apart()
    {
        var report = await new Story()
            .Enhanced("i", "09:00:00", "ASIA1", identity: Ann).Use("u", "09:01:00", "ASIA1", "s3", "GetObject", identity: Ann).Use("v", "09:02:00", "ASIA1", "s3", "GetObject", identity: Ann)
            .Enhanced("j", "09:00:00", "ASIA2", identity: Bob, guest: true).Enhanced("k", "09:05:00", "ASIA3", identity: Cid, guest: true)
            .AuditAsync(rules: []);
        Assert.StartsWith(
            $"Pool {Pool} was used by 2 guests and 1 signed-in user from 2025-03-03 09:00 to 2025-03-03 09:05 UTC: 3 keys were handed out and 2 calls were made, over 8 records",
            report.Verdict[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pool_that_nobody_used_is_not_acquitted()
    {
        var report = await new Story().GetId("g", "09:00:00", Bob).AuditAsync(rules: []);
        Assert.Equal(
            $"Pool {Pool} was not seen in use, over 1 record of 1 object (2025-03-03 09:00 to 2025-03-03 09:00 UTC): that is no proof of no use.",
            report.Verdict[0].Text);
    }

    [Fact]
    public async Task Missing_data_events_are_said()
    {
        var report = await new Story().Basic("b", "09:00:00", "ASIA1").AuditAsync(rules: []);
        Assert.Contains("1 pool's own records (its data events are off)", report.Verdict[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Severe_findings_are_named_first()
    {
        var report = await new Story().Enhanced("i", "09:00:00", "ASIA1", identity: Bob, guest: true).Use("u", "09:01:00", "ASIA1", "iam", "ListUsers", identity: Bob, guest: true).AuditAsync();
        Assert.Contains("\"A pool session calls IAM, STS or Organizations\"", report.Verdict[1].Text, StringComparison.Ordinal);
        Assert.StartsWith("Alarming: ", report.Verdict[1].Text, StringComparison.Ordinal);
    }
}
