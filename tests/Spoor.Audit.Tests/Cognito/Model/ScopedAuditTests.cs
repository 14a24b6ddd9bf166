using System.Globalization;
using System.IO.Compression;
using Spoor.Audit.Cognito.Model;
using Spoor.Core.Errors;
using Spoor.Samples.Trail;
using Xunit;

namespace Spoor.Audit.Tests.Cognito.Model;

/// <summary>Audits of a part of a trail, of loose files and of other seeds.</summary>
public sealed class ScopedAuditTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("spoor-audit-").FullName;
    private readonly Truth _truth = Truth.Of(Truth.SampleFolder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_role_that_was_asked_for_is_found_in_older_records_too()
    {
        const string Role = "arn:aws:iam::111122223333:role/LegacyGuestRole";
        var report = await Truth.AuditAsync(new CognitoAuditRequest(Truth.SampleFolder, Role: Role));
        var expected = _truth["uses"].Where(use => use.Text("role") == Role).Select(use => (use.Text("event_id"), use.Text("via")));
        Assert.Equal(expected.Order(), report.Uses.Select(use => ((string?)use.EventId, (string?)use.Via)).Order());
        Assert.Contains(report.Uses, use => use.Via == "role");
    }

    [Fact]
    public async Task Ordinary_calls_with_a_pools_role_are_candidates_and_not_proved()
    {
        var report = await Truth.AuditAsync(new CognitoAuditRequest(Truth.SampleFolder, Role: "ShopUserRole"));
        var ordinary = _truth["uses"].Where(use => use.Text("scene") == "ordinary_use_of_role").Select(use => (use.Text("event_id"), (string?)"role"));
        Assert.Equal(ordinary.Order(), report.Uses.Where(use => use.SessionName == "debugging").Select(use => ((string?)use.EventId, (string?)use.Via)).Order());
    }

    [Fact]
    public async Task A_role_brings_the_chains_that_began_with_it()
    {
        var report = await Truth.AuditAsync(new CognitoAuditRequest(Truth.SampleFolder, Role: "ShopUserRole"));
        var chained = _truth["uses"].Where(use => use.Text("via") == "chain").Select(use => use.Text("event_id"));
        Assert.Equal(chained.Order(), report.Uses.Where(use => use.Via == "chain").Select(use => use.EventId).Order());
    }

    [Fact]
    public async Task A_pool_that_was_asked_for_is_reported_alone()
    {
        var pool = _truth["pools"][3].Text("pool");
        var report = await Truth.AuditAsync(new CognitoAuditRequest(Truth.SampleFolder, Pool: pool));
        Assert.Equal([pool], report.Pools.Select(found => found.Pool));
        var expected = _truth["uses"].Where(use => use.Text("pool") == pool && use.IsProved()).Select(use => use.Text("event_id"));
        Assert.Equal(expected.Order(), report.Uses.Select(use => use.EventId).Order());
        Assert.Equal(_truth["issues"].Count(issue => issue.Text("pool") == pool), report.Issues.Count);
        Assert.All(report.Identities, identity => Assert.Equal(pool, identity.Pool));
    }

    [Fact]
    public async Task An_unknown_pool_gives_an_empty_report_that_says_so_where_that_is_allowed()
    {
        var report = await Truth.AuditAsync(new CognitoAuditRequest(Truth.SampleFolder, Pool: "us-east-1:'); DROP TABLE logs; --") { AllowsEmpty = true });
        Assert.Equal((0, 0, 0), (report.Pools.Count, report.Uses.Count, report.Issues.Count));
        Assert.Contains(report.Limits, limit => limit is { Id: "no_pool", Text: "No record names an identity pool that was asked for." });
    }

    [Fact]
    public async Task A_window_has_its_own_calls_and_remembers_keys_issued_before_it()
    {
        // Half an hour into a session: its issue lies before the window, its later calls in it.
        var issue = _truth["issues"].First(issue => issue.Text("scene") == "enhanced_user" && issue.Text("error_code") is null);
        var from = DateTimeOffset.Parse(issue.Text("time") ?? "", CultureInfo.InvariantCulture).AddSeconds(30);
        var to = from.AddDays(1);
        var report = await Truth.AuditAsync(new CognitoAuditRequest(Truth.SampleFolder, From: from, To: to));
        bool IsInside(string? time) => time is not null && DateTimeOffset.Parse(time, CultureInfo.InvariantCulture) >= from && DateTimeOffset.Parse(time, CultureInfo.InvariantCulture) < to;
        var expected = _truth["uses"].Where(use => use.Text("via") != "role" && IsInside(use.Text("time"))).Select(use => (use.Text("event_id"), use.Text("via")));
        Assert.Equal(expected.Order(), report.Uses.Select(use => ((string?)use.EventId, (string?)use.Via)).Order());
        Assert.Equal(_truth["issues"].Count(issue => IsInside(issue.Text("time"))), report.Issues.Count);
        Assert.Contains(report.Uses, use => use.AccessKeyId == issue.Text("access_key_id") && use.Via == "key");
        Assert.All(report.Uses, use => Assert.True(IsInside(use.Time)));
    }

    [Fact]
    public async Task A_window_without_records_says_how_many_lie_outside()
    {
        var report = await Truth.AuditAsync(new CognitoAuditRequest(Truth.SampleFolder, From: new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)) { AllowsEmpty = true });
        Assert.Equal((0, 0), (report.Pools.Count, report.Uses.Count));
        Assert.Contains(report.Limits, limit => limit.Id is "no_records" or "no_pool");
    }

    [Fact]
    public async Task Loose_files_give_the_same_calls()
    {
        var number = 0;
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Truth.SampleFolder, "AWSLogs"), "*.gz", SearchOption.AllDirectories).Where(path => path.Contains("/CloudTrail/", StringComparison.Ordinal)))
        {
            await using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            await using var plain = File.Create(Path.Combine(_folder, $"{number++}.json"));
            await gzip.CopyToAsync(plain, TestContext.Current.CancellationToken);
        }

        var report = await Truth.AuditAsync(new CognitoAuditRequest(_folder));
        var expected = _truth["uses"].Where(use => use.Text("via") != "role").Select(use => (use.Text("event_id"), use.Text("via")));
        Assert.Equal(expected.Order(), report.Uses.Select(use => ((string?)use.EventId, (string?)use.Via)).Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Other_seeds_are_audited_as_exactly(int seed)
    {
        SampleTrail.Write(_folder, new SampleOptions(seed, 1500, 9), TestContext.Current.CancellationToken);
        var report = await Truth.AuditAsync(new CognitoAuditRequest(_folder));
        var truth = Truth.Of(_folder);
        Assert.Equal(
            truth["uses"].Where(use => use.Text("via") != "role").Select(use => (use.Text("event_id"), use.Text("via"))).Order(),
            report.Uses.Select(use => ((string?)use.EventId, (string?)use.Via)).Order());
        Assert.Equal(
            truth["issues"].SelectMany(issue => issue.GetProperty("event_ids").EnumerateArray()).Select(id => id.GetString()).Order(),
            report.Issues.SelectMany(issue => issue.EventIds).Order());
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_named()
    {
        var error = await Assert.ThrowsAsync<QueryException>(() => Truth.AuditAsync(new CognitoAuditRequest(Path.Combine(_folder, "nowhere"))));
        Assert.Equal((ErrorCode.NotFound, $"There is no folder '{Path.Combine(_folder, "nowhere")}'"), (error.Code, error.Message));
    }
}
