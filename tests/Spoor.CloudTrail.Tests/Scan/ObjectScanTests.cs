using Spoor.CloudTrail.Scan;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Types;
using Spoor.Storage.Local;
using Spoor.Storage.Objects;
using Spoor.Testing;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.Contract.ScanSetup;

namespace Spoor.CloudTrail.Tests.Scan;

public class ObjectScanTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Each_element_of_Records_is_a_row() =>
        Assert.Equal(["a|1", "b|NULL"], Read("""{"Records":[{"eventName":"a","x":{"y":1}},{"eventName":"b"}]}""", [Text("eventname"), Text("x.y")]).Rows);

    [Fact]
    public void Count_needs_no_columns() => Assert.Equal(2, Read("""{"Records":[{},{}]}""", []).Rows.Count);

    [Fact]
    public void Members_beside_Records_are_passed_over() =>
        Assert.Equal(["1"], Read("""{"a":{"Records":[{"v":9}]},"Records":[{"v":1}],"b":[[]]} """, [Text("v")]).Rows);

    [Fact]
    public void Gzip_is_told_by_its_bytes_not_by_the_name()
    {
        const string Log = """{"Records":[{"v":1}]}""";
        Assert.Equal(["1"], Read(Gzip(Log), [Text("v")], key: "a.json").Rows);
        Assert.Equal(["1"], Read(System.Text.Encoding.UTF8.GetBytes(Log), [Text("v")], key: "a.json.gz").Rows);
    }

    [Fact]
    public void Gzip_of_several_members_is_read_whole() =>
        Assert.Equal(["1", "2"], Read([.. Gzip("""{"Records":[{"v":1},"""), .. Gzip("""{"v":2}]}""")], [Text("v")]).Rows);

    [Fact]
    public void Log_files_one_after_the_other_are_all_read() =>
        Assert.Equal(["1", "2"], Read([.. Gzip("""{"Records":[{"v":1}]}"""), .. Gzip("""{"Records":[{"v":2}]}""")], [Text("v")]).Rows);

    [Fact]
    public void Object_and_partition_columns_follow_the_record_columns()
    {
        var store = new MemoryObjectStore();
        var content = System.Text.Encoding.UTF8.GetBytes("""{"Records":[{"v":1},{"v":2}]}""");
        var entry = store.Add("x/a.json", content);
        var request = new TestScan(
            new ScanRequest(RecordFormat.CloudTrail, [Text("v")], [ObjectColumn.Path, ObjectColumn.FileSize, ObjectColumn.FileModifiedTime, ObjectColumn.RecordOffset], 2, null, BadDataPolicy.Fail),
            Pages([entry with { LastModified = DateTimeOffset.UnixEpoch.AddSeconds(2) }], ["2021/07/29", null]));
        Assert.Equal(["1|s3://bucket/x/a.json|29|2000000|12|2021/07/29|NULL", "2|s3://bucket/x/a.json|29|2000000|20|2021/07/29|NULL"], ScanRows.Read(request, store, Token).Rows);
    }

    [Fact]
    public void All_records_of_a_delivered_trail_are_read_by_several_threads()
    {
        var (request, store) = Lab([Text("eventid"), Text("eventname"), Text("errorcode"), Text("requestparameters"), Text("useridentity.arn"), Text("useridentity.sessioncontext.sessionissuer.arn")]);
        using var scan = request.Start(store, Token);
        var rows = new List<object?[]>();
        var threads = Enumerable.Range(0, 3).Select(_ => new Thread(() => ReadAll(scan, request, rows))).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        // zcat | jq: '.Records[].eventID', and counts of what is not null.
        Assert.Equal(30_477, rows.Count);
        Assert.Equal(23_981, rows.Select(row => row[0]).Distinct().Count());
        Assert.Equal([30_477, 30_477, 10_056, 30_387, 3_069, 2], Enumerable.Range(0, 6).Select(column => rows.Count(row => row[column] is not null)));
        Assert.Equal(3_872, scan.Statistics.ObjectsRead);
        Assert.Equal(30_477, scan.Statistics.RecordsRead);
        Assert.Equal(30_477, scan.Statistics.RowsDelivered);
        Assert.Equal(request.Objects.ToBlockingEnumerable(Token).Sum(page => page.Entries.Sum(entry => entry.Size)), scan.Statistics.BytesRead);
    }

    [Fact]
    public void Counts_of_non_nulls_are_those_of_jq()
    {
        // zcat | jq '.Records[]' | jq -n 'reduce inputs as $r ({}; reduce ($r | to_entries[] | select(.value != null) | .key) as $k (.; .[$k] += 1))'
        (string Column, int Count)[] expected =
        [
            ("eventversion", 30_477), ("useridentity", 30_477), ("eventtime", 30_477), ("eventsource", 30_477), ("awsregion", 30_477), ("sourceipaddress", 30_477),
            ("useragent", 30_477), ("requestid", 30_469), ("readonly", 30_477), ("eventtype", 30_477), ("managementevent", 30_477), ("recipientaccountid", 30_477),
            ("eventcategory", 30_477), ("responseelements", 5_603), ("resources", 29_765), ("sharedeventid", 27_408), ("additionaleventdata", 23_382),
            ("errormessage", 10_057), ("vpcendpointid", 10_250), ("tlsdetails", 5), ("apiversion", 22), ("sessioncredentialfromconsole", 127),
            ("useridentity.accesskeyid", 3_069), ("useridentity.invokedby", 28_542), ("useridentity.type", 30_477),
        ];
        var (request, store) = Lab([.. expected.Select(item => Text(item.Column)), Typed("resources", new ArrayType(VarcharType.Unbounded))]);
        using var scan = request.Start(store, Token);
        var rows = new List<object?[]>();
        ReadAll(scan, request, rows);
        Assert.Equal(expected, expected.Select((item, column) => (item.Column, rows.Count(row => row[column] is not null))));

        // jq -n '[inputs | .resources | arrays | length] | add'
        Assert.Equal(46_341, rows.Sum(row => row[^1] is object?[] resources ? resources.Length : 0));
    }

    [Fact]
    public void An_object_too_large_to_fetch_ahead_is_read_as_a_stream()
    {
        // Random texts do not compress: more than 4 MB are stored.
        var random = new Random(1);
        var log = $"{{\"Records\":[{string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"{{\"v\":{i},\"x\":\"{Convert.ToHexString(RandomBytes(random))}\"}}"))}]}}";
        var stored = Gzip(log);
        Assert.True(stored.Length > 5 << 20);
        var result = Read(stored, [Text("v")]);
        Assert.Equal(Enumerable.Range(0, 20_000).Select(i => $"{i}"), result.Rows);
        Assert.Equal((stored.Length, log.Length), (result.Statistics.BytesRead, result.Statistics.BytesDecompressed));
    }

    [Fact]
    public void Digests_and_insights_beside_a_trail_are_left_out()
    {
        var folder = SharedFolder.Require("data/insights-and-digests");
        var store = new LocalBucketStore([new BucketConfiguration("lab", folder)]);
        var objects = store.ListAsync(new ObjectName("lab", ""), Token).ToBlockingEnumerable(Token).SelectMany(page => page).ToList();
        var statistics = ScanRows.Read(Request(objects, []), store, Token).Statistics;
        Assert.NotEqual(0, statistics.ObjectsLeftOut);
        Assert.Equal(objects.Count, statistics.ObjectsLeftOut + statistics.ObjectsRead);
    }

    internal static void ReadAll(ObjectScan scan, TestScan request, List<object?[]> rows)
    {
        using var reader = scan.CreateReader();
        var writers = ScanRows.WritersFor(request.Plan);
        for (int count; (count = reader.Read(writers, 2048, Token)) > 0;)
        {
            lock (rows)
            {
                rows.AddRange(Enumerable.Range(0, count).Select(row => Array.ConvertAll(writers, writer => writer.ValueAt(row))));
            }

            Array.ForEach(writers, writer => writer.Clear());
        }
    }

    private static byte[] RandomBytes(Random random)
    {
        var bytes = new byte[300];
        random.NextBytes(bytes);
        return bytes;
    }

    internal static (TestScan Request, LocalBucketStore Store) Lab(ScanColumn[] columns)
    {
        var store = new LocalBucketStore([new BucketConfiguration("lab", SharedFolder.Require("data/lab-delivered"))]);
        var objects = store.ListAsync(new ObjectName("lab", ""), Token).ToBlockingEnumerable(Token).SelectMany(page => page).ToList();
        return (Request(objects, columns), store);
    }
}
