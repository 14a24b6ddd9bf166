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
}
