using System.Text.Json.Nodes;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Coverage;
using Spoor.Audit.Policies;
using Spoor.Audit.Tests.Cognito.Model;
using Spoor.Audit.Traces;
using Spoor.Engine.Sessions;
using Spoor.Testing;
using Xunit;

namespace Spoor.Audit.Tests.Events;

/// <summary>A pool's key and calls made with it, delivered in objects as a test likes.</summary>
internal sealed class EventScene : IDisposable
{
    public const string Key = "ASIASCENE1";
    private const string Pool = "eu-west-1:33333333-3333-4333-8333-333333333333";
    private const string Identity = "eu-west-1:44444444-4444-4444-8444-444444444444";
    private const string Account = "111122223333";

    private readonly TemporaryFolder _folder = new();

    public string Logs => _folder.Path;

    public void Dispose() => _folder.Dispose();

    public void Deliver(string name, params IEnumerable<string> records) => _folder.Write($"{name}.json", $$"""{"Records":[{{string.Join(',', records)}}]}""");

    public void Deliver(string name, params IEnumerable<JsonObject> records) => Deliver(name, records.Select(record => record.ToJsonString()));

    public Task<CognitoAuditReport> AuditAsync() => Truth.AuditAsync(new CognitoAuditRequest(Logs));

    public Task<TraceReport> TraceAsync(string id) => TraceAudit.RunAsync(new TraceRequest(id, Logs), new EngineOptions(), TestContext.Current.CancellationToken);

    public Task<PolicyReport> PolicyAsync() => PolicyAudit.RunAsync(new PolicyRequest(Logs, "AppUser"), new EngineOptions(), TestContext.Current.CancellationToken);

    public Task<CoverageReport> CoverageAsync() => CoverageAudit.RunAsync(new CoverageRequest(Logs), new EngineOptions(), TestContext.Current.CancellationToken);

    /// <summary>The pool hands out <see cref="Key"/>.</summary>
    public static JsonObject Issue(string? id = "issue", string key = Key) => new()
    {
        ["eventID"] = id,
        ["eventTime"] = "2025-05-06T09:00:00Z",
        ["eventSource"] = "sts.amazonaws.com",
        ["eventName"] = "AssumeRoleWithWebIdentity",
        ["recipientAccountId"] = Account,
        ["userIdentity"] = new JsonObject { ["type"] = "WebIdentityUser", ["principalId"] = $"cognito-identity.amazonaws.com:{Pool}:{Identity}", ["identityProvider"] = "cognito-identity.amazonaws.com" },
        ["requestParameters"] = new JsonObject { ["roleArn"] = $"arn:aws:iam::{Account}:role/AppUser", ["roleSessionName"] = "phone" },
        ["responseElements"] = new JsonObject { ["credentials"] = new JsonObject { ["accessKeyId"] = key } },
    };

    /// <summary>A call with the key.</summary>
    public static JsonObject Call(string? id, int number = 0, string action = "GetObject", string time = "09:01:00") => new()
    {
        ["eventID"] = id,
        ["eventTime"] = $"2025-05-06T{time}Z",
        ["eventSource"] = "s3.amazonaws.com",
        ["eventName"] = action,
        ["recipientAccountId"] = Account,
        ["sourceIPAddress"] = "192.0.2.9",
        ["requestID"] = $"request {number}",
        ["userIdentity"] = new JsonObject
        {
            ["type"] = "AssumedRole",
            ["principalId"] = "AROAX:phone",
            ["accountId"] = Account,
            ["accessKeyId"] = Key,
            ["sessionContext"] = new JsonObject
            {
                ["sessionIssuer"] = new JsonObject { ["type"] = "Role", ["arn"] = $"arn:aws:iam::{Account}:role/AppUser", ["userName"] = "AppUser", ["accountId"] = Account },
                ["attributes"] = new JsonObject { ["creationDate"] = "2025-05-06T09:00:00Z" },
            },
        },
        ["requestParameters"] = new JsonObject { ["bucketName"] = "b", ["key"] = $"a/{number}", ["x"] = new JsonArray(1, new JsonObject { ["p"] = "q", ["r"] = true }) },
    };
}
