using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Lineage;
using Spoor.Audit.Traces;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Errors;
using Spoor.Engine.Sessions;
using Spoor.Testing;
using Xunit;

namespace Spoor.Audit.Tests.Traces;

/// <summary>One user signs in, gets a session of the basic flow and goes over two roles into another account; a guest does one thing. Written from AWS's documents.</summary>
public sealed class TraceAuditTests(TraceAuditTests.Logs logs) : IClassFixture<TraceAuditTests.Logs>
{
    private const string Pool = "us-east-1:11111111-1111-4111-8111-111111111111";
    private const string User = "us-east-1:22222222-2222-4222-8222-222222222222";
    private const string Guest = "us-east-1:33333333-3333-4333-8333-333333333333";
    private const string Sub = "44444444-4444-4444-8444-444444444444";
    private const string AppRole = "arn:aws:iam::111122223333:role/app/AppUser";
    private const string HopRole = "arn:aws:iam::111122223333:role/Hop";
    private const string FarRole = "arn:aws:iam::999900001111:role/Far";

    private static readonly string[] s_chain =
    [
        $"user {Sub}", $"identity {User}", $"pool {Pool}", "issue issue", "session ASIAAPP", "session ASIAHOP", "session ASIAFAR",
    ];

    private static readonly string[] s_events = ["signin", "issue", "get", "hop", "far", "list"];
    [Theory]
    [InlineData("far", "event")]
    [InlineData("get", "event")]
    [InlineData("issue", "event")]
    [InlineData("ASIAAPP", "access_key")]
    [InlineData("ASIAHOP", "access_key")]
    [InlineData("ASIAFAR", "access_key")]
    [InlineData(User, "identity")]
    [InlineData(Sub, "user")]
    [InlineData("alice", "user")]
    [InlineData(AppRole, "role")]
    [InlineData("Hop", "role")]
    [InlineData("arn:aws:sts::999900001111:assumed-role/Far/f", "role")]
    [InlineData("phone", "session_name")]
    public async Task Each_kind_of_id_leads_to_the_whole_chain(string id, string kind)
    {
        var report = await TraceAsync(id);
        Assert.Equal(kind, report.Found.Kind);
        Assert.Equal(s_chain, Flat(report.Tree).Select(node => $"{node.Kind} {node.Id}"));
        Assert.Equal(s_events, report.Timeline.Select(entry => entry.EventIds[0]));
    }

    [Fact]
    public async Task What_was_asked_for_is_marked()
    {
        var report = await TraceAsync("ASIAHOP");
        Assert.Equal(["ASIAHOP"], Flat(report.Tree).Where(node => node.IsMatched).Select(node => node.Id));
        Assert.Equal(["proved", "chained", "chained"], Flat(report.Tree).Where(node => node.Kind == "session").Select(node => node.Certainty));
        Assert.Equal(["hop", "far"], Flat(report.Tree).Where(node => node is { Kind: "session", Certainty: "chained" }).Select(node => node.EventIds[0]));
    }

    [Fact]
    public async Task The_links_of_a_chain_that_began_before_the_window_are_shown()
    {
        using var folder = new TemporaryFolder();
        folder.Write("records.json", $$"""{"Records":[{{string.Join(',', Records())}}]}""");
        var from = new DateTimeOffset(2025, 3, 3, 9, 3, 30, TimeSpan.Zero);
        var report = await TraceAudit.RunAsync(new TraceRequest("ASIAFAR", folder.Path, from), new EngineOptions(), TestContext.Current.CancellationToken);
        Assert.Equal(["issue", "hop", "far", "list"], report.Timeline.Where(entry => entry.Kind is "issue" or "call").Select(entry => entry.EventIds[0]));
    }

    [Fact]
    public async Task An_id_that_the_window_does_not_show_is_not_said_to_be_unknown()
    {
        using var folder = new TemporaryFolder();
        folder.Write("records.json", $$"""{"Records":[{{string.Join(',', Records())}}]}""");
        var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var error = await Assert.ThrowsAsync<QueryException>(() => TraceAudit.RunAsync(new TraceRequest("ASIAFAR", folder.Path, from), new EngineOptions(), TestContext.Current.CancellationToken));
        Assert.Equal("No record names 'ASIAFAR' as key, caller, session, role, address or event in the window", error.Message);
        Assert.StartsWith("The window begins at 2026-01-01T00:00:00Z; the records that were read happened from 2025-03-03T", error.Hint, StringComparison.Ordinal);
        Assert.Contains("; without a window all of them are searched. ", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pool_has_all_its_identities()
    {
        var report = await TraceAsync(Pool);
        Assert.Equal([User, Guest], Flat(report.Tree).Where(node => node.Kind == "identity").Select(node => node.Id));
        Assert.Contains(report.Timeline, entry => entry.EventIds[0] == "guest");
    }

    [Fact]
    public async Task A_change_of_a_pool_stands_in_its_timeline_once_as_a_change()
    {
        const string ChangedPool = "us-east-1:55555555-5555-4555-8555-555555555555";
        using var folder = new TemporaryFolder();
        folder.Write("records.json", $$"""{"Records":[{{Administration("made", "10:00:00", "UpdateIdentityPool", ChangedPool)}},{{Administration("roles", "10:01:00", "SetIdentityPoolRoles", ChangedPool)}},{{Administration("seen", "10:02:00", "GetIdentityPoolRoles", ChangedPool)}}]}""");
        var report = await TraceAudit.RunAsync(new TraceRequest(ChangedPool, folder.Path), new EngineOptions(), TestContext.Current.CancellationToken);

        // Each is one of Cognito's own records, and the first two are changes as well.
        Assert.Equal(
            ["made UpdateIdentityPool change", "roles SetIdentityPoolRoles change", "seen GetIdentityPoolRoles cognito"],
            report.Timeline.Select(entry => $"{string.Join('+', entry.EventIds)} {entry.Action} {entry.Kind}"));
    }

    [Fact]
    public async Task Others_stay_out()
    {
        var report = await TraceAsync(Guest);
        Assert.Equal([$"identity {Guest}", $"pool {Pool}", "session ASIAGUEST"], Flat(report.Tree).Select(node => $"{node.Kind} {node.Id}"));
        Assert.Equal(["guest"], report.Timeline.Select(entry => entry.EventIds[0]));
    }

    [Fact]
    public async Task An_unknown_id_names_the_nearest_and_what_was_tried()
    {
        var error = await Assert.ThrowsAsync<QueryException>(() => TraceAsync("ASIAHOPS"));
        Assert.Equal("No record names 'ASIAHOPS' as key, caller, session, role, address or event", error.Message);
        Assert.StartsWith("Did you mean ASIAHOP", error.Hint, StringComparison.Ordinal);
        Assert.EndsWith("Tried: event id, access key, identity, user (sub, name or ARN), pool, role (ARN, name or id), session (ARN or name), address, service, account.", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_form_shows_evidence_beside_each_line_and_obeys_no_record()
    {
        await using var output = new StringWriter();
        await TraceReportText.WriteAsync(await TraceAsync("ASIAFAR"), output, TestContext.Current.CancellationToken);
        var text = output.ToString();
        Assert.All(s_events, id => Assert.Matches($"(?m) {id}\\s*$", text));
        Assert.DoesNotContain('\e', text);
    }

    [Fact]
    public async Task What_could_not_be_read_is_said()
    {
        var report = await TraceAsync("ASIAFAR");
        Assert.Equal(new TraceTotals(ObjectsListed: 2, ObjectsRead: 1, ObjectsLeftOut: 0, ObjectsFailed: 1, RecordsRead: 8, RecordsSkipped: 0), report.Totals);
        Assert.EndsWith("/torn.json", Assert.Single(report.Unread).Object, StringComparison.Ordinal);
        await using var output = new StringWriter();
        await TraceReportText.WriteAsync(report, output, TestContext.Current.CancellationToken);
        Assert.Contains("2 objects listed = 1 read + 0 left out + 1 failed; 8 records read, 0 skipped", output.ToString(), StringComparison.Ordinal);
        Assert.Matches("(?m)^skipped: .*/torn.json at byte ", output.ToString());
    }

    private Task<TraceReport> TraceAsync(string id) => TraceAudit.RunAsync(logs.Session, logs.Read, new TraceRequest(id, "logs"));

    private static IEnumerable<TraceNode> Flat(IEnumerable<TraceNode> nodes) => nodes.SelectMany(node => Flat(node.Children).Prepend(node));

    private static IEnumerable<string> Records() =>
    [
        $$$"""{"eventID":"signin","eventTime":"2025-03-03T08:59:00Z","eventSource":"cognito-idp.amazonaws.com","eventName":"InitiateAuth","requestParameters":{"authParameters":{"USERNAME":"alice"}},"additionalEventData":{"sub":"{{{Sub}}}"},"recipientAccountId":"111122223333","userIdentity":{"type":"Unknown"},"eventType":"AwsApiCall"}""",
        $$$"""{"eventID":"issue","eventTime":"2025-03-03T09:00:00Z","eventSource":"sts.amazonaws.com","eventName":"AssumeRoleWithWebIdentity","recipientAccountId":"111122223333","userIdentity":{"type":"WebIdentityUser","principalId":"cognito-identity.amazonaws.com:{{{Pool}}}:{{{User}}}","userName":"{{{User}}}","identityProvider":"cognito-identity.amazonaws.com"},"requestParameters":{"roleArn":"{{{AppRole}}}","roleSessionName":"phone"},"responseElements":{"credentials":{"accessKeyId":"ASIAAPP"},"provider":"cognito-identity.amazonaws.com"}}""",
        Call("get", "09:01:00", "s3.amazonaws.com", "GetObject", "ASIAAPP", AppRole, "phone", Federation(User, "authenticated", $",\\\"cognito-idp.us-east-1.amazonaws.com/us-east-1_Pool:CognitoSignIn:{Sub}\\\"")),
        Call("hop", "09:02:00", "sts.amazonaws.com", "AssumeRole", "ASIAAPP", AppRole, "phone", "", Handout(HopRole, "h", "ASIAHOP")),
        Call("far", "09:03:00", "sts.amazonaws.com", "AssumeRole", "ASIAHOP", HopRole, "h", "", Handout(FarRole, "f", "ASIAFAR")),
        Call("list", "09:04:00", "s3.amazonaws.com", "ListBuckets", "ASIAFAR", FarRole, "f", "", ",\"userAgent\":\"\\u001b[31mred\""),
        Call("guest", "09:05:00", "s3.amazonaws.com", "GetObject", "ASIAGUEST", "arn:aws:iam::111122223333:role/Guest", "CognitoIdentityCredentials", Federation(Guest, "unauthenticated", "")),
    ];

    private static string Call(string id, string time, string service, string action, string key, string role, string session, string federation, string more = "") =>
        $$$$$"""{"eventID":"{{{{{id}}}}}","eventTime":"2025-03-03T{{{{{time}}}}}Z","eventSource":"{{{{{service}}}}}","eventName":"{{{{{action}}}}}","recipientAccountId":"111122223333","userIdentity":{"type":"AssumedRole","principalId":"AROA1:{{{{{session}}}}}","arn":"arn:aws:sts::{{{{{role.Split(':')[4]}}}}}:assumed-role/{{{{{role.Split('/')[^1]}}}}}/{{{{{session}}}}}","accessKeyId":"{{{{{key}}}}}","sessionContext":{"sessionIssuer":{"type":"Role","arn":"{{{{{role}}}}}"},{{{{{federation}}}}}"attributes":{"creationDate":"2025-03-03T{{{{{Begin(key)}}}}}Z"}}}{{{{{more}}}}}}""";

    // A session begins when its key is handed out.
    private static string Begin(string key) => key switch { "ASIAHOP" => "09:02:00", "ASIAFAR" => "09:03:00", _ => "09:00:00" };

    private static string Administration(string id, string time, string action, string pool) =>
        $$$"""{"eventID":"{{{id}}}","eventTime":"2025-03-03T{{{time}}}Z","eventSource":"cognito-identity.amazonaws.com","eventName":"{{{action}}}","recipientAccountId":"111122223333","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/admin","accessKeyId":"AKIAADMIN"},"requestParameters":{"identityPoolId":"{{{pool}}}","roles":{"authenticated":"{{{AppRole}}}"}},"eventType":"AwsApiCall"}""";

    private static string Handout(string role, string session, string key) =>
        $$$""","requestParameters":{"roleArn":"{{{role}}}","roleSessionName":"{{{session}}}"},"responseElements":{"credentials":{"accessKeyId":"{{{key}}}"}}""";

    private static string Federation(string identity, string access, string method) =>
        $$$""" "webIdFederationData":{"federatedProvider":"cognito-identity.amazonaws.com","attributes":{"cognito-identity.amazonaws.com:aud":"{{{Pool}}}","cognito-identity.amazonaws.com:sub":"{{{identity}}}","cognito-identity.amazonaws.com:amr":"[\"{{{access}}}\"{{{method}}}]"}}, """;

    /// <summary>The tables over the records, built once for all traces.</summary>
    public sealed class Logs : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();
        private AuditSession? _session;

        internal AuditSession Session => _session ?? throw new InvalidOperationException("The tables are not built.");

        internal ScanStatistics Read { get; private set; } = new();

        public async ValueTask InitializeAsync()
        {
            _folder.Write("records.json", $$"""{"Records":[{{string.Join(',', Records())}}]}""");
            _folder.Write("torn.json", """{"Records":[{"eventID":"torn"},""");
            _session = await AuditSession.OpenAsync(new CognitoAuditRequest(_folder.Path, BadData: BadDataPolicy.Skip), new EngineOptions(), TestContext.Current.CancellationToken);
            Read = await _session.BuildAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await Session.DisposeAsync();
            _folder.Dispose();
        }
    }
}
