using Spoor.Samples.Records;

namespace Spoor.Samples.Scenarios;

/// <summary>The calls that scenarios make.</summary>
internal static class ScenarioCalls
{
    public static CognitoCall GetOwnFile { get; } = File("GetObject", true, session => $"private/{session.Identity.Id}/profile.json");

    public static CognitoCall PutOwnFile { get; } = File("PutObject", false, session => $"private/{session.Identity.Id}/photo (1).jpg");

    public static CognitoCall GetPublicFile { get; } = File("GetObject", true, _ => "public/catalogue/2025-03.json");

    public static CognitoCall QueryItems { get; } = new("dynamodb", "Query", true, true, _ => """{"tableName":"user-state","keyConditionExpression":"pk \u003d :p","limit":20}""")
    {
        Resources = session => $$"""[{"accountId":"{{session.RoleAccount}}","type":"AWS::DynamoDB::Table","ARN":"arn:aws:dynamodb:{{session.Identity.Pool.Region}}:{{session.RoleAccount}}:table/user-state"}]""",
    };

    public static CognitoCall PutItem { get; } = QueryItems with { Name = "PutItem", ReadOnly = false, Request = session => $$$"""{"tableName":"user-state","key":{"pk":{"s":"HIDDEN_DUE_TO_SECURITY_REASONS"}},"returnValues":"NONE","identity":"{{{session.Identity.Id}}}"}""" };

    public static CognitoCall Invoke { get; } = new("lambda", "Invoke", false, true, session => $$"""{"functionName":"arn:aws:lambda:{{session.Identity.Pool.Region}}:{{session.RoleAccount}}:function:recommend","invocationType":"RequestResponse"}""");

    public static CognitoCall DescribeStream { get; } = new("kinesis", "DescribeStream", true, false, _ => """{"streamName":"clicks"}""");

    public static CognitoCall PutRecords { get; } = new("kinesis", "PutRecords", false, true, _ => """{"streamName":"clicks","records":[]}""");

    public static CognitoCall DescribeInstances { get; } = new("ec2", "DescribeInstances", true, false, _ => """{"maxResults":100,"instancesSet":{},"filterSet":{}}""");

    public static CognitoCall ListSecrets { get; } = new("secretsmanager", "ListSecrets", true, false, _ => """{"maxResults":100}""");

    public static CognitoCall Decrypt { get; } = new("kms", "Decrypt", true, false, _ => """{"encryptionAlgorithm":"SYMMETRIC_DEFAULT"}""");

    public static CognitoCall CallerIdentity { get; } = new("sts", "GetCallerIdentity", true, false, _ => "null");

    public static CognitoCall ListUsers { get; } = new("iam", "ListUsers", true, false, _ => """{"maxItems":100}""");

    public static CognitoCall ListAccounts { get; } = new("organizations", "ListAccounts", true, false, _ => "null");

    /// <summary>Calls of many services that nobody would allow an app, with the codes by which each of them says no.</summary>
    public static IReadOnlyList<CognitoCall> Forbidden { get; } =
    [
        Denied("s3", "ListBuckets", "AccessDenied"), Denied("s3", "GetBucketPolicy", "AccessDenied"), Denied("ec2", "DescribeInstances", "Client.UnauthorizedOperation"),
        Denied("ec2", "DescribeSnapshots", "Client.UnauthorizedOperation"), Denied("ec2", "DescribeSecurityGroups", "Client.UnauthorizedOperation"),
        Denied("rds", "DescribeDBInstances", "AccessDenied"), Denied("lambda", "ListFunctions20150331", "AccessDeniedException"),
        Denied("secretsmanager", "ListSecrets", "AccessDenied"), Denied("ssm", "DescribeParameters", "AccessDeniedException"), Denied("kms", "ListKeys", "AccessDenied"),
        Denied("sns", "ListTopics", "AuthorizationError"), Denied("sqs", "ListQueues", "AccessDenied"), Denied("dynamodb", "ListTables", "AccessDeniedException"),
        Denied("logs", "DescribeLogGroups", "AccessDeniedException"), Denied("cloudformation", "ListStacks", "AccessDenied"), Denied("ecr", "DescribeRepositories", "AccessDeniedException"),
    ];

    /// <summary>A call for an object of the app's bucket.</summary>
    public static CognitoCall File(string name, bool readOnly, Func<CognitoSession, string> key) => new(
        "s3", name, readOnly, true, session => $$"""{"bucketName":"{{Bucket(session)}}","Host":"{{Bucket(session)}}.s3.{{session.Identity.Pool.Region}}.amazonaws.com","key":"{{key(session)}}"}""")
    {
        Resources = session => $$"""[{"type":"AWS::S3::Object","ARN":"arn:aws:s3:::{{Bucket(session)}}/{{key(session)}}"},{"accountId":"{{session.RoleAccount}}","type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::{{Bucket(session)}}"}]""",
    };

    /// <summary>The same call, refused.</summary>
    public static CognitoCall Refused(this CognitoCall call, string code = "AccessDenied", string? message = "User is not authorized to perform this operation because no session policy allows it") =>
        call with { ErrorCode = code, ErrorMessage = message };

    private static string Bucket(CognitoSession session) => $"app-uploads-{session.Identity.Pool.Account}";

    private static CognitoCall Denied(string service, string name, string code) =>
        new CognitoCall(service, name, true, false, _ => "null").Refused(code, code.StartsWith("Client", StringComparison.Ordinal) ? null : $"not authorized to perform: {service}:{name}");
}
