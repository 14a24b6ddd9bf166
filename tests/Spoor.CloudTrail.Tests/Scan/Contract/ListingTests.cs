using System.Runtime.CompilerServices;
using Spoor.CloudTrail.Scan;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Errors;
using Spoor.Storage.Objects;
using Spoor.Testing;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.Contract.ScanSetup;

namespace Spoor.CloudTrail.Tests.Scan.Contract;

/// <summary>Objects are read while they are listed.</summary>
public class ListingTests
{
    private readonly MemoryObjectStore _store = new(isSlow: true);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Objects_are_read_before_the_listing_ends()
    {
        var firstWasRead = new TaskCompletionSource();
        var request = Request([], [Text("v")]) with { Objects = ListAsync(firstWasRead.Task, Token) };
        using var scan = request.Start(_store, Token);
        using var reader = scan.CreateReader();
        Assert.Equal(1, reader.Read(ScanRows.WritersFor(request.Plan), 1, Token));
        Assert.Equal(1, scan.Statistics.ObjectsListed);
        firstWasRead.SetResult();
        Assert.Equal(1, reader.Read(ScanRows.WritersFor(request.Plan), 10, Token));
        Assert.Equal(0, reader.Read(ScanRows.WritersFor(request.Plan), 10, Token));
        await scan.StopAsync();
        Assert.Equal((2, 2, false), (scan.Statistics.ObjectsListed, scan.Statistics.ObjectsRead, scan.Statistics.HasStoppedListing));
    }

    [Fact]
    public async Task A_scan_that_is_stopped_stops_its_listing_and_says_so()
    {
        var request = Request([], [Text("v")]) with { Objects = ListAsync(new TaskCompletionSource().Task, Token) };
        using var scan = request.Start(_store, Token);
        using var reader = scan.CreateReader();
        Assert.Equal(1, reader.Read(ScanRows.WritersFor(request.Plan), 1, Token));
        await scan.StopAsync();
        Assert.Equal((1, true), (scan.Statistics.ObjectsListed, scan.Statistics.HasStoppedListing));
    }

    [Fact]
    public void An_object_whose_rows_were_given_is_read_though_nobody_wants_the_others()
    {
        var log = "{\"Records\":[{\"v\":1},{\"v\":2},{\"v\":3}]}"u8.ToArray();
        ObjectEntry[] entries = [_store.Add("a.json", log), _store.Add("b.json", log), _store.Add("c.json", log)];
        var statistics = ScanRows.Read(Request(entries, [Text("v")]) with { RowLimit = 4 }, _store, Token).Statistics;
        Assert.Equal((2, 0), (statistics.ObjectsRead, statistics.ObjectsFailed));
    }

    [Fact]
    public void An_object_that_fails_behind_its_first_row_has_failed_and_is_not_read()
    {
        ObjectEntry[] entries = [_store.Add("a.json", "{\"Records\":[{\"v\":1},"u8.ToArray())];
        var result = ScanRows.Read(Request(entries, [Text("v")], badData: BadDataPolicy.Skip), _store, Token);
        Assert.Equal((1, 0, 1), (result.Rows.Count, result.Statistics.ObjectsRead, result.Statistics.ObjectsFailed));
    }

    [Theory]
    [InlineData("AWSLogs/1/CloudTrail-Insight/")]
    [InlineData("AWSLogs/1/CloudTrail-Insight/us-east-1/2025/")]
    public void What_lies_in_a_folder_of_insights_is_read_when_that_folder_was_named(string location)
    {
        var entry = _store.Add("AWSLogs/1/CloudTrail-Insight/us-east-1/2025/1_CloudTrail-Insight_us-east-1_x.json", "{\"Records\":[{\"v\":1}]}"u8.ToArray());
        var pages = new[] { new ScanPage([entry], []) { Location = location } }.ToAsyncEnumerable();
        Assert.Equal(["1"], ScanRows.Read(Request([], [Text("v")]) with { Objects = pages }, _store, Token).Rows);
        var above = new[] { new ScanPage([entry], []) { Location = "AWSLogs/1/" } }.ToAsyncEnumerable();
        Assert.Empty(ScanRows.Read(Request([], [Text("v")]) with { Objects = above }, _store, Token).Rows);

        // A report over the folder is one of calls all the same.
        Assert.Equal(1, ScanRows.Read(Request([], [Text("v")], RecordFormat.LooseCloudTrail) with { Objects = pages }, _store, Token).Statistics.ObjectsLeftOut);
    }

    [Fact]
    public void A_listing_that_fails_fails_the_scan_even_where_bad_data_is_skipped()
    {
        var failure = Task.FromException(new QueryException(ErrorCode.HiveFilesystemError, null, "Permission denied on S3 path: s3://bucket/"));
        var request = Request([], [Text("v")], badData: BadDataPolicy.Skip) with { Objects = ListAsync(failure, Token) };
        Assert.Equal("Permission denied on S3 path: s3://bucket/", Assert.Throws<QueryException>(() => ScanRows.Read(request, _store, Token)).Message);
    }

    [Fact]
    public void What_a_store_throws_when_nobody_cancelled_fails_the_scan()
    {
        var request = Request([], [Text("v")]) with { Objects = ListAsync(Task.FromException(new OperationCanceledException()), Token) };
        Assert.ThrowsAny<OperationCanceledException>(() => ScanRows.Read(request, _store, Token));
    }

    [Fact]
    public void A_listing_of_many_pages_is_read_whole()
    {
        var entries = Enumerable.Range(0, 2500).Select(i => Add($"{i}"));
        var result = ScanRows.Read(Request(entries, [Text("v")]), _store, Token);
        Assert.Equal(Enumerable.Range(0, 2500), result.Rows.Select(int.Parse).Order());
        Assert.Equal((2500, 2500), (result.Statistics.ObjectsListed, result.Statistics.ObjectsRead));
    }

    private async IAsyncEnumerable<ScanPage> ListAsync(Task beforeTheSecondPage, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new ScanPage([Add("1")], []);
        await beforeTheSecondPage.WaitAsync(cancellationToken);
        yield return new ScanPage([Add("2")], []);
    }

    private ObjectEntry Add(string value) => _store.Add(value, System.Text.Encoding.UTF8.GetBytes($$"""{"Records":[{"v":{{value}}}]}"""));
}
