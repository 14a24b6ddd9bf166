using System.Runtime.CompilerServices;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Engine.Tables.Objects;
using Spoor.Storage.Objects;
using Xunit;

namespace Spoor.Engine.Tests.Tables.Objects;

public class PartitionListerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_come_in_the_order_of_the_partitions_however_long_each_takes()
    {
        var store = new ListingStore(listingsAtOnce: 4, pagesPerFolder: 2);
        var pages = await new PartitionLister(store).ListAsync(Days(9), Stop).ToListAsync(Stop);
        Assert.Equal(
            Enumerable.Range(0, 9).SelectMany(day => new[] { $"{day}: d{day}/0", $"{day}: d{day}/1" }),
            pages.Select(page => $"{page.PartitionValues[0]}: {Assert.Single(page.Entries).Name.Key}"));
        Assert.Equal(4, store.MostAtOnce);
    }

    [Fact]
    public async Task Listing_runs_only_a_little_ahead_of_what_is_taken_and_ends_with_it()
    {
        var store = new ListingStore(listingsAtOnce: 3, pagesPerFolder: 100);
        await foreach (var page in new PartitionLister(store).ListAsync(Days(50), Stop))
        {
            await Task.Delay(50, Stop);
            break;
        }

        // Three folders, of each two pages that wait and one that waits to be one of them, and the one that was taken.
        Assert.InRange(store.Pages, 1, 10);
        Assert.Equal(0, store.Open);
    }

    [Fact]
    public async Task An_error_of_any_partition_fails_the_listing()
    {
        var store = new ListingStore(listingsAtOnce: 3, pagesPerFolder: 1) { Broken = "d5/" };
        var error = await Assert.ThrowsAsync<QueryException>(async () => await new PartitionLister(store).ListAsync(Days(9), Stop).ToListAsync(Stop));
        Assert.Equal("Failed to list d5/", error.Message);
        Assert.Equal(0, store.Open);
    }

    [Fact]
    public async Task Every_enumeration_lists_anew()
    {
        var store = new ListingStore(listingsAtOnce: 2, pagesPerFolder: 1);
        var listing = new PartitionLister(store).ListAsync(Days(3), Stop);
        Assert.Equal(3, await listing.CountAsync(Stop));
        Assert.Equal(3, await listing.CountAsync(Stop));
        Assert.Equal(6, store.Pages);
    }

    private static ValueList<ListedPartition> Days(int count) =>
        Enumerable.Range(0, count).Select(day => new ListedPartition(new ObjectName("bucket", $"d{day}/"), [$"{day}"])).ToValueList();

    /// <summary>Every page takes a moment, and less so in later folders.</summary>
    private sealed class ListingStore(int listingsAtOnce, int pagesPerFolder) : IObjectStore
    {
        private readonly Lock _lock = new();

        public string? Broken { get; init; }

        public int Open { get; private set; }

        public int MostAtOnce { get; private set; }

        public int Pages { get; private set; }

        public int ListingsAtOnce(string bucket) => listingsAtOnce;

        public async IAsyncEnumerable<ValueList<ObjectEntry>> ListAsync(ObjectName prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Count(open: 1, pages: 0);
            try
            {
                for (var page = 0; page < pagesPerFolder; page++)
                {
                    await Task.Delay(Math.Max(1, 20 - (4 * (prefix.Key[1] - '0'))), cancellationToken);
                    if (prefix.Key == Broken)
                    {
                        throw new QueryException(ErrorCode.HiveFilesystemError, null, $"Failed to list {prefix.Key}");
                    }

                    Count(open: 0, pages: 1);
                    yield return [new ObjectEntry(prefix with { Key = $"{prefix.Key}{page}" }, 1, DateTimeOffset.UnixEpoch, null)];
                }
            }
            finally
            {
                Count(open: -1, pages: 0);
            }
        }

        public ValueTask<Stream> OpenReadAsync(ObjectName name, long offset, CancellationToken cancellationToken) => throw new NotSupportedException();

        private void Count(int open, int pages)
        {
            lock (_lock)
            {
                Open += open;
                Pages += pages;
                MostAtOnce = Math.Max(MostAtOnce, Open);
            }
        }
    }
}
