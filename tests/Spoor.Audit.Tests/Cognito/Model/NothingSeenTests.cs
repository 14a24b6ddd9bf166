using Spoor.Audit.Cognito;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Coverage;
using Spoor.Audit.Logs;
using Spoor.Audit.Policies;
using Spoor.Audit.Tests.Findings;
using Spoor.Audit.Traces;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Errors;
using Spoor.Engine.Sessions;
using Spoor.Testing;
using Xunit;

namespace Spoor.Audit.Tests.Cognito.Model;

/// <summary>Nothing read is no success, and nothing that is known is called unknown.</summary>
public sealed class NothingSeenTests : IDisposable
{
    private const string Hint = "Check the folder or prefix, the window, and what the reader may list.";
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Kinds => ["nothing", "no log", "no record", "damaged"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Logs_without_a_record_are_an_error_in_every_report(string kind)
    {
        var name = kind switch { "nothing" => null, "no log" => "readme.txt", "no record" => "a.json", _ => "a.json.gz" };
        if (name is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(_folder.Path, name), kind == "no record" ? """{"Records":[]}""" : "not at all", TestContext.Current.CancellationToken);
        }

        var what = kind switch
        {
            "nothing" => $"There is no object in '{_folder.Path}', so nothing can be said of it",
            "no log" => $"No record was read in '{_folder.Path}', so nothing can be said of it: 1 object, 1 left out as no logs of CloudTrail's ({_folder.Path}/readme.txt: ",
            "no record" => $"No record was read in '{_folder.Path}', so nothing can be said of it: 1 object, 1 read, without any record",
            _ => $"No record was read in '{_folder.Path}', so nothing can be said of it: 1 object, 1 could not be read ({_folder.Path}/a.json.gz: ",
        };
        await AssertErrorAsync(what, canAllow: true, token => CognitoAudit.RunAsync(new CognitoAuditRequest(_folder.Path, BadData: BadDataPolicy.Skip), new EngineOptions(), token));
        await AssertErrorAsync(what, canAllow: true, token => CoverageAudit.RunAsync(new CoverageRequest(_folder.Path, BadData: BadDataPolicy.Skip), new EngineOptions(), token));
        await AssertErrorAsync(what, canAllow: false, token => TraceAudit.RunAsync(new TraceRequest("ASIA1", _folder.Path, BadData: BadDataPolicy.Skip), new EngineOptions(), token));
        await AssertErrorAsync(what, canAllow: false, token => PolicyAudit.RunAsync(new PolicyRequest(_folder.Path, "Role", BadData: BadDataPolicy.Skip), new EngineOptions(), token));
        Assert.Empty((await Truth.AuditAsync(new CognitoAuditRequest(_folder.Path, BadData: BadDataPolicy.Skip) { AllowsEmpty = true })).Findings);
        var coverage = await CoverageAudit.RunAsync(new CoverageRequest(_folder.Path, BadData: BadDataPolicy.Skip) { AllowsEmpty = true }, new EngineOptions(), TestContext.Current.CancellationToken);
        Assert.Equal(0, coverage.Totals.Counts.Records);
    }

    [Fact]
    public async Task Objects_that_history_cuts_off_are_no_logs_seen()
    {
        await DeliverAsync("20250303T1000Z", "2025-03-03T09:00:00Z");
        var request = new CognitoAuditRequest(_folder.Path, From: Time("2025-03-10"), To: Time("2025-03-11")) { History = TimeSpan.FromDays(1) };
        var error = await Assert.ThrowsAsync<QueryException>(() => Truth.AuditAsync(request));
        Assert.Equal(
            $"No record was read in '{_folder.Path}', so nothing can be said of it: 1 object, 1 delivered before 2025-03-09T00:00:00Z, before the history that was asked for", error.Message);
    }

    [Fact]
    public async Task A_window_in_which_no_record_lies_is_an_error_that_says_where_they_lie()
    {
        await DeliverAsync("20250303T1000Z", "2025-03-03T09:00:00Z", "2025-03-03T09:30:00Z");
        var error = await Assert.ThrowsAsync<QueryException>(() => Truth.AuditAsync(new CognitoAuditRequest(_folder.Path, From: Time("2025-03-03T09:10:00Z"), To: Time("2025-03-03T09:30:00Z"))));
        Assert.Equal(
            "No record that was read lies in the window (2025-03-03 09:10 to 2025-03-03 09:30 UTC), so nothing can be said of it: the 2 records are from 2025-03-03 09:00 to 2025-03-03 09:30 UTC",
            error.Message);
    }

    [Fact]
    public async Task All_records_that_were_read_have_their_times_told_used_or_not()
    {
        await DeliverAsync("20250303T1000Z", "2025-03-03T09:00:00Z", "2025-03-03T09:30:00Z", "2025-03-03T08:30:00Z");
        var totals = (await Truth.AuditAsync(new CognitoAuditRequest(_folder.Path, From: Time("2025-03-03T09:00:00Z")))).Totals;
        Assert.Equal(
            (3, 2, "2025-03-03T08:30:00Z", "2025-03-03T09:30:00Z", null),
            (totals.RecordsRead, totals.RecordsInWindow, totals.ReadFirstTime, totals.ReadLastTime, totals.FirstTime));
    }

    [Theory]
    [InlineData("us-east-1:11111111-1111-4111-8111-111111111112", null, "No record that was read names pool 'us-east-1:11111111-1111-4111-8111-111111111112'", "Did you mean us-east-1:11111111-1111-4111-8111-111111111111?")]
    [InlineData(null, "AppUsre", "No pool that was seen gave role 'AppUsre', and no call with it was read", "Did you mean AppUser?")]
    [InlineData(null, "Nobody", "No pool that was seen gave role 'Nobody', and no call with it was read", "Seen: arn:aws:iam::111122223333:role/service-role/AppUser.")]
    public async Task A_pool_or_role_that_no_record_knows_is_an_error(string? pool, string? role, string message, string hint)
    {
        var story = new Story().Enhanced("i1", "09:00:00", "ASIA1");
        var error = await Assert.ThrowsAsync<QueryException>(() => story.AuditAsync(pool: pool, role: role));
        Assert.Equal((ErrorCode.NotFound, message, hint), (error.Code, error.Message, error.Hint));
    }

    [Fact]
    public async Task What_is_known_and_not_used_in_the_window_is_the_answer()
    {
        var story = new Story().Enhanced("i1", "09:00:00", "ASIA1").Use("u1", "09:40:00", "ASIA1", "s3", "GetObject", Story.Ann)
            .Use("u9", "2025-03-05T09:00:00Z", "ASIA9", "s3", "GetObject", role: "arn:aws:iam::111122223333:role/Other");
        var ofPool = await story.AuditAsync(from: Time("2025-03-05"), pool: Story.Pool);
        Assert.Equal([$"Pool {Story.Pool} is known, last issued 2025-03-03 09:00, and was not used in this window."], ofPool.NotUsed);
        var ofRole = await story.AuditAsync(from: Time("2025-03-05"), role: "AppUser");
        Assert.Contains("Role AppUser is known, last issued 2025-03-03 09:00, and was not used in this window.", ofRole.NotUsed);
        Assert.DoesNotContain(ofPool.Limits.Concat(ofRole.Limits), limit => limit.Id.StartsWith("unknown", StringComparison.Ordinal) || limit.Text.Contains("Did you mean", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_dormant_says_last_is_what_that_record_was()
    {
        var story = new Story()
            .SetRoles("c1", "08:00:00")
            .Enhanced("i1", "09:00:00", "ASIA1").Use("u1", "21:40:00", "ASIA1", "s3", "GetObject", Story.Ann)
            .Use("u9", "2025-03-04T09:00:00Z", "ASIA9", "s3", "GetObject");
        var near = await story.AuditAsync(from: Time("2025-03-04T09:00:00Z"));
        Assert.Equal(
            [("pool", Story.Pool, "last called 2025-03-03 21:40"), ("role", Story.GuestRole, "last configured 2025-03-03 08:00"), ("role", Story.UserRole, "last called 2025-03-03 21:40")],
            near.Dormant.Select(dormant => (dormant.Kind, dormant.Name, dormant.Last)).Order());
    }

    [Fact]
    public async Task A_call_from_before_the_look_back_is_not_said_to_be_the_last()
    {
        // The call of IAM is read whenever it was made, the later one is not.
        var story = new Story()
            .Enhanced("i1", "09:00:00", "ASIA1").Use("u1", "09:10:00", "ASIA1", "iam", "ListUsers", Story.Ann).Use("u2", "09:40:00", "ASIA1", "s3", "GetObject", Story.Ann)
            .Use("v1", "09:10:00", "ASIA8", "iam", "ListUsers", Story.Bob, role: Story.GuestRole)
            .Use("u9", "2025-03-05T09:00:00Z", "ASIA9", "s3", "GetObject", role: "arn:aws:iam::111122223333:role/Other");
        var report = await story.AuditAsync(from: Time("2025-03-05"));
        Assert.Equal(
            [("pool", Story.Pool, "last issued 2025-03-03 09:00"), ("role", Story.GuestRole, "called 2025-03-03 09:10 or later"), ("role", Story.UserRole, "last issued 2025-03-03 09:00")],
            report.Dormant.Select(dormant => (dormant.Kind, dormant.Name, dormant.Last)).Order());
    }

    private static DateTimeOffset Time(string text) => new WindowReader(TimeProvider.System).ReadFrom(text);

    private async Task DeliverAsync(string delivered, params string[] times)
    {
        var path = Path.Combine(_folder.Path, "AWSLogs", "123456789012", "CloudTrail", "us-east-1", "2025", "03", "03", $"123456789012_CloudTrail_us-east-1_{delivered}_a.json");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // Not null: the path is below the folder.
        var records = times.Select((time, i) => $$$"""{"eventTime":"{{{time}}}","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","eventID":"e{{{i}}}","requestParameters":{"eventTime":"1999-01-01T00:00:00Z"}}""");
        await File.WriteAllTextAsync(path, $$"""{"Records":[{{string.Join(',', records)}}]}""", TestContext.Current.CancellationToken);
    }

    private static async Task AssertErrorAsync<T>(string message, bool canAllow, Func<CancellationToken, Task<T>> run)
    {
        var error = await Assert.ThrowsAsync<QueryException>(() => run(TestContext.Current.CancellationToken));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal((ErrorCode.NotFound, Hint), (error.Code, error.Hint));
        Assert.Equal(canAllow ? $"{Hint} Where logs may be empty, the setting AllowEmpty accepts that." : Hint, error.Advice?.ToString(setting => $"the setting {setting}"));
    }
}
