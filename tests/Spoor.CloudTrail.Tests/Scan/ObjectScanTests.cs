using Spoor.CloudTrail.Scan;
using Spoor.Sql;
using Spoor.Sql.Types;
using Spoor.Storage;
using Spoor.Testing;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.ScanSetup;

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
        var content = System.Text.Encoding.UTF8.GetBytes("""{"Records":[{"v":1}]}""");
        var entry = store.Add("x/a.json", content);
        var request = new ScanRequest(
            [new ScanObject(entry with { LastModified = DateTimeOffset.UnixEpoch.AddSeconds(2) }, ["2021/07/29", null])],
            RecordFormat.CloudTrail, [Text("v")], [ObjectColumn.Path, ObjectColumn.FileSize, ObjectColumn.FileModifiedTime], 2, null, BadDataPolicy.Fail);
        Assert.Equal(["1|s3://bucket/x/a.json|21|2000000|2021/07/29|NULL"], ScanRows.Read(request, store, Token).Rows);
    }

    [Fact]
    public void All_records_of_a_delivered_trail_are_read_by_several_threads()
    {
        var (request, store) = Lab([Text("eventid"), Text("eventname"), Text("errorcode"), Text("requestparameters"), Text("useridentity.arn"), Text("useridentity.sessioncontext.sessionissuer.arn")]);
        using var scan = ObjectScan.Start(request, store, Token);
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
        Assert.Equal(request.Objects.Sum(item => item.Entry.Size), scan.Statistics.BytesRead);
    }

    private static void ReadAll(ObjectScan scan, ScanRequest request, List<object?[]> rows)
    {
        using var reader = scan.CreateReader();
        var writers = ScanRows.WritersFor(request);
        for (int count; (count = reader.Read(writers, 2048, Token)) > 0;)
        {
            lock (rows)
            {
                rows.AddRange(Enumerable.Range(0, count).Select(row => Array.ConvertAll(writers, writer => writer.ValueAt(row))));
            }

            Array.ForEach(writers, writer => writer.Clear());
        }
    }

    private static (ScanRequest Request, LocalBucketStore Store) Lab(ScanColumn[] columns)
    {
        var store = new LocalBucketStore([new BucketConfiguration("lab", SharedFolder.Require("data/lab-delivered"))]);
        var objects = store.ListAsync(new ObjectName("lab", ""), Token).ToBlockingEnumerable(Token).SelectMany(page => page).ToList();
        return (Request(objects, columns), store);
    }
}
