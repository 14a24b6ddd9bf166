using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Spoor.Testing;
using Xunit;

namespace Spoor.EndToEnd;

/// <summary>The Cognito audit's HTML report in a real browser.</summary>
public sealed class ReportPageTests : IAsyncLifetime
{
    private const string Hostile = "<script>document.title = 'owned'</script><img src=x onerror=\"document.title = 'owned'\">";

    // Chromium of a test neither asks its maker for anything nor needs a sandbox of its own.
    private static readonly string[] s_arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _messages = [];
    private readonly List<string> _requests = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Chromium.Program is null, "no Chromium or Chrome on the path: apt-get install chromium");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium.Program, Args = s_arguments });
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task It_draws_every_chart_and_asks_for_nothing()
    {
        var page = await OpenAsync(await ReportOfSampleAsync());
        foreach (var chart in (string[])["chart-calls", "chart-heat", "chart-sources", "chart-chain"])
        {
            Assert.True(await page.Locator($"#{chart} svg path").CountAsync() > 5, $"{chart} is not drawn");
        }

        Assert.Equal([], _messages);
        Assert.Equal([page.Url], _requests);
    }

    [Fact]
    public async Task Search_shows_the_rows_that_have_all_words()
    {
        var page = await OpenAsync(await ReportOfSampleAsync());
        var rows = page.Locator("#identities tbody tr");
        var all = await rows.CountAsync();
        var identity = await rows.Nth(2).Locator("code").First.TextContentAsync();
        var search = page.Locator("input[data-filters=identities]");
        await search.FillAsync(identity!.ToUpperInvariant()); // Not null: a cell of the table.
        Assert.Equal(1, await page.Locator("#identities tbody tr:visible").CountAsync());
        Assert.Equal($"1 of {all} rows", await page.Locator("#identities-count").TextContentAsync());
        await search.FillAsync("no such identity");
        Assert.Equal(0, await page.Locator("#identities tbody tr:visible").CountAsync());
        await search.FillAsync("");
        Assert.Equal(all, await page.Locator("#identities tbody tr:visible").CountAsync());
        Assert.Equal([], _messages);
    }

    [Fact]
    public async Task Markup_out_of_logs_is_text()
    {
        var page = await OpenAsync(await ReportOfHostileTrailAsync());
        Assert.StartsWith("Cognito identity pools in", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("img").CountAsync());
        Assert.Equal(2, await page.Locator("#calls td", new PageLocatorOptions { HasTextString = Hostile }).CountAsync());
        Assert.True(await page.Locator("#chart-heat svg path").CountAsync() > 0, "the heat map is not drawn");
        Assert.Equal([], _messages);
        Assert.Equal([page.Url], _requests);
    }

    [Fact]
    public async Task Dark_and_print_have_colours_of_their_own()
    {
        var page = await OpenAsync(await ReportOfSampleAsync());
        var light = await BackgroundAsync(page);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        var dark = await BackgroundAsync(page);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark, Media = Media.Print });
        Assert.Equal(("rgb(255, 255, 255)", "rgb(18, 21, 28)", "rgb(255, 255, 255)"), (light, dark, await BackgroundAsync(page)));
        Assert.False(await page.Locator("input[data-filters=identities]").IsVisibleAsync());
        Assert.Equal([], _messages);
    }

    private static Task<string> BackgroundAsync(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    private async Task<string> ReportOfSampleAsync()
    {
        var made = await SpoorProcess.RunAsync(_folder.Path, ["sample", "--out", "trail", "--scenario", "chain_2,join_sign_in,guest_write", "--events", "0"]);
        Assert.Equal(0, made.ExitCode);
        return await ReportOfAsync("trail");
    }

    // A session's only call, by a program with a name of markup, in a role and from an address of markup.
    private async Task<string> ReportOfHostileTrailAsync()
    {
        var record = new JsonObject
        {
            ["eventVersion"] = "1.08",
            ["eventTime"] = "2024-01-01T00:00:00Z",
            ["eventSource"] = "s3.amazonaws.com",
            ["eventName"] = "GetObject",
            ["eventID"] = "hostile",
            ["sourceIPAddress"] = Hostile,
            ["userAgent"] = Hostile,
            ["userIdentity"] = JsonNode.Parse("""
                {"type":"AssumedRole","principalId":"AROAEXAMPLE:CognitoIdentityCredentials","accountId":"123456789012","accessKeyId":"ASIAHOSTILE","sessionContext":{
                "sessionIssuer":{"type":"Role","arn":"arn:aws:iam::123456789012:role/</script><script>document.title='owned'</script>","accountId":"123456789012"},
                "webIdFederationData":{"federatedProvider":"cognito-identity.amazonaws.com","attributes":{
                "cognito-identity.amazonaws.com:aud":"us-east-1:11111111-2222-4333-8444-555555555555","cognito-identity.amazonaws.com:sub":"us-east-1:66666666-7777-4888-9999-000000000000",
                "cognito-identity.amazonaws.com:amr":"[\"unauthenticated\"]"}}}}
                """),
        };
        Trail.Add(_folder.Path, "a", Trail.Gzip(new JsonObject { ["Records"] = new JsonArray(record) }.ToJsonString()));
        return await ReportOfAsync("logs");
    }

    private async Task<string> ReportOfAsync(string logs)
    {
        var report = await SpoorProcess.RunAsync(_folder.Path, ["audit", "cognito", logs, "--output", "html"]);
        Assert.Equal((0, ""), (report.ExitCode, report.Error));
        var file = Path.Combine(_folder.Path, "report.html");
        await File.WriteAllTextAsync(file, report.Output, Encoding.UTF8);
        return file;
    }

    private async Task<IPage> OpenAsync(string file)
    {
        var page = await _browser!.NewPageAsync(new BrowserNewPageOptions { ColorScheme = ColorScheme.Light }); // Not null: tests run after initialization.
        page.Console += (_, message) => _messages.Add(message.Text);
        page.PageError += (_, error) => _messages.Add(error);
        page.Request += (_, request) => _requests.Add(request.Url);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return page;
    }
}
