using System.Text.Json;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Samples.Scenarios;
using Spoor.Samples.Tests.Trail;
using Xunit;

namespace Spoor.Samples.Tests.Scenarios;

/// <summary>The truth about scenarios is what their records say, counted without the audit.</summary>
public sealed class ScenarioTrailTests(AllScenarios all) : IClassFixture<AllScenarios>, IDisposable
{
    private static readonly string[] s_spellings = ["cognito-identity.amazonaws.com", "cognito-identity.amazon.com"];

    private readonly string _folder = Directory.CreateTempSubdirectory("spoor-scenarios-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_options_give_the_same_objects_and_truth()
    {
        var again = Make("a");
        Assert.Equal(SampleReader.Texts(all.Folder), SampleReader.Texts(again));
        Assert.Equal(File.ReadAllText(Path.Combine(all.Folder, "ground-truth.json")), File.ReadAllText(Path.Combine(again, "ground-truth.json")));
    }

    [Fact]
    public void A_scenario_has_the_same_records_alone_as_among_others()
    {
        var alone = SampleReader.GroundTruth(Make("a", "chain_2")).GetProperty("uses").EnumerateArray().Select(use => use.Text("event_id"));
        var among = all.Truth.GetProperty("uses").EnumerateArray().Where(use => use.Text("scene") == "chain_2").Select(use => use.Text("event_id"));
        Assert.NotEmpty(alone);
        Assert.Equal(among.Order(), alone.Order());
    }

    [Fact]
    public void Truth_names_exactly_the_records_that_state_a_pool()
    {
        var counted = all.Records.Where(record => s_spellings.Contains(record.Value.Text("userIdentity", "sessionContext", "webIdFederationData", "federatedProvider"))).Select(record => record.Key);
        Assert.Equal(counted.Order(), Uses("stated").Order());
    }

    [Fact]
    public void Truth_names_exactly_the_records_with_an_issued_key_except_for_copied_ones()
    {
        var issued = all.Records.Values.Where(IsIssue).Select(record => record.Text("responseElements", "credentials", "accessKeyId")).OfType<string>().ToHashSet();
        var counted = all.Records.Where(record => record.Value.Text("userIdentity", "accessKeyId") is { } key && issued.Contains(key)).Select(record => record.Key);
        var copied = all.Truth.GetProperty("limits").EnumerateArray().SelectMany(limit => Ids(limit, "event_ids"));
        Assert.Equal(counted.Except(copied).Order(), Uses("key").Order());
    }

    [Fact]
    public void Truth_names_exactly_the_issues_and_the_refused_ones()
    {
        var named = all.Truth.GetProperty("issues").EnumerateArray().SelectMany(issue => Ids(issue, "event_ids"));
        Assert.Equal(all.Records.Where(record => IsIssue(record.Value)).Select(record => record.Key).Order(), named.Order());
    }

    [Fact]
    public void Every_record_that_truth_names_is_in_the_trail()
    {
        var named = all.Truth.GetProperty("findings").EnumerateArray().SelectMany(finding => Ids(finding, "required").Concat(Ids(finding, "context")))
            .Concat(all.Truth.GetProperty("users").EnumerateArray().SelectMany(user => Ids(user, "event_ids")))
            .Concat(all.Truth.GetProperty("config_changes").EnumerateArray().Concat(all.Truth.GetProperty("uses").EnumerateArray()).Select(named => named.Text("event_id") ?? ""));
        Assert.DoesNotContain(named, id => !all.Records.ContainsKey(id));
    }

    [Fact]
    public void A_benign_twin_has_nothing_for_its_rule_to_find()
    {
        Assert.All(all.Truth.GetProperty("findings").EnumerateArray(), finding => Assert.NotEqual(finding.Text("rule") + "_benign", finding.Text("scene")));
    }

    [Fact]
    public void Scenarios_share_no_address_key_or_identity()
    {
        var sceneOf = all.Truth.GetProperty("uses").EnumerateArray().GroupBy(use => use.Text("event_id") ?? "").ToDictionary(group => group.Key, group => group.First().Text("scene"));
        foreach (var path in (string[][])[["sourceIPAddress"], ["userIdentity", "accessKeyId"]])
        {
            var shared = sceneOf.Where(use => all.Records[use.Key].Text(path) is { } value && !value.EndsWith(".amazonaws.com", StringComparison.Ordinal) && value is not ("" or "AWS Internal"))
                .GroupBy(use => all.Records[use.Key].Text(path), use => use.Value).Where(group => group.Distinct().Count() > 1);
            Assert.Empty(shared);
        }
    }

    [Fact]
    public void Nothing_is_delivered_on_a_withheld_day()
    {
        var days = SampleReader.Texts(all.Folder).Keys.Where(path => path.Contains("/555566667777/", StringComparison.Ordinal)).Select(path => path.Split('/')[^4..^1]).Select(parts => string.Join('-', parts)).Distinct().Order().ToList();
        var gap = all.Truth.GetProperty("gaps").EnumerateArray().Single();
        Assert.Equal(("555566667777", "2025-03-14"), (gap.Text("account"), gap.Text("day")));
        Assert.Equal(["2025-03-13", "2025-03-15"], days.Where(day => day is "2025-03-13" or "2025-03-14" or "2025-03-15"));
    }

    [Fact]
    public void An_unknown_scenario_is_refused()
    {
        var error = Assert.Throws<QueryException>(() => Make("a", "chain_1", "chain_9"));
        Assert.Equal((ErrorCode.InvalidArguments, "There is no scenario 'chain_9'"), (error.Code, error.Message));
    }

    private string Make(string name, params string[] scenarios)
    {
        var folder = Path.Combine(_folder, name);
        ScenarioTrail.Write(folder, new ScenarioOptions(scenarios.ToValueList(), AllScenarios.Seed), TestContext.Current.CancellationToken);
        return folder;
    }

    private IEnumerable<string> Uses(string proof) =>
        from use in all.Truth.GetProperty("uses").EnumerateArray()
        where Ids(use, "proofs").Contains(proof)
        select use.Text("event_id");

    private static IEnumerable<string> Ids(JsonElement element, string member) => element.GetProperty(member).EnumerateArray().Select(id => id.GetString() ?? "");

    private static bool IsIssue(JsonElement record) =>
        record.Text("eventName") == "GetCredentialsForIdentity"
        || (record.Text("eventName") == "AssumeRoleWithWebIdentity" && s_spellings.Contains(record.Text("userIdentity", "identityProvider")));
}
