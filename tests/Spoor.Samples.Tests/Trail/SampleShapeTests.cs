using System.Text.Json;
using Spoor.Testing;
using Xunit;

namespace Spoor.Samples.Tests.Trail;

/// <summary>Every odd shape that real trails were seen to hold is in the committed sample.</summary>
public sealed class SampleShapeTests
{
    private static readonly Lazy<List<JsonElement>> s_records = new(() => SampleReader.Records(Path.Combine(Repository.Root, "samples", "trail")));

    private static readonly Dictionary<string, Func<JsonElement, bool>> s_shapes = new()
    {
        ["no type of caller"] = record => record.At("userIdentity", "type") is null,
        ["a service as caller"] = record => record.Text("userIdentity", "type") == "AWSService" && record.At("userIdentity", "arn") is null,
        ["root"] = record => record.Text("userIdentity", "type") == "Root",
        ["a temporary key that is no role's"] = record => record.Text("userIdentity", "type") == "IAMUser" && StartsWith(record.Text("userIdentity", "accessKeyId"), "ASIA"),
        ["an empty access key"] = record => record.Text("userIdentity", "accessKeyId") == "",
        ["empty web identity of an ordinary role"] = record => record.Text("userIdentity", "type") == "AssumedRole" && Federation(record)?.GetRawText() == "{}",
        ["web identity of EKS"] = record => Federation(record)?.Text("federatedProvider")?.Contains("oidc.eks", StringComparison.Ordinal) == true,
        ["web identity of GitHub"] = record => Federation(record)?.Text("federatedProvider")?.Contains("token.actions", StringComparison.Ordinal) == true,
        ["web identity of a pool"] = record => Federation(record)?.Text("federatedProvider") == "cognito-identity.amazonaws.com",
        ["the other spelling"] = record => Federation(record)?.Text("federatedProvider") == "cognito-identity.amazon.com",
        ["methods of a guest"] = record => Methods(record)?.Contains("\"unauthenticated\"", StringComparison.Ordinal) == true,
        ["methods of a user"] = record => Methods(record)?.Contains(":CognitoSignIn:", StringComparison.Ordinal) == true,
        ["no web identity in an older record"] = record => record.Text("eventVersion") == "1.05" && record.Text("userIdentity", "type") == "AssumedRole" && Federation(record) is null,
        ["credentials without logins"] = record => record.Text("eventName") == "GetCredentialsForIdentity" && record.At("requestParameters", "logins") is null,
        ["credentials with logins of an unknown caller"] = record => record.Text("eventName") == "GetCredentialsForIdentity" && record.At("requestParameters", "logins") is not null && record.Text("userIdentity", "type") == "Unknown",
        ["credentials with a role chosen"] = record => record.At("requestParameters", "customRoleArn") is not null,
        ["a token"] = record => record.Text("eventName") == "GetOpenIdToken",
        ["a developer's token"] = record => record.Text("eventName") == "GetOpenIdTokenForDeveloperIdentity",
        ["a login taken off"] = record => record.Text("eventName") == "UnlinkIdentity",
        ["a refused guest"] = record => record.Text("eventName") == "GetCredentialsForIdentity" && record.Text("errorCode") is not null,
        ["a refused role"] = record => record.Text("eventName") == "AssumeRoleWithWebIdentity" && record.Text("errorCode") == "AccessDenied",
        ["the enhanced flow's session"] = record => record.Text("requestParameters", "roleSessionName") == "CognitoIdentityCredentials",
        ["a session named by the client"] = record => record.Text("eventName") == "AssumeRoleWithWebIdentity" && record.Text("requestParameters", "roleSessionName") == "mobile",
        ["a sign-in at the user pool"] = record => record.Text("eventName") == "InitiateAuth" && record.At("additionalEventData", "sub") is not null,
        ["a hosted sign-in"] = record => record.Text("eventSource") == "cognito-idp.amazonaws.com" && record.Text("eventType") == "AwsServiceEvent",
        ["a role taken with a pool's credentials"] = record => record.Text("eventName") == "AssumeRole" && Federation(record)?.Text("federatedProvider") == "cognito-identity.amazonaws.com",
        ["a service on behalf of a pool's session"] = record => Methods(record) is not null && record.At("userIdentity", "invokedBy") is not null,
        ["a pool's session without a key"] = record => Methods(record) is not null && record.At("userIdentity", "accessKeyId") is null,
        ["an error without a message"] = record => record.Text("errorCode") is { Length: > 0 } and not "200" && record.At("errorMessage") is null,
        ["an empty error code"] = record => record.Text("errorCode") == "",
        ["a success with a code"] = record => record.Text("errorCode") == "200",
        ["a role with a path"] = record => record.Text("userIdentity", "sessionContext", "sessionIssuer", "arn")?.Contains(":role/app/", StringComparison.Ordinal) == true,
        ["details that are a text"] = record => record.At("additionalEventData")?.ValueKind == JsonValueKind.String,
        ["an ARN prefix"] = record => record.At("resources") is { } resources && resources.GetRawText().Contains("ARNPrefix", StringComparison.Ordinal),
        ["an escaped equals sign"] = record => record.GetRawText().Contains("\\u003d", StringComparison.Ordinal),
        ["an escaped slash"] = record => record.GetRawText().Contains("\\/", StringComparison.Ordinal),
        ["a narrow space"] = record => record.GetRawText().Contains("\\u202f", StringComparison.Ordinal),
        ["keys that differ by case"] = record => record.GetRawText().Contains("\"tag\":", StringComparison.Ordinal) && record.GetRawText().Contains("\"Tag\":", StringComparison.Ordinal),
        ["an internal address"] = record => record.Text("sourceIPAddress") == "AWS Internal",
        ["no address"] = record => record.Text("sourceIPAddress") == "",
        ["an addendum"] = record => record.At("addendum") is not null,
        ["on behalf of a person"] = record => record.At("userIdentity", "onBehalfOf") is not null,
        ["details of the connection"] = record => record.At("tlsDetails") is not null,
        ["an event shared by accounts"] = record => record.At("sharedEventID") is not null,
        ["delivery of a role to an instance"] = record => record.At("userIdentity", "sessionContext", "ec2RoleDelivery") is not null,
    };

    public static TheoryData<string> Shapes => [.. s_shapes.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_sample_has(string shape) => Assert.Contains(s_records.Value, record => s_shapes[shape](record));

    [Theory]
    [InlineData("1.05")]
    [InlineData("1.08")]
    [InlineData("1.11")]
    public void The_sample_has_version(string version) => Assert.Contains(s_records.Value, record => record.Text("eventVersion") == version);

    [Theory]
    [InlineData("CloudTrail-Digest")]
    [InlineData("CloudTrail-Insight")]
    [InlineData("CloudTrail-Aggregated")]
    [InlineData("CloudTrail-NetworkActivity")]
    public void Beside_the_trail_lie_objects_of(string kind) =>
        Assert.Contains(SampleReader.Texts(Path.Combine(Repository.Root, "samples", "trail")).Keys, path => path.Contains($"/{kind}/", StringComparison.Ordinal));

    private static JsonElement? Federation(JsonElement record) => record.At("userIdentity", "sessionContext", "webIdFederationData");

    private static string? Methods(JsonElement record) => Federation(record)?.Text("attributes", "cognito-identity.amazonaws.com:amr");

    private static bool StartsWith(string? text, string prefix) => text?.StartsWith(prefix, StringComparison.Ordinal) == true;
}
