using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Errors;
using Spoor.Testing;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.Contract.ScanSetup;

namespace Spoor.CloudTrail.Tests.Scan.Contract;

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
    [InlineData("", "Its name is empty.")]
    [InlineData("AWSLogs/111122223333/CloudTrail/", "Its name ends with '/', as a folder's does: Athena ignores such objects, whatever they hold.")]
    [InlineData("AWSLogs/111122223333/vpcflowlogs/us-east-1/2025/03/03/111122223333_vpcflowlogs_us-east-1_fl-1.log.gz", "It is a log of another service: vpcflowlogs.")]
    [InlineData("AWSLogs/111122223333/Config/us-east-1/2025/3/3/ConfigSnapshot/111122223333_Config.json.gz", "It is a log of another service: Config.")]
    [InlineData("AWSLogs/o-abc/111122223333/CloudTrail-Digest/us-east-1/2025/03/03/x.json.gz", "It is a digest: it lists log files and holds no records.")]
    public void Files_that_are_no_trail_by_their_name_are_left_out(string key, string reason)
    {
        var result = Read(Gzip("nothing to read"), [Text("eventname")], RecordFormat.LooseCloudTrail, key: key);
        Assert.Empty(result.Rows);
        Assert.Equal([reason], result.Statistics.Problems.Select(problem => problem.Reason));
    }

    [Theory]
    [InlineData("trail.json.gzip")]
    [InlineData("trail.log")]
    [InlineData("trail.gz")]
    [InlineData("trail")]
    [InlineData("trail.json.gz.1")]
    [InlineData("trail.json.gz.6eF3bB9A")]
    [InlineData("2025/03/04/20/firehose-1-2025-03-04-20-15-00-aa")]
    public void A_name_that_says_nothing_is_looked_into(string key)
    {
        byte[] log = [.. "{\"Records\":[{\"eventName\":\"a\"}]}"u8];
        foreach (var content in (byte[][])[log, Gzip(log), Gzip(Gzip(log)), [.. "\uFEFF "u8, .. log]])
        {
            Assert.Equal(["a"], Read(content, [Text("eventname")], RecordFormat.LooseCloudTrail, key: key).Rows);
        }
    }

    [Theory]
    [InlineData("", "It is empty.")]
    [InlineData("# What lies here", "It is no JSON: it begins with '# What l'.")]
    [InlineData("[core]\nname=x", "It is no JSON: it begins with '[core]'.")]
    [InlineData("%PDF-1.7", "It is a PDF document.")]
    [InlineData("<html><body>", "It is an HTML page.")]
    public void What_is_no_log_when_it_is_looked_into_is_left_out_with_the_reason(string content, string reason)
    {
        var result = Read(System.Text.Encoding.UTF8.GetBytes(content), [Text("eventname")], RecordFormat.LooseCloudTrail, key: "notes.txt");
        Assert.Equal([reason], result.Statistics.Problems.Select(problem => problem.Reason));
        Assert.Equal(["s3://bucket/notes.txt"], result.Statistics.NoLogs);
        Assert.Equal((0, 1, 0), (result.Statistics.ObjectsRead, result.Statistics.ObjectsLeftOut, result.Statistics.ObjectsFailed));
    }

    [Fact]
    public void Gzip_of_other_text_is_left_out_where_its_name_promised_no_log_and_refused_where_it_did()
    {
        var result = Read(Gzip("2 111122223333 eni-1 ACCEPT"), [Text("eventname")], RecordFormat.LooseCloudTrail, key: "flow.log.gz");
        Assert.Equal(["It is no JSON inside gzip: it begins with '2 111122'."], result.Statistics.Problems.Select(problem => problem.Reason));
        Assert.Throws<QueryException>(() => Read(Gzip("2 111122223333 eni-1 ACCEPT"), [Text("eventname")], RecordFormat.LooseCloudTrail, key: "flow.json.gz"));
    }

    [Fact]
    public void What_may_hold_logs_is_refused_whatever_its_name() =>
        Assert.EndsWith(
            "object is a zip archive",
            Assert.Throws<QueryException>(() => Read([.. "PK\u0003\u0004"u8, 0, 0], [Text("eventname")], RecordFormat.LooseCloudTrail, key: "logs.bin")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Of_a_large_file_that_is_no_log_only_the_first_bytes_are_read()
    {
        var result = Read(new byte[3 << 20], [Text("eventname")], RecordFormat.LooseCloudTrail, BadDataPolicy.Skip, key: "disk.img");
        Assert.InRange(result.Statistics.BytesRead, 0, 1000);
    }

    [Fact]
    public void A_byte_order_mark_may_stand_before_every_document()
    {
        const string Mark = "\uFEFF";
        var log = $"{Mark}{{\"Records\":[{{\"eventName\":\"a\"}}]}}\n{Mark}{{\"Records\":[{{\"eventName\":\"b\"}}]}}\n{Mark}";
        Assert.Equal(["a", "b"], Read(log, [Text("eventname")], RecordFormat.LooseCloudTrail).Rows);
        Assert.Equal(["a", "b"], Read(log, [Text("eventname")]).Rows);
        Assert.Throws<QueryException>(() => Read($"{{\"Records\":[]}}\uFFFDx", [Text("eventname")]));
    }

    [Theory]
    [InlineData("mine.ndjson")]
    [InlineData("111122223333/export.JSON")]
    [InlineData("AWSLogs/111122223333/CloudTrail/us-east-1/2025/03/03/x.json.gz")]
    [InlineData("AWSLogs/111122223333/CloudTrail-NetworkActivity/us-east-1/2025/03/03/x.json.gz")]
    public void Files_that_may_be_a_trail_are_read(string key) =>
        Assert.Equal(["a"], Read(Gzip("""{"Records":[{"eventName":"a"}]}"""), [Text("eventname")], RecordFormat.LooseCloudTrail, key: key).Rows);
}
