using System.Text.Json.Nodes;
using Xunit;
using static Spoor.Audit.Tests.Findings.Story;

namespace Spoor.Audit.Tests.Findings;

/// <summary>Rules on what was called.</summary>
public sealed class CallFindingsTests
{
    private const string Other = "arn:aws:iam::111122223333:role/Reports";
    private const string Partner = "arn:aws:iam::444455556666:role/Partner";

    [Fact]
    public async Task Different_calls_denied_in_a_short_time_are_found()
    {
        string[] actions = ["ListBuckets", "ListUsers", "ListFunctions20150331", "DescribeInstances", "ListTables"];
        var story = new Story().Use("u0", "08:00:00", "ASIA1", "s3", "GetObject", Ann);
        foreach (var (index, action) in actions.Index())
        {
            story.Use($"d{index}", $"09:0{index}:00", "ASIA1", "ec2", action, Ann, error: index % 2 == 0 ? "AccessDenied" : "Client.UnauthorizedOperation");
        }

        Assert.Equal(["d0 d1 d2 d3 d4"], await story.EvidenceAsync("denied_enumeration"));
    }

    [Fact]
    public async Task Few_calls_again_and_again_other_errors_and_many_over_a_day_are_no_enumeration()
    {
        var story = new Story();
        foreach (var number in Enumerable.Range(0, 8))
        {
            story
                .Use($"same{number}", $"09:0{number}:00", "ASIA1", "s3", $"Get{number % 4}", Ann, error: "AccessDenied")
                .Use($"missing{number}", $"09:0{number}:30", "ASIA2", "s3", $"Get{number}", Ann, error: "NoSuchKey")
                .Use($"slow{number}", $"1{number}:00:00", "ASIA3", "s3", $"Get{number}", Bob, error: "AccessDenied")
                .Use($"spread{number}", $"09:0{number}:45", $"ASIA4{number}", "s3", $"Get{number}", Bob, error: "AccessDenied");
        }

        Assert.Empty(await story.EvidenceAsync("denied_enumeration"));
    }

    [Fact]
    public async Task A_role_chain_is_found_with_all_its_links()
    {
        var story = new Story()
            .Enhanced("i1", "09:00:00", "ASIA1")
            .Use("a1", "09:10:00", "ASIA1", "sts", "AssumeRole", Ann, request: Asked(Other), response: Issued("ASIA2"))
            .Use("a2", "09:20:00", "ASIA2", "sts", "AssumeRole", role: Other, request: Asked(Partner), response: Issued("ASIA3"))
            .Use("u1", "09:30:00", "ASIA3", "s3", "GetObject", role: Partner, account: "444455556666");
        Assert.Equal(["a1 a2"], await story.EvidenceAsync("role_chain"));
    }

    [Fact]
    public async Task Refused_ones_the_own_role_and_chains_of_others_are_no_role_chain()
    {
        var story = new Story()
            .Enhanced("i1", "09:00:00", "ASIA1")
            .Use("a1", "09:10:00", "ASIA1", "sts", "AssumeRole", Ann, request: Asked(Other), error: "AccessDenied")
            .Use("a2", "09:20:00", "ASIA1", "sts", "AssumeRole", Ann, request: Asked("arn:aws:iam::111122223333:role/AppUser"), response: Issued("ASIA2"))
            .Use("a3", "09:30:00", "ASIA9", "sts", "AssumeRole", role: Other, request: Asked(Partner), response: Issued("ASIA3"));
        Assert.Empty(await story.EvidenceAsync("role_chain"));
    }

    [Fact]
    public async Task Work_in_another_account_is_found_by_call_and_by_role()
    {
        var story = new Story()
            .Enhanced("i1", "09:00:00", "ASIA1")
            .Use("u1", "09:10:00", "ASIA1", "s3", "GetObject", Ann, account: "444455556666")
            .Use("u2", "09:11:00", "ASIA1", "s3", "GetObject", Ann)
            .Basic("i2", "10:00:00", "ASIA2", Bob, role: Partner)
            .Use("u3", "10:10:00", "ASIA2", "s3", "GetObject", Bob, role: Partner, account: "444455556666");
        Assert.Equal(["u1", "i2 u3"], await story.EvidenceAsync("cross_account"));
    }

    [Fact]
    public async Task Work_at_home_and_refused_calls_abroad_cross_no_account()
    {
        var story = new Story()
            .Enhanced("i1", "09:00:00", "ASIA1", dataEvents: false)
            .Use("u1", "09:10:00", "ASIA1", "s3", "GetObject", Ann, account: "444455556666", error: "AccessDenied")
            .Use("u2", "09:11:00", "ASIA1", "sts", "AssumeRole", Ann, request: Asked(Partner), error: "AccessDenied")
            .Use("u3", "09:12:00", "ASIA1", "s3", "GetObject", Ann)
            .But(record => record.Remove("recipientAccountId"));
        Assert.Empty(await story.EvidenceAsync("cross_account"));
    }

    [Fact]
    public async Task Writes_of_a_guest_are_found()
    {
        var story = new Story()
            .Enhanced("i1", "09:00:00", "ASIA1", role: GuestRole, guest: true)
            .Use("u1", "09:10:00", "ASIA1", "s3", "PutObject", Ann, guest: true, role: GuestRole, readOnly: false)
            .Use("u2", "09:11:00", "ASIA1", "s3", "GetObject", Ann, guest: true, role: GuestRole)
            .Use("u3", "09:12:00", "ASIA1", "sqs", "DeleteQueue", Ann, guest: true, role: GuestRole, readOnly: null);
        Assert.Equal(["u1 u3"], await story.EvidenceAsync("guest_write"));
    }

    [Fact]
    public async Task Writes_of_users_and_refused_or_harmless_ones_of_guests_are_no_guest_writes()
    {
        var story = new Story()
            .Enhanced("i1", "09:00:00", "ASIA1", role: GuestRole, guest: true)
            .Use("u1", "09:10:00", "ASIA1", "s3", "PutObject", Ann, guest: true, role: GuestRole, readOnly: false, error: "AccessDenied")
            .Use("u2", "09:11:00", "ASIA1", "cognito-identity", "GetCredentialsForIdentity", Ann, guest: true, role: GuestRole, readOnly: false)
            .Use("u3", "09:12:00", "ASIA1", "mobiletargeting", "PutEvents", Ann, guest: true, role: GuestRole, readOnly: false)
            .Enhanced("i2", "09:00:00", "ASIA2", Bob)
            .Use("u4", "09:12:00", "ASIA2", "s3", "PutObject", Bob, readOnly: false);
        Assert.Empty(await story.EvidenceAsync("guest_write"));
    }

    [Fact]
    public async Task Calls_of_IAM_STS_and_Organizations_are_found_refused_ones_too()
    {
        var story = new Story()
            .Enhanced("i1", "09:00:00", "ASIA1")
            .Use("u1", "09:10:00", "ASIA1", "sts", "GetCallerIdentity", Ann)
            .Use("u2", "09:11:00", "ASIA1", "iam", "ListUsers", Ann, error: "AccessDenied")
            .Use("u3", "09:12:00", "ASIA1", "organizations", "DescribeOrganization", Ann, error: "AccessDeniedException");
        Assert.Equal(["u1 u2 u3"], await story.EvidenceAsync("iam_sts_org_call"));
    }

    [Fact]
    public async Task Calls_of_other_sessions_and_of_services_are_none_of_IAM()
    {
        var story = new Story()
            .Enhanced("i1", "09:00:00", "ASIA1")
            .Use("u1", "09:10:00", "ASIA1", "iam", "PassRole", Ann, invokedBy: "cloudformation.amazonaws.com")
            .Use("u2", "09:10:00", "ASIA9", "iam", "ListUsers", role: Other);
        Assert.Empty(await story.EvidenceAsync("iam_sts_org_call"));
    }

    [Fact]
    public async Task Keys_under_the_prefix_of_another_identity_are_found()
    {
        var story = new Story()
            .Use("u1", "09:10:00", "ASIA1", "s3", "GetObject", Ann, request: Key($"private/{Bob}/photo.jpg"))
            .Use("u2", "09:11:00", "ASIA1", "s3", "ListObjects", Ann, request: new JsonObject { ["bucketName"] = "b", ["prefix"] = $"private/{Bob.Replace(":", "%3A", StringComparison.Ordinal)}/" })
            .Use("u3", "09:12:00", "ASIA1", "s3", "CopyObject", Ann, readOnly: false, request: new JsonObject { ["key"] = $"private/{Ann}/copy", ["x-amz-copy-source"] = $"b/private/{Bob}/photo.jpg" })
            .Use("u4", "09:13:00", "ASIA1", "s3", "PutObject", Ann, readOnly: false, request: Key($"protected/{Bob}/photo.jpg"));
        Assert.Equal(["u1 u2 u3 u4"], await story.EvidenceAsync("s3_outside_prefix"));
    }

    [Fact]
    public async Task The_own_prefix_shared_folders_and_other_keys_are_nobody_elses()
    {
        var story = new Story()
            .Use("u1", "09:10:00", "ASIA1", "s3", "GetObject", Ann, request: Key($"private/{Ann}/photo.jpg"))
            .Use("u2", "09:11:00", "ASIA1", "s3", "GetObject", Ann, request: Key($"protected/{Bob}/photo.jpg"))
            .Use("u3", "09:12:00", "ASIA1", "s3", "GetObject", Ann, request: Key("public/price-list:2025.pdf"))
            .Use("u4", "09:13:00", "ASIA1", "s3", "PutObject", Ann, readOnly: false, request: Key($"private/{Ann}/received/{Bob}.jpg"))
            .Use("u5", "09:14:00", "ASIA9", "s3", "GetObject", role: Other, request: Key($"private/{Bob}/photo.jpg"));
        Assert.Empty(await story.EvidenceAsync("s3_outside_prefix"));
    }

    [Fact]
    public async Task A_call_of_a_new_kind_after_a_long_record_is_found()
    {
        var story = Record(days: 10, callsADay: 3).Use("new", "2025-03-20T10:00:00Z", "ASIAZ", "dynamodb", "Scan", Ann);
        Assert.Equal(["new"], await story.EvidenceAsync("first_api_use"));
    }

    [Fact]
    public async Task A_short_or_thin_record_and_refused_calls_make_nothing_new()
    {
        var shortRecord = Record(days: 3, callsADay: 10).Use("new", "2025-03-04T23:00:00Z", "ASIAZ", "dynamodb", "Scan", Ann);
        Assert.Empty(await shortRecord.EvidenceAsync("first_api_use"));
        var thin = Record(days: 10, callsADay: 1).Use("new", "2025-03-20T10:00:00Z", "ASIAZ", "dynamodb", "Scan", Ann);
        Assert.Empty(await thin.EvidenceAsync("first_api_use"));
        var refused = Record(days: 10, callsADay: 3).Use("new", "2025-03-20T10:00:00Z", "ASIAZ", "dynamodb", "Scan", Ann, error: "AccessDenied");
        Assert.Empty(await refused.EvidenceAsync("first_api_use"));
    }

    private static Story Record(int days, int callsADay)
    {
        var story = new Story();
        foreach (var number in Enumerable.Range(0, days * callsADay))
        {
            story.Use($"r{number}", $"2025-03-{2 + (number / callsADay):00}T0{number % callsADay}:00:00Z".Replace("T010:", "T10:", StringComparison.Ordinal), $"ASIA{number / callsADay}", "s3", "GetObject", Ann);
        }

        return story;
    }

    private static JsonObject Asked(string role) => new() { ["roleArn"] = role, ["roleSessionName"] = "next" };

    private static JsonObject Issued(string key) => new() { ["credentials"] = new JsonObject { ["accessKeyId"] = key, ["sessionToken"] = "secret" } };

    private static JsonObject Key(string key) => new() { ["bucketName"] = "photos", ["key"] = key };
}
