using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Findings;
using Xunit;
using static Spoor.Audit.Tests.Findings.Story;

namespace Spoor.Audit.Tests.Findings;

/// <summary>What issues tell by themselves, and calls that tell little.</summary>
public sealed class IssueFindingsTests
{
    [Fact]
    public async Task Asking_who_one_is_is_one_quiet_line_for_each_role()
    {
        var report = await new Story()
            .Enhanced("i1", "09:00:00", "ASIA1").Use("u1", "09:01:00", "ASIA1", "sts", "GetCallerIdentity", Ann).Use("u2", "09:02:00", "ASIA1", "sts", "GetCallerIdentity", Ann)
            .Enhanced("i2", "09:10:00", "ASIA2", Bob).Use("u3", "09:11:00", "ASIA2", "sts", "GetCallerIdentity", Bob)
            .Enhanced("i3", "09:20:00", "ASIA3", Cid, GuestRole, guest: true).Use("u4", "09:21:00", "ASIA3", "sts", "GetCallerIdentity", Cid, guest: true, role: GuestRole)
            .AuditAsync();
        Assert.Equal(
            [
                (FindingSeverity.Info, (string?)null, UserRole, UserRole, "3 calls of 2 identities: sts.amazonaws.com:GetCallerIdentity", "u1 u2 u3"),
                (FindingSeverity.Info, null, GuestRole, GuestRole, "1 call of 1 identity: sts.amazonaws.com:GetCallerIdentity", "u4"),
            ],
            report.Findings.Where(finding => finding.RuleId == "iam_sts_org_call")
                .Select(finding => (finding.Severity, finding.Identity, finding.Role ?? "", finding.Subject ?? "", finding.Detail ?? "", string.Join(' ', finding.EventIds))));
    }

    [Fact]
    public async Task The_same_calls_of_several_identities_with_one_role_are_one_finding_with_a_count()
    {
        var report = await new Story()
            .Enhanced("i1", "09:00:00", "ASIA1").Use("u1", "09:01:00", "ASIA1", "iam", "ListUsers", Ann)
            .Enhanced("i2", "09:10:00", "ASIA2", Bob).Use("u2", "09:11:00", "ASIA2", "sts", "GetCallerIdentity", Bob).Use("u3", "09:12:00", "ASIA2", "iam", "ListUsers", Bob, error: "AccessDenied")
            .Enhanced("i3", "09:20:00", "ASIA3", Cid).Use("u4", "09:21:00", "ASIA3", "iam", "ListRoles", Cid)
            .AuditAsync();
        Assert.Equal(
            [
                (FindingSeverity.High, "3 calls of 2 identities, 1 refused or failed: iam.amazonaws.com:ListUsers, sts.amazonaws.com:GetCallerIdentity", "u1 u2 u3"),
                (FindingSeverity.High, "1 call: iam.amazonaws.com:ListRoles", "u4"),
            ],
            report.Findings.Where(finding => finding.RuleId == "iam_sts_org_call").Select(finding => (finding.Severity, finding.Detail ?? "", string.Join(' ', finding.EventIds))));
    }

    [Fact]
    public async Task Guests_of_one_role_who_do_the_same_are_one_finding_that_names_their_keys()
    {
        var report = await new Story()
            .Enhanced("i1", "09:00:00", "ASIA1", role: GuestRole, guest: true).Use("u1", "09:01:00", "ASIA1", "s3", "PutObject", Ann, guest: true, role: GuestRole, readOnly: false)
            .Enhanced("i2", "09:10:00", "ASIA2", Bob, GuestRole, guest: true).Use("u2", "09:11:00", "ASIA2", "s3", "PutObject", Bob, guest: true, role: GuestRole, readOnly: false)
            .Enhanced("i3", "09:20:00", "ASIA3", Cid, GuestRole, guest: true).Use("u3", "09:21:00", "ASIA3", "s3", "DeleteObject", Cid, guest: true, role: GuestRole, readOnly: false)
            .AuditAsync();
        Assert.Equal(
            [
                (null, GuestRole, "1 write: s3.amazonaws.com:PutObject; 2 times: key ASIA1, key ASIA2", "2025-03-03T09:01:00Z", "2025-03-03T09:11:00Z", "u1 u2"),
                (Cid, "ASIA3", "1 write: s3.amazonaws.com:DeleteObject", "2025-03-03T09:21:00Z", "2025-03-03T09:21:00Z", "u3"),
            ],
            report.Findings.Where(finding => finding.RuleId == "guest_write")
                .Select(finding => ((string?)finding.Identity, finding.Subject ?? "", finding.Detail ?? "", finding.FirstTime ?? "", finding.LastTime ?? "", string.Join(' ', finding.EventIds))));
    }

    [Fact]
    public async Task A_guest_of_the_basic_flow_is_found_where_the_roles_are_not_known()
    {
        var story = new Story()
            .Basic("i1", "09:00:00", "ASIA1", role: GuestRole)
            .Use("u1", "09:01:00", "ASIA1", "s3", "GetObject", Ann, guest: true, role: GuestRole)
            .Basic("i2", "09:10:00", "ASIA2", Bob, role: GuestRole)
            .Use("u2", "09:11:00", "ASIA2", "s3", "GetObject", Bob, guest: true, role: GuestRole)
            .SetRoles("c0", "09:30:00", error: "AccessDeniedException");
        Assert.Equal(["i1 i2"], await story.EvidenceAsync("guest_basic_flow"));
    }

    [Fact]
    public async Task Users_and_guests_of_the_enhanced_flow_or_of_known_roles_took_none_by_the_basic_flow()
    {
        var story = new Story()
            .SetRoles("c1", "08:00:00")
            .Basic("i1", "09:00:00", "ASIA1", role: GuestRole)
            .Use("u1", "09:01:00", "ASIA1", "s3", "GetObject", Ann, guest: true, role: GuestRole)
            .Basic("i2", "09:00:00", "ASIA2", Bob, pool: "us-east-1:22222222-2222-4222-8222-222222222222")
            .Use("u2", "09:01:00", "ASIA2", "s3", "GetObject", Bob, pool: "us-east-1:22222222-2222-4222-8222-222222222222")
            .Enhanced("i3", "09:00:00", "ASIA3", Cid, GuestRole, guest: true, pool: "us-east-1:22222222-2222-4222-8222-222222222222")
            .Basic("i4", "09:00:00", "ASIA4", "us-east-1:dddddddd-dddd-4ddd-8ddd-dddddddddddd", pool: "us-east-1:22222222-2222-4222-8222-222222222222");
        Assert.Empty(await story.EvidenceAsync("guest_basic_flow"));
    }

    [Fact]
    public async Task Roles_that_one_identity_or_one_address_asks_for_in_vain_are_guesses()
    {
        var story = new Story()
            .Refused("r1", "09:00:00", Ann, Role(1)).Refused("r2", "15:00:00", Ann, Role(1)).Refused("r3", "18:00:00", Ann, Role(2), "198.51.100.1").Refused("r4", "21:00:00", Ann, Role(3), "198.51.100.2")
            .Refused("s1", "10:00:00", Bob, Role(4), "192.0.2.9").Refused("s2", "10:00:01", Cid, Role(5), "192.0.2.9").Refused("s3", "10:00:02", Bob, Role(6), "192.0.2.9");
        var report = await story.AuditAsync();
        Assert.Equal(
            [
                (Ann, Ann, $"3 roles refused in 4 attempts from 3 addresses: {Role(1)}, {Role(2)}, {Role(3)}", "r1 r2 r3 r4"),
                (null, "192.0.2.9", $"3 roles refused in 3 attempts from 192.0.2.9 by 2 identities: {Role(4)}, {Role(5)}, {Role(6)}", "s1 s2 s3"),
            ],
            report.Findings.Where(finding => finding.RuleId == "role_guessing").Select(finding => ((string?)finding.Identity, finding.Subject ?? "", finding.Detail ?? "", string.Join(' ', finding.EventIds))));
    }

    [Fact]
    public async Task One_misconfigured_role_throttled_calls_and_roles_that_were_not_asked_for_are_no_guesses()
    {
        var story = new Story();
        for (var i = 0; i < 9; i++)
        {
            story
                .Refused($"a{i}", $"09:0{i}:00", i % 2 == 0 ? Ann : Bob, Role(i % 2))
                .Refused($"b{i}", $"10:0{i}:00", Cid, Role(i), "192.0.2.9", "TooManyRequestsException")
                .Refused($"c{i}", $"2025-03-{10 + (2 * i)}T10:00:00Z", Cid, Role(i), "192.0.2.10")
                .Refused($"d{i}", $"11:0{i}:00", Cid, null, "192.0.2.11");
        }

        Assert.Empty(await story.EvidenceAsync("role_guessing"));
    }

    [Fact]
    public async Task What_was_refused_is_told_in_the_words_of_the_service()
    {
        var report = await new Story()
            .GetId("g1", "09:00:00", Ann).But(record => (record["errorCode"], record["errorMessage"], record["responseElements"]) = ("NotAuthorizedException", "Unauthenticated access is not supported for this identity pool.", null))
            .Refused("r1", "09:01:00", Ann, Role(1)).But(record => record["errorMessage"] = "Ambiguous role mapping rules for: cognito-idp")
            .AuditAsync();
        Assert.Equal("Ambiguous role mapping rules for: cognito-idp", Assert.Single(report.Issues).ErrorMessage);
        Assert.Equal("Unauthenticated access is not supported for this identity pool.", Assert.Single(report.Evidence).ErrorMessage);
    }

    private static string Role(int number) => $"arn:aws:iam::111122223333:role/Guess{number}";
}
