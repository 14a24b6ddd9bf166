using Spoor.Samples.Records;

namespace Spoor.Samples.Noise;

/// <summary>Rare but real shapes: sign-ins, other web identities, missing and strange members.</summary>
internal static class NoiseOddities
{
    public static SampleEvent Make(SampleRandom random, SampleStream stream, DateTimeOffset time)
    {
        var record = new SampleEvent
        {
            EventId = random.Uuid(),
            Time = time,
            Account = stream.Account,
            Region = stream.Region,
            Source = "signin.amazonaws.com",
            Name = "ConsoleLogin",
            Version = "1.08",
            RequestId = random.Uuid(),
            ReadOnly = false,
        };
        return random.Below(10) switch
        {
            0 or 1 => ConsoleLogin(record, random),
            2 => OtherWebIdentity(record, random, "arn:aws:iam::{0}:oidc-provider/token.actions.githubusercontent.com", "repo:example/shop:ref:refs/heads/main", "github-release", "GitHubActions"),
            3 => OtherWebIdentity(record, random, "arn:aws:iam::{0}:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/FAKE0C1A58F08CDB049167FAKE", "system:serviceaccount:shop:orders", "eks-orders", "aws-sdk-net-orders"),
            4 => Saml(record, random),
            5 => CrossAccount(record, random),
            6 => IdentityCenter(record, random),
            7 => WithoutAddress(record, random),
            8 => SuccessWithCode(record, random),
            _ => StringDetails(record, random),
        };
    }

    private static SampleEvent ConsoleLogin(SampleEvent record, SampleRandom random)
    {
        var failed = random.Chance(30);
        return record with
        {
            Identity = $$"""{"type":"IAMUser","principalId":"{{random.PrincipalId("AIDA")}}","arn":"arn:aws:iam::{{record.Account}}:user/alice","accountId":"{{record.Account}}","userName":"alice"}""",
            Address = random.Address(),
            UserAgent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/133.0.0.0 Safari/537.36",
            ErrorMessage = failed ? "Failed authentication" : null,
            Response = failed ? """{"ConsoleLogin":"Failure"}""" : """{"ConsoleLogin":"Success"}""",
            Additional = """{"LoginTo":"https:\/\/console.aws.amazon.com\/console\/home?hashArgs\u003d%23&isauthcode\u003dtrue","MobileVersion":"No","MFAUsed":"Yes"}""",
            RequestId = null,
            EventType = "AwsConsoleSignIn",
        };
    }

    private static SampleEvent OtherWebIdentity(SampleEvent record, SampleRandom random, string providerFormat, string subject, string role, string session)
    {
        var provider = string.Format(System.Globalization.CultureInfo.InvariantCulture, providerFormat, record.Account);
        return record with
        {
            Source = "sts.amazonaws.com",
            Name = "AssumeRoleWithWebIdentity",
            ReadOnly = true,
            Identity = $$"""{"type":"WebIdentityUser","principalId":"{{provider}}:sts.amazonaws.com:{{subject}}","userName":"{{subject}}","identityProvider":"{{provider}}"}""",
            Address = random.Address(),
            UserAgent = "aws-sdk-nodejs/2.1692.0 linux/v20.18.3 configure-aws-credentials-for-github-actions",
            Request = $$"""{"roleArn":"arn:aws:iam::{{record.Account}}:role/{{role}}","roleSessionName":"{{session}}","durationSeconds":3600}""",
            Response = $$"""{"credentials":{"accessKeyId":"{{random.AccessKey("ASIA")}}","sessionToken":"FAKE{{random.Alphanumeric(96)}}==","expiration":"{{SampleText.JavaTime(record.Time.AddHours(1), narrowSpace: true)}}"},"subjectFromWebIdentityToken":"{{subject}}","assumedRoleUser":{"assumedRoleId":"{{random.PrincipalId("AROA")}}:{{session}}","arn":"arn:aws:sts::{{record.Account}}:assumed-role/{{role}}/{{session}}"},"provider":"{{provider}}","audience":"sts.amazonaws.com"}""",
            TlsHost = $"sts.{record.Region}.amazonaws.com",
        };
    }

    private static SampleEvent Saml(SampleEvent record, SampleRandom random) => record with
    {
        Source = "sts.amazonaws.com",
        Name = "AssumeRoleWithSAML",
        ReadOnly = true,
        Identity = """{"type":"SAMLUser","principalId":"FAKEsaml0123456789abcdef=:dana@example.com","userName":"dana@example.com","identityProvider":"FAKEsaml0123456789abcdef="}""",
        Address = random.Address(),
        UserAgent = "aws-internal/3",
        Request = $$"""{"sAMLAssertionID":"_{{random.Hex(32)}}","roleSessionName":"dana@example.com","roleArn":"arn:aws:iam::{{record.Account}}:role/audit-reader","principalArn":"arn:aws:iam::{{record.Account}}:saml-provider/corp"}""",
        Response = $$"""{"credentials":{"accessKeyId":"{{random.AccessKey("ASIA")}}","sessionToken":"FAKE{{random.Alphanumeric(96)}}","expiration":"{{SampleText.JavaTime(record.Time.AddHours(1), narrowSpace: false)}}"},"issuer":"https://idp.example.com/"}""",
    };

    private static SampleEvent CrossAccount(SampleEvent record, SampleRandom random) => record with
    {
        Source = "sts.amazonaws.com",
        Name = "AssumeRole",
        ReadOnly = true,
        Identity = $$"""{"type":"AWSAccount","principalId":"{{random.PrincipalId("AIDA")}}","accountId":"777788889999"}""",
        Address = random.Address(),
        UserAgent = "Boto3/1.37.4 md/Botocore#1.37.4 ua/2.0 os/linux lang/python#3.12.9",
        Request = $$"""{"roleArn":"arn:aws:iam::{{record.Account}}:role/audit-reader","roleSessionName":"scanner","externalId":"HIDDEN_DUE_TO_SECURITY_REASONS"}""",
        Response = $$$"""{"credentials":{"accessKeyId":"{{{random.AccessKey("ASIA")}}}","sessionToken":"FAKE{{{random.Alphanumeric(96)}}}","expiration":"{{{SampleText.JavaTime(record.Time.AddHours(1), narrowSpace: true)}}}"},"assumedRoleUser":{"assumedRoleId":"{{{random.PrincipalId("AROA")}}}:scanner","arn":"arn:aws:sts::{{{record.Account}}}:assumed-role/audit-reader/scanner"}}""",
        SharedEventId = random.Uuid(),
    };

    private static SampleEvent IdentityCenter(SampleEvent record, SampleRandom random) => record with
    {
        Source = "sso.amazonaws.com",
        Name = "Federate",
        Version = "1.11",
        Identity = $$"""{"type":"IdentityCenterUser","accountId":"{{record.Account}}","onBehalfOf":{"userId":"{{random.Uuid()}}","identityStoreArn":"arn:aws:identitystore::{{record.Account}}:identitystore/d-fake012345"},"credentialId":"{{random.Uuid()}}"}""",
        Address = random.Address(),
        UserAgent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X)",
        EventType = "AwsServiceEvent",
        ServiceDetails = $$"""{"role_name":"Developer","account_id":"{{record.Account}}"}""",
    };

    private static SampleEvent WithoutAddress(SampleEvent record, SampleRandom random) => record with
    {
        Source = "kms.amazonaws.com",
        Name = "RotateKey",
        Identity = $$"""{"accountId":"{{record.Account}}","invokedBy":"AWS Internal"}""",
        Address = random.Pick<string>(["AWS Internal", "", "10.0.0.0/24", "192.0.2.10, 198.51.100.20"]),
        UserAgent = "AWS Internal",
        RequestId = null,
        EventType = "AwsServiceEvent",
        ServiceDetails = """{"keyId":"arn:aws:kms:us-east-1:111122223333:key\/00000000-0000-4000-8000-000000000000"}""",
    };

    private static SampleEvent SuccessWithCode(SampleEvent record, SampleRandom random) => record with
    {
        Source = "support.amazonaws.com",
        Name = "DescribeCases",
        ReadOnly = true,
        Identity = $$"""{"type":"IAMUser","principalId":"{{random.PrincipalId("AIDA")}}","arn":"arn:aws:iam::{{record.Account}}:user/bob","accountId":"{{record.Account}}","accessKeyId":"","userName":"bob"}""",
        Address = random.Address(),
        UserAgent = "console.amazonaws.com",
        ErrorCode = random.Pick<string>(["200", ""]),
        Request = """{"maxResults":10,"rate":9.82222E-5,"weight":0.0}""",
    };

    private static SampleEvent StringDetails(SampleEvent record, SampleRandom random) => record with
    {
        Source = "ec2.amazonaws.com",
        Name = "BidEvictedEvent",
        Identity = $$"""{"accountId":"{{record.Account}}","invokedBy":"ec2.amazonaws.com"}""",
        Address = "ec2.amazonaws.com",
        UserAgent = "ec2.amazonaws.com",
        RequestId = null,
        Additional = "\"spot capacity was reclaimed\"",
        EventType = "AwsServiceEvent",
        ServiceDetails = $$"""{"instanceIdSet":["i-0{{random.Hex(16)}}"]}""",
        Extra = $$""" "addendum":{"reason":"DELIVERY_DELAY","updatedFields":"userIdentity.arn","originalRequestID":"{{random.Uuid()}}","originalEventID":"{{random.Uuid()}}"} """,
    };
}
