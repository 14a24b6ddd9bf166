using System.Text;
using Spoor.Audit.Watching;
using Spoor.Core.Errors;
using Spoor.Engine.Sessions;
using Xunit;
using static Spoor.Audit.Tests.Watching.WatchedFolder;

namespace Spoor.Audit.Tests.Watching;

public sealed class TrailWatchTests : IDisposable
{
    private const string Pool = "us-east-1:11111111-1111-4111-8111-111111111111";
    private const string Identity = "us-east-1:22222222-2222-4222-8222-222222222222";
    private const string Role = "arn:aws:iam::111122223333:role/AppUser";

    private readonly WatchedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_session_is_told_once()
    {
        _folder.Add("a.json", Issue("i1", "ASIA1"));
        var first = await _folder.PollAsync();
        _folder.Add("b.json", Use("u1", "ASIA1", "s3.amazonaws.com", "GetObject"));
        var second = await _folder.PollAsync();
        var third = await _folder.PollAsync();
        Assert.Equal([("session", "ASIA1", Identity)], first.Lines.Select(line => (Text(line, "type"), Text(line, "access_key_id"), Text(line, "identity"))));
        Assert.Equal((1, 1), (second.Poll.Objects, second.Poll.Records));
        Assert.Empty(second.Lines);
        Assert.Equal((0, 0), (third.Poll.Objects, third.Lines.Count));
    }

    [Fact]
    public async Task Calls_that_arrive_before_their_issue_are_found_again()
    {
        _folder.Add("a.json", Use("hop", "ASIA1", "sts.amazonaws.com", "AssumeRole", "ASIA2"), Use("other", "ASIA9", "s3.amazonaws.com", "GetObject"));
        _folder.Add("b.json", Use("far", "ASIA2", "s3.amazonaws.com", "GetObject", role: "arn:aws:iam::111122223333:role/Hop", created: "09:01:00"));
        var first = await _folder.PollAsync();
        _folder.Add("0.json", Issue("i1", "ASIA1"));
        var second = await _folder.PollAsync();
        Assert.Equal((2, 0, 0), (first.Poll.Objects, first.Poll.Records, first.Lines.Count));
        Assert.Equal(3, second.Poll.Records);
        Assert.Equal(["ASIA1", "ASIA2"], second.Lines.Where(line => Text(line, "type") == "session").Select(line => Text(line, "access_key_id")));
        Assert.Contains(second.Lines, line => Text(line, "type") == "finding" && Text(line, "rule_id") == "role_chain");
    }

    [Fact]
    public async Task A_finding_that_grows_is_not_told_again()
    {
        _folder.Add("a.json", Issue("i1", "ASIA1"), Use("c1", "ASIA1", "iam.amazonaws.com", "ListUsers"));
        var first = await _folder.PollAsync();
        _folder.Add("b.json", Use("c2", "ASIA1", "iam.amazonaws.com", "ListRoles"));
        var second = await _folder.PollAsync();
        Assert.Contains(first.Lines, line => Text(line, "type") == "finding" && Text(line, "rule_id") == "iam_sts_org_call");
        Assert.Equal(1, second.Poll.Records);
        Assert.DoesNotContain(second.Lines, line => Text(line, "type") == "finding" && Text(line, "rule_id") == "iam_sts_org_call");
    }

    [Fact]
    public async Task A_half_delivered_object_is_read_when_it_is_whole()
    {
        var whole = $$"""{"Records":[{{Issue("i1", "ASIA1")}}]}""";
        await File.WriteAllTextAsync(Path.Combine(_folder.Logs, "a.json"), whole[..(whole.Length / 2)], TestContext.Current.CancellationToken);
        var first = await _folder.PollAsync();
        var again = await _folder.PollAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder.Logs, "a.json"), whole, TestContext.Current.CancellationToken);
        var last = await _folder.PollAsync();
        Assert.Equal([($"{_folder.Logs}/a.json", 1)], first.Poll.Problems.Select(problem => (problem.Object, problem.Attempts)));
        Assert.Equal([2], again.Poll.Problems.Select(problem => problem.Attempts));
        Assert.Empty(last.Poll.Problems);
        Assert.Single(last.Lines);
    }

    [Fact]
    public async Task No_secret_gets_into_the_state()
    {
        _folder.Add("a.json", Issue("i1", "ASIA1"));
        await _folder.PollAsync();
        var state = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_folder.State, TestContext.Current.CancellationToken));
        Assert.Contains("ASIA1", state, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRETTOKEN", state, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_and_findings_are_their_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: Windows has no such permissions");
        var findings = Path.Combine(_folder.Logs, "..", "out", "findings.ndjson");
        await new FindingsFile(findings).DeliverAsync([new WatchLine(1, "id", WatchLine.Finding, "{}")], TestContext.Current.CancellationToken);
        await _folder.PollAsync();
#pragma warning disable CA1416 // Skipped on Windows.
        Assert.All([_folder.State, findings], file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
#pragma warning restore CA1416
    }

    [Fact]
    public async Task A_state_belongs_to_one_location_and_one_watch()
    {
        await _folder.PollAsync();
        var elsewhere = Assert.Throws<QueryException>(() => TrailWatch.Open(new WatchRequest("/elsewhere", _folder.State), new EngineOptions(), []));
        Assert.Equal($"The state '{_folder.State}' belongs to {_folder.Logs}", elsewhere.Message);
        using var watch = TrailWatch.Open(new WatchRequest(_folder.Logs, _folder.State), new EngineOptions(), []);
        var busy = Assert.Throws<QueryException>(() => TrailWatch.Open(new WatchRequest(_folder.Logs, _folder.State), new EngineOptions(), []));
        Assert.Equal($"Another watch uses the state '{_folder.State}'", busy.Message);
    }

    private static string Issue(string id, string key) =>
        $$$"""{"eventID":"{{{id}}}","eventTime":"2025-03-03T09:00:00Z","eventSource":"sts.amazonaws.com","eventName":"AssumeRoleWithWebIdentity","recipientAccountId":"111122223333","userIdentity":{"type":"WebIdentityUser","principalId":"cognito-identity.amazonaws.com:{{{Pool}}}:{{{Identity}}}","userName":"{{{Identity}}}","identityProvider":"cognito-identity.amazonaws.com"},"requestParameters":{"roleArn":"{{{Role}}}","roleSessionName":"phone"},"responseElements":{"credentials":{"accessKeyId":"{{{key}}}","sessionToken":"SECRETTOKEN"},"provider":"cognito-identity.amazonaws.com"}}""";

    private static string Use(string id, string key, string service, string action, string? gives = null, string role = Role, string created = "09:00:00") =>
        $$$$$"""{"eventID":"{{{{{id}}}}}","eventTime":"2025-03-03T09:01:00Z","eventSource":"{{{{{service}}}}}","eventName":"{{{{{action}}}}}","recipientAccountId":"111122223333","userIdentity":{"type":"AssumedRole","principalId":"AROA1:phone","accessKeyId":"{{{{{key}}}}}","sessionContext":{"sessionIssuer":{"type":"Role","arn":"{{{{{role}}}}}"},"attributes":{"creationDate":"2025-03-03T{{{{{created}}}}}Z"}}}{{{{{Given(gives)}}}}}}""";

    private static string Given(string? key) => key is null ? ""
        : $$$""","requestParameters":{"roleArn":"arn:aws:iam::111122223333:role/Hop","roleSessionName":"phone"},"responseElements":{"credentials":{"accessKeyId":"{{{key}}}"}}""";
}
