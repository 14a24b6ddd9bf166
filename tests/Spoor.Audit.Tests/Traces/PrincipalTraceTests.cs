using System.IO.Compression;
using System.Text.Json;
using Spoor.Audit.Tests.Cognito.Model;
using Spoor.Audit.Traces;
using Spoor.Core.Errors;
using Spoor.Engine.Sessions;
using Spoor.Testing;
using Xunit;

namespace Spoor.Audit.Tests.Traces;

/// <summary>Ids that no identity pool gave are traced by what records say of their callers.</summary>
public sealed class PrincipalTraceTests : IDisposable
{
    private const string Role = "arn:aws:iam::111111111111:role/path/Builder";
    private static readonly string[] s_told = ["eventSource", "eventName", "requestID", "requestParameters", "responseElements", "errorCode"];
    private readonly TemporaryFolder _folder = new();

    public PrincipalTraceTests() => _folder.Write("a.json", $$$$$"""
        {"Records":[
        {"eventVersion":"1.08","eventID":"made","eventTime":"2025-03-01T08:00:00Z","eventSource":"iam.amazonaws.com","eventName":"CreateAccessKey","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111111111111:user/root-admin","accountId":"111111111111","userName":"root-admin","accessKeyId":"AKIAADMINADMINADMIN1"},"responseElements":{"accessKey":{"accessKeyId":"AKIAALICEALICEALICE1","userName":"alice","status":"Active"}}},
        {"eventVersion":"1.08","eventID":"call1","eventTime":"2025-03-03T09:00:00Z","eventSource":"s3.amazonaws.com","eventName":"ListBuckets","sourceIPAddress":"192.0.2.7","userAgent":"aws-cli","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111111111111:user\/alice","accountId":"111111111111","principalId":"AIDAALICE","userName":"alice","accessKeyId":"AKIAALICEALICEALICE1"}},
        {"eventVersion":"1.08","eventID":"assume","eventTime":"2025-03-03T10:00:00Z","eventSource":"sts.amazonaws.com","eventName":"AssumeRole","sourceIPAddress":"192.0.2.7","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111111111111:user/alice","accountId":"111111111111","principalId":"AIDAALICE","userName":"alice","accessKeyId":"AKIAALICEALICEALICE1"},"requestParameters":{"roleArn":"{{{{{Role}}}}}","roleSessionName":"night-build"},"responseElements":{"credentials":{"accessKeyId":"ASIABUILDBUILDBUILD1"}}},
        {"eventVersion":"1.08","eventID":"use1","eventTime":"2025-03-03T10:05:00Z","eventSource":"s3.amazonaws.com","eventName":"PutObject","sourceIPAddress":"192.0.2.8","userIdentity":{"type":"AssumedRole","arn":"arn:aws:sts::111111111111:assumed-role/Builder/night-build","accountId":"111111111111","principalId":"AROABUILDER:night-build","accessKeyId":"ASIABUILDBUILDBUILD1","sessionContext":{"sessionIssuer":{"type":"Role","arn":"{{{{{Role}}}}}","principalId":"AROABUILDER","userName":"Builder"}}}},
        {"eventVersion":"1.08","eventID":"use2","eventTime":"2025-03-03T10:06:00Z","eventSource":"s3.amazonaws.com","eventName":"PutObject","errorCode":"AccessDenied","sourceIPAddress":"192.0.2.8","userIdentity":{"type":"AssumedRole","arn":"arn:aws:sts::111111111111:assumed-role/Builder/night-build","accountId":"111111111111","principalId":"AROABUILDER:night-build","accessKeyId":"ASIABUILDBUILDBUILD1","sessionContext":{"sessionIssuer":{"type":"Role","arn":"{{{{{Role}}}}}","principalId":"AROABUILDER","userName":"Builder"}}}},
        {"eventVersion":"1.08","eventID":"use2","eventTime":"2025-03-03T10:06:00Z","eventSource":"s3.amazonaws.com","eventName":"PutObject","errorCode":"AccessDenied","sourceIPAddress":"192.0.2.8","userIdentity":{"type":"AssumedRole","arn":"arn:aws:sts::111111111111:assumed-role/Builder/night-build","accountId":"111111111111","principalId":"AROABUILDER:night-build","accessKeyId":"ASIABUILDBUILDBUILD1","sessionContext":{"sessionIssuer":{"type":"Role","arn":"{{{{{Role}}}}}","principalId":"AROABUILDER","userName":"Builder"}}}},
        {"eventVersion":"1.08","eventID":"service","eventTime":"2025-03-03T11:00:00Z","eventSource":"kms.amazonaws.com","eventName":"Decrypt","sourceIPAddress":"lambda.amazonaws.com","userIdentity":{"type":"AWSService","invokedBy":"lambda.amazonaws.com"}}
        ]}
        """);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("AKIAALICEALICEALICE1", "access_key", "IAM user, long-term key", 2, 0)]
    [InlineData("ASIABUILDBUILDBUILD1", "access_key", "role session", 2, 1)]
    [InlineData("arn:aws:sts::111111111111:assumed-role/Builder/night-build", "session", "role session", 2, 1)]
    [InlineData("night-build", "session_name", "role session", 2, 1)]
    [InlineData(Role, "role", "role session", 2, 1)]
    [InlineData("Builder", "role", "role session", 2, 1)]
    [InlineData("AROABUILDER", "principal_id", "role session", 2, 1)]
    [InlineData("arn:aws:iam::111111111111:user/alice", "user", "IAM user, long-term key", 2, 0)]
    [InlineData("alice", "user", "IAM user, long-term key", 2, 0)]
    [InlineData("AIDAALICE", "principal_id", "IAM user, long-term key", 2, 0)]
    [InlineData("192.0.2.8", "address", "role session", 2, 1)]
    [InlineData("lambda.amazonaws.com", "address", "AWS service", 1, 0)]
    [InlineData("use1", "event", "role session", 1, 0)]
    [InlineData("111111111111", "account", "IAM user, long-term key", 3, 0)]
    public async Task Any_id_says_what_it_is_who_it_belongs_to_and_what_was_done(string id, string kind, string owner, int calls, int errors)
    {
        var report = await TraceAsync(id);
        var principal = report.Principals.First(principal => principal.Kind == owner);
        Assert.Equal((kind, owner), (report.Found.Kind, principal.Kind));
        Assert.Equal((calls, errors), kind == "account" ? (report.Principals.Where(other => other.Kind == owner).Sum(other => (int)other.Calls), errors) : ((int)principal.Calls, (int)principal.Errors));
        Assert.Equal(report.Principals.Sum(other => other.Calls), report.Timeline.Count(entry => entry.Kind == "call"));
    }

    [Fact]
    public async Task A_key_stands_below_those_who_issued_it_up_to_the_first_that_is_known()
    {
        var report = await TraceAsync("ASIABUILDBUILDBUILD1");
        var made = Assert.Single(report.Tree);
        var assume = Assert.Single(made.Children);
        var session = Assert.Single(assume.Children);
        Assert.Equal(("made", "assume", "ASIABUILDBUILDBUILD1"), (made.Id, assume.Id, session.Id));
        Assert.Equal($"AssumeRole of {Role} by arn:aws:iam::111111111111:user/alice with AKIAALICEALICEALICE1, 2025-03-03 10:00", assume.Text);
        Assert.True(session.IsMatched);
        Assert.Equal(["issue", "call", "call"], report.Timeline.Select(entry => entry.Kind));
    }

    [Fact]
    public async Task What_the_logs_do_not_hold_is_said()
    {
        Assert.Contains("these logs do not hold its CreateAccessKey", (await TraceAsync("AKIAADMINADMINADMIN1")).Tree[0].Text, StringComparison.Ordinal);
        var error = await Assert.ThrowsAsync<QueryException>(() => TraceAsync("nobody"));
        Assert.Equal("No record names 'nobody' as key, caller, session, role, address or event", error.Message);
    }

    [Fact]
    public async Task A_role_that_was_only_asked_for_is_found()
    {
        _folder.Write("b.json", """{"Records":[{"eventVersion":"1.08","eventID":"refused","eventTime":"2025-03-03T12:00:00Z","eventSource":"sts.amazonaws.com","eventName":"AssumeRole","errorCode":"AccessDenied","userIdentity":{"type":"IAMUser","userName":"bob"},"requestParameters":{"roleArn":"arn:aws:iam::111111111111:role/Other"}}]}""");
        var report = await TraceAsync("arn:aws:iam::111111111111:role/Other");
        Assert.Equal(("assumed_role", 1L), (report.Found.Kind, report.Principals[0].Errors));
    }

    [Fact]
    public Task Every_key_of_published_trails_is_told_as_a_plain_reading_tells_it() => CompareAsync(SharedFolder.Require("data/published"));

    [Fact]
    public Task Every_key_of_delivered_trails_is_told_as_a_plain_reading_tells_it() => CompareAsync(SharedFolder.Require("data/lab-delivered"));

    [Fact]
    public Task Every_key_of_the_sample_is_told_as_a_plain_reading_tells_it() => CompareAsync(Truth.SampleFolder);

    private static async Task CompareAsync(string folder)
    {
        // Owner, first, last and number of calls of each key: System.Text.Json alone. Records with one id that tell of the same call are one.
        var expected = Records(folder)
            .Select(record => (Key: Text(record, "userIdentity", "accessKeyId"), Arn: Text(record, "userIdentity", "arn"), Time: Text(record, "eventTime"), Id: Text(record, "eventID"), Call: string.Join('|', s_told.Select(member => record.TryGetProperty(member, out var value) ? value.GetRawText() : ""))))
            .Where(call => call.Key is { Length: > 0 })
            .GroupBy(call => call.Key ?? "")
            .ToDictionary(group => group.Key, group => (
                Arns: string.Join(' ', group.Select(call => call.Arn ?? "none").Distinct().Order(StringComparer.Ordinal)),
                First: group.Select(call => call.Time).Order(StringComparer.Ordinal).FirstOrDefault(),
                Last: group.Select(call => call.Time).Order(StringComparer.Ordinal).LastOrDefault(),
                Calls: (long)(group.Where(call => call.Id is not null).Select(call => (call.Id, call.Time, call.Call)).Distinct().Count() + group.Count(call => call.Id is null))));
        Assert.True(expected.Count > 5, $"Only {expected.Count} keys were found.");
        var keys = expected.Keys.Order(StringComparer.Ordinal).ToList();
        var (tallies, _) = await PrincipalReading.ReadAsync(new TraceRequest("", folder), keys, new EngineOptions(), TestContext.Current.CancellationToken);
        var told = keys.Zip(tallies, (key, tally) => (key, Told(PrincipalTrace.Principals(tally.Found))));
        Assert.Empty(keys.Select(key => (key, expected[key])).Except(told).Concat(told.Except(keys.Select(key => (key, expected[key])))));

        // The whole way, for some: each reads the logs several times.
        foreach (var key in keys.Where((_, index) => index % (1 + (keys.Count / 4)) == 0))
        {
            var report = await TraceAudit.RunAsync(new TraceRequest(key, folder), new EngineOptions(), TestContext.Current.CancellationToken);
            Assert.Equal(expected[key], Told(report.Principals));
        }
    }

    private static (string Arns, string? First, string? Last, long Calls) Told(IReadOnlyList<TracePrincipal> principals) => (
        string.Join(' ', principals.Select(principal => principal.Arn ?? "none").Distinct().Order(StringComparer.Ordinal)),
        principals.Select(principal => principal.FirstTime).Order(StringComparer.Ordinal).FirstOrDefault(),
        principals.Select(principal => principal.LastTime).Order(StringComparer.Ordinal).LastOrDefault(),
        principals.Sum(principal => principal.Calls));

    private static IEnumerable<JsonElement> Records(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.json*", SearchOption.AllDirectories).Where(path => !path.Contains("CloudTrail-Digest", StringComparison.Ordinal) && !path.Contains("CloudTrail-Insight", StringComparison.Ordinal) && !path.Contains("CloudTrail-Aggregated", StringComparison.Ordinal)))
        {
            using var file = File.OpenRead(path);
            using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var document = JsonDocument.Parse(plain);
            foreach (var record in document.RootElement.TryGetProperty("Records", out var records) ? records.EnumerateArray() : default)
            {
                yield return record.Clone();
            }
        }
    }

    private static string? Text(JsonElement element, params string[] path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }

    private Task<TraceReport> TraceAsync(string id) => TraceAudit.RunAsync(new TraceRequest(id, _folder.Path), new EngineOptions(), TestContext.Current.CancellationToken);
}
