using System.Globalization;
using System.Text.Json;
using Spoor.Core.Errors;
using Spoor.Samples.Trail;
using Spoor.Testing;
using Xunit;

namespace Spoor.Samples.Tests.Trail;

public sealed class SampleTrailTests : IDisposable
{
    private static readonly string[] s_spellings = ["cognito-identity.amazonaws.com", "cognito-identity.amazon.com"];

    private readonly string _folder = Directory.CreateTempSubdirectory("spoor-sample-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_options_give_the_same_objects_and_truth()
    {
        var (first, second) = (Make("a", 3), Make("b", 3));
        Assert.Equal(SampleReader.Texts(first), SampleReader.Texts(second));
        Assert.Equal(File.ReadAllText(Path.Combine(first, "ground-truth.json")), File.ReadAllText(Path.Combine(second, "ground-truth.json")));
    }

    [Fact]
    public void Another_seed_gives_other_records()
    {
        var first = SampleReader.Records(Make("a", 3)).Select(record => record.Text("eventID"));
        var second = SampleReader.Records(Make("b", 4)).Select(record => record.Text("eventID"));
        Assert.Empty(first.Intersect(second));
    }

    [Fact]
    public void The_committed_sample_is_what_its_readme_says()
    {
        SampleTrail.Write(Path.Combine(_folder, "again"), new SampleOptions(Seed: 20240221, Events: 4000, Days: 5), TestContext.Current.CancellationToken);
        var committed = Path.Combine(Repository.Root, "samples", "trail");
        Assert.Equal(SampleReader.Texts(Path.Combine(_folder, "again")), SampleReader.Texts(committed));
        Assert.Equal(File.ReadAllText(Path.Combine(_folder, "again", "ground-truth.json")), File.ReadAllText(Path.Combine(committed, "ground-truth.json")));
    }

    [Theory]
    [InlineData(1000, 1, 3)]
    [InlineData(5000, 30, 0)]
    [InlineData(2500, 2, 400)]
    public void There_are_as_many_distinct_records_as_asked_for(int events, int days, int objects)
    {
        var summary = SampleTrail.Write(_folder, new SampleOptions(1, events, days, objects), TestContext.Current.CancellationToken);
        var ids = SampleReader.Records(_folder).ConvertAll(record => record.Text("eventID"));
        Assert.Equal((events, events + summary.Duplicates), (ids.Distinct().Count(), ids.Count));
        Assert.Equal(objects == 0 ? events / 40 : objects, summary.Objects);
    }

    [Fact]
    public void Truth_names_exactly_the_records_that_state_a_pool()
    {
        var folder = Make("a", 5);
        var counted = SampleReader.Records(folder)
            .Where(record => s_spellings.Contains(record.Text("userIdentity", "sessionContext", "webIdFederationData", "federatedProvider")))
            .Select(record => record.Text("eventID"));
        Assert.Equal(Sorted(counted), Sorted(Uses(folder, "stated")));
    }

    [Fact]
    public void Truth_names_exactly_the_records_that_carry_an_issued_key()
    {
        var folder = Make("a", 5);
        var records = SampleReader.Records(folder);
        var issued = records.Where(IsIssue).Select(record => record.Text("responseElements", "credentials", "accessKeyId")).OfType<string>().ToHashSet();
        var counted = records.Where(record => record.Text("userIdentity", "accessKeyId") is { } key && issued.Contains(key)).Select(record => record.Text("eventID"));
        Assert.Equal(Sorted(counted), Sorted(Uses(folder, "key")));
    }

    [Fact]
    public void Truth_names_exactly_the_issues_and_the_refused_ones()
    {
        var folder = Make("a", 5);
        var counted = SampleReader.Records(folder).Where(IsIssue).Select(record => record.Text("eventID"));
        var named = SampleReader.GroundTruth(folder).GetProperty("issues").EnumerateArray().SelectMany(issue => issue.GetProperty("event_ids").EnumerateArray()).Select(id => id.GetString());
        Assert.Equal(Sorted(counted), Sorted(named));
    }

    [Fact]
    public void Amounts_of_roles_are_those_of_their_records()
    {
        var folder = Make("a", 5);
        var records = SampleReader.Records(folder).DistinctBy(record => record.Text("eventID")).ToDictionary(record => record.Text("eventID") ?? "");
        var uses = Uses(folder, "key").Union(Uses(folder, "stated")).OfType<string>().Select(id => records[id]).ToList();
        foreach (var role in SampleReader.GroundTruth(folder).GetProperty("roles").EnumerateArray())
        {
            var calls = uses.FindAll(record => record.Text("userIdentity", "sessionContext", "sessionIssuer", "arn") == role.Text("role"));
            var errors = calls.Count(record => record.Text("errorCode") is not (null or "" or "200"));
            var times = calls.ConvertAll(record => record.Text("eventTime"));
            Assert.Equal(
                (calls.Count, errors, times.Min(), times.Max()),
                (role.GetProperty("calls").GetInt32(), role.GetProperty("errors").GetInt32(), role.Text("first"), role.Text("last")));
        }
    }

    [Fact]
    public void Records_are_as_large_as_real_ones()
    {
        var bytes = SampleReader.Records(Make("a", 5)).Average(record => (double)record.GetRawText().Length);
        Assert.InRange(bytes, 1200, 2000);
    }

    [Fact]
    public void Some_records_come_late_misplaced_or_out_of_order()
    {
        var folder = Make("a", 5);
        var (unordered, otherDay, otherRegion) = (0, 0, 0);
        foreach (var (path, text) in SampleReader.Texts(folder).Where(text => text.Key.Contains("/CloudTrail/", StringComparison.Ordinal)))
        {
            var records = JsonDocument.Parse(text).RootElement.GetProperty("Records").EnumerateArray().ToList();
            var times = records.ConvertAll(record => record.Text("eventTime"));
            unordered += times.SequenceEqual(times.Order(StringComparer.Ordinal)) ? 0 : 1;
            otherDay += times.Count(time => !path.Contains(DateTime.Parse(time ?? "", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal).ToString("/yyyy/MM/dd/", CultureInfo.InvariantCulture), StringComparison.Ordinal));
            otherRegion += records.Count(record => !path.Contains($"/{record.Text("awsRegion")}/", StringComparison.Ordinal));
        }

        Assert.True(unordered > 0 && otherDay > 0 && otherRegion > 0, $"{unordered} unordered objects, {otherDay} records of another day, {otherRegion} of another region");
    }

    [Fact]
    public void A_folder_that_holds_a_trail_is_refused()
    {
        var folder = Make("a", 5);
        var error = Assert.Throws<QueryException>(() => SampleTrail.Write(folder, new SampleOptions(1, 1000, 1), CancellationToken.None));
        Assert.Equal((ErrorCode.AlreadyExists, $"Folder '{folder}' holds a trail already"), (error.Code, error.Message));
    }

    [Theory]
    [InlineData(999, 1, 0, "A sample of 999 events is too small")]
    [InlineData(1000, 0, 0, "A sample cannot span 0 days")]
    [InlineData(1000, 1, -1, "A sample cannot have -1 objects")]
    public void Options_out_of_range_are_refused(int events, int days, int objects, string message)
    {
        var error = Assert.Throws<QueryException>(() => SampleTrail.Write(_folder, new SampleOptions(1, events, days, objects), CancellationToken.None));
        Assert.Equal((ErrorCode.InvalidArguments, message), (error.Code, error.Message));
    }

    private string Make(string name, int seed)
    {
        var folder = Path.Combine(_folder, name);
        SampleTrail.Write(folder, new SampleOptions(seed, 1500, 5), TestContext.Current.CancellationToken);
        return folder;
    }

    private static bool IsIssue(JsonElement record) =>
        record.Text("eventName") == "GetCredentialsForIdentity"
        || (record.Text("eventName") == "AssumeRoleWithWebIdentity" && s_spellings.Contains(record.Text("userIdentity", "identityProvider")));

    private static IEnumerable<string?> Uses(string folder, string proof) =>
        from use in SampleReader.GroundTruth(folder).GetProperty("uses").EnumerateArray()
        where use.GetProperty("proofs").EnumerateArray().Any(item => item.GetString() == proof)
        select use.Text("event_id");

    private static string[] Sorted(IEnumerable<string?> ids) => [.. ids.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
}
