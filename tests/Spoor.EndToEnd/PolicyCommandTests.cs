using System.Net.Http.Headers;
using System.Text.Json;
using Spoor.Testing;
using Xunit;

namespace Spoor.EndToEnd;

public sealed class PolicyCommandTests : IDisposable
{
    private static readonly string s_trail = Path.Combine(Repository.Root, "samples", "trail");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_form_tells_of_the_same_actions()
    {
        var table = await RunAsync("ShopUserRole");
        var json = await RunAsync("ShopUserRole", "--output", "json");
        var policy = await RunAsync("ShopUserRole", "--output", "policy");
        Assert.Equal((0, 0, 0), (table.ExitCode, json.ExitCode, policy.ExitCode));
        var report = JsonDocument.Parse(json.Output).RootElement;
        Assert.Equal("2012-10-17", report.GetProperty("policy").GetProperty("Version").GetString());
        Assert.True(JsonElement.DeepEquals(report.GetProperty("policy"), JsonDocument.Parse(policy.Output).RootElement));
        Assert.All(report.GetProperty("used").EnumerateArray(), action => Assert.Contains($"\n{action.GetProperty("action").GetString()}  ", table.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task IAM_takes_the_policy()
    {
        await using var server = await MotoServer.StartAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(server is null, "skipped: moto_server is not installed");
        var policy = await RunAsync("ShopUserRole", "--output", "policy");
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("AWS4-HMAC-SHA256", "Credential=owner/20240101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Action"] = "CreatePolicy", ["Version"] = "2010-05-08", ["PolicyName"] = "least", ["PolicyDocument"] = policy.Output });
        using var answer = await client.PostAsync(new Uri(server.Url), form, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        Assert.Contains("<PolicyName>least</PolicyName>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_file_that_is_none_is_named()
    {
        var file = _folder.Write("current.json", "{}");
        var outcome = await RunAsync("ShopUserRole", "--current", file);
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith($"INVALID_ARGUMENTS: '{file}' is no IAM policy: it has no Statement\n", outcome.Error, StringComparison.Ordinal);
    }

    private Task<ProcessOutcome> RunAsync(string role, params string[] options) => SpoorProcess.RunAsync(_folder.Path, ["policy", role, s_trail, .. options]);
}
