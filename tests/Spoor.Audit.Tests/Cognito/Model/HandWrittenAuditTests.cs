using System.IO.Compression;
using System.Text;
using Spoor.Audit.Cognito.Model;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Errors;
using Xunit;

namespace Spoor.Audit.Tests.Cognito.Model;

/// <summary>Shapes written down from AWS's documents, without the sample's generator and its habits.</summary>
public sealed class HandWrittenAuditTests : IDisposable
{
    private const string Pool = "us-east-1:11111111-1111-4111-8111-111111111111";
    private const string Identity = "us-east-1:22222222-2222-4222-8222-222222222222";
    private const string Role = "arn:aws:iam::111122223333:role/service-role/AppUser";

    private readonly string _folder = Directory.CreateTempSubdirectory("spoor-audit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_key_issued_by_the_basic_flow_ties_later_calls_to_its_identity()
    {
        var report = await AuditAsync(StsIssue("i1", "09:00:00", "ASIA1"), Use("u1", "09:30:00", "ASIA1", ""));
        Assert.Equal(["u1 key " + Identity], report.Uses.Select(use => $"{use.EventId} {use.Via} {use.Identity}"));
        Assert.Equal([("basic", Role, 1L)], report.Issues.Select(issue => (issue.Flow, issue.Role, issue.Calls)));
    }

    [Fact]
    public async Task Provider_of_another_kind_states_nothing()
    {
        var report = await AuditAsync(
            Use("u1", "09:30:00", "ASIA1", "\"webIdFederationData\":{\"federatedProvider\":\"arn:aws:iam::111122223333:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/X\",\"attributes\":{}},"),
            Use("u2", "09:30:00", "ASIA2", "\"webIdFederationData\":{},"));
        Assert.Empty(report.Uses);
    }

    [Theory]
    [InlineData("cognito-identity.amazonaws.com", "cognito-identity.amazonaws.com")]
    [InlineData("cognito-identity.amazon.com", "cognito-identity.amazonaws.com")]
    [InlineData("cognito-identity.amazon.com", "cognito-identity.amazon.com")]
    [InlineData("cognito-identity-us-gov.amazonaws.com", "cognito-identity-us-gov.amazonaws.com")]
    [InlineData("cognito-identity.us-gov-east-1.amazonaws.com", "cognito-identity.us-gov-east-1.amazonaws.com")]
    [InlineData("cognito-identity.cn-north-1.amazonaws.com.cn", "cognito-identity.cn-north-1.amazonaws.com.cn")]
    public async Task All_spellings_of_all_partitions_state_a_pool(string provider, string claims)
    {
        var report = await AuditAsync(Use("u1", "09:30:00", "ASIA1", Federation(provider, claims)));
        Assert.Equal([("stated", Pool, Identity)], report.Uses.Select(use => (use.Via, use.Pool, use.Identity)));
        Assert.Equal([IdentityAccess.Authenticated], report.Identities.Select(identity => identity.Access));
    }

    [Theory]
    [InlineData("cognito-identity.amazon.com")]
    [InlineData("cognito-identity-us-gov.amazonaws.com")]
    [InlineData("cognito-identity.us-gov-east-1.amazonaws.com")]
    [InlineData("cognito-identity.cn-north-1.amazonaws.com.cn")]
    public async Task All_spellings_of_all_partitions_issue_keys(string provider)
    {
        var report = await AuditAsync(StsIssue("i1", "09:00:00", "ASIA1").Replace("cognito-identity.amazonaws.com", provider, StringComparison.Ordinal), Use("u1", "09:30:00", "ASIA1", ""));
        Assert.Equal([(Pool, Identity, 1L)], report.Issues.Select(issue => (issue.Pool, issue.Identity, issue.Calls)));
    }

    [Fact]
    public async Task A_repeated_delivery_counts_once()
    {
        var use = Use("u1", "09:30:00", "ASIA1", Federation("cognito-identity.amazonaws.com", "cognito-identity.amazonaws.com"));
        var report = await AuditAsync(use, use, use);
        Assert.Equal((1, 2), (report.Uses.Count, report.Totals.RepeatedRecords));
        Assert.Equal([(1L, 0L)], report.Roles.Select(role => (role.Calls, role.Errors)));
    }

    [Fact]
    public async Task Summaries_are_no_calls_whatever_they_hold()
    {
        var summary = Use("u1", "09:30:00", "ASIA1", Federation("cognito-identity.amazonaws.com", "cognito-identity.amazonaws.com")).Replace("\"Management\"", "\"Aggregated\"", StringComparison.Ordinal);
        var report = await AuditAsync(StsIssue("i1", "09:00:00", "ASIA1"), summary);
        Assert.Equal((0, 1), (report.Uses.Count, report.Totals.Aggregates));
    }

    [Fact]
    public async Task An_unknown_caller_who_was_refused_is_not_called_a_guest()
    {
        var report = await AuditAsync(
            $$"""{"eventID":"g1","eventTime":"2025-03-03T09:00:00Z","eventSource":"cognito-identity.amazonaws.com","eventName":"GetCredentialsForIdentity","userIdentity":{"type":"Unknown"},"errorCode":"NotAuthorizedException","requestParameters":{"identityId":"{{Identity}}"},"responseElements":null,"resources":[{"type":"AWS::Cognito::IdentityPool","ARN":"arn:aws:cognito-identity:us-east-1:111122223333:identitypool\/{{Pool}}"}],"eventCategory":"Data"}""");
        Assert.Equal([(Identity, Pool, IdentityAccess.Unknown)], report.Identities.Select(identity => (identity.Identity, identity.Pool, identity.Access)));
        Assert.Equal([("NotAuthorizedException", "enhanced")], report.Issues.Select(issue => (issue.ErrorCode, issue.Flow)));
        Assert.Equal([(0L, 1L, true)], report.Pools.Select(pool => (pool.Issues, pool.FailedIssues, pool.HasDataEvents)));
    }

    [Fact]
    public async Task A_key_in_a_session_that_began_before_its_issue_proves_nothing()
    {
        var report = await AuditAsync(StsIssue("i1", "09:00:00", "ASIA1"), Use("u1", "09:30:00", "ASIA1", "").Replace("T09:00:00Z\",\"mfa", "T08:50:00Z\",\"mfa", StringComparison.Ordinal));
        Assert.DoesNotContain(report.Uses, use => use.Via is "key" or "stated");
        Assert.Equal(["u1"], Assert.Single(report.Limits, limit => limit.Id == "key_conflict").EventIds);
    }

    [Fact]
    public async Task Members_of_unexpected_kinds_cost_nothing_but_themselves()
    {
        var report = await AuditAsync(
            """{"eventID":1,"eventTime":"2025-03-03T09:00:00Z","userIdentity":"somebody","requestParameters":"text","responseElements":[1],"resources":"none","errorCode":5}""",
            """{"eventID":"x","userIdentity":{"type":"AssumedRole","sessionContext":"none"},"eventTime":"yesterday"}""",
            "{\"eventName\":\"Nameless\"}",
            Use("u1", "09:30:00", "ASIA1", Federation("cognito-identity.amazonaws.com", "cognito-identity.amazonaws.com")));
        Assert.Equal((4, 1), (report.Totals.RecordsRead, report.Totals.RecordsUsed));
        Assert.Equal(["u1"], report.Uses.Select(use => use.EventId));
    }

    [Fact]
    public async Task Other_logs_in_the_same_tree_are_left_out()
    {
        Write("AWSLogs/111122223333/vpcflowlogs/us-east-1/2025/03/03/flow.log.gz", "2 111122223333 eni-1 ACCEPT");
        Write("AWSLogs/111122223333/Config/us-east-1/2025/3/3/ConfigHistory/x.json.gz", "{\"configurationItems\":[]}");
        Write("AWSLogs/111122223333/CloudTrail/us-east-1/2025/03/03/x.json.gz", $$"""{"Records":[{{StsIssue("i1", "09:00:00", "ASIA1")}}]}""");
        Write("readme.json", "{\"not\":\"a trail\"}");
        var report = await Truth.AuditAsync(new CognitoAuditRequest(_folder));
        Assert.Equal((3, 2, 1, 1), (report.Totals.ObjectsListed, report.Totals.ObjectsLeftOut, report.Totals.ObjectsRead, report.Issues.Count));
    }

    [Theory]
    [InlineData("trail.log")]
    [InlineData("trail.json.gzip")]
    [InlineData("trail")]
    [InlineData("trail.gz")]
    public async Task A_log_under_another_name_is_read_and_what_is_no_log_is_named(string name)
    {
        Write(name, $$"""{"Records":[{{StsIssue("i1", "09:00:00", "ASIA1")}}]}""");
        Write("notes.txt", "to do");
        var report = await Truth.AuditAsync(new CognitoAuditRequest(_folder));
        Assert.Equal((2, 1, 1, 1), (report.Totals.ObjectsListed, report.Totals.ObjectsLeftOut, report.Totals.ObjectsRead, report.Issues.Count));
        Assert.Contains(report.Limits, limit => limit.Id == "objects_left_out" && limit.Text == $"1 object was left out ({_folder}/notes.txt): It is no JSON: it begins with 'to do'.");
    }

    [Fact]
    public async Task A_truncated_object_fails_the_audit_or_is_skipped_and_named()
    {
        Write("b.json", $$"""{"Records":[{{StsIssue("i1", "09:00:00", "ASIA1")}},{"eventID":""");
        var error = await Assert.ThrowsAsync<QueryException>(() => Truth.AuditAsync(new CognitoAuditRequest(_folder)));
        Assert.Equal(ErrorCode.HiveCursorError, error.Code);
        Assert.Contains($"{_folder}/b.json", error.Message, StringComparison.Ordinal);
        var report = await Truth.AuditAsync(new CognitoAuditRequest(_folder, BadData: BadDataPolicy.Skip));
        Assert.Equal((1, 1), (report.Totals.ObjectsFailed, report.Issues.Count));
        Assert.Contains(report.Limits, limit => limit.Id == "unreadable" && limit.Text.StartsWith($"{_folder}/b.json at byte ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_in_what_is_used_are_a_limit()
    {
        // Latin-1's "ü", as of a session name that another program wrote.
        var log = $$"""{"Records":[{{StsIssue("i1", "09:00:00", "ASIA1")}},{{Use("u1", "09:30:00", "ASIA1", "")}}]}""".Replace("\"eventID\":\"u1\"", "\"eventID\":\"u\u00fc\"", StringComparison.Ordinal);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "records.json"), Encoding.Latin1.GetBytes(log), TestContext.Current.CancellationToken);
        var report = await Truth.AuditAsync(new CognitoAuditRequest(_folder));
        Assert.Equal(1, Assert.Single(report.Limits, limit => limit.Id == "invalid_utf8").Count);
    }

    private Task<CognitoAuditReport> AuditAsync(params string[] records)
    {
        Write("records.json", $$"""{"Records":[{{string.Join(',', records)}}]}""");
        return Truth.AuditAsync(new CognitoAuditRequest(_folder));
    }

    private void Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? _folder);
        using Stream file = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.Create(path), CompressionLevel.Fastest) : File.Create(path);
        file.Write(System.Text.Encoding.UTF8.GetBytes(content));
    }

    private static string StsIssue(string id, string time, string key) =>
        $$$"""{"eventID":"{{{id}}}","eventTime":"2025-03-03T{{{time}}}Z","eventSource":"sts.amazonaws.com","eventName":"AssumeRoleWithWebIdentity","recipientAccountId":"111122223333","userIdentity":{"type":"WebIdentityUser","principalId":"cognito-identity.amazonaws.com:{{{Pool}}}:{{{Identity}}}","userName":"{{{Identity}}}","identityProvider":"cognito-identity.amazonaws.com"},"requestParameters":{"roleArn":"{{{Role}}}","roleSessionName":"phone"},"responseElements":{"credentials":{"accessKeyId":"{{{key}}}"},"provider":"cognito-identity.amazonaws.com"},"eventCategory":"Management"}""";

    private static string Use(string id, string time, string key, string federation) =>
        $$$$"""{"eventID":"{{{{id}}}}","eventTime":"2025-03-03T{{{{time}}}}Z","eventSource":"s3.amazonaws.com","eventName":"GetObject","recipientAccountId":"111122223333","userIdentity":{"type":"AssumedRole","principalId":"AROA1:phone","arn":"arn:aws:sts::111122223333:assumed-role/AppUser/phone","accessKeyId":"{{{{key}}}}","sessionContext":{"sessionIssuer":{"type":"Role","arn":"{{{{Role}}}}"},{{{{federation}}}}"attributes":{"creationDate":"2025-03-03T09:00:00Z","mfaAuthenticated":"false"}}},"eventCategory":"Management"}""";

    private static string Federation(string provider, string claims) =>
        $$$"""
        "webIdFederationData":{"federatedProvider":"{{{provider}}}","attributes":{"{{{claims}}}:aud":"{{{Pool}}}","{{{claims}}}:sub":"{{{Identity}}}","{{{claims}}}:amr":"[\"authenticated\",\"graph.facebook.com\"]"}},
        """;
}
