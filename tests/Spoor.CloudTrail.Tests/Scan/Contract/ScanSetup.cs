using System.IO.Compression;
using System.Text;
using Spoor.CloudTrail.Scan;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Input;
using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Storage.Objects;
using Spoor.Testing;
using Xunit;

namespace Spoor.CloudTrail.Tests.Scan.Contract;

/// <summary>Shorthand for scans of objects that a test writes down.</summary>
internal static class ScanSetup
{
    public static ScanColumn Text(string path) => new(path.Split('.').ToValueList(), VarcharType.Unbounded);

    public static ScanLeaf Leaf(string path) => new(path.Split('.').ToValueList(), VarcharType.Unbounded);

    public static ScanColumn Typed(string path, SqlType type) => new(path.Split('.').ToValueList(), type);

    public static TestScan Request(
        IEnumerable<ObjectEntry> objects,
        ScanColumn[] columns,
        RecordFormat format = RecordFormat.CloudTrail,
        BadDataPolicy badData = BadDataPolicy.Fail,
        ScanFilter? filter = null) =>
        new(new ScanRequest(format, columns.ToValueList(), [], 0, filter, badData), Pages(objects, []));

    public static IAsyncEnumerable<ScanPage> Pages(IEnumerable<ObjectEntry> objects, ValueList<string?> partitionValues) =>
        objects.Chunk(1000).Select(page => new ScanPage(page.ToValueList(), partitionValues)).ToAsyncEnumerable();

    /// <summary>The rows of one object with this content.</summary>
    public static ScanRows Read(
        byte[] content,
        ScanColumn[] columns,
        RecordFormat format = RecordFormat.CloudTrail,
        BadDataPolicy badData = BadDataPolicy.Fail,
        ScanFilter? filter = null,
        SerDeOptions? options = null,
        string key = "a.json.gz",
        bool takesWholeObjects = true)
    {
        var store = new MemoryObjectStore();
        var request = Request([store.Add(key, content)], columns, format, badData, filter) with { SerDe = options ?? SerDeOptions.Default };
        using var scan = ObjectScan.Start(request.Plan, request.Over(store), request.Following, InputOptions.Default with { TakesWholeObjects = takesWholeObjects }, TestContext.Current.CancellationToken);
        return ScanRows.Read(request, scan, TestContext.Current.CancellationToken);
    }

    public static ScanRows Read(string content, ScanColumn[] columns, RecordFormat format = RecordFormat.CloudTrail, BadDataPolicy badData = BadDataPolicy.Fail) =>
        Read(Encoding.UTF8.GetBytes(content), columns, format, badData);

    public static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    public static byte[] Gzip(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return compressed.ToArray();
    }
}
