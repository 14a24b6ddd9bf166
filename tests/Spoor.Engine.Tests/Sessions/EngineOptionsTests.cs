using Spoor.Engine.Executors.DuckDb.Running;
using Spoor.Engine.Sessions;
using Xunit;

namespace Spoor.Engine.Tests.Sessions;

public sealed class EngineOptionsTests
{
    private const long Megabyte = 1L << 20;

    [Theory]
    [InlineData(8, 64_000, 8, 63_328)]
    [InlineData(8, 2_000, 5, 1_520)]
    [InlineData(2, 560, 1, 336)]
    [InlineData(2, 300, 1, 76)]
    [InlineData(2, 1, 1, 64)]
    public void Executor_gets_what_the_scan_leaves_and_the_threads_that_it_is_enough_for(int threads, int megabytes, int executorThreads, long executorMegabytes)
    {
        var options = new EngineOptions(threads, megabytes * Megabyte);

        Assert.Equal((executorThreads, executorMegabytes * Megabyte), (options.ExecutorThreads, options.ExecutorBytes));
        Assert.Equal(threads, options.ThreadCount);
    }

    [Fact]
    public void Work_that_gains_nothing_from_more_is_given_no_more_and_all_threads()
    {
        var options = new EngineOptions(Threads: 8, MemoryInBytes: 64_000 * Megabyte) { MostExecutorBytes = 512 * Megabyte };

        Assert.Equal((8, 512 * Megabyte), (options.ExecutorThreads, options.ExecutorBytes));
    }

    [Fact]
    public void Memory_not_named_is_part_of_what_the_machine_or_container_has()
    {
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

        var executor = new EngineOptions(Threads: 1).ExecutorBytes;

        Assert.InRange(executor, 64 * Megabyte, Math.Max(available, 64 * Megabyte));
        Assert.True(executor > available / 3, $"{executor} of {available} bytes");
    }

    [Fact]
    public void DuckDB_is_held_to_both()
    {
        using var database = new DuckDbDatabase(new EngineOptions(Threads: 8, MemoryInBytes: 560 * Megabyte));
        using var connection = database.Connect();

        connection.Execute("SELECT CASE WHEN current_setting('threads') = 1 AND current_setting('memory_limit') = '336.0 MiB' THEN 1 ELSE error('other limits') END");
    }
}
