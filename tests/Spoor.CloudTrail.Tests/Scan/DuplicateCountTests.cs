using System.Text;
using Spoor.CloudTrail.Scan;
using Spoor.Testing;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.ScanSetup;

namespace Spoor.CloudTrail.Tests.Scan;

public class DuplicateCountTests
{
    // Each count by jq: [.Records[].eventID | select(. != null)] | length - (unique | length), and map(select(. == null)) | length.
    private const string Log = """
        {"Records":[
          {"eventID":"5f3e8c1a-0b7d-4a52-9d43-1c8e6f2a7b90","eventName":"a"},
          {"eventName":"b","eventID":"5f3e8c1a-0b7d-4a52-9d43-1c8e6f2a7b90"},
          {"eventID":"5F3E8C1A-0B7D-4A52-9D43-1C8E6F2A7B90","eventName":"c"},
          {"x":{"eventID":"5f3e8c1a-0b7d-4a52-9d43-1c8e6f2a7b90"},"eventID":"no uuid"},
          {"eventID":"no uu\u0069d"},
          {"eventID":"\u0035f3e8c1a-0b7d-4a52-9d43-1c8e6f2a7b90"},
          {"eventID":null},{}]}
        """;

    [Fact]
    public void Each_record_whose_id_was_read_before_is_counted() => Assert.Equal((3, 2), Count(Log));

    [Fact]
    public void Records_that_the_filter_drops_are_counted() =>
        Assert.Equal((3, 2), Count(Log, filter: new LeafEquals(Leaf("eventname"), new TextSet("nowhere in the object"))));

    [Fact]
    public void Nothing_is_counted_unless_asked_for()
    {
        var statistics = Read(Log, []).Statistics;
        Assert.Equal((null, 0), (statistics.Duplicates, statistics.RecordsWithoutEventId));
    }

    [Fact]
    public void Lines_and_loose_trails_are_counted_too()
    {
        Assert.Equal((1, 1), Count("{\"eventid\":\"a\"}\n{\"eventid\":\"a\"}\n{\"eventid\":\"b\"}\n{}\n", RecordFormat.HiveJsonLines));
        Assert.Equal((1, 0), Count("""{"Events":[{"CloudTrailEvent":"{\"eventID\":\"a\"}"},{"CloudTrailEvent":"{\"eventID\":\"a\"}"}]}""", RecordFormat.LooseCloudTrail));
    }

    [Fact]
    public void Deliveries_of_a_trail_by_several_threads_are_counted_once()
    {
        var (request, store) = ObjectScanTests.Lab([]);
        request = request with { CountsDuplicates = true };
        using var scan = ObjectScan.Start(request, store, TestContext.Current.CancellationToken);
        var threads = Enumerable.Range(0, 3).Select(_ => new Thread(() => ObjectScanTests.ReadAll(scan, request, []))).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        // zcat | jq '.Records[].eventID' | wc -l, and | sort -u | wc -l: 30,477 and 23,981.
        Assert.Equal((30_477, 30_477 - 23_981, 0), (scan.Statistics.RecordsRead, scan.Statistics.Duplicates, scan.Statistics.RecordsWithoutEventId));
    }

    private static (long? Duplicates, long WithoutId) Count(string log, RecordFormat format = RecordFormat.CloudTrail, ScanFilter? filter = null)
    {
        var store = new MemoryObjectStore();
        var request = Request([store.Add("a.json", Encoding.UTF8.GetBytes(log))], [], format, filter: filter) with { CountsDuplicates = true };
        var statistics = ScanRows.Read(request, store, TestContext.Current.CancellationToken).Statistics;
        return (statistics.Duplicates, statistics.RecordsWithoutEventId);
    }
}
