using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Tests.Findings;
using Xunit;
using static Spoor.Audit.Tests.Findings.Story;

namespace Spoor.Audit.Tests.Cognito.Model;

/// <summary>Who got a key, and in which flow: by what AWS answered and recorded, never by what a client asked for or chose.</summary>
public sealed class IssueEvidenceTests
{
    private const string EnhancedName = "CognitoIdentityCredentials";
    private const string CognitosAddress = "52.95.171.86";
    private const string CognitosProgram = "aws-internal/3 aws-sdk-java/1.12.709 Linux/5.10.216 OpenJDK_64-Bit_Server_VM/17.0.11";

    [Fact]
    public async Task The_identity_that_was_answered_got_the_key()
    {
        var report = await new Story().Enhanced("i", "09:00:00", "ASIA1", identity: Bob, asked: Ann).Use("u", "09:01:00", "ASIA1", "dynamodb", "GetItem", identity: Bob).AuditAsync();
        var issue = Assert.Single(report.Issues);
        Assert.Equal(("i i-sts", Bob, Ann, 1L), (string.Join(' ', issue.EventIds), issue.Identity, string.Join(' ', issue.OtherIdentities), issue.Calls));
        Assert.Equal([Bob], report.Uses.Select(use => use.Identity));
        Assert.Equal([(1L, 0L)], report.Pools.Select(pool => (pool.Issues, pool.UnusedIssues)));
        Assert.Equal(
            $"1 issue has records that name several identities, as when another was asked for than was answered. The answer counts: {Bob} (others named: {Ann}).",
            Assert.Single(report.Limits, limit => limit.Id == "identity_conflict").Text);
    }

    [Fact]
    public async Task Without_a_record_of_STS_Cognitos_answer_counts_for_calls_that_state_nothing()
    {
        var story = new Story().Enhanced("i", "09:00:00", "ASIA1", identity: Bob, asked: Ann, dataEvents: true);
        var report = await story.But(sts => sts["eventName"] = "GetCallerIdentity").Use("u", "09:01:00", "ASIA1", "dynamodb", "GetItem").AuditAsync();
        Assert.Equal([Bob], report.Issues.Select(issue => issue.Identity));
        Assert.Equal([Bob], report.Uses.Select(use => use.Identity));
    }

    [Fact]
    public async Task A_token_is_the_answered_identitys_too()
    {
        var report = await new Story().Token("t", "08:59:59", Ann, answered: Bob).Basic("b", "09:00:00", "ASIA1", identity: Bob).AuditAsync();
        Assert.Equal([("t", Bob)], report.Evidence.Select(told => (told.EventId, told.Identity)));
        Assert.Equal(["authenticated"], report.Issues.Select(issue => issue.Access));
    }

    [Theory]
    [InlineData(Ann, Ann)]
    [InlineData(Bob, Bob)]
    [InlineData(null, Bob)]
    public async Task Where_answers_disagree_the_calls_decide_and_then_STS(string? stated, string expected)
    {
        var story = new Story().Enhanced("i", "09:00:00", "ASIA1", identity: Ann).Enhanced("j", "09:00:01", "ASIA1", identity: Bob, dataEvents: false);
        var report = await story.But(sts => sts["eventTime"] = Time("08:59:59")).Use("u", "09:01:00", "ASIA1", "dynamodb", "GetItem", identity: stated).AuditAsync();
        var issue = Assert.Single(report.Issues);
        Assert.Equal(("i j-sts i-sts", expected, 1L), (string.Join(' ', issue.EventIds), issue.Identity, issue.Calls));
        Assert.Equal([(string?)expected], report.Uses.Select(use => use.Identity));
        Assert.Equal([expected == Ann ? Bob : Ann], issue.OtherIdentities);
        Assert.Equal((1, 0L), (report.Sessions.Count, report.Pools[0].UnusedIssues));
    }

    [Fact]
    public async Task A_call_is_its_own_identitys_whoever_got_the_key()
    {
        var report = await new Story().Enhanced("i", "09:00:00", "ASIA1", identity: Ann).Use("u", "09:01:00", "ASIA1", "dynamodb", "GetItem", identity: Bob).AuditAsync();
        Assert.Equal([("key", Bob, "i-sts")], report.Uses.Select(use => (use.Via, use.Identity, use.IssueEventId)));
        Assert.Equal(["u"], Assert.Single(report.Limits, limit => limit.Id == "identity_conflict").EventIds);
    }

    [Theory]
    [InlineData("phone", CognitosAddress, CognitosProgram, "basic", CognitosAddress)]
    [InlineData(EnhancedName, Home, Phone, "basic", Home)]
    [InlineData(EnhancedName, CognitosAddress, "aws-cli/2.15.0", "basic", CognitosAddress)]
    [InlineData(EnhancedName, Home, CognitosProgram, "basic", Home)]
    [InlineData(EnhancedName, CognitosAddress, CognitosProgram, "enhanced", null)]
    [InlineData(EnhancedName, "cognito-identity.amazonaws.com", "cognito-identity.amazonaws.com", "enhanced", null)]
    [InlineData(EnhancedName, "AWS Internal", "AWS Internal", "enhanced", null)]
    [InlineData(EnhancedName, "198.51.100.3", null, "unknown", "198.51.100.3")]
    public async Task The_flow_is_told_by_evidence(string name, string ip, string? agent, string flow, string? source)
    {
        var story = new Story().Basic("b", "09:00:00", "ASIA1", ip: ip, agent: Phone).But(record =>
        {
            record["userAgent"] = agent;
            record["requestParameters"]!["roleSessionName"] = name; // Every such record has a request.
        });
        var report = await story.Use("u", "09:01:00", "ASIA1", "dynamodb", "GetItem", identity: Ann).AuditAsync();
        Assert.Equal([(flow, source)], report.Issues.Select(issue => (issue.Flow, issue.SourceIp)));
        Assert.Equal([flow], report.Pools[0].Flows);
        Assert.Equal([flow], report.Sessions.Select(session => session.Flow));
    }

    [Theory]
    [InlineData("token", "basic")]
    [InlineData("old token", "enhanced")]
    [InlineData("duration", "basic")]
    [InlineData("usual duration", "enhanced")]
    public async Task A_client_that_imitates_Cognito_is_known_by_its_token_and_duration(string trait, string flow)
    {
        var story = new Story().Token("t", trait == "token" ? "08:59:58" : "06:00:00", Ann).Basic("b", "09:00:00", "ASIA1", ip: CognitosAddress, agent: CognitosProgram).But(record =>
        {
            record["requestParameters"]!["roleSessionName"] = EnhancedName; // Every such record has a request.
            record["requestParameters"]!["durationSeconds"] = trait == "duration" ? 7200 : 3600;
        });
        Assert.Equal([flow], (await story.AuditAsync()).Issues.Select(issue => issue.Flow));
    }

    [Fact]
    public async Task A_basic_client_under_Cognitos_session_name_is_found_by_the_rules()
    {
        var story = new Story();
        for (var i = 0; i < 4; i++)
        {
            story.Enhanced($"e{i}", $"0{i + 1}:00:00", $"ASIA1{i}");
        }

        story.Token("t", "08:59:58", Ann).Basic("b", "09:00:00", "ASIA2").But(record => record["requestParameters"]!["roleSessionName"] = EnhancedName)
            .Use("u", "09:05:00", "ASIA2", "dynamodb", "GetItem", identity: Ann, ip: "198.51.100.200");
        var report = await story.AuditAsync();
        Assert.Equal(["basic_flow_new", "key_other_source"], report.Findings.Select(finding => finding.RuleId).Where(id => id is "basic_flow_new" or "key_other_source").Order());
    }
}
