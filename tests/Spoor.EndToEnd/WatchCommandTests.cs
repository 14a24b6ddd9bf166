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
        var subjects = Lines(await File.ReadAllTextAsync(Findings, TestContext.Current.CancellationToken)).Select(line => Member(line, "subject")).Order(StringComparer.Ordinal);
        Assert.Equal(0, last.ExitCode);
        Assert.Equal(keys, subjects);
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
        Assert.Equal("spoor: 1 new object, 2 records kept; 1 new session, 1 new finding\n", first.Error);
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

    private static string Key(int number) => $"ASIAWATCH{number:00}";

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string? Member(string line, string name) => JsonDocument.Parse(line).RootElement.GetProperty(name).GetString();

    /// <summary>An issue, and a call of IAM with its key, as a file that appears whole.</summary>
    private void Add(int number)
    {
        const string Pool = "us-east-1:11111111-1111-4111-8111-111111111111";
        var identity = $"us-east-1:22222222-2222-4222-8222-{number:000000000000}";
        var issue = $$$$"""{"eventID":"i{{{{number}}}}","eventTime":"2025-03-03T09:00:00Z","eventSource":"sts.amazonaws.com","eventName":"AssumeRoleWithWebIdentity","recipientAccountId":"111122223333","userIdentity":{"type":"WebIdentityUser","principalId":"cognito-identity.amazonaws.com:{{{{Pool}}}}:{{{{identity}}}}","userName":"{{{{identity}}}}","identityProvider":"cognito-identity.amazonaws.com"},"requestParameters":{"roleArn":"arn:aws:iam::111122223333:role/App","roleSessionName":"phone"},"responseElements":{"credentials":{"accessKeyId":"{{{{Key(number)}}}}"},"provider":"cognito-identity.amazonaws.com"}}""";
        var call = $$$$$"""{"eventID":"c{{{{{number}}}}}","eventTime":"2025-03-03T09:01:00Z","eventSource":"iam.amazonaws.com","eventName":"ListUsers","recipientAccountId":"111122223333","userIdentity":{"type":"AssumedRole","principalId":"AROA1:phone","accessKeyId":"{{{{{Key(number)}}}}}","sessionContext":{"sessionIssuer":{"type":"Role","arn":"arn:aws:iam::111122223333:role/App"},"attributes":{"creationDate":"2025-03-03T09:00:00Z"}}}}""";
        var half = _folder.Write("arriving", $$"""{"Records":[{{call}},{{issue}}]}""");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "logs"));
        File.Move(half, Path.Combine(_folder.Path, "logs", $"{number:00}.json"));
    }
}
