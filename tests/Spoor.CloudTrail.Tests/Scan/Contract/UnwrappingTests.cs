using System.Text;
using System.Text.Json;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Errors;
using Spoor.Testing;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.Contract.ScanSetup;

namespace Spoor.CloudTrail.Tests.Scan.Contract;

/// <summary>What is taken for a record, what for something around records, and what is refused. The shapes are those of the tools' documents.</summary>
public class UnwrappingTests
{
    private const string Place = "Failed to read file at s3://bucket/a.json, byte offset ";
    private const string Record = """{"eventVersion":"1.08","eventName":"a"}""";
    private const string Text1 = """ "{\"eventVersion\":\"1.08\",\"eventName\":\"a\"}" """;

    [Theory]
    [InlineData("aws cloudtrail lookup-events", $$"""{"NextToken":"n","Events":[{"EventId":"1","EventName":"x","CloudTrailEvent":{{Text1}},"Resources":[]}]}""")]
    [InlineData("pages of it", $$"""{"Events":[{"CloudTrailEvent":{{Text1}}}],"NextToken":"n"}{"Events":[]}""")]
    [InlineData("jq -c .Events[]", $$"""{"EventName":"x","CloudTrailEvent":{{Text1}},"EventId":"1"}""")]
    [InlineData("--query Events", $$"""[{"EventId":"1","EventName":"x","CloudTrailEvent":{{Text1}}}]""")]
    [InlineData("--query Events[].CloudTrailEvent", $"[{Text1}]")]
    [InlineData("jq .Events[].CloudTrailEvent", Text1)]
    [InlineData("Jackson over an Event", $$"""{"eventId":"1","eventName":"x","eventTime":1,"cloudTrailEvent":{{Text1}}}""")]
    [InlineData("EventBridge", $$"""{"version":"0","detail-type":"AWS API Call via CloudTrail","resources":[],"detail":{{Record}}}""")]
    [InlineData("EventBridge, detail first", $$"""{"detail":{{Record}},"detail-type":"AWS API Call via CloudTrail"}""")]
    [InlineData("jq -s over envelopes", $$"""[{"detail-type":"x","detail":{{Record}}}]""")]
    [InlineData("jq -s over logs", $$"""[{"Records":[{{Record}}]},{"Records":[]}]""")]
    [InlineData("a subscription", $$"""{"messageType":"DATA_MESSAGE","logGroup":"t","logEvents":[{"id":"3","timestamp":1,"message":{{Text1}}}]}""")]
    [InlineData("filter-log-events", $$"""{"events":[{"logStreamName":"s","eventId":"3","message":{{Text1}}}],"searchedLogStreams":[]}""")]
    [InlineData("a log event", $$"""{"timestamp":1,"message":{{Text1}},"ingestionTime":2}""")]
    [InlineData("Logs Insights", $$"""[{"@timestamp":"t","@message":{{Record}}}]""")]
    [InlineData("Elasticsearch", $$"""{"took":1,"hits":{"total":{"value":1},"max_score":1.0,"hits":[{"_index":"i","_id":"1","_source":{{Record}}}] } }""")]
    [InlineData("elasticdump", $$"""{"_index":"i","_id":"1","_score":1,"_source":{{Record}}}""")]
    [InlineData("SNS with EventBridge", """{"Type":"Notification","Message":"{\"detail-type\":\"x\",\"detail\":{\"eventVersion\":\"1.08\",\"eventName\":\"a\"}}"}""")]
    [InlineData("a log as a text in an envelope in an array", """[[{"detail":"{\"Records\":[{\"eventVersion\":\"1.08\",\"eventName\":\"a\"}]}"}]]""")]
    [InlineData("an array twice", $"[[{Record}]]")]
    [InlineData("jq -S", """{"awsRegion":"r","eventName":"a","eventVersion":"1.08","message":"no JSON"}""")]
    [InlineData("Logstash", """{"@timestamp":"t","message":"{\"x\":1}","eventVersion":"1.08","eventName":"a"}""")]
    [InlineData("SQS, as Lambda gets it", $$"""{"Records":[{"messageId":"1","receiptHandle":"h","body":{{Text1}},"eventSource":"aws:sqs","eventSourceARN":"a","awsRegion":"r"}]}""")]
    [InlineData("SQS receive-message", $$"""{"Messages":[{"MessageId":"1","ReceiptHandle":"h","Body":{{Text1}}}]}""")]
    [InlineData("SNS, as Lambda gets it", $$$"""{"Records":[{"EventSource":"aws:sns","EventVersion":"1.0","Sns":{"Type":"Notification","Message":{{{Text1}}} }}]}""")]
    [InlineData("escapes in the wrapper's names", $$"""{"d\u0065tail":{{Record}},"\u0065ventName":"x"}""")]
    public void One_record_is_found(string how, string content)
    {
        Assert.NotEmpty(how);
        var rows = Loosely(content, [Text("eventname")]);
        Assert.Equal(["a"], rows.Rows);
        Assert.Equal(1, rows.Statistics.RecordsRead);
        Assert.Single(Loosely(content, []).Rows);
    }

    [Theory]
    [InlineData("""{"Records":null}""")]
    [InlineData("""{"Records":[]}""")]
    [InlineData("""{"Events":null,"NextToken":null}""")]
    [InlineData("""{"logEvents":null}""")]
    [InlineData("[]")]
    [InlineData("""{"hits":{"total":0,"hits":[]}}""")]
    [InlineData("""{"messageType":"CONTROL_MESSAGE","logEvents":[{"id":"","message":"CWL CONTROL MESSAGE: Checking health of destination Firehose."}]}""")]
    [InlineData("""{"logEvents":[{"id":"","message":"CWL CONTROL MESSAGE: Checking health of destination Firehose."}],"messageType":"CONTROL_MESSAGE"}""")]
    [InlineData("""[{"id":"","timestamp":1,"message":"CWL CONTROL MESSAGE: Checking health of destination Kinesis stream."}]""")]
    public void What_holds_no_record_gives_no_row_and_is_no_error(string content)
    {
        var rows = Loosely(content, [Text("eventname")]);
        Assert.Empty(rows.Rows);
        Assert.Equal((1, 0), (rows.Statistics.ObjectsRead, rows.Statistics.RecordsRead));
    }

    [Fact]
    public void A_log_without_records_is_one_in_either_reading() =>
        Assert.All((RecordFormat[])[RecordFormat.CloudTrail, RecordFormat.LooseCloudTrail], format => Assert.Equal(1, Read("""{"Records":null}""", [Text("eventname")], format).Statistics.ObjectsRead));

    [Fact]
    public void An_insight_is_a_record_and_so_is_one_without_a_version() =>
        Assert.Equal(
            ["1", "2"],
            Loosely("""[{"insightDetails":{},"eventID":"1"},{"userIdentity":null,"eventID":"2"}]""", [Text("eventid")]).Rows);

    [Theory]
    [InlineData("""{"EventName":"x","EventId":"1","EventTime":1}""", 0, "object is neither a CloudTrail log nor a CloudTrail record")]
    [InlineData("""{"apiVersion":"audit.k8s.io/v1","userAgent":"kubectl","resources":[],"errorCode":"x"}""", 0, "object is neither a CloudTrail log nor a CloudTrail record")]
    [InlineData("""[{"eventName":"a"},{"EVENTNAME":"b"}]""", 19, "object is neither a CloudTrail log nor a CloudTrail record")]
    [InlineData("""[{"eventName":"a"}, {}]""", 20, "object is neither a CloudTrail log nor a CloudTrail record")]
    [InlineData("""{"Records":[{"kinesis":{"data":"eA=="}}]}""", 12, "'Records' holds an object that is no CloudTrail record")]
    [InlineData("""{"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"r","eventTime":"2025-03-04T20:12:11Z","eventName":"ObjectCreated:Put","userIdentity":{},"s3":{}}]}""", 12, "'Records' holds an object that is no CloudTrail record")]
    [InlineData("""{"Records":[{"eventID":"1","eventVersion":"1.1","dynamodb":{},"awsRegion":"r","eventName":"INSERT","eventSource":"aws:dynamodb"}]}""", 12, "'Records' holds an object that is no CloudTrail record")]
    [InlineData("""{"Records":[{"eventVersion":"1.0","ses":{},"eventSource":"aws:ses"}]}""", 12, "'Records' holds an object that is no CloudTrail record")]
    [InlineData("""{"Records":[{"kinesis":{"data":"eA=="},"eventSource":"aws:kinesis","eventVersion":"1.0","eventID":"shard:1"}]}""", 12, "'Records' holds an object that is no CloudTrail record")]
    [InlineData("""{"Records":7}""", 0, "'Records' holds no CloudTrail record")]
    [InlineData("""{"Records":[],"Events":7}""", 23, "'Events' holds a value that is no CloudTrail record")]
    [InlineData("""{"Events":[{"EventName":"x"}]}""", 11, "'Events' holds an object that is no CloudTrail record")]
    [InlineData("""{"Events":[{"EventName":"x","CloudTrailEvent":null}]}""", 11, "'CloudTrailEvent' holds no CloudTrail record")]
    [InlineData("""{"detail-type":"EC2 Instance State-change Notification","detail":{"instance-id":"i"}}""", 65, "'detail' holds an object that is no CloudTrail record")]
    [InlineData("""{"events":[{"message":"START RequestId: 1"}]}""", 11, "'message' holds no CloudTrail record")]
    [InlineData("""{"message":"{\"level\":\"INFO\"}"}""", 11, "'message' holds an object that is no CloudTrail record")]
    [InlineData("""{"message":"[INFO] x"}""", 11, "the text of 'message' holds malformed JSON: JsonParseException: Unexpected character ('I' (code 73))")]
    [InlineData("""{"message":"{\"eventName\":"}""", 11, "the text of 'message' holds malformed JSON: JsonParseException: Unexpected end-of-input")]
    [InlineData("""{"hits":{"hits":[{"_id":"1","_source":{"level":"x"}}]}}""", 38, "'_source' holds an object that is no CloudTrail record")]
    [InlineData("""["a"]""", 1, "a text where a record must be holds no JSON")]
    [InlineData("[null]", 1, "record is not an object")]
    [InlineData("""{"Records":[[7]]}""", 13, "'Records' holds a value that is no CloudTrail record")]
    [InlineData("7", 0, "JsonParseException: Unexpected character ('7' (code 55))")]
    [InlineData("""{"Records":[]""", 13, "JsonParseException: Unexpected end-of-input")]
    public void What_is_neither_is_refused_with_its_place(string content, int offset, string reason)
    {
        string Message(ScanColumn[] columns, ScanFilter? filter = null) =>
            Assert.Throws<QueryException>(() => Loosely(content, columns, filter: filter)).Message;
        var expected = $"{Place}{offset} of the decompressed data: {reason}";
        Assert.Equal(expected, Message([Text("eventname")]));
        Assert.Equal(expected, Message([]));
        Assert.Equal(expected, Message([Text("eventname")], new LeafEquals(Leaf("eventname"), new TextSet("none"))));
    }

    [Theory]
    [InlineData("""{"Events":[{"EventName":"x"}]}""", "'aws cloudtrail lookup-events' gives each record as a text in 'CloudTrailEvent'; an answer that --query or jq cut down has lost it: take 'Events[].CloudTrailEvent'.")]
    [InlineData("""{"detail":{"state":"running"}}""", "EventBridge delivers other services' events in the same envelopes; keep those whose 'detail-type' ends in 'via CloudTrail'.")]
    [InlineData("""[{"EventName":"x"}]""", "It has none of CloudTrail's members (such as 'eventVersion' and 'eventName', in this case of letters) and none of 'Records', 'Events', 'hits', 'logEvents', 'detail', '_source', 'CloudTrailEvent', 'message', '@message', 'body', 'Sns', 'Messages' around records. Files made with cat, jq, PowerShell or aws --query may hold a part of what was asked for; records must be whole.")]
    public void The_hint_says_how_such_a_file_comes_about(string content, string hint) =>
        Assert.StartsWith(hint, Assert.Throws<QueryException>(() => Loosely(content, [])).Hint, StringComparison.Ordinal);

    [Fact]
    public void Of_a_member_that_repeats_the_last_counts_as_in_every_reader_of_JSON()
    {
        var content = """{"detail":{"eventName":"a"},"Detail":{"eventName":"b"},"detail-type":"x"}{"message":"{\"eventName\":\"c\"}","message":"none"}{"eventName":"d","message":"x"}""";
        using var one = JsonDocument.Parse("""{"detail":1,"detail":2}""");
        Assert.Equal(2, one.RootElement.GetProperty("detail").GetInt32());
        var rows = Loosely(content, [Text("eventname")], BadDataPolicy.Skip);
        Assert.Equal(["b"], rows.Rows);
        Assert.Equal([$"'message' holds no CloudTrail record"], rows.Statistics.Problems.Select(problem => problem.Reason));
    }

    [Fact]
    public void Records_in_a_text_have_offsets_in_it_in_their_order()
    {
        var content = """[{"eventName":"a"},{"CloudTrailEvent":"[{\"eventName\":\"b\"},\"{\\\"eventName\\\":\\\"c\\\"}\"]"},{"eventName":"d"}]""";
        var store = new MemoryObjectStore();
        var request = Request([store.Add("a.json", Encoding.UTF8.GetBytes(content))], [Text("eventname")], RecordFormat.LooseCloudTrail) with { ObjectColumns = [ObjectColumn.RecordOffset] };
        var at = content.IndexOf("\"[{", StringComparison.Ordinal);
        // The array is behind the quote; of what is before c, {"eventName":"b"} has four escapes less than as written.
        Assert.Equal(["a|1", $"b|{at + 2}", $"c|{at + 2 + 17 + 2}", $"d|{content.Length - 18}"], ScanRows.Read(request, store, TestContext.Current.CancellationToken).Rows);
    }

    [Fact]
    public void Rows_before_what_is_refused_are_kept_when_bad_data_is_skipped()
    {
        var rows = Loosely($"{Record}\n{{\"EventName\":\"x\"}}\n{Record}", [Text("eventname")], BadDataPolicy.Skip);
        Assert.Equal(["a"], rows.Rows);
        Assert.Equal(1, rows.Statistics.ObjectsFailed);
    }

    [Fact]
    public void A_search_finds_records_in_texts_one_after_the_other()
    {
        var events = Enumerable.Range(0, 50).Select(i => $$"""{"CloudTrailEvent":{{JsonSerializer.Serialize($$"""{"eventVersion":"1","eventName":"{{(i % 7 == 3 ? "wanted" : "other")}}","pad":"{{new string('x', 97 - i)}}"}""")}}}""");
        var content = $$"""{"Events":[{{string.Join(',', events)}}]}""";
        Assert.Equal(7, Loosely(content, [], filter: new LeafEquals(Leaf("eventname"), new TextSet("wanted"))).Rows.Count);
    }

    [Fact]
    public void Wrappers_of_hostile_depth_are_refused()
    {
        string Message(string content) => Assert.Throws<QueryException>(() => Loosely(content, [])).Message;
        Assert.EndsWith("records are wrapped more than 64 times", Message(new string('[', 10_000)), StringComparison.Ordinal);
        Assert.EndsWith("records are wrapped more than 64 times", Message(string.Concat(Enumerable.Repeat("{\"detail\":", 100)) + Record + new string('}', 100)), StringComparison.Ordinal);
        var text = Record;
        for (var i = 0; i < 9; i++)
        {
            text = JsonSerializer.Serialize(text);
        }

        Assert.EndsWith("records are wrapped more than 8 times", Message(text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_may_be_longer_than_what_fits_in_memory()
    {
        // 80 MB, more than a record may have; not compressed, as it would look like a bomb.
        var one = $$"""{"EventId":"1","Username":"{{new string('x', 1 << 20)}}","CloudTrailEvent":{{Text1}}}""";
        var content = $$"""{"Events":[{{string.Join(',', Enumerable.Repeat(one, 80))}}]}""";
        Assert.Equal(80, Loosely(content, [Text("eventname")]).Rows.Count);
    }

    private static ScanRows Loosely(string content, ScanColumn[] columns, BadDataPolicy badData = BadDataPolicy.Fail, ScanFilter? filter = null) =>
        Read(Encoding.UTF8.GetBytes(content), columns, RecordFormat.LooseCloudTrail, badData, filter, key: "a.json");
}
