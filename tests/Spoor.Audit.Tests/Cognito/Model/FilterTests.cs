using Spoor.Audit.Cognito.Build;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Tests.Findings;
using Spoor.Core.Collections;
using Spoor.Samples.Scenarios;
using Spoor.Testing;
using Xunit;
using static Spoor.Audit.Tests.Findings.Story;

namespace Spoor.Audit.Tests.Cognito.Model;

/// <summary>Filters narrow all parts of a report alike, and the report says so.</summary>
public sealed class FilterTests
{
    private static Story People => new Story()
        .Enhanced("i-ann", "09:00:00", "ASIA1", identity: Ann)
        .Use("ann-s3", "09:01:00", "ASIA1", "s3", "GetObject", identity: Ann, sub: "sub-ann")
        .Use("ann-sqs", "09:02:00", "ASIA1", "sqs", "SendMessage", identity: Ann, sub: "sub-ann", error: "AccessDenied")
        .Enhanced("i-bob", "09:10:00", "ASIA2", identity: Bob, guest: true)
        .Use("bob-s3", "09:11:00", "ASIA2", "s3", "ListBuckets", identity: Bob, guest: true)
        .UserPool("login", "08:59:00", "InitiateAuth", "sub-ann");

    public static TheoryData<string, AuditFilter, string, string, string> Filters => new()
    {
        { "guests", new AuditFilter { Access = IdentityAccess.Guest }, "bob-s3", "i-bob", Bob },
        { "signed-in users", new AuditFilter { Access = IdentityAccess.Authenticated }, "ann-s3 ann-sqs", "i-ann", Ann },
        { $"identity {Bob}", new AuditFilter { Identity = Bob }, "bob-s3", "i-bob", Bob },
        { "user sub-ann", new AuditFilter { User = "sub-ann" }, "ann-s3 ann-sqs", "i-ann", Ann },
        { "service sqs", new AuditFilter { Service = "sqs" }, "ann-sqs", "i-ann", Ann },
        { "service sqs.amazonaws.com", new AuditFilter { Service = "sqs.amazonaws.com" }, "ann-sqs", "i-ann", Ann },
        { "guests, service s3", new AuditFilter { Access = IdentityAccess.Guest, Service = "s3" }, "bob-s3", "i-bob", Bob },
        { $"account {Account}", new AuditFilter { Account = Account }, "ann-s3 ann-sqs bob-s3", "i-ann i-bob", $"{Ann} {Bob}" },
        { "region us-east-1", new AuditFilter { Region = "us-east-1" }, "ann-s3 ann-sqs bob-s3", "i-ann i-bob", $"{Ann} {Bob}" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task All_parts_are_those_of_what_fits(string words, AuditFilter filter, string calls, string issues, string identities)
    {
        var report = ReportFilter.Apply(await People.AuditAsync(), filter);
        Assert.Equal(words, string.Join(", ", report.Scope.Filters));
        Assert.Equal((calls, issues), (string.Join(' ', report.Uses.Select(use => use.EventId)), string.Join(' ', report.Issues.Select(issue => issue.EventIds[0]))));
        Assert.Equal(identities, string.Join(' ', report.Identities.Select(identity => identity.Identity).Order(StringComparer.Ordinal)));
        var count = calls.Split(' ').Length;
        Assert.Equal(
            (count, count, count, count),
            (report.Pools.Sum(pool => (int)pool.Calls), report.Roles.Sum(role => (int)role.Calls), report.Sessions.Sum(session => (int)session.Calls), report.Identities.Sum(identity => (int)identity.Calls)));
        Assert.Equal(issues.Split(' ').Length, report.Pools.Sum(pool => (int)pool.Issues));
        Assert.Equal(identities.Split(' ').Length, report.Pools.Sum(pool => pool.Guests + pool.SignedIn));
        Assert.Equal(identities.Contains(Ann, StringComparison.Ordinal) ? ["login"] : Array.Empty<string>(), report.SignIns.Select(signIn => signIn.EventId));
    }

    [Fact]
    public async Task What_was_left_out_is_said_and_what_could_not_be_seen_stays()
    {
        var full = await People.AuditAsync();
        var report = ReportFilter.Apply(full, new AuditFilter { Access = IdentityAccess.Guest });
        var limit = report.Limits[0];
        Assert.Equal(("filtered", 2L), (limit.Id, limit.Count));
        Assert.StartsWith("Filters are set (guests): 1 of 3 calls, 1 of 2 issues of credentials, 1 of 2 identities, ", limit.Text, StringComparison.Ordinal);
        Assert.Equal(full.Limits, report.Limits.Skip(1));
        Assert.Equal(full.Totals, report.Totals);
    }

    [Fact]
    public async Task Nothing_that_fits_is_said_of_the_filter_and_not_of_the_logs()
    {
        var report = ReportFilter.Apply(await People.AuditAsync(rules: []), new AuditFilter { Identity = Cid, Service = "iam" });
        Assert.Equal(
            $"Nothing that was read fits the filters (identity {Cid}, service iam). That is said of the filters, not of the logs: without them there are 3 calls, 2 issues of credentials, 2 identities, 0 findings.",
            Assert.Single(report.Limits, limit => limit.Id == "nothing_under_filter").Text);
        Assert.StartsWith($"Under the filters (identity {Cid}, service iam): An identity pool was not seen in use, over 8 records of 1 object", report.Verdict[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_filter_leaves_a_report_as_it_is()
    {
        var full = await People.AuditAsync();
        Assert.Same(full, ReportFilter.Apply(full, new AuditFilter()));
    }

    [Fact]
    public async Task One_pool_as_a_filter_is_what_the_tables_of_that_pool_alone_give()
    {
        using var folder = new TemporaryFolder();
        ScenarioTrail.Write(folder.Path, new ScenarioOptions([], Seed: 9), TestContext.Current.CancellationToken);
        var full = await Truth.AuditAsync(new CognitoAuditRequest(folder.Path));
        foreach (var pool in full.Pools.Where(pool => pool.Certainty == Certainty.Proved).Select(pool => pool.Pool).Take(4))
        {
            var asked = await Truth.AuditAsync(new CognitoAuditRequest(folder.Path, pool));
            var filtered = ReportFilter.Apply(full, new AuditFilter { Pools = [pool] });
            Assert.Equal(asked.Uses, filtered.Uses);
            Assert.Equal(asked.Issues, filtered.Issues);
            Assert.Equal(asked.Evidence, filtered.Evidence);
            Assert.Equal(asked.Roles, filtered.Roles);
            Assert.Equal(asked.Pools, filtered.Pools);
            Assert.Equal(asked.Chains, filtered.Chains);
            Assert.Equal(asked.Sessions, filtered.Sessions);
            Assert.Equal(
                asked.Identities.Select(identity => (identity.Identity, identity.Calls, identity.Issues)).Order(), filtered.Identities.Select(identity => (identity.Identity, identity.Calls, identity.Issues)).Order());
        }
    }
}
