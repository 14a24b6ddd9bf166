using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Fetching;
using Spoor.Storage.Objects;
using Spoor.Testing;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.Contract.ScanSetup;

namespace Spoor.CloudTrail.Tests.Scan.Fetching;

/// <summary>The budget is the process's: what one scan does not give back, no other ever has.</summary>
public sealed class ObjectFetcherTests
{
    private readonly FetchBudget _budget = new(1 << 20);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scan_that_is_stopped_on_its_way_gives_back_all_that_it_took()
    {
        var store = new MemoryObjectStore(isSlow: true);
        var entries = Enumerable.Range(0, 200).Select(number => store.Add($"{number:000}.json", new byte[5000])).ToList();
        var fetcher = new ObjectFetcher(RecordFormat.CloudTrail, Context(store, entries), _budget, Stop);
        for (var taken = 0; taken < 3; taken++)
        {
            Assert.NotNull(fetcher.Queue.Take(Timeout.InfiniteTimeSpan, Stop));
            Assert.NotEqual(0, _budget.Taken);
        }

        fetcher.Dispose();
        await fetcher.Completion;

        Assert.Equal(3 * 5001, _budget.Taken); // Those that a reader still has.
    }

    [Fact]
    public async Task Objects_that_cannot_be_opened_cost_nothing()
    {
        var store = new MemoryObjectStore();
        var gone = new ObjectEntry(new ObjectName("bucket", "gone.json"), 5000, DateTimeOffset.UnixEpoch, null);
        var fetcher = new ObjectFetcher(RecordFormat.CloudTrail, Context(store, [gone]), _budget, Stop);

        using var fetched = fetcher.Queue.Take(Timeout.InfiniteTimeSpan, Stop);
        await fetcher.Completion;

        Assert.NotNull(fetched?.Error);
        Assert.Equal(0, _budget.Taken);
        fetcher.Dispose();
    }

    [Fact]
    public async Task A_scan_that_waits_for_an_object_when_it_is_stopped_gives_its_part_back()
    {
        var store = new MemoryObjectStore { NeverOpens = true };
        var fetcher = new ObjectFetcher(RecordFormat.CloudTrail, Context(store, [store.Add("a.json", new byte[5000])]), _budget, Stop);
        await store.FirstOpened;
        Assert.Equal(5001, _budget.Taken);

        fetcher.Dispose();
        await fetcher.Completion;

        Assert.Equal(0, _budget.Taken);
    }

    private static ScanContext Context(MemoryObjectStore store, IEnumerable<ObjectEntry> entries) => new(Pages(entries, []), store, new ScanStatistics());
}
