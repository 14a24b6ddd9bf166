using Spoor.CloudTrail.Scan;
using Spoor.Sql;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.ScanSetup;

namespace Spoor.CloudTrail.Tests.Scan;

public class LooseTrailTests
{
    [Theory]
    [InlineData("""{"Records":[{"eventName":"a"},{"eventName":"b"}]}""")]
    [InlineData("""[{"eventName":"a"},{"eventName":"b"}]""")]
    [InlineData("""{"eventName":"a"} {"eventName":"b"}""")]
    [InlineData("""{"eventName":"a"}[{"eventName":"b"}]""")]
    [InlineData("""{"NextToken":"x","Events":[{"EventName":"?","CloudTrailEvent":"{\"eventName\":\"a\"}"},{"CloudTrailEvent":"{\"eventName\":\"b\"}"}]}""")]
    public void Records_are_found_in_every_usual_shape(string content)
    {
        var result = Read(content, [Text("eventname")], RecordFormat.LooseCloudTrail);
        Assert.Equal(["a", "b"], result.Rows);
        Assert.Equal(2, result.Statistics.RecordsRead);
    }

    [Fact]
    public void An_object_that_is_no_trail_is_refused() =>
        Assert.Equal(
            "Failed to read file at s3://bucket/a.json.gz, byte offset 0 of the decompressed data: object is neither a CloudTrail log nor a CloudTrail record",
            Assert.Throws<QueryException>(() => Read("""{"name":"spoor","version":"1.0"}""", [], RecordFormat.LooseCloudTrail)).Message);

    [Theory]
    [InlineData("""{"eventName":"a","userIdentity":"nobody"}""")]
    [InlineData("""{"eventName":"a","userIdentity":{"sessionContext":7}}""")]
    [InlineData("""{"eventName":"a","userIdentity":[]}""")]
    public void Where_no_object_is_its_members_are_null(string content)
    {
        var result = Read(content, [Text("eventname"), Text("useridentity.sessioncontext.arn")], RecordFormat.LooseCloudTrail);
        Assert.Equal(["a,NULL"], result.Rows.Select(row => row.Replace("|", ",", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("notes.txt", "Its name does not end in .json, .jsonl or .ndjson, with or without .gz or .zst.")]
    [InlineData("AWSLogs/111122223333/vpcflowlogs/us-east-1/2025/03/03/111122223333_vpcflowlogs_us-east-1_fl-1.log.gz", "Its name does not end in .json, .jsonl or .ndjson, with or without .gz or .zst.")]
    [InlineData("AWSLogs/111122223333/Config/us-east-1/2025/3/3/ConfigSnapshot/111122223333_Config.json.gz", "It is a log of another service: Config.")]
    [InlineData("AWSLogs/o-abc/111122223333/CloudTrail-Digest/us-east-1/2025/03/03/x.json.gz", "It is a digest: it lists log files and holds no records.")]
    public void Files_that_are_no_trail_by_their_name_are_left_out(string key, string reason)
    {
        var result = Read(Gzip("nothing to read"), [Text("eventname")], RecordFormat.LooseCloudTrail, key: key);
        Assert.Empty(result.Rows);
        Assert.Equal([reason], result.Statistics.Problems.Select(problem => problem.Reason));
    }

    [Theory]
    [InlineData("mine.ndjson")]
    [InlineData("111122223333/export.JSON")]
    [InlineData("AWSLogs/111122223333/CloudTrail/us-east-1/2025/03/03/x.json.gz")]
    [InlineData("AWSLogs/111122223333/CloudTrail-NetworkActivity/us-east-1/2025/03/03/x.json.gz")]
    public void Files_that_may_be_a_trail_are_read(string key) =>
        Assert.Equal(["a"], Read(Gzip("""{"Records":[{"eventName":"a"}]}"""), [Text("eventname")], RecordFormat.LooseCloudTrail, key: key).Rows);
}
