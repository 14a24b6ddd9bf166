namespace Spoor.Samples.Records;

/// <summary>A call that an app makes with a pool's credentials.</summary>
/// <param name="Source">Event source without <c>.amazonaws.com</c>.</param>
/// <param name="Name">Event name.</param>
/// <param name="ReadOnly">Whether it only reads.</param>
/// <param name="IsData">Whether it is a data event.</param>
/// <param name="Request">JSON of <c>requestParameters</c>.</param>
internal sealed record CognitoCall(string Source, string Name, bool ReadOnly, bool IsData, Func<CognitoSession, string> Request)
{
    public string? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    /// <summary>JSON of <c>resources</c>; null where the service records none.</summary>
    public Func<CognitoSession, string>? Resources { get; init; }

    /// <summary>What apps do every day: files below the identity's own prefix, items under its own key, functions, maps.</summary>
    public static readonly CognitoCall[] Everyday =
    [
        new("s3", "PutObject", false, true, s => $$"""{"bucketName":"app-uploads-{{s.RoleAccount}}","key":"private/{{s.Identity.Id}}/photo.jpg","Host":"app-uploads-{{s.RoleAccount}}.s3.amazonaws.com"}"""),
        new("s3", "GetObject", true, true, s => $$"""{"bucketName":"app-uploads-{{s.RoleAccount}}","key":"private\/{{s.Identity.Id}}\/photo.jpg","Host":"app-uploads-{{s.RoleAccount}}.s3.amazonaws.com"}"""),
        new("dynamodb", "Query", true, true, s => """{"tableName":"user-state","keyConditionExpression":"pk \u003d :p"}"""),
        new("dynamodb", "PutItem", false, true, s => $$$"""{"tableName":"user-state","key":{"pk":"{{{s.Identity.Id}}}"}}"""),
        new("lambda", "Invoke", false, true, s => $$"""{"functionName":"arn:aws:lambda:us-east-1:{{s.RoleAccount}}:function:recommend","invocationType":"RequestResponse"}"""),
        new("geo", "SearchPlaceIndexForText", true, true, s => """{"IndexName":"places","Text":"***"}"""),
        new("mobiletargeting", "PutEvents", false, false, s => """{"applicationId":"0123456789abcdef0123456789abcdef"}"""),
        new("sts", "GetCallerIdentity", true, false, s => "null"),
        new("kinesis", "DescribeStream", true, false, s => """{"streamName":"clicks"}"""),
        new("iot", "AttachPolicy", false, false, s => $$"""{"policyName":"app","target":"{{s.Identity.Id}}"}"""),
    ];

    /// <summary>What the roles do not allow.</summary>
    public static readonly CognitoCall[] Denied =
    [
        new("s3", "ListBuckets", true, false, s => """{"Host":"s3.amazonaws.com"}""") { ErrorCode = "AccessDenied", ErrorMessage = "Access Denied" },
        new("iam", "ListUsers", true, false, s => """{"maxItems":100}""") { ErrorCode = "AccessDenied", ErrorMessage = "User is not authorized to perform: iam:ListUsers because no session policy allows the iam:ListUsers action" },
        new("ec2", "DescribeInstances", true, false, s => """{"instancesSet":{},"filterSet":{}}""") { ErrorCode = "Client.UnauthorizedOperation" },
        new("secretsmanager", "ListSecrets", true, false, s => "{}") { ErrorCode = "AccessDenied", ErrorMessage = "not authorized to perform: secretsmanager:ListSecrets" },
        new("dynamodb", "DeleteItem", false, true, s => """{"tableName":"user-state"}""") { ErrorCode = "AccessDeniedException", ErrorMessage = "not authorized to perform: dynamodb:DeleteItem" },
    ];
}
