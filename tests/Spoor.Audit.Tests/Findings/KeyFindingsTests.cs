using System.Text.Json.Nodes;
using Xunit;
using static Spoor.Audit.Tests.Findings.Story;

namespace Spoor.Audit.Tests.Findings;

/// <summary>Rules on how keys and identities are used.</summary>
public sealed class KeyFindingsTests
{
    private const string Cli = "aws-cli/2.15.30 md/awscrt#0.19 ua/2.0 os/linux";

    [Fact]
    public async Task A_key_at_another_address_is_found_in_both_flows()
    {
        var story = new Story()
            .Enhanced("i1", "09:00:00", "ASIA1")
            .Use("u1", "09:10:00", "ASIA1", "s3", "GetObject", Ann)
            .Use("u2", "09:20:00", "ASIA1", "s3", "GetObject", Ann, ip: "198.51.100.99")
            .Basic("i2", "10:00:00", "ASIA2", Bob)
            .Use("u3", "10:10:00", "ASIA2", "s3", "GetObject", Bob, ip: "198.51.100.99", agent: Cli);
        Assert.Equal(["i1 i1-sts u2", "i2 u3"], await story.EvidenceAsync("key_other_source"));
    }

    [Fact]
    public async Task A_key_in_a_tool_at_the_same_address_is_found()
    {
        var story = new Story()
            .Enhanced("i1", "09:00:00", "ASIA1", agent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X)")
            .Use("u1", "09:10:00", "ASIA1", "s3", "GetObject", Ann, agent: "[Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X)]")
            .Use("u2", "09:20:00", "ASIA1", "s3", "GetObject", Ann, agent: Cli);
        Assert.Equal(["i1 i1-sts u2"], await story.EvidenceAsync("key_other_source"));
    }

    [Fact]
    public async Task What_services_do_for_the_caller_and_other_SDKs_of_an_app_are_not_another_client()
    {
        var story = new Story()
            .Enhanced("i1", "09:00:00", "ASIA1", ip: "2001:db8:1:2::10", agent: "aws-amplify/6.0 auth/3")
            .Use("u1", "09:10:00", "ASIA1", "s3", "GetObject", Ann, ip: "2001:db8:1:2:a:b:c:d", agent: "aws-sdk-js/3.400.0 ua/2.0 api/s3#3.400.0")
            .Use("u7", "09:10:30", "ASIA1", "s3", "PutObject", Ann, ip: "2001:db8:1:2:a:b:c:d", agent: "Shop/41 CFNetwork/1408.0.4 Darwin/22.5.0")
            .Use("u2", "09:11:00", "ASIA1", "kms", "Decrypt", Ann, ip: "198.51.100.5", agent: "aws-internal/3", invokedBy: "s3.amazonaws.com")
            .Use("u3", "09:12:00", "ASIA1", "kms", "Decrypt", Ann, ip: "s3.amazonaws.com", agent: "s3.amazonaws.com")
            .Use("u4", "09:13:00", "ASIA1", "dynamodb", "GetItem", Ann, ip: "AWS Internal", agent: "AWS Internal")
            .Use("u5", "09:14:00", "ASIA1", "dynamodb", "GetItem", Ann, ip: "203.0.113.77", agent: "aws-amplify/6.0")
            .Use("u6", "09:15:00", "ASIA1", "kms", "GenerateDataKey", Ann, ip: "2001:db8:ffff::1", agent: "aws-internal/3 aws-sdk-java/1.12.780");
        Assert.Empty(await story.EvidenceAsync("key_other_source"));
    }

    [Fact]
    public async Task The_address_of_STS_in_the_enhanced_flow_is_not_the_clients()
    {
        var story = new Story()
            .Enhanced("i1", "09:00:00", "ASIA1", dataEvents: false)
            .But(record => record["sourceIPAddress"] = "198.51.100.1")
            .Use("u1", "09:10:00", "ASIA1", "s3", "GetObject", Ann);
        Assert.Empty(await story.EvidenceAsync("key_other_source"));
    }

    [Theory]
    [InlineData("Mar 3, 2025 10:00:00 AM")]
    [InlineData("Mar 3, 2025, 10:00:00\u202fAM")]
    [InlineData("2025-03-03T10:00:00Z")]
    public async Task A_key_used_after_its_expiration_is_found(string expiration)
    {
        var story = new Story()
            .Enhanced("i1", "09:00:00", "ASIA1", expiration: expiration)
            .Use("u1", "09:59:00", "ASIA1", "s3", "GetObject", Ann, created: "09:00:00")
            .Use("u2", "10:30:00", "ASIA1", "s3", "GetObject", Ann, created: "09:00:00")
            .Use("u3", "10:31:00", "ASIA1", "s3", "GetObject", Ann, created: "09:00:00", error: "ExpiredToken");
        Assert.Equal(["i1 i1-sts u2 u3"], await story.EvidenceAsync("key_after_expiry"));
    }

    [Fact]
    public async Task A_key_behind_a_role_chain_used_after_its_expiration_is_found()
    {
        const string Admin = "arn:aws:iam::111122223333:role/Admin";
        var story = new Story()
            .Enhanced("i1", "09:00:00", "ASIA1", expiration: "Mar 3, 2025, 10:00:00 AM")
            .Use("a1", "09:30:00", "ASIA1", "sts", "AssumeRole", Ann, created: "09:00:00", request: new JsonObject { ["roleArn"] = Admin }, response: new JsonObject
            {
                ["credentials"] = new JsonObject { ["accessKeyId"] = "ASIA2", ["expiration"] = "Mar 3, 2025, 10:30:00 AM" },
            })
            .Use("u1", "10:20:00", "ASIA2", "s3", "GetObject", role: Admin, created: "09:30:00")
            .Use("u2", "10:40:00", "ASIA2", "s3", "GetObject", role: Admin, created: "09:30:00");
        Assert.Equal(["a1 u2"], await story.EvidenceAsync("key_after_expiry"));
        Assert.Equal([("ASIA1", "2025-03-03T10:00:00Z"), ("ASIA2", "2025-03-03T10:30:00Z")], (await story.AuditAsync()).Sessions.Select(session => (session.AccessKeyId, session.Expiration)));
    }

    [Fact]
    public async Task Clocks_and_keys_without_a_recorded_expiration_are_no_use_after_it()
    {
        var story = new Story()
            .Enhanced("i1", "09:00:00", "ASIA1", expiration: "Mar 3, 2025 10:00:00 AM")
            .Use("u1", "10:00:30", "ASIA1", "s3", "GetObject", Ann, created: "09:00:00")
            .Basic("i2", "09:00:00", "ASIA2", Bob)
            .Use("u3", "11:00:00", "ASIA2", "s3", "GetObject", Bob, created: "09:00:00");
        Assert.Empty(await story.EvidenceAsync("key_after_expiry"));
    }

    [Fact]
    public async Task Many_new_identities_from_one_address_are_found()
    {
        var story = new Story().GetId("g0", "08:00:00", Person(99));
        foreach (var number in Enumerable.Range(0, 12))
        {
            story.GetId($"g{number + 10}", $"09:0{number / 2}:0{number % 2}", Person(number));
        }

        var evidence = Enumerable.Range(10, 12).Select(number => $"g{number}");
        Assert.Equal([string.Join(' ', evidence)], await story.EvidenceAsync("identity_farming"));
    }

    [Fact]
    public async Task Old_identities_users_who_sign_in_and_a_slow_office_are_no_farm()
    {
        var story = new Story();
        foreach (var number in Enumerable.Range(0, 20))
        {
            story
                .GetId($"old{number}", $"2025-02-{number + 1:00}T09:00:00Z", Person(number))
                .GetId($"again{number}", $"09:00:{number + 10}", Person(number))
                .GetId($"user{number}", $"09:01:{number + 10}", Person(number + 100), guest: false)
                .GetId($"office{number}", $"{number + 2:00}:00:00", Person(number + 200), ip: "198.51.100.20");
        }

        Assert.Empty(await story.EvidenceAsync("identity_farming"));
    }

    [Fact]
    public async Task One_identity_in_two_networks_at_once_is_found()
    {
        var story = new Story()
            .Enhanced("i1", "09:00:00", "ASIA1")
            .Use("u1", "09:01:00", "ASIA1", "s3", "GetObject", Ann)
            .Use("u2", "09:04:00", "ASIA2", "s3", "GetObject", Ann, ip: "198.51.100.99", agent: Cli)
            .Use("u3", "12:00:00", "ASIA3", "s3", "GetObject", Bob)
            .Use("u4", "12:02:00", "ASIA3", "s3", "GetObject", Bob, ip: "198.51.100.99")
            .Use("u5", "12:04:00", "ASIA3", "s3", "GetObject", Bob)
            .Use("u6", "15:00:00", "ASIA4", "s3", "GetObject", Cid)
            .Use("u7", "15:02:00", "ASIA5", "s3", "GetObject", Cid, ip: "198.51.100.99");
        Assert.Equal(["u1 u2", "u3 u4 u5", "u6 u7"], (await story.EvidenceAsync("distant_sources")).Order());
    }

    [Fact]
    public async Task A_phone_that_changes_its_network_is_in_one_place()
    {
        var story = new Story()
            .Use("u1", "09:01:00", "ASIA1", "s3", "GetObject", Ann)
            .Use("u2", "09:03:00", "ASIA1", "s3", "GetObject", Ann, ip: "198.51.100.99", agent: "aws-sdk-android/2.22.6 TransferUtility")
            .Use("u3", "09:05:00", "ASIA1", "s3", "GetObject", Ann, ip: "192.0.2.9")
            .Use("u4", "10:00:00", "ASIA2", "s3", "GetObject", Bob)
            .Use("u5", "10:01:00", "ASIA2", "s3", "GetObject", Bob, ip: "203.0.113.200", agent: Cli)
            .Use("u6", "10:02:00", "ASIA2", "kms", "Decrypt", Bob, ip: "198.51.100.5", agent: "aws-internal/3", invokedBy: "s3.amazonaws.com")
            .Use("u7", "11:00:00", "ASIA2", "s3", "GetObject", Bob, ip: "198.51.100.200");
        Assert.Empty(await story.EvidenceAsync("distant_sources"));
    }

    [Fact]
    public async Task Other_tags_right_after_a_change_of_attributes_are_found()
    {
        var story = new Story()
            .Enhanced("i1", "09:00:00", "ASIA1", tags: new JsonObject { ["team"] = "red", ["level"] = "1" })
            .Use("u1", "09:01:00", "ASIA1", "s3", "GetObject", Ann, sub: "ann")
            .UserPool("p1", "09:50:00", "UpdateUserAttributes", "ann")
            .Enhanced("i2", "10:00:00", "ASIA2", tags: new JsonObject { ["team"] = "blue", ["level"] = "1" });
        Assert.Equal(["i1 i1-sts p1 i2 i2-sts"], await story.EvidenceAsync("claim_changed"));
    }

    [Fact]
    public async Task The_same_tags_in_another_order_and_changes_of_others_or_long_ago_are_no_changed_claim()
    {
        var story = new Story()
            .Enhanced("i1", "09:00:00", "ASIA1", tags: new JsonObject { ["team"] = "red", ["level"] = "1" })
            .Use("u1", "09:01:00", "ASIA1", "s3", "GetObject", Ann, sub: "ann")
            .UserPool("p1", "09:50:00", "UpdateUserAttributes", "ann")
            .Enhanced("i2", "10:00:00", "ASIA2", tags: new JsonObject { ["level"] = "1", ["team"] = "red" })
            .UserPool("p2", "15:50:00", "UpdateUserAttributes", "bob")
            .UserPool("p3", "15:50:00", "UpdateUserAttributes", "ann", error: "NotAuthorizedException")
            .Enhanced("i3", "16:00:00", "ASIA3", tags: new JsonObject { ["team"] = "blue" });
        Assert.Empty(await story.EvidenceAsync("claim_changed"));
    }

    private static string Person(int number) => $"us-east-1:00000000-0000-4000-8000-{number:000000000000}";
}
