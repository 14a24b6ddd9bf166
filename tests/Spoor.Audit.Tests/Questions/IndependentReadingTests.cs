using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Spoor.Audit.LogTables;
using Spoor.Audit.Questions;
using Spoor.Audit.Tests.Cognito.Model;
using Spoor.Catalog.Stores;
using Spoor.Engine;
using Spoor.Engine.Sessions;
using Spoor.Storage.Local;
using Spoor.Testing;
using Xunit;

namespace Spoor.Audit.Tests.Questions;

/// <summary>Ten questions give what a plain walk over the objects' JSON gives, which shares no code with them.</summary>
public sealed partial class IndependentReadingTests
{
    private static readonly string[] s_sts = ["AssumeRole", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity", "AssumeRoot", "GetFederationToken", "GetSessionToken"];
    private static readonly string[] s_objectCalls = ["GetObject", "PutObject", "DeleteObject", "DeleteObjects", "CopyObject", "HeadObject", "ListObjects", "ListObjectsV2"];
    private static readonly string[] s_throttled =
        ["RequestLimitExceeded", "Client.RequestLimitExceeded", "TooManyRequestsException", "SlowDown", "ProvisionedThroughputExceededException", "BandwidthLimitExceeded", "LimitExceededException"];

    private static readonly Reading[] s_readings =
    [
        new("root_use", 2, IsRoot, record => [Text(record, "eventSource"), Text(record, "eventName")]),
        new("failed_logins", 1, record => IsLogin(record) && Text(record, "responseElements", "ConsoleLogin") == "Failure", record => [Text(record, "sourceIPAddress")]),
        new("cross_account", 5, IsCrossAccount, record => [Text(record, "userIdentity", "accountId"), Text(record, "recipientAccountId"), Who(record), Text(record, "eventSource"), Text(record, "eventName")]),
        new("top_errors", 4, record => Text(record, "errorCode") is { Length: > 0 }, record => [Who(record), Text(record, "eventSource"), Text(record, "eventName"), Text(record, "errorCode")]),
        new("throttling", 4, record => Text(record, "errorCode") is { } code && (code.Contains("Throttl", StringComparison.Ordinal) || s_throttled.Contains(code)), record => [Text(record, "eventSource"), Text(record, "eventName"), Text(record, "errorCode"), Who(record)]),
        new("assumed_roles", 3, record => Text(record, "eventSource") == "sts.amazonaws.com" && s_sts.Contains(Text(record, "eventName")) && Text(record, "requestParameters", "roleArn") is not null, record => [Text(record, "requestParameters", "roleArn"), Caller(record), Text(record, "eventName")]),
        new("regions", 1, _ => true, record => [Text(record, "awsRegion")]),
        new("deletions", 3, record => Text(record, "readOnly") == "false" && Deletion().IsMatch(Text(record, "eventName") ?? ""), record => [Who(record), Text(record, "eventSource"), Text(record, "eventName")]),
        new("object_reads", 3, record => Text(record, "eventSource") == "s3.amazonaws.com" && s_objectCalls.Contains(Text(record, "eventName")), record => [Text(record, "requestParameters", "bucketName"), Who(record), Text(record, "eventName")]),
        new("guest_calls", 5, IsGuest, record => [Federation(record, "cognito-identity.amazonaws.com:aud"), Text(record, "userIdentity", "sessionContext", "sessionIssuer", "arn"), Text(record, "eventSource"), Text(record, "eventName"), Text(record, "errorCode")]),
    ];

    [Fact]
    public Task Of_the_sample() => CompareAsync(Truth.SampleFolder);

    [Fact]
    public Task Of_published_trails() => CompareAsync(SharedFolder.Require("data/published"));

    private static async Task CompareAsync(string folder)
    {
        var records = Records(folder).ToList();
        var logs = new NamedLogs(folder);
        var objects = new LocalBucketStore([Assert.IsType<BucketConfiguration>(logs.Bucket)]);
        await using var engine = new QueryEngine(logs.Over(new MemoryCatalog(), "default", objects), objects, new EngineOptions());
        var questions = QuestionSet.Load(folder: null);
        var rows = 0;
        foreach (var reading in s_readings)
        {
            var expected = records.Where(reading.Takes)
                .GroupBy(record => string.Join('|', reading.Key(record).Select(value => value ?? "NULL")))
                .Select(group => $"{group.Key}|{Events(group)}").Order(StringComparer.Ordinal).ToList();
            await using var result = await engine.ExecuteAsync(QuestionSet.Find(questions, reading.Question).Fill(new Dictionary<string, string>()).ToString(), new QuerySession(), TestContext.Current.CancellationToken);
            var count = result.Columns.Select((column, index) => (column.Name, index)).First(column => column.Name is "calls" or "failures" or "sessions").index;
            var actual = new List<string>();
            await foreach (var batch in result.Batches.WithCancellation(TestContext.Current.CancellationToken))
            {
                actual.AddRange(Enumerable.Range(0, batch.RowCount).Select(row =>
                    string.Join('|', Enumerable.Range(0, reading.Keys).Append(count).Select(column => batch.GetText(column, row) ?? "NULL"))));
            }

            Assert.Equal(expected, actual.Order(StringComparer.Ordinal));
            rows += actual.Count;
        }

        Assert.True(rows > 100, $"Only {rows} rows were compared.");
    }

    // What is delivered twice is one event; what has no id is one each time.
    private static int Events(IEnumerable<JsonElement> records)
    {
        var ids = records.Select(record => Text(record, "eventID")).ToList();
        return ids.OfType<string>().Distinct().Count() + ids.Count(id => id is null);
    }

    private static IEnumerable<JsonElement> Records(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => !NoLog().IsMatch(path)))
        {
            using var file = File.OpenRead(path);
            using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var document = JsonDocument.Parse(plain);
            // Beside the trail lie objects of other services.
            foreach (var record in document.RootElement.TryGetProperty("Records", out var records) ? records.EnumerateArray() : default)
            {
                yield return record.Clone();
            }
        }
    }

    // As a column of text shows it: texts as they are, all else as it is written; nothing for null.
    private static string? Text(JsonElement element, params string[] path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.String => element.GetString(),
            _ => element.GetRawText(),
        };
    }

    private static string? Who(JsonElement record) =>
        Text(record, "userIdentity", "sessionContext", "sessionIssuer", "arn") ?? Text(record, "userIdentity", "arn") ?? Text(record, "userIdentity", "invokedBy")
        ?? Text(record, "userIdentity", "principalId") ?? Text(record, "userIdentity", "type");

    private static string? Caller(JsonElement record) =>
        Text(record, "userIdentity", "arn") ?? Text(record, "userIdentity", "invokedBy") ?? Text(record, "userIdentity", "principalId") ?? Text(record, "userIdentity", "userName");

    private static bool IsRoot(JsonElement record) =>
        Text(record, "userIdentity", "type") == "Root" && Text(record, "userIdentity", "invokedBy") is null && Text(record, "eventType") != "AwsServiceEvent";

    private static bool IsLogin(JsonElement record) => Text(record, "eventSource") == "signin.amazonaws.com" && Text(record, "eventName") == "ConsoleLogin";

    private static bool IsCrossAccount(JsonElement record) =>
        Text(record, "userIdentity", "accountId") is { } from && Text(record, "recipientAccountId") is { } into && from != into;

    private static bool IsGuest(JsonElement record) =>
        Text(record, "userIdentity", "sessionContext", "webIdFederationData", "federatedProvider") is "cognito-identity.amazonaws.com" or "cognito-identity.amazon.com"
        && Federation(record, "cognito-identity.amazonaws.com:amr")?.Contains("\"unauthenticated\"", StringComparison.Ordinal) == true;

    private static string? Federation(JsonElement record, string attribute) => Text(record, "userIdentity", "sessionContext", "webIdFederationData", "attributes", attribute);

    [GeneratedRegex("CloudTrail-(Digest|Insight|Aggregated)")]
    private static partial Regex NoLog();

    [GeneratedRegex("^(Delete|Terminate|Remove|Deregister|Destroy|Purge|ScheduleKeyDeletion)")]
    private static partial Regex Deletion();

    private sealed record Reading(string Question, int Keys, Func<JsonElement, bool> Takes, Func<JsonElement, string?[]> Key);
}
