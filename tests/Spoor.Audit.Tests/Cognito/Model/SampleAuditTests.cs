using Spoor.Audit.Cognito.Model;
using Xunit;

namespace Spoor.Audit.Tests.Cognito.Model;

/// <summary>The audit of the committed sample is what the sample's ground truth says, no more and no less.</summary>
public sealed class SampleAuditTests(SampleReport sample) : IClassFixture<SampleReport>
{
    private readonly CognitoAuditReport _report = sample.Report;
    private readonly Truth _truth = sample.Truth;

    [Fact]
    public void Every_issue_is_found_once()
    {
        var expected = _truth["issues"].Select(issue =>
            (string.Join(' ', issue.GetProperty("event_ids").EnumerateArray().Select(id => id.GetString())),
            issue.Text("flow"), issue.Text("pool"), issue.Text("identity"), issue.Text("access_key_id"), issue.Text("error_code")));
        var found = _report.Issues.Select(issue => (string.Join(' ', issue.EventIds), (string?)issue.Flow, issue.Pool, issue.Identity, issue.AccessKeyId, issue.ErrorCode));
        Assert.Equal(expected.Order(), found.Order());
    }

    [Fact]
    public void Issues_know_their_role_from_STS_or_from_the_calls()
    {
        var roleOfKey = _truth["uses"].Where(use => use.Text("via") == "key").GroupBy(use => use.Text("access_key_id") ?? "").ToDictionary(group => group.Key, group => group.First().Text("role"));
        var expected = _truth["issues"].Select(issue =>
            (issue.GetProperty("event_ids")[0].GetString(), issue.Text("role") ?? roleOfKey.GetValueOrDefault(issue.Text("access_key_id") ?? ""), issue.Text("session_name")));
        Assert.Equal(expected.Order(), _report.Issues.Select(issue => ((string?)issue.EventIds[0], issue.Role, issue.SessionName)).Order());
    }

    [Fact]
    public void Every_call_is_found_once_with_its_best_proof()
    {
        var expected = _truth["uses"].Where(use => use.Text("via") != "role").Select(use => (use.Text("event_id"), use.Text("via"), use.Text("role"), use.Text("service"), use.Text("action")));
        var found = _report.Uses.Select(use => ((string?)use.EventId, (string?)use.Via, use.Role, use.Service, use.Action));
        Assert.Equal(expected.Order(), found.Order());
    }

    [Fact]
    public void Proved_and_chained_calls_know_pool_and_identity()
    {
        var expected = _truth["uses"].Where(use => use.IsProved() || use.Text("via") == "chain").Select(use => (use.Text("event_id"), use.Text("pool"), use.Text("identity")));
        var found = _report.Uses.Where(use => use.Via is "key" or "stated" or "chain").Select(use => ((string?)use.EventId, use.Pool, use.Identity));
        Assert.Equal(expected.Order(), found.Order());
    }

    [Fact]
    public void Calls_by_role_and_action_have_the_true_amounts()
    {
        var expected =
            from role in _truth["roles"]
            from action in role.GetProperty("actions").EnumerateArray()
            select (role.Text("role"), action.Text("service"), action.Text("action"), action.Number("calls"), action.Number("errors"), action.Text("first"), action.Text("last"));
        var found =
            from role in _report.Roles
            where role.Certainty == Certainty.Proved
            from action in role.Actions
            select ((string?)role.Role, (string?)action.Service, (string?)action.Action, action.Calls, action.Errors, action.FirstTime, action.LastTime);
        Assert.Equal(expected.Order(), found.Order());
    }

    [Fact]
    public void Roles_sum_up_their_actions()
    {
        var expected = _truth["roles"].Select(role => (role.Text("role"), role.Number("calls"), role.Number("errors"), role.Text("first"), role.Text("last")));
        var found = _report.Roles.Where(role => role is { Certainty: Certainty.Proved, Calls: > 0 }).Select(role => ((string?)role.Role, role.Calls, role.Errors, role.FirstTime, role.LastTime));
        Assert.Equal(expected.Order(), found.Order());
    }

    [Fact]
    public void Pools_have_the_true_amounts()
    {
        var expected = _truth["pools"].Select(pool =>
            (pool.Text("pool"), pool.Text("account"), pool.GetProperty("data_events").GetBoolean(), string.Join(' ', pool.GetProperty("flows").EnumerateArray().Select(flow => flow.GetString())), pool.Number("issues"), pool.Number("failed_issues"), pool.Number("calls")));
        var found = _report.Pools.Select(pool => ((string?)pool.Pool, pool.Account, pool.HasDataEvents, string.Join(' ', pool.Flows), pool.Issues, pool.FailedIssues, pool.Calls));
        Assert.Equal(expected.Order(), found.Order());
    }

    [Fact]
    public void Identities_are_guests_or_signed_in_as_records_tell()
    {
        var expected = _truth["identities"].Select(identity => (identity.Text("identity"), identity.Text("access"), identity.Number("issues"), identity.Number("calls")));
        var found = _report.Identities.Select(identity => ((string?)identity.Identity, (string?)identity.Access.ToString().ToLowerInvariant(), identity.Issues, identity.Calls));
        Assert.Equal(expected.Order(), found.Order());
    }

    [Fact]
    public void Pools_count_their_identities_by_access()
    {
        var counted = _report.Identities.GroupBy(identity => identity.Pool).Select(pool =>
            (pool.Key, pool.Count(identity => identity.Access == IdentityAccess.Guest), pool.Count(identity => identity.Access == IdentityAccess.Authenticated), pool.Count(identity => identity.Access == IdentityAccess.Unknown)));
        Assert.Equal(counted.Order(), _report.Pools.Where(pool => pool.Guests + pool.SignedIn + pool.Unknown > 0).Select(pool => ((string?)pool.Pool, pool.Guests, pool.SignedIn, pool.Unknown)).Order());
    }

    [Fact]
    public void Signed_in_identities_name_their_provider_and_user()
    {
        var shop = _report.Identities.Where(identity => identity.Providers.Contains("cognito-idp.us-east-1.amazonaws.com/us-east-1_FAKEshop1")).ToList();
        Assert.NotEmpty(shop);
        Assert.All(shop, identity => Assert.Equal(IdentityAccess.Authenticated, identity.Access));
        Assert.Contains(shop, identity => identity.Users.Count == 1);
    }

    [Fact]
    public void Role_chains_are_followed_to_their_end()
    {
        var expected = _truth["chains"].Select(chain => (chain.Text("event_id"), chain.Number("depth"), chain.Text("from_role"), chain.Text("to_role"), chain.Text("access_key_id"), chain.Text("identity")));
        var found = _report.Chains.Select(chain => ((string?)chain.EventId, (long)chain.Depth, chain.FromRole, chain.ToRole, chain.AccessKeyId, chain.Identity));
        Assert.Equal(expected.Order(), found.Order());
    }

    [Fact]
    public void Tokens_and_configuration_are_evidence()
    {
        var expected = _truth["evidence"].Where(told => told.Text("kind") != "sign_in").Select(told => (told.Text("event_id"), told.Text("action"), told.Text("pool"), told.Text("identity")));
        Assert.Equal(expected.Order(), _report.Evidence.Select(told => ((string?)told.EventId, (string?)told.Action, told.Pool, told.Identity)).Order());
    }

    [Fact]
    public void Objects_and_records_add_up()
    {
        var totals = _report.Totals;
        Assert.Equal(totals.ObjectsListed, totals.ObjectsRead + totals.ObjectsLeftOut + totals.ObjectsFailed);

        // Network activity is read, too; it lies in an object of its own.
        Assert.InRange(totals.RecordsRead, _truth.Number("distinct_records") + _truth.Number("repeated_records") + 1, long.MaxValue);
        Assert.InRange(totals.RecordsUsed, totals.RepeatedRecords, totals.RecordsRead);
    }

    [Fact]
    public void What_could_not_be_seen_is_said()
    {
        long Count(string id) => _report.Limits.Where(limit => limit.Id == id).Sum(limit => limit.Count);
        Assert.Equal(_truth["pools"].Count(pool => !pool.GetProperty("data_events").GetBoolean()), Count("no_pool_data_events"));
        Assert.Equal(_truth["uses"].Count(use => use.Text("via") == "stated"), Count("use_without_issue"));
        Assert.Equal(_truth["uses"].Count(use => use.Text("via") == "role_and_session_name"), Count("candidates"));
        Assert.InRange(Count("repeated_records"), 1, _truth.Number("repeated_records"));
        var used = _truth["uses"].Where(use => use.Text("via") == "key").Select(use => use.Text("access_key_id")).ToHashSet();
        Assert.Equal(_truth["issues"].Count(issue => issue.Text("error_code") is null && !used.Contains(issue.Text("access_key_id"))), Count("issue_without_use"));
    }

    [Fact]
    public void Summaries_are_no_calls() => Assert.DoesNotContain(_report.Evidence, told => told.Action.Length == 0);
}
