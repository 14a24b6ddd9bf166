using Spoor.Audit.Policies;
using Spoor.Audit.Policies.Iam;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Xunit;

namespace Spoor.Audit.Tests.Policies;

public sealed class PolicyComparisonTests : IDisposable
{
    private readonly PolicyLogs _logs = new PolicyLogs()
        .Add("s3.amazonaws.com GetObject", """{"bucketName":"b","key":"k"}""")
        .Add("dynamodb.amazonaws.com Query", """{"tableName":"t"}""");

    public void Dispose() => _logs.Dispose();

    [Fact]
    public async Task Unused_actions_are_named_and_those_that_cannot_be_seen_apart()
    {
        var current = await CompareAsync("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["s3:GetObject","dynamodb:Query","iam:CreateUser","execute-api:Invoke"],"Resource":"*"}}""");
        Assert.Equal(["iam:CreateUser"], current.Unused.Select(grant => grant.Action));
        Assert.Equal(["execute-api:Invoke"], current.NotObservable.Select(grant => grant.Action));
        Assert.Empty(current.UsedNotGranted);
    }

    [Fact]
    public async Task Wildcards_are_narrowed_to_what_was_used()
    {
        var current = await CompareAsync("""[{"Sid":"All","Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b/*"},{"Effect":"Allow","Action":"DynamoDB:Q*","Resource":"*"}]""");
        Assert.Equal(
            ["All s3:* s3:GetObject arn:aws:s3:::b/k", "2 DynamoDB:Q* dynamodb:Query arn:aws:dynamodb:eu-west-1:111122223333:table/t"],
            current.Narrowed.Select(grant => $"{grant.Statement} {grant.Action} {string.Join(' ', grant.UsedActions)} {string.Join(' ', grant.UsedResources)}"));
    }

    [Fact]
    public async Task A_use_outside_the_resources_or_under_a_deny_is_not_granted()
    {
        var current = await CompareAsync(
            """
            {"Statement":[
              {"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::other/*"},
              {"Effect":"Allow","Action":"dynamodb:*","Resource":"*"},
              {"Sid":"No","Effect":"Deny","Action":"dynamodb:Query","Resource":"arn:aws:dynamodb:*:*:table/t"}]}
            """);
        Assert.Equal(["dynamodb:Query: statement No denies it", "s3:GetObject: no statement allows it on these resources"], current.UsedNotGranted.Select(use => $"{use.Action}: {use.Reason}"));
    }

    [Fact]
    public async Task NotAction_grants_all_others()
    {
        var current = await CompareAsync("""{"Statement":[{"Effect":"Allow","NotAction":["iam:*","dynamodb:*"],"Resource":"*"}]}""");
        Assert.Equal(["NOT iam:* dynamodb:*: s3:GetObject"], current.Narrowed.Select(grant => $"{grant.Action}: {string.Join(' ', grant.UsedActions)}"));
        Assert.Equal(["dynamodb:Query"], current.UsedNotGranted.Select(use => use.Action));
    }

    [Fact]
    public void Answers_of_the_IAM_API_are_read_too()
    {
        const string Document = "%7B%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22s3%3AGetObject%22%2C%22Resource%22%3A%22%2A%22%7D%5D%7D";
        var statements = CurrentPolicyFile.Parse($$$"""{"PolicyVersion":{"Document":"{{{Document}}}","VersionId":"v1"}}""", "answer.json");
        Assert.Equal([("1", "s3:GetObject")], statements.Select(statement => (statement.Name, statement.Actions[0])));
    }

    [Theory]
    [InlineData("{}", "'p.json' is no IAM policy: it has no Statement")]
    [InlineData("""{"Statement":[{"Effect":"allow","Action":"*"}]}""", "'p.json' is no IAM policy: statement 1 needs an Effect (Allow or Deny) and an Action or NotAction")]
    public void What_is_no_policy_is_refused(string json, string message) =>
        Assert.Equal(message, Assert.Throws<QueryException>(() => CurrentPolicyFile.Parse(json, "p.json")).Message);

    [Theory]
    [InlineData("s3:Get*", "s3:getobject", true)]
    [InlineData("s3:Get?bject", "s3:GetObject", true)]
    [InlineData("*", "iam:CreateUser", true)]
    [InlineData("s3:Get*Acl", "s3:GetObject", false)]
    public void Actions_match_in_any_case(string pattern, string action, bool covers) => Assert.Equal(covers, IamPattern.CoversAction(pattern, action));

    [Theory]
    [InlineData("arn:aws:s3:::b/*", "arn:aws:s3:::b/x/*", true)]
    [InlineData("arn:aws:s3:::b/${aws:username}/*", "arn:aws:s3:::b/alice/1", true)]
    [InlineData("arn:aws:s3:::b/${*}", "arn:aws:s3:::b/abc", false)]
    [InlineData("arn:aws:s3:::B/*", "arn:aws:s3:::b/x", false)]
    public void Resources_match_with_variables(string pattern, string resource, bool covers) => Assert.Equal(covers, IamPattern.CoversResource(pattern, resource));

    private async Task<PolicyComparison> CompareAsync(string current) =>
        (await _logs.ReportAsync(current: current)).Current ?? throw new InvalidOperationException("There is no comparison.");
}
