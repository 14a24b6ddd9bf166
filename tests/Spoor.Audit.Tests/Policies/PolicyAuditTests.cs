using Spoor.Audit.Policies;
using Spoor.Core.Errors;
using Xunit;

namespace Spoor.Audit.Tests.Policies;

public sealed class PolicyAuditTests : IDisposable
{
    private readonly PolicyLogs _logs = new();

    public void Dispose() => _logs.Dispose();

    [Theory]
    [InlineData("s3.amazonaws.com ListObjects", """{"bucketName":"b","prefix":"x/"}""", "s3:ListBucket on arn:aws:s3:::b")]
    [InlineData("s3.amazonaws.com GetObject", """{"bucketName":"b","key":"x/1 *?.txt"}""", "s3:GetObject on arn:aws:s3:::b/x/1 ${*}${?}.txt")]
    [InlineData("s3.amazonaws.com DeleteObjects", """{"bucketName":"b","delete":""}""", "s3:DeleteObject on arn:aws:s3:::b/*")]
    [InlineData("s3.amazonaws.com GetObject", """{"bucketName":"arn:aws:s3:eu-west-1:111122223333:accesspoint/p","key":"k"}""", "s3:GetObject on arn:aws:s3:eu-west-1:111122223333:accesspoint/p/object/k")]
    [InlineData("s3.amazonaws.com GetBucketEncryption", """{"bucketName":"b","encryption":""}""", "s3:GetEncryptionConfiguration on arn:aws:s3:::b")]
    [InlineData("s3.amazonaws.com ListBuckets", "null", "s3:ListAllMyBuckets on *")]
    [InlineData("dynamodb.amazonaws.com GetItem", """{"tableName":"t","key":{}}""", "dynamodb:GetItem on arn:aws:dynamodb:eu-west-1:111122223333:table/t")]
    [InlineData("dynamodb.amazonaws.com Query", """{"tableName":"t","indexName":"i"}""", "dynamodb:Query on arn:aws:dynamodb:eu-west-1:111122223333:table/t/index/i")]
    [InlineData("lambda.amazonaws.com Invoke", """{"functionName":"f"}""", "lambda:InvokeFunction on arn:aws:lambda:eu-west-1:111122223333:function:f")]
    [InlineData("lambda.amazonaws.com GetFunction20150331v2", """{"functionName":"arn:aws:lambda:us-east-1:444455556666:function:f:live"}""", "lambda:GetFunction on arn:aws:lambda:us-east-1:444455556666:function:f:live")]
    [InlineData("sqs.amazonaws.com SendMessage", """{"queueUrl":"https://sqs.us-east-2.amazonaws.com/444455556666/q.fifo"}""", "sqs:SendMessage on arn:aws:sqs:us-east-2:444455556666:q.fifo")]
    [InlineData("sns.amazonaws.com Publish", """{"topicArn":"arn:aws:sns:eu-west-1:111122223333:t"}""", "sns:Publish on arn:aws:sns:eu-west-1:111122223333:t")]
    [InlineData("secretsmanager.amazonaws.com GetSecretValue", """{"secretId":"db"}""", "secretsmanager:GetSecretValue on arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-??????")]
    [InlineData("secretsmanager.amazonaws.com GetSecretValue", """{"secretId":"arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf"}""", "secretsmanager:GetSecretValue on arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf")]
    [InlineData("ssm.amazonaws.com GetParameters", """{"names":["/app/a","b"]}""", "ssm:GetParameters on arn:aws:ssm:eu-west-1:111122223333:parameter/app/a arn:aws:ssm:eu-west-1:111122223333:parameter/b")]
    [InlineData("iam.amazonaws.com GetRole", """{"roleName":"R"}""", "iam:GetRole on arn:aws:iam::111122223333:role/*/R arn:aws:iam::111122223333:role/R")]
    [InlineData("ec2.amazonaws.com StartInstances", """{"instancesSet":{"items":[{"instanceId":"i-1"},{"instanceId":"i-2"}]}}""", "ec2:StartInstances on arn:aws:ec2:eu-west-1:111122223333:instance/i-1 arn:aws:ec2:eu-west-1:111122223333:instance/i-2")]
    [InlineData("polly.amazonaws.com SynthesizeSpeech", """{"voiceId":"Ivy"}""", "polly:SynthesizeSpeech on *")]
    public async Task A_granted_call_becomes_its_action_on_its_resource(string call, string request, string statement)
    {
        var report = await _logs.Add(call, request).ReportAsync();
        Assert.Equal([statement], PolicyLogs.Statements(report));
    }

    [Fact]
    public async Task Keys_come_from_the_records_resources()
    {
        var report = await _logs.Add(
            "kms.amazonaws.com Decrypt",
            """{"keyId":"alias/app"}""",
            more: """ "resources":[{"accountId":"111122223333","type":"AWS::KMS::Key","ARN":"arn:aws:kms:eu-west-1:111122223333:key/1234"}], """).ReportAsync();
        Assert.Equal(["kms:Decrypt on arn:aws:kms:eu-west-1:111122223333:key/1234"], PolicyLogs.Statements(report));
    }

    [Fact]
    public async Task A_copy_reads_its_source_and_writes_its_target()
    {
        var report = await _logs.Add("s3.amazonaws.com CopyObject", """{"bucketName":"to","key":"k","x-amz-copy-source":"/from/a%20b?versionId=7"}""").ReportAsync();
        Assert.Equal(["s3:GetObject on arn:aws:s3:::from/a b", "s3:PutObject on arn:aws:s3:::to/k"], PolicyLogs.Statements(report));
    }

    [Fact]
    public async Task Many_keys_become_their_common_folder()
    {
        for (var i = 0; i < 11; i++)
        {
            _logs.Add("s3.amazonaws.com GetObject", $$"""{"bucketName":"b","key":"in/2025/{{i:00}}.csv"}""");
        }

        var report = await _logs.Add("s3.amazonaws.com GetObject", """{"bucketName":"other","key":"one"}""").ReportAsync();
        Assert.Equal(["s3:GetObject on arn:aws:s3:::b/in/2025/* arn:aws:s3:::other/one"], PolicyLogs.Statements(report));
        Assert.Equal(("pattern", 12), (report.Used[0].Breadth, report.Used[0].Calls));
    }

    [Theory]
    [InlineData("us-east-1", "cognito-identity.amazonaws.com")]
    [InlineData("us-gov-west-1", "cognito-identity-us-gov.amazonaws.com")]
    [InlineData("us-gov-east-1", "cognito-identity.us-gov-east-1.amazonaws.com")]
    [InlineData("cn-north-1", "cognito-identity.cn-north-1.amazonaws.com.cn")]
    public async Task An_identitys_own_folder_becomes_the_variable(string region, string provider)
    {
        var identity = $"{region}:22222222-2222-4222-8222-222222222222";
        var record = $$$$$$"""
            {"eventID":"x","eventTime":"2025-03-03T09:00:00Z","eventSource":"s3.amazonaws.com","eventName":"GetObject","requestParameters":{"bucketName":"b","key":"private/{{{{{{identity}}}}}}/a.jpg"},
             "userIdentity":{"type":"AssumedRole","sessionContext":{"sessionIssuer":{"arn":"{{{{{{PolicyLogs.Role}}}}}}","userName":"App"},
               "webIdFederationData":{"federatedProvider":"{{{{{{provider}}}}}}","attributes":{"{{{{{{provider}}}}}}:sub":"{{{{{{identity}}}}}}"}}}}}
            """;
        var report = await _logs.AddRaw(record).ReportAsync();
        Assert.Equal([$"s3:GetObject on arn:aws:s3:::b/private/${{{provider}:sub}}/a.jpg"], PolicyLogs.Statements(report));
    }

    [Fact]
    public async Task Denied_calls_stand_apart_and_grant_nothing()
    {
        var report = await _logs
            .Add("s3.amazonaws.com GetObject", """{"bucketName":"b","key":"k"}""", "AccessDenied")
            .Add("ec2.amazonaws.com DescribeInstances", error: "Client.UnauthorizedOperation")
            .Add("s3.amazonaws.com GetBucketPolicy", """{"bucketName":"b"}""", "NoSuchBucketPolicy")
            .Add("dynamodb.amazonaws.com Query", """{"tableName":"t"}""", "ThrottlingException").ReportAsync();
        Assert.Equal(["s3:GetBucketPolicy on arn:aws:s3:::b"], PolicyLogs.Statements(report));
        Assert.Equal(["ec2:DescribeInstances Client.UnauthorizedOperation", "s3:GetObject AccessDenied"], report.Denied.Select(action => $"{action.Action} {string.Join(' ', action.ErrorCodes)}"));
        Assert.Equal(["dynamodb:Query"], report.Undecided.Select(action => action.Action));
        Assert.Equal((4, 1, 2, 1), (report.Totals.Calls, report.Totals.Granted, report.Totals.Denied, report.Totals.Undecided));
    }

    [Fact]
    public async Task Calls_on_the_same_resources_share_a_statement_and_repeats_count_once()
    {
        const string Request = """{"bucketName":"b","key":"k"}""";
        _logs.Add("s3.amazonaws.com PutObject", Request).Add("s3.amazonaws.com GetObject", Request).Add("sts.amazonaws.com GetCallerIdentity");
        _logs.AddRaw($$$$$$"""{"eventID":"e1","eventTime":"2025-03-03T09:00:00Z","eventSource":"s3.amazonaws.com","eventName":"PutObject","requestParameters":{{{{{{Request}}}}}},"userIdentity":{"type":"AssumedRole","sessionContext":{"sessionIssuer":{"arn":"{{{{{{PolicyLogs.Role}}}}}}","userName":"App"}}}}""");
        var report = await _logs.ReportAsync();
        Assert.Equal([("S3Calls1", "s3:GetObject s3:PutObject")], report.Policy.Statement.Select(statement => (statement.Sid, string.Join(' ', statement.Action))));
        Assert.Equal([1L, 1L], report.Used.Select(action => action.Calls));
        Assert.Equal(["sts.amazonaws.com GetCallerIdentity"], report.NoPermission.Select(call => call.Event));
    }

    [Fact]
    public async Task A_role_in_an_instance_profile_is_passed_too()
    {
        const string Profile = "arn:aws:iam::111122223333:instance-profile/Web";
        var report = await _logs.Add("ec2.amazonaws.com RunInstances", $$$"""{"iamInstanceProfile":{"arn":"{{{Profile}}}"},"userData":"arn:aws:iam::111122223333:role/Text"}""").ReportAsync();
        Assert.Equal([(Profile, "ec2.amazonaws.com RunInstances")], report.PassedRoles.Select(role => (role.Role, role.Events[0])));
    }

    [Fact]
    public async Task What_cannot_be_seen_is_listed_and_not_granted()
    {
        var report = await _logs
            .Add("lambda.amazonaws.com CreateFunction20150331", """{"functionName":"f","role":"arn:aws:iam::111122223333:role/Exec"}""")
            .AddRaw("""{"eventID":"o","eventTime":"2025-03-03T09:00:00Z","eventSource":"dynamodb.amazonaws.com","eventName":"GetItem","eventCategory":"Data","userIdentity":{"type":"IAMUser"}}""").ReportAsync();
        Assert.Contains(report.Unobserved, row => row.Kind == "data" && row.Actions.Contains("s3:GetObject*"));
        Assert.DoesNotContain(report.Unobserved, row => row.Actions.Contains("dynamodb:GetItem"));
        Assert.Equal([("arn:aws:iam::111122223333:role/Exec", "lambda.amazonaws.com CreateFunction20150331")], report.PassedRoles.Select(role => (role.Role, role.Events[0])));
        Assert.Equal(["lambda:CreateFunction on arn:aws:lambda:eu-west-1:111122223333:function:f"], PolicyLogs.Statements(report));
    }

    [Theory]
    [InlineData("App")]
    [InlineData("arn:aws:sts::111122223333:assumed-role/App/session")]
    [InlineData(PolicyLogs.Role)]
    public async Task A_role_is_found_by_name_session_and_ARN(string role)
    {
        var report = await _logs.Add("s3.amazonaws.com ListBuckets").Add("s3.amazonaws.com ListBuckets", role: "arn:aws:iam::111122223333:role/Other").ReportAsync(role);
        Assert.Equal((PolicyLogs.Role, 1), (report.Scope.Role, report.Totals.Calls));
    }

    [Fact]
    public async Task A_name_of_several_roles_is_refused()
    {
        _logs.Add("s3.amazonaws.com ListBuckets").Add("s3.amazonaws.com ListBuckets", role: "arn:aws:iam::444455556666:role/App");
        var error = await Assert.ThrowsAsync<QueryException>(() => _logs.ReportAsync("App"));
        Assert.Equal("'App' is the name of 2 roles that made calls", error.Message);
    }

    [Fact]
    public async Task A_misspelt_role_gets_the_nearest()
    {
        _logs.Add("s3.amazonaws.com ListBuckets");
        var error = await Assert.ThrowsAsync<QueryException>(() => _logs.ReportAsync("Ap"));
        Assert.Equal(("No session of role 'Ap' made a call", $"Did you mean {PolicyLogs.Role}?"), (error.Message, error.Hint));
    }
}
