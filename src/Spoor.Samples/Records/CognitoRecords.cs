namespace Spoor.Samples.Records;

/// <summary>The records of identity pools, in the shapes that AWS documents and that trails were seen to hold.</summary>
/// <param name="random">Makes ids, keys and what else is left to chance.</param>
/// <param name="varied">Whether times in bodies come in all forms that were seen, not in the two of the ordinary sample.</param>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-info-in-cloudtrail.html"/>
internal sealed class CognitoRecords(SampleRandom random, bool varied = false)
{
    private const string Anonymous = """{"type":"Unknown"}""";

    private static readonly string[] s_agents =
    [
        "aws-sdk-js/3.758.0 ua/2.1 os/Android#15 lang/js md/browser#Chrome_133.0.0 api/cognito-identity#3.758.0",
        "amplify-ios/2.45.4 api/s3 os/iOS#18.3 lang/swift#6.0 cfg/retry-mode#legacy",
        "aws-sdk-kotlin/1.4.27 ua/2.1 os/android#14 lang/kotlin#2.0.21 md/android#34 exec-env/android",
        "aws-amplify/6.13.1 auth/3 framework/1 aws-sdk-js/3.398.0 md/browser#Safari_18.3",
    ];

    public SampleEvent GetId(CognitoIdentity identity, DateTimeOffset time) => Data(identity, "GetId", time) with
    {
        Request = $$"""{{{identity.Logins}}"identityPoolId":"{{identity.Pool.Id}}"}""",
        Response = $$"""{"identityId":"{{identity.Id}}"}""",
    };

    public SampleEvent GetCredentials(CognitoSession session, DateTimeOffset time, string? customRole = null) => Data(session.Identity, "GetCredentialsForIdentity", time) with
    {
        Request = customRole is null
            ? $$"""{{{session.Identity.Logins}}"identityId":"{{session.Identity.Id}}"}"""
            : $$"""{"customRoleArn":"{{customRole}}",{{session.Identity.Logins}}"identityId":"{{session.Identity.Id}}"}""",
        Response = $$$"""{"credentials":{{{Credentials(session, time)}}},"identityId":"{{{session.Identity.Id}}}"}""",
    };

    public SampleEvent GetOpenIdToken(CognitoIdentity identity, DateTimeOffset time) => Data(identity, "GetOpenIdToken", time) with
    {
        Request = $$"""{{{identity.Logins}}"identityId":"{{identity.Id}}"}""",
        Response = $$"""{"identityId":"{{identity.Id}}"}""",
    };

    public SampleEvent UnlinkIdentity(CognitoIdentity identity, DateTimeOffset time) => Data(identity, "UnlinkIdentity", time) with
    {
        Request = $$"""{{{identity.Logins}}"identityId":"{{identity.Id}}","loginsToRemove":["{{identity.Pool.Provider}}"]}""",
    };

    /// <summary>Called by a backend with its own credentials.</summary>
    public SampleEvent GetDeveloperToken(CognitoIdentity identity, DateTimeOffset time, int? durationInSeconds = 900)
    {
        var backend = new CognitoSession(identity, $"arn:aws:iam::{identity.Pool.Account}:role/service-role/login-backend", "login-backend", random.AccessKey("ASIA"), time.AddMinutes(-10));
        return Data(identity, "GetOpenIdTokenForDeveloperIdentity", time) with
        {
            Identity = SessionIdentity(backend, Statement.Empty),
            Address = random.PrivateAddress(),
            UserAgent = "aws-sdk-java/2.30.30 md/io#sync md/http#Apache ua/2.1 os/Linux#6.1 lang/java#21.0.6 exec-env/AWS_Lambda_java21",
            Request = $$"""{{{identity.Logins}}"identityPoolId":"{{identity.Pool.Id}}"{{(durationInSeconds is null ? "" : $",\"tokenDuration\":{durationInSeconds}")}}}""",
            Response = $$"""{"identityId":"{{identity.Id}}"}""",
        };
    }

    /// <param name="session">The session that starts.</param>
    /// <param name="time">When.</param>
    /// <param name="byService">The enhanced flow: Cognito makes the call, so address and agent are not the client's.</param>
    public SampleEvent AssumeRoleWithWebIdentity(CognitoSession session, DateTimeOffset time, bool byService)
    {
        var identity = session.Identity;
        var pool = identity.Pool;
        return new SampleEvent
        {
            EventId = random.Uuid(),
            Time = time,
            Account = session.RoleAccount,
            Region = pool.Region,
            Source = "sts.amazonaws.com",
            Name = "AssumeRoleWithWebIdentity",
            Version = "1.08",
            Identity = $$"""{"type":"WebIdentityUser","principalId":"{{pool.ProviderName}}:{{pool.Id}}:{{identity.Id}}","userName":"{{identity.Id}}","identityProvider":"{{pool.ProviderName}}"}""",
            Address = byService ? random.PrivateAddress() : identity.Address,
            UserAgent = byService ? "aws-internal/3 aws-sdk-java/1.12.780 Linux/5.10.234 OpenJDK_64-Bit_Server_VM/25.442-b06 java/1.8.0_442 cfg/retry-mode/standard" : random.Pick<string>(s_agents),
            Request = $$"""{"principalTags":{{session.Tags}},{{session.AskedDuration}}"roleArn":"{{session.Role}}","roleSessionName":"{{session.Name}}"}""",
            Response = $$$"""{"credentials":{{{Credentials(session, time)}}},"subjectFromWebIdentityToken":"{{{identity.Id}}}","assumedRoleUser":{"assumedRoleId":"{{{session.RoleId}}}:{{{session.Name}}}","arn":"{{{session.Arn}}}"},"packedPolicySize":43,"provider":"{{{pool.ProviderName}}}","audience":"{{{pool.Id}}}"}""",
            RequestId = random.Uuid(),
            ReadOnly = true,
            Resources = $$"""[{"accountId":"{{session.RoleAccount}}","type":"AWS::IAM::Role","ARN":"{{session.Role}}"}]""",
            TlsHost = byService ? null : $"sts.{pool.Region}.amazonaws.com",
        };
    }

    /// <summary>A call made with a session's credentials.</summary>
    public SampleEvent Use(CognitoSession session, DateTimeOffset time, CognitoCall call, Statement statement) => new()
    {
        EventId = random.Uuid(),
        Time = time,
        Account = session.RoleAccount,
        Region = session.Identity.Pool.Region,
        Source = call.Source + ".amazonaws.com",
        Name = call.Name,
        Version = statement == Statement.Missing ? "1.05" : "1.10",
        Identity = SessionIdentity(session, statement),
        Address = session.Identity.Address,
        UserAgent = random.Pick<string>(s_agents),
        ErrorCode = call.ErrorCode,
        ErrorMessage = call.ErrorMessage,
        Request = call.Request(session),
        Resources = call.Resources?.Invoke(session),
        RequestId = random.Uuid(),
        ReadOnly = call.ReadOnly,
        Category = call.IsData ? "Data" : "Management",
        TlsHost = statement == Statement.Missing ? null : $"{call.Source}.{session.Identity.Pool.Region}.amazonaws.com",
    };

    /// <summary>A session takes another role; the answer holds the next session's key.</summary>
    public SampleEvent AssumeRole(CognitoSession from, CognitoSession to, DateTimeOffset time, Statement statement) =>
        Use(from, time, new CognitoCall("sts", "AssumeRole", true, false, _ => $$"""{"roleArn":"{{to.Role}}","roleSessionName":"{{to.Name}}"}"""), statement) with
        {
            Response = $$$"""{"credentials":{{{Credentials(to, time)}}},"assumedRoleUser":{"assumedRoleId":"{{{to.RoleId}}}:{{{to.Name}}}","arn":"{{{to.Arn}}}"}}""",
            Resources = $$"""[{"accountId":"{{to.RoleAccount}}","type":"AWS::IAM::Role","ARN":"{{to.Role}}"}]""",
        };

    /// <summary>A sign-in at the user pool through the SDK.</summary>
    public SampleEvent InitiateAuth(CognitoIdentity identity, DateTimeOffset time) => Management(identity.Pool, "cognito-idp", "InitiateAuth", time) with
    {
        Identity = """{"type":"Unknown","principalId":"Anonymous"}""",
        Address = identity.Address,
        UserAgent = random.Pick<string>(s_agents),
        Request = """{"authFlow":"USER_SRP_AUTH","clientId":"FAKEclientid0123456789","authParameters":"HIDDEN_DUE_TO_SECURITY_REASONS"}""",
        Response = """{"challengeName":"PASSWORD_VERIFIER","challengeParameters":"HIDDEN_DUE_TO_SECURITY_REASONS"}""",
        Additional = $$"""{"sub":"{{identity.UserSub}}"}""",
        TlsHost = $"cognito-idp.{identity.Pool.Region}.amazonaws.com",
    };

    /// <summary>A page of the hosted sign-in.</summary>
    public SampleEvent HostedPage(CognitoIdentity identity, string name, DateTimeOffset time) => Management(identity.Pool, "cognito-idp", name, time) with
    {
        Identity = $$"""{"accountId":"{{identity.Pool.Account}}"}""",
        Address = identity.Address,
        UserAgent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 Version/18.3 Mobile/15E148 Safari/604.1",
        ErrorCode = "",
        ErrorMessage = "",
        Additional = $$"""{"sub":"{{identity.UserSub}}","responseParameters":{"status":302.0},"requestParameters":{"redirect_uri":["https:\/\/shop.example.com\/signed-in"],"response_type":["code"],"client_id":["FAKEclientid0123456789"]},"userPoolDomain":"shop.auth.{{identity.Pool.Region}}.amazoncognito.com","userPoolId":"{{identity.Pool.Provider[(identity.Pool.Provider.LastIndexOf('/') + 1)..]}}"}""",
        EventType = "AwsServiceEvent",
        ServiceDetails = """{"serviceAccountId":"777788889999"}""",
    };

    /// <summary>A change of the pool's configuration by an administrator.</summary>
    public SampleEvent Configure(CognitoPool pool, string name, string request, DateTimeOffset time) => Management(pool, "cognito-identity", name, time) with
    {
        Identity = $$"""{"type":"IAMUser","principalId":"{{random.PrincipalId("AIDA")}}","arn":"arn:aws:iam::{{pool.Account}}:user/alice","accountId":"{{pool.Account}}","accessKeyId":"{{random.AccessKey("AKIA")}}","userName":"alice"}""",
        Address = "203.0.113.20",
        UserAgent = "aws-cli/2.24.10 md/awscrt#0.23.8 ua/2.0 os/macos#24.3.0 md/command#cognito-identity",
        Request = request,
    };

    /// <summary>JSON of a session's <c>userIdentity</c>; <paramref name="key"/> false leaves the access key out, <paramref name="invokedBy"/> names a service that calls for the session.</summary>
    public static string SessionIdentity(CognitoSession session, Statement statement, bool key = true, string? invokedBy = null)
    {
        var accessKey = key ? $"\"accessKeyId\":\"{session.AccessKey}\"," : "";
        var service = invokedBy is null ? "" : $",\"invokedBy\":\"{invokedBy}\"";
        var federation = statement switch
        {
            Statement.Stated => $"\"webIdFederationData\":{Federation(session.Identity)},",
            Statement.Empty => "\"webIdFederationData\":{},",
            _ => "",
        };
        return $$$$"""{"type":"AssumedRole","principalId":"{{{{session.RoleId}}}}:{{{{session.Name}}}}","arn":"{{{{session.Arn}}}}","accountId":"{{{{session.RoleAccount}}}}",{{{{accessKey}}}}"sessionContext":{"sessionIssuer":{"type":"Role","principalId":"{{{{session.RoleId}}}}","arn":"{{{{session.Role}}}}","accountId":"{{{{session.RoleAccount}}}}","userName":"{{{{session.RoleName}}}}"},{{{{federation}}}}"attributes":{"creationDate":"{{{{SampleEvent.Text(session.Created)}}}}","mfaAuthenticated":"false"}}{{{{service}}}}}""";
    }

    private static string Federation(CognitoIdentity identity) =>
        $$$"""{"federatedProvider":"{{{identity.Pool.ProviderName}}}","attributes":{"cognito-identity.amazonaws.com:amr":"{{{identity.AuthenticationMethods}}}","cognito-identity.amazonaws.com:aud":"{{{identity.Pool.Id}}}","cognito-identity.amazonaws.com:sub":"{{{identity.Id}}}"}}""";

    private string Credentials(CognitoSession session, DateTimeOffset time) =>
        $$"""{"accessKeyId":"{{session.AccessKey}}","sessionToken":"FAKE{{random.Alphanumeric(120)}}==","expiration":"{{Expiration(time + session.Lifetime)}}"}""";

    private string Expiration(DateTimeOffset time)
    {
        var narrowSpace = random.Chance(30);
        return varied && random.Chance(50) ? SampleText.NewerJavaTime(time, narrowSpace) : SampleText.JavaTime(time, narrowSpace);
    }

    private SampleEvent Data(CognitoIdentity identity, string name, DateTimeOffset time) => Management(identity.Pool, "cognito-identity", name, time) with
    {
        Category = "Data",
        Identity = Anonymous,
        Address = identity.Address,
        UserAgent = random.Pick<string>(s_agents),
        Resources = $$"""[{"accountId":"{{identity.Pool.Account}}","type":"AWS::Cognito::IdentityPool","ARN":"{{identity.Pool.Arn}}"}]""",
        TlsHost = $"cognito-identity.{identity.Pool.Region}.amazonaws.com",
    };

    private SampleEvent Management(CognitoPool pool, string service, string name, DateTimeOffset time) => new()
    {
        EventId = random.Uuid(),
        Time = time,
        Account = pool.Account,
        Region = pool.Region,
        Source = service + ".amazonaws.com",
        Name = name,
        Version = "1.08",
        RequestId = random.Uuid(),
        ReadOnly = false,
    };
}
