using System.Diagnostics;
using Spoor.Audit.Coverage;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Storage.Objects;
using Spoor.Testing;
using Xunit;

namespace Spoor.Audit.Tests.Coverage;

/// <summary>There is no report whose sums are not what the scan counted.</summary>
public sealed class CoverageBuilderTests
{
    [Fact]
    public async Task Objects_that_the_scan_did_not_see_fail_the_report() =>
        Assert.Equal("The report's objects listed are 1, the scan's 0.", await ErrorAsync(_ => { }, []));

    [Fact]
    public async Task Objects_of_another_fate_fail_the_report() =>
        Assert.Equal(
            "The report's objects read are 1, the scan's 0.",
            await ErrorAsync(statistics => statistics.AddObjectLeftOut(new ObjectProblem("s3://bucket/x.json", null, "It is a digest.", IsLeftOut: true)), [], listed: 1));

    [Fact]
    public async Task Lost_records_fail_the_report() =>
        Assert.Equal("The report's records are 0, the scan's 5.", await ErrorAsync(ReadFive, [], listed: 1));

    [Fact]
    public async Task Records_of_no_listed_object_fail_the_report() =>
        Assert.Equal("The report's records in parts are 6, the scan's 5.", await ErrorAsync(ReadFive, [Part("s3://bucket/x.json", 5), Part("s3://bucket/other.json", 1)], listed: 1));

    private static void ReadFive(ScanStatistics statistics)
    {
        statistics.AddObjectRead();
        statistics.AddAmounts(bytesRead: 10, bytesDecompressed: 10, recordsRead: 5, rowsDelivered: 5);
    }

    private static RecordPart Part(string name, long records) => new(name, "2024-03-01T10", null, null) { Records = records };

    private static async Task<string> ErrorAsync(Action<ScanStatistics> scan, List<RecordPart> parts, int listed = 0)
    {
        var request = new CoverageRequest("logs");
        var store = new MemoryObjectStore();
        store.Add("x.json", "{}"u8.ToArray());
        var objects = new ListedObjects(store, request);
        await foreach (var _ in objects.ListAsync(new ObjectName("bucket", ""), TestContext.Current.CancellationToken))
        {
            // Listing is what the store remembers.
        }

        var statistics = new ScanStatistics();
        statistics.AddListed(listed);
        scan(statistics);
        return Assert.Throws<UnreachableException>(() => new CoverageBuilder(request, objects, parts, statistics).Build(TimeSpan.Zero)).Message;
    }
}
