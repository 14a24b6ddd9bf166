using CsCheck;
using Spoor.CloudTrail.Scan.Fetching;
using Xunit;

namespace Spoor.CloudTrail.Tests.Scan.Fetching;

/// <summary>All scans of a process share one budget of bytes, and none stands still for another.</summary>
public sealed class FetchBudgetTests
{
    private const long MB = 1 << 20;

    [Fact]
    public async Task A_scan_alone_holds_half_of_the_budget()
    {
        var share = new FetchBudget(64 * MB).Open(objects: 1000);
        for (var taken = 0; taken < 32; taken++)
        {
            Assert.Equal(MB, await Take(share, MB));
        }

        Assert.False(Take(share, MB).IsCompleted);
    }

    [Fact]
    public async Task A_scan_that_begins_beside_one_whose_objects_are_not_read_gets_its_part_at_once()
    {
        var budget = new FetchBudget(64 * MB);
        _ = Fill(budget.Open(objects: 1000), MB);

        var other = budget.Open(objects: 1000);

        for (var taken = 0; taken < 16; taken++)
        {
            Assert.Equal(MB, await Take(other, MB));
        }

        Assert.False(Take(other, MB).IsCompleted);
    }

    [Fact]
    public async Task A_scan_that_holds_nothing_gets_an_object_when_nothing_is_left()
    {
        var budget = new FetchBudget(4 * MB);
        Assert.Equal(4 * MB, await Take(budget.Open(objects: 1), 4 * MB));
        var late = budget.Open(objects: 10);

        Assert.Equal(FetchBudget.LeastBytes, await Take(late, MB));
        var next = Take(late, MB);
        Assert.False(next.IsCompleted);
        late.Release(FetchBudget.LeastBytes);

        Assert.Equal(FetchBudget.LeastBytes, await next);
    }

    [Fact]
    public void What_is_given_back_goes_to_those_that_wait_in_turn()
    {
        var budget = new FetchBudget(8 * MB);
        var (first, second) = (budget.Open(objects: 100), budget.Open(objects: 100));
        var (ofFirst, ofSecond) = (Fill(first, MB), Fill(second, MB));

        first.Release(MB);
        first.Release(MB);
        Assert.True(ofFirst.IsCompleted);
        Assert.False(ofSecond.IsCompleted);
        first.Release(MB);

        Assert.True(ofSecond.IsCompleted);
    }

    [Fact]
    public async Task No_more_objects_are_taken_than_the_scan_may_have()
    {
        var share = new FetchBudget(64 * MB).Open(objects: 2);
        Assert.Equal(1, await Take(share, 1));
        Assert.Equal(1, await Take(share, 1));
        var third = Take(share, 1);
        Assert.False(third.IsCompleted);

        share.Release(1);

        Assert.Equal(1, await third);
    }

    [Fact]
    public async Task A_cancelled_scan_waits_no_longer_and_others_do_not_wait_for_it()
    {
        var budget = new FetchBudget(4 * MB);
        var (stopped, other) = (budget.Open(objects: 10), budget.Open(objects: 10));
        var (waiting, ofOther) = (Fill(stopped, MB), Fill(other, MB));

        stopped.Cancel();
        stopped.Release(MB);
        stopped.Release(MB);

        await Assert.ThrowsAsync<TaskCanceledException>(() => waiting);
        await Assert.ThrowsAsync<TaskCanceledException>(() => Take(stopped, 1));
        Assert.True(ofOther.IsCompleted);
    }

    [Fact]
    public void The_budget_is_kept_and_whoever_waits_is_served()
    {
        const long bytes = 4 * MB;
        var operations = Gen.Select(Gen.Int[0, 9], Gen.Long[1, 2 * MB], Gen.Bool).Array[1, 200];
        operations.Sample(
            steps =>
            {
                var budget = new FetchBudget(bytes);
                var shares = Enumerable.Range(0, 10).Select(_ => (Share: budget.Open(objects: 8), Taken: new List<long>(), Waiting: new List<Task<long>>())).ToList();
                void Collect()
                {
                    foreach (var (_, taken, waiting) in shares)
                    {
                        taken.AddRange(waiting.Where(task => task.IsCompleted).Select(task => task.Result));
                        waiting.RemoveAll(task => task.IsCompleted);
                    }
                }

                foreach (var (index, wanted, isTaking) in steps)
                {
                    var (share, taken, waiting) = shares[index];
                    if (isTaking)
                    {
                        waiting.Add(Take(share, wanted));
                    }
                    else if (taken.Count > 0)
                    {
                        share.Release(taken[^1]);
                        taken.RemoveAt(taken.Count - 1);
                    }

                    Collect();
                    Assert.Equal(shares.Sum(one => one.Taken.Sum()), budget.Taken);
                    Assert.InRange(budget.Taken, 0, bytes + (shares.Count * FetchBudget.LeastBytes));
                    Assert.All(shares, one => Assert.True(one.Waiting.Count == 0 || one.Taken.Count > 0, "A scan waits that holds nothing."));
                }

                while (shares.Any(one => one.Taken.Count > 0))
                {
                    foreach (var (share, taken, _) in shares.Where(one => one.Taken.Count > 0))
                    {
                        share.Release(taken[^1]);
                        taken.RemoveAt(taken.Count - 1);
                    }

                    Collect();
                }

                Assert.All(shares, one => Assert.Empty(one.Waiting));
                Assert.Equal(0, budget.Taken);
            },
            iter: 300);
    }

    private static Task<long> Take(FetchShare share, long size) => share.TakeAsync(size).AsTask();

    // Takes until it would wait; that last wait.
    private static Task<long> Fill(FetchShare share, long size)
    {
        while (true)
        {
            var taken = Take(share, size);
            if (!taken.IsCompleted)
            {
                return taken;
            }
        }
    }
}
