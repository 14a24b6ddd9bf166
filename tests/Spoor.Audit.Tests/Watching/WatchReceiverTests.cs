using System.Net;
using Spoor.Audit.Watching;
using Spoor.Core.Errors;
using Spoor.Testing;
using Xunit;

namespace Spoor.Audit.Tests.Watching;

public sealed class WatchReceiverTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => Path.Combine(_folder.Path, "findings.ndjson");

    public void Dispose() => _folder.Dispose();

    /// <summary>The process was killed after it wrote and before it remembered.</summary>
    [Fact]
    public async Task A_file_knows_what_it_has()
    {
        WatchLine[] lines = [Line(1), Line(2), Line(3)];
        await new FindingsFile(FilePath).DeliverAsync(lines[..2], TestContext.Current.CancellationToken);
        Assert.Equal(2, new FindingsFile(FilePath).Resume(0, lines));
        Assert.Equal(5, new FindingsFile(FilePath).Resume(5, []));
    }

    [Fact]
    public async Task A_line_that_was_cut_off_is_written_anew()
    {
        WatchLine[] lines = [Line(1), Line(2)];
        await File.WriteAllTextAsync(FilePath, $"{lines[0].Json}\n{lines[1].Json[..10]}", TestContext.Current.CancellationToken);
        var file = new FindingsFile(FilePath);
        Assert.Equal(1, file.Resume(0, lines));
        await file.DeliverAsync(lines[1..], TestContext.Current.CancellationToken);
        Assert.Equal($"{lines[0].Json}\n{lines[1].Json}\n", await File.ReadAllTextAsync(FilePath, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Sessions_are_not_for_the_file()
    {
        await new FindingsFile(FilePath).DeliverAsync([Line(1) with { Type = WatchLine.Session }], TestContext.Current.CancellationToken);
        Assert.False(File.Exists(FilePath));
    }

    [Fact]
    public async Task A_webhook_is_tried_again_with_the_same_id()
    {
        await using var server = new HookServer(HttpStatusCode.ServiceUnavailable, HttpStatusCode.TooManyRequests, HttpStatusCode.NoContent, HttpStatusCode.OK);
        using var hook = new Webhook(server.Url, TimeSpan.FromMilliseconds(1));
        await hook.DeliverAsync([Line(1), Line(2)], TestContext.Current.CancellationToken);
        Assert.Equal(["finding-1", "finding-1", "finding-1", "finding-2"], server.Requests.Select(request => request.IdempotencyKey));
        Assert.Equal(Line(2).Json, server.Requests[^1].Body);
    }

    [Fact]
    public async Task A_webhook_that_refuses_is_left_for_later()
    {
        await using var server = new HookServer(HttpStatusCode.Forbidden);
        using var hook = new Webhook(server.Url, TimeSpan.FromMilliseconds(1));
        var error = await Assert.ThrowsAsync<IOException>(() => hook.DeliverAsync([Line(1)], TestContext.Current.CancellationToken));
        Assert.Equal("it answers 403; finding-1 is sent again later", error.Message);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("http://example.com/hook")]
    [InlineData("https://user:secret@example.com/hook")]
    [InlineData("ftp://example.com/")]
    [InlineData("hook")]
    public void An_address_that_others_could_read_is_refused(string url) =>
        Assert.Equal($"The webhook '{url}' is not an https address", Assert.Throws<QueryException>(() => Webhook.ParseUrl(url)).Message);

    [Theory]
    [InlineData("https://example.com/hook")]
    [InlineData("http://localhost:8080/")]
    [InlineData("http://127.0.0.1:8080/")]
    [InlineData("http://[::1]:8080/")]
    public void Https_and_this_machine_are_taken(string url) => Assert.Equal(new Uri(url), Webhook.ParseUrl(url));

    private static WatchLine Line(long sequence) => new(sequence, $"finding-{sequence}", WatchLine.Finding, $$"""{"type":"finding","sequence":{{sequence}},"id":"finding-{{sequence}}"}""");
}
