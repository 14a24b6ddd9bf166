using Spoor.Engine.Executors.Direct;
using Xunit;

namespace Spoor.Engine.Tests.Executors.Direct;

/// <summary>However many direct queries run at once, each has a thread, and together they have few more than one alone.</summary>
public sealed class ThreadBudgetTests
{
    [Fact]
    public void Whoever_comes_later_gets_what_is_left_over_and_one_at_least()
    {
        var budget = new ThreadBudget();
        using var first = budget.Take(3);
        using var second = budget.Take(4);
        using var third = budget.Take(4);

        Assert.Equal((3, 2, 1), (first.Count, second.Count, third.Count));
    }

    [Fact]
    public void What_is_given_back_twice_is_free_once()
    {
        var budget = new ThreadBudget();
        using var kept = budget.Take(2);
        var given = budget.Take(3);
        given.Dispose();
        given.Dispose();

        using var next = budget.Take(3);
        Assert.Equal((2, 2, 2), (kept.Count, given.Count, next.Count));
    }
}
