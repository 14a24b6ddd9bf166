using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Spoor.CloudTrail.Scan;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Testing;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.Contract.ScanSetup;

namespace Spoor.CloudTrail.Tests.Scan.Contract;

public class DuplicateCountTests
{
    // By hand: the third says what the first says, written otherwise; the second tells of another call. Capitals make another id; "no uuid" comes twice.
    private const string Log = """
        {"Records":[
          {"eventID":"5f3e8c1a-0b7d-4a52-9d43-1c8e6f2a7b90","eventName":"a","requestParameters":{"k":[1,{"b":"x/y","c":2}],"l":null}},
          {"eventName":"b","eventID":"5f3e8c1a-0b7d-4a52-9d43-1c8e6f2a7b90"},
          {"requestParameters":{"k":[1, {"c":2, "b":"x\/\u0079"}]},"eventID":"\u0035f3e8c1a-0b7d-4a52-9d43-1c8e6f2a7b90","eventName":"a","errorCode":null},
          {"eventID":"5F3E8C1A-0B7D-4A52-9D43-1C8E6F2A7B90","eventName":"a"},
          {"x":{"eventID":"5f3e8c1a-0b7d-4a52-9d43-1c8e6f2a7b90"},"eventID":"no uuid"},
          {"eventID":"no uu\u0069d"},
          {"eventID":null},{}]}
        """;

    [Fact]
    public void Each_record_that_was_read_before_is_counted() => Assert.Equal((2, 2, 1), Count(Log));

    [Fact]
    public void Records_that_the_filter_drops_are_counted() =>
        Assert.Equal((2, 2, 1), Count(Log, filter: new LeafEquals(Leaf("eventname"), new TextSet("nowhere in the object"))));

    [Fact]
    public void Nothing_is_counted_unless_asked_for()
    {
        var statistics = Read(Log, []).Statistics;
        Assert.Equal((null, 0), (statistics.Duplicates, statistics.RecordsWithoutEventId));
    }

    [Fact]
    public void Lines_and_loose_trails_are_counted_too()
    {
        Assert.Equal((1, 1, 0), Count("{\"eventid\":\"a\"}\n{\"eventid\":\"a\"}\n{\"eventid\":\"b\"}\n{}\n", RecordFormat.HiveJsonLines));
        Assert.Equal((1, 0, 0), Count("""{"Events":[{"CloudTrailEvent":"{\"eventID\":\"a\"}"},{"CloudTrailEvent":"{\"eventID\":\"a\"}"}]}""", RecordFormat.LooseCloudTrail));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("HIDDEN_DUE_TO_SECURITY_REASONS")]
    [InlineData("***")]
    [InlineData("****-****")]
    [InlineData("[REDACTED]")]
    [InlineData("***MASKED***")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx")]
    [InlineData("null")]
    public void What_only_stands_where_an_id_should_be_is_none(string id) =>
        Assert.Equal((0, 3, 0), Count($$"""{"Records":[{"eventID":"{{id}}"},{"eventID":"{{id}}"},{"eventID":"{{id}}","eventName":"a"}]}"""));

    [Theory]
    [InlineData("0")]
    [InlineData("x")]
    [InlineData("00000000-0000-0000-0000-000000000001")]
    [InlineData("EXAMPLE8-9621-4d00-b913-beca2EXAMPLE")]
    public void Any_other_text_is_one(string id) =>
        Assert.Equal((1, 0, 1), Count($$"""{"Records":[{"eventID":"{{id}}"},{"eventID":"{{id}}"},{"eventID":"{{id}}","eventName":"a"}]}"""));

    [Theory]
    [InlineData("eventTime")]
    [InlineData("eventSource")]
    [InlineData("eventName")]
    [InlineData("requestID")]
    [InlineData("requestParameters")]
    [InlineData("responseElements")]
    [InlineData("errorCode")]
    public void Another_time_name_request_or_answer_is_another_record(string member) =>
        Assert.Equal((1, 0, 2), Count($$"""{"Records":[{"eventID":"a"},{"eventID":"a","{{member}}":"x"},{"eventID":"a","{{member}}":"y"},{"eventID":"a","{{member}}":"x"}]}"""));

    [Fact]
    public void Copies_count_once_whatever_their_layout_and_other_calls_each() => Gen.Select(Gen.Int[1, 6], Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int).Sample((ids, copies, others, seed) =>
    {
        var random = new Random(seed);
        var records = new List<string>();
        for (var id = 0; id < ids; id++)
        {
            for (var call = 0; call <= others; call++)
            {
                var record = new JsonObject
                {
                    ["eventID"] = $"id {id}",
                    ["eventName"] = "A/B",
                    ["requestParameters"] = new JsonObject { ["call"] = call, ["list"] = new JsonArray(1, "two", new JsonObject { ["a"] = true, ["ä"] = "\u20ac" }, new JsonObject(), new JsonArray()) },
                    ["userIdentity"] = new JsonObject { ["arn"] = "arn:aws:sts::1:assumed-role/r/s", ["type"] = "AssumedRole" },
                };
                records.AddRange(Enumerable.Range(0, 1 + copies).Select(_ => JsonLayout.Of(record, random.Next())));
            }
        }

        random.Shuffle(CollectionsMarshal.AsSpan(records));
        Assert.Equal((ids * (1 + others) * copies, 0, ids * others), Count($"{{\"Records\":[{string.Join(',', records)}]}}"));
    });

    [Fact]
    public void Deliveries_of_a_trail_by_several_threads_are_counted_once()
    {
        var (request, store) = ObjectScanTests.Lab([]);
        request = request with { CountsDuplicates = true };
        using var scan = request.Start(store, TestContext.Current.CancellationToken);
        var threads = Enumerable.Range(0, 3).Select(_ => new Thread(() => ObjectScanTests.ReadAll(scan, request, []))).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        // zcat | jq '.Records[].eventID' | wc -l, and | sort -u | wc -l: 30,477 and 23,981.
        Assert.Equal((30_477, 30_477 - 23_981, 0), (scan.Statistics.RecordsRead, scan.Statistics.Duplicates, scan.Statistics.RecordsWithoutEventId));
    }

    private static (long? Duplicates, long WithoutId, long Conflicting) Count(string log, RecordFormat format = RecordFormat.CloudTrail, ScanFilter? filter = null)
    {
        var store = new MemoryObjectStore();
        var request = Request([store.Add("a.json", Encoding.UTF8.GetBytes(log))], [], format, filter: filter) with { CountsDuplicates = true };
        var statistics = ScanRows.Read(request, store, TestContext.Current.CancellationToken).Statistics;
        return (statistics.Duplicates, statistics.RecordsWithoutEventId, statistics.ConflictingEventIds);
    }
}
