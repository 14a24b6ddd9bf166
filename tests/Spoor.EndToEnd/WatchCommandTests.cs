using System.Net.Http.Headers;
using System.Text.Json;
using Spoor.Testing;
using Xunit;

namespace Spoor.EndToEnd;

public sealed class WatchCommandTests : IDisposable
{
    private const int Objects = 30;
    private const int Kills = 4;
    private readonly TemporaryFolder _folder = new();

    private string Findings => Path.Combine(_folder.Path, "findings.ndjson");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_in_the_middle_it_goes_on_without_loss_or_repeat()
    {
        var random = new Random(20250303);
        var printed = new List<string>();
        var added = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = SpoorProcess.Start(_folder.Path, ["watch", "logs", "--interval", "0.05", "--output", "ndjson", "--findings", Findings]);
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            for (var end = (kill + 1) * Objects / Kills; added < end; added++)
            {
                Add(added);
                await Task.Delay(random.Next(0, 300), TestContext.Current.CancellationToken);
            }

            await Task.Delay(random.Next(0, 1500), TestContext.Current.CancellationToken);
            process.Kill(); // SIGKILL
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            printed.AddRange(Lines(await output));
            Assert.DoesNotContain("internal error", await error, StringComparison.Ordinal);
        }

        var last = await SpoorProcess.RunAsync(_folder.Path, ["watch", "logs", "--once", "--output", "ndjson", "--findings", Findings]);
        printed.AddRange(Lines(last.Output));
        var keys = Enumerable.Range(0, Objects).Select(Key).ToList();
        var found = Lines(await File.ReadAllTextAsync(Findings, TestContext.Current.CancellationToken)).Select(line => Member(line, "identity")).Order(StringComparer.Ordinal);
        Assert.Equal(0, last.ExitCode);
        Assert.Equal(Enumerable.Range(0, Objects).Select(Identity), found);
        Assert.Equal(keys, printed.Where(line => Member(line, "type") == "session").Select(line => Member(line, "access_key_id")).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Looking_again_tells_nothing_twice()
    {
        Add(1);
        var first = await SpoorProcess.RunAsync(_folder.Path, ["watch", "logs", "--once"]);
        var second = await SpoorProcess.RunAsync(_folder.Path, ["watch", "logs", "--once"]);
        Assert.Equal((0, 0, ""), (first.ExitCode, second.ExitCode, second.Output));
        Assert.Contains($"session   {Key(1)}", first.Output, StringComparison.Ordinal);
        Assert.Contains("(iam_sts_org_call)", first.Output, StringComparison.Ordinal);
        Assert.Equal("spoor: 1 new object of 1 log, 2 records read, 2 kept; 1 new session, 1 new finding\n", first.Error);
        Assert.Equal("spoor: nothing new among 1 log\n", second.Error);
    }

    [Fact]
    public async Task An_object_that_cannot_be_read_ends_a_single_look_with_an_error()
    {
        Add(1);
        _folder.Write(Path.Combine("logs", "broken.json"), "{\"Records\":[{");
        var outcome = await SpoorProcess.RunAsync(_folder.Path, ["watch", "logs", "--once"]);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(Key(1), outcome.Output, StringComparison.Ordinal);
        Assert.Contains("HIVE_CURSOR_ERROR: logs/broken.json cannot be read: ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prefix_of_a_bucket_is_watched_like_a_folder()
    {
        await using var server = await MotoServer.StartAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(server is null, "skipped: moto_server is not installed");
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("AWS4-HMAC-SHA256", "Credential=owner/20240101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0");
        await PutAsync(client, "trail", "");
        string[] command = ["watch", "s3://trail/logs", "--once", "--output", "ndjson", "--endpoint-url", server.Url, "--no-sign-request"];

        // The second object is before the first in the order of keys, and in another region.
        await PutAsync(client, "trail/logs/AWSLogs/111122223333/CloudTrail/us-east-1/2025/03/03/111122223333_CloudTrail_us-east-1_20250303T0905Z_aaaaaaaaaaaaaaaa.json", Records(1));
        var first = await SpoorProcess.RunAsync(_folder.Path, command);
        await PutAsync(client, "trail/logs/AWSLogs/111122223333/CloudTrail/eu-west-1/2025/03/03/111122223333_CloudTrail_eu-west-1_20250303T0905Z_aaaaaaaaaaaaaaaa.json", Records(2));
        var second = await SpoorProcess.RunAsync(_folder.Path, command);
        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal([Key(1), $"finding of {Identity(1)}"], Lines(first.Output).Select(Told));
        Assert.Equal([Key(2), $"finding of {Identity(2)}"], Lines(second.Output).Select(Told));
    }

    private static string? Told(string line) => Member(line, "type") == "session" ? Member(line, "access_key_id") : $"finding of {Member(line, "identity")}";

    private static async Task PutAsync(HttpClient client, string path, string content)
    {
        using var body = new StringContent(content);
        body.Headers.Add("x-amz-acl", "public-read");
        using var answer = await client.PutAsync(new Uri(path, UriKind.Relative), body, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private static string Key(int number) => $"ASIAWATCH{number:00}";

    private static string Identity(int number) => $"us-east-1:22222222-2222-4222-8222-{number:000000000000}";

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string? Member(string line, string name) => JsonDocument.Parse(line).RootElement.GetProperty(name).GetString();

    /// <summary>Adds a file that appears whole.</summary>
    private void Add(int number)
    {
        var half = _folder.Write("arriving", Records(number));
        Directory.CreateDirectory(Path.Combine(_folder.Path, "logs"));
        File.Move(half, Path.Combine(_folder.Path, "logs", $"{number:00}.json"));
    }

    /// <summary>An issue, and a call of IAM with its key.</summary>
    private static string Records(int number)
    {
        const string Pool = "us-east-1:11111111-1111-4111-8111-111111111111";
        var issue = $$$$"""{"eventID":"i{{{{number}}}}","eventTime":"2025-03-03T09:00:00Z","eventSource":"sts.amazonaws.com","eventName":"AssumeRoleWithWebIdentity","recipientAccountId":"111122223333","userIdentity":{"type":"WebIdentityUser","principalId":"cognito-identity.amazonaws.com:{{{{Pool}}}}:{{{{Identity(number)}}}}","userName":"{{{{Identity(number)}}}}","identityProvider":"cognito-identity.amazonaws.com"},"requestParameters":{"roleArn":"arn:aws:iam::111122223333:role/App","roleSessionName":"phone"},"responseElements":{"credentials":{"accessKeyId":"{{{{Key(number)}}}}"},"provider":"cognito-identity.amazonaws.com"}}""";
        var call = $$$$$"""{"eventID":"c{{{{{number}}}}}","eventTime":"2025-03-03T09:01:00Z","eventSource":"iam.amazonaws.com","eventName":"ListUsers","recipientAccountId":"111122223333","userIdentity":{"type":"AssumedRole","principalId":"AROA1:phone","accessKeyId":"{{{{{Key(number)}}}}}","sessionContext":{"sessionIssuer":{"type":"Role","arn":"arn:aws:iam::111122223333:role/App"},"attributes":{"creationDate":"2025-03-03T09:00:00Z"}}}}""";
        return $$"""{"Records":[{{call}},{{issue}}]}""";
    }
}
