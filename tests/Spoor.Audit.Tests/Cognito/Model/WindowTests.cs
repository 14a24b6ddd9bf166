using System.Globalization;
using System.Text.Json;
using CsCheck;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Logs;
using Spoor.Audit.Tests.Findings;
using Spoor.Core.Collections;
using Spoor.Samples.Scenarios;
using Spoor.Testing;
using Xunit;
using static Spoor.Audit.Tests.Findings.Story;

namespace Spoor.Audit.Tests.Cognito.Model;

/// <summary>A window's report is the full report cut to it: what pools and sessions are, all records tell; what is counted lies in the window.</summary>
public sealed class WindowTests
{
    [Fact]
    public async Task A_session_counts_the_calls_of_the_window_and_its_pool_keeps_what_is_known_of_it()
    {
        var story = new Story().Enhanced("i", "08:25:00", "ASIA1")
            .Use("u1", "08:30:00", "ASIA1", "s3", "GetObject", identity: Ann).Use("u2", "09:01:00", "ASIA1", "s3", "GetObject", identity: Ann, error: "AccessDenied")
            .Use("u3", "09:24:00", "ASIA1", "s3", "GetObject", identity: Ann).Use("u4", "11:30:00", "ASIA1", "s3", "GetObject", identity: Ann);
        var report = await story.AuditAsync(from: At("09:00:00"), to: At("11:20:00"));
        var session = Assert.Single(report.Sessions);
        Assert.Equal((2L, 1L, Time("09:01:00"), Time("09:24:00"), "i i-sts u2"), (session.Calls, session.Errors, session.FirstTime, session.LastTime, string.Join(' ', session.EventIds)));
        Assert.Equal([(2L, 0L, true, Account, "enhanced")], report.Pools.Select(pool => (pool.Calls, pool.Issues, pool.HasDataEvents, pool.Account, string.Join(' ', pool.Flows))));
        Assert.DoesNotContain(report.Limits, limit => limit.Id == "no_pool_data_events");
    }

    [Fact]
    public async Task A_pool_belongs_to_the_account_of_its_records_before_the_window()
    {
        var story = new Story().Token("t", "08:59:58", Ann).Basic("b", "09:00:00", "ASIA1", role: "arn:aws:iam::444455556666:role/Tenant");
        Assert.Equal([(Account, true)], (await story.AuditAsync(from: At("09:00:00"))).Pools.Select(pool => (pool.Account, pool.HasDataEvents)));
        Assert.Equal([(Account, true)], (await story.AuditAsync()).Pools.Select(pool => (pool.Account, pool.HasDataEvents)));
    }

    [Fact]
    public async Task Calls_behind_the_window_tell_whose_role_and_access_an_issue_of_the_window_gave()
    {
        var story = new Story().Enhanced("i", "09:00:00", "ASIA1").But(sts => sts["eventName"] = "GetCallerIdentity").Use("u", "09:30:00", "ASIA1", "s3", "GetObject", identity: Ann);
        var report = await story.AuditAsync(to: At("09:10:00"));
        Assert.Equal([(UserRole, "authenticated", 0L)], report.Issues.Select(issue => (issue.Role, issue.Access, issue.Calls)));
        Assert.Equal([(UserRole, 0L, null)], report.Sessions.Select(session => (session.Role, session.Calls, session.FirstTime)));
        Assert.Empty(report.Uses);
    }

    [Theory]
    [InlineData("09:00:01", null, 0)]
    [InlineData(null, "09:00:01", 1)]
    public async Task An_issue_whose_two_records_lie_on_both_sides_of_a_bound_is_whole(string? from, string? to, int issues)
    {
        var story = new Story().Enhanced("i", "09:00:01", "ASIA1").But(sts => sts["eventTime"] = Time("09:00:00"));
        var report = await story.AuditAsync(from: from is null ? null : At(from), to: to is null ? null : At(to));
        Assert.Equal(issues, report.Issues.Count);
        Assert.All(report.Issues, issue => Assert.Equal(("i i-sts", Home), (string.Join(' ', issue.EventIds), issue.SourceIp)));
    }

    [Fact]
    public async Task Of_any_window_issues_calls_sessions_and_counts_are_those_of_the_full_report_cut_to_it()
    {
        using var folder = new TemporaryFolder();
        ScenarioTrail.Write(folder.Path, new ScenarioOptions([], Seed: 9), TestContext.Current.CancellationToken);
        var full = await Truth.AuditAsync(new CognitoAuditRequest(folder.Path));
        var times = full.Issues.Select(issue => issue.Time).Concat(full.Uses.Select(use => use.Time)).OfType<string>().Order(StringComparer.Ordinal).ToList();
        await Gen.Select(Gen.Int[0, times.Count - 1], Gen.Int[1, 200], Gen.Int[-1, 1], Gen.Int[-1, 1]).SampleAsync(
            async (first, count, before, behind) =>
            {
                var from = Parse(times[first]).AddSeconds(before);
                var to = Parse(times[Math.Min(first + count, times.Count - 1)]).AddSeconds(behind + 1);
                await AssertCutAsync(folder.Path, full, from, to > from ? to : from.AddSeconds(1));
                return true;
            },
            iter: Environment.GetEnvironmentVariable("SPOOR_LONG_TESTS") == "1" ? 100 : 10,
            threads: 1);
    }

    private static async Task AssertCutAsync(string logs, CognitoAuditReport full, DateTimeOffset from, DateTimeOffset to)
    {
        var (first, behind) = (AuditTime.Text(from), AuditTime.Text(to));
        bool IsInside(string? time) => time is null || (string.CompareOrdinal(time, first) >= 0 && string.CompareOrdinal(time, behind) < 0);
        var report = await Truth.AuditAsync(new CognitoAuditRequest(logs, From: from, To: to));
        var uses = full.Uses.Where(use => IsInside(use.Time)).ToList();
        AssertSame(uses, report.Uses);
        var issues = full.Issues.Where(issue => IsInside(issue.Time))
            .Select(issue => issue with { Calls = uses.Count(use => use.Via == "key" && use.IssueEventId == issue.EventId) }).ToList();
        AssertSame(issues, report.Issues);
        AssertSame(Cut(full.Sessions, uses, IsInside), report.Sessions);
        Assert.All(report.Pools, pool =>
        {
            var (own, handedOut) = (uses.Where(use => use.Pool == pool.Pool).ToList(), issues.Where(issue => issue.Pool == pool.Pool).ToList());
            var known = full.Pools.Single(other => other.Pool == pool.Pool);
            Assert.Equal(
                (known.Account, known.HasDataEvents, known.Flows, handedOut.Count(issue => issue.ErrorCode is null), handedOut.Count(issue => issue.ErrorCode is not null)),
                (pool.Account, pool.HasDataEvents, pool.Flows, (int)pool.Issues, (int)pool.FailedIssues));
            Assert.Equal(
                (Count(own, Certainty.Proved), Count(own, Certainty.Chained), Count(own, Certainty.Candidate), own.Count(use => use is { Certainty: Certainty.Proved, ErrorCode: not null })),
                ((int)pool.Calls, (int)pool.ChainedCalls, (int)pool.CandidateCalls, (int)pool.Errors));
            Assert.Equal(handedOut.Count(issue => issue is { ErrorCode: null, Calls: 0 }), (int)pool.UnusedIssues);
        });
        Assert.All(report.Roles, role => Assert.Equal(uses.Count(use => use.Role == role.Role && use.Certainty == role.Certainty), (int)role.Calls));
    }

    private static int Count(List<UseEvent> uses, Certainty certainty) => uses.Count(use => use.Certainty == certainty);

    private static IEnumerable<SessionReport> Cut(ValueList<SessionReport> sessions, List<UseEvent> uses, Func<string?, bool> isInside)
    {
        var called = uses.Where(use => use.AccessKeyId is not null).ToLookup(use => use.AccessKeyId);
        foreach (var session in sessions)
        {
            var own = called[session.AccessKeyId].ToList();
            if (own.Count > 0 || (session.IssuedTime is { } issued && isInside(issued)))
            {
                var issue = session.Calls > 0 ? session.EventIds.SkipLast(1) : session.EventIds;
                yield return session with
                {
                    Calls = own.Count,
                    Errors = own.Count(use => use.ErrorCode is not null),
                    FirstTime = own.Min(use => use.Time),
                    LastTime = own.Max(use => use.Time),
                    EventIds = [.. issue, .. own.Take(1).Select(use => use.EventId)],
                };
            }
        }
    }

    private static void AssertSame<T>(IEnumerable<T> expected, IEnumerable<T> found) =>
        Assert.Equal(expected.Select(item => JsonSerializer.Serialize(item)).Order(StringComparer.Ordinal), found.Select(item => JsonSerializer.Serialize(item)).Order(StringComparer.Ordinal));

    private static DateTimeOffset At(string time) => Parse(Time(time));

    private static DateTimeOffset Parse(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
