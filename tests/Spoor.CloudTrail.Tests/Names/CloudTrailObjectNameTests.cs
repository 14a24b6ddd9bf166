using Spoor.CloudTrail.Names;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Testing;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.Contract.ScanSetup;

namespace Spoor.CloudTrail.Tests.Names;

public class CloudTrailObjectNameTests
{
    [Fact]
    public void A_log_key_has_account_region_day_and_time()
    {
        Assert.True(CloudTrailObjectName.TryParse("p/AWSLogs/o-abc123/111122223333/CloudTrail/us-east-2/2021/07/29/111122223333_CloudTrail_us-east-2_20210729T2355Z_1lQFb8HU3K2s72AX.json.gz", out var name));
        Assert.Equal(
            new CloudTrailObjectName("p", "o-abc123", "111122223333", CloudTrailObjectKind.Log, "us-east-2", new DateOnly(2021, 7, 29), new DateTimeOffset(2021, 7, 29, 23, 55, 0, TimeSpan.Zero)),
            name);
    }

    [Theory]
    [InlineData("AWSLogs/111122223333/CloudTrail/us-east-2/2021/02/30/x.json.gz")]
    [InlineData("AWSLogs/1/CloudTrail/us-east-2/2021/07/29/x.json.gz")]
    [InlineData("x.json")]
    public void Other_keys_are_not_parsed(string key) => Assert.False(CloudTrailObjectName.TryParse(key, out _));

    [Theory]
    [InlineData("AWSLogs/111122223333/CloudTrail-Digest/us-east-2/2021/07/29/x.json.gz", CloudTrailObjectKind.Digest)]
    [InlineData("AWSLogs/111122223333/CloudTrail-Insight/us-east-2/2021/07/29/x.json.gz", CloudTrailObjectKind.Insight)]
    [InlineData("AWSLogs/111122223333/CloudTrail-NetworkActivity/us-east-2/2021/07/29/x.json.gz", CloudTrailObjectKind.NetworkActivity)]
    [InlineData("AWSLogs/111122223333/CloudTrail-Aggregated/us-east-2/2021/07/29/x.json.gz", CloudTrailObjectKind.Aggregated)]
    [InlineData("loose/111122223333_CloudTrail-Digest_us-east-2_t_us-east-2_20210729T235500Z.json.gz", CloudTrailObjectKind.Digest)]
    [InlineData("mine.json", CloudTrailObjectKind.Other)]
    public void The_folder_or_the_name_says_what_an_object_is(string key, CloudTrailObjectKind kind) => Assert.Equal(kind, CloudTrailObjectName.KindOf(key));

    [Fact]
    public void What_is_no_log_is_left_out_and_counted()
    {
        var store = new MemoryObjectStore();
        string[] keys =
        [
            "AWSLogs/1/CloudTrail/a.json", "AWSLogs/1/CloudTrail-NetworkActivity/a.json", "AWSLogs/1/CloudTrail-Digest/a.json",
            "AWSLogs/1/CloudTrail-Insight/a.json", "AWSLogs/1/CloudTrail-Aggregated/a.json", "AWSLogs/1/CloudTrail/", "AWSLogs/1/CloudTrail/_SUCCESS", "AWSLogs/.DS_Store",
        ];
        var entries = Array.ConvertAll(keys, key => store.Add(key, key.EndsWith('/') ? [] : """{"Records":[{}]}"""u8.ToArray()));
        var statistics = ScanRows.Read(Request(entries, []), store, TestContext.Current.CancellationToken).Statistics;
        Assert.Equal((2, 6), (statistics.ObjectsRead, statistics.ObjectsLeftOut));
        Assert.Equal(
            [
                "s3://bucket/AWSLogs/.DS_Store: Its name begins with '_' or '.': Athena ignores such objects.",
                "s3://bucket/AWSLogs/1/CloudTrail-Aggregated/a.json: It holds aggregated events, which are summaries and not calls.",
                "s3://bucket/AWSLogs/1/CloudTrail-Digest/a.json: It is a digest: it lists log files and holds no records.",
                "s3://bucket/AWSLogs/1/CloudTrail-Insight/a.json: It holds Insights events, which are not calls.",
                "s3://bucket/AWSLogs/1/CloudTrail/: It is a folder marker.",
                "s3://bucket/AWSLogs/1/CloudTrail/_SUCCESS: Its name begins with '_' or '.': Athena ignores such objects.",
            ],
            statistics.Problems.Select(problem => $"{problem.Object}: {problem.Reason}").Order(StringComparer.Ordinal));
    }
}
