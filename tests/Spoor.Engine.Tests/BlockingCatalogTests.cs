using System.Reflection;
using Spoor.Catalog.Definitions;
using Spoor.Catalog.Stores;
using Spoor.Engine.Sessions;
using Spoor.Storage.Local;
using Xunit;

namespace Spoor.Engine.Tests;

/// <summary>Planning does not hold the thread of whoever starts a statement, even where the catalog blocks.</summary>
public sealed class BlockingCatalogTests
{
    [Fact]
    public async Task A_statement_starts_while_its_catalog_blocks()
    {
        var stop = TestContext.Current.CancellationToken;
        using var gate = new ManualResetEventSlim();
        var catalog = DispatchProxy.Create<ICatalog, BlockingCatalog>();
        ((BlockingCatalog)(object)catalog).Gate = gate;
        await using var engine = new QueryEngine(catalog, new LocalBucketStore([]), new EngineOptions(Threads: 1));

        // The call itself waits for nothing: with planning on this thread, it would wait for the gate, which is opened only after it.
        var call = Task.Run(() => engine.ExecuteAsync("SELECT * FROM missing", TrailFixture.Session, stop) is { IsCompleted: false }, stop);
        var isRunning = await Task.WhenAny(call, Task.Delay(TimeSpan.FromSeconds(20), stop)) == call && await call;
        gate.Set();

        Assert.True(isRunning);
    }

    /// <summary>A catalog without tables, each of whose methods waits for the gate.</summary>
    public class BlockingCatalog : DispatchProxy
    {
        private readonly MemoryCatalog _catalog = new();

        /// <summary>What the methods wait for.</summary>
        public ManualResetEventSlim? Gate { get; set; }

        /// <inheritdoc/>
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            Gate?.Wait();
            return targetMethod?.Invoke(_catalog, args);
        }
    }
}
