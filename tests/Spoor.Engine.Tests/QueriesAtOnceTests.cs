using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Spoor.Catalog.Definitions;
using Spoor.Catalog.Stores;
using Spoor.Core.Collections;
using Spoor.Engine.Sessions;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Storage.Objects;
using Spoor.Testing;
using Xunit;

namespace Spoor.Engine.Tests;

/// <summary>Many queries at once, of which some wait for a bucket that does not answer.</summary>
public sealed class QueriesAtOnceTests : IAsyncDisposable
{
    private const int Queries = 50;
    private const int ThreadsOfOne = 8;

    private readonly MemoryObjectStore _objects = new();
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly QueryEngine _engine;

    public QueriesAtOnceTests()
    {
        var catalog = new MemoryCatalog();
        foreach (var bucket in (string[])["fast", "slow"])
        {
            catalog.CreateTable(TrailFixture.Table(bucket, [], [], $"s3://{bucket}/logs/"));
        }

        for (var i = 0; i < 4; i++)
        {
            _objects.Add($"logs/{i}.json.gz", Zipped($$"""{"Records":[{"eventName":"A{{i}}"},{"eventName":"B{{i}}"}]}"""));
        }

        _engine = new QueryEngine(catalog, new GatedStore(_objects, _answer.Task), new EngineOptions(ThreadsOfOne));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _answer.TrySetResult();
        await _engine.DisposeAsync();
    }

    [Fact]
    public async Task Queries_that_wait_for_a_bucket_hold_up_no_other()
    {
        using var process = Process.GetCurrentProcess();
        var threadsBefore = process.Threads.Count;
        var slow = Enumerable.Range(0, Queries / 2).Select(number => Task.Run(() => RunAsync("slow", number), Stop)).ToArray();
        var fast = Enumerable.Range(0, Queries / 2).Select(number => Task.Run(() => RunAsync("fast", number), Stop)).ToArray();

        await Task.WhenAll(fast).WaitAsync(TimeSpan.FromMinutes(1), Stop);
        process.Refresh();
        var threadsMeanwhile = process.Threads.Count;

        Assert.DoesNotContain(slow, query => query.IsCompleted);
        Assert.InRange(threadsMeanwhile - threadsBefore, 0, Queries + (2 * ThreadsOfOne));

        _answer.SetResult();
        await Task.WhenAll(slow).WaitAsync(TimeSpan.FromMinutes(1), Stop);
    }

    // Every other one runs without DuckDB.
    private async Task RunAsync(string table, int number)
    {
        var (sql, rows) = number % 2 == 0
            ? ($"SELECT eventname FROM {table}", (string[])["A0", "A1", "A2", "A3", "B0", "B1", "B2", "B3"])
            : ($"SELECT substr(eventname, 1, 1), count(*) FROM {table} GROUP BY 1", ["A|4", "B|4"]);
        await using var result = await _engine.ExecuteAsync(sql, TrailFixture.Session, Stop);
        Assert.Equal(rows, (await TrailFixture.RowsAsync(result, Stop)).Order(StringComparer.Ordinal));
    }

    private static byte[] Zipped(string text)
    {
        var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    /// <summary>The same objects in all buckets, of which the slow one opens none before it may.</summary>
    private sealed class GatedStore(IObjectStore objects, Task answer) : IObjectStore
    {
        public async IAsyncEnumerable<ValueList<ObjectEntry>> ListAsync(ObjectName prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var page in objects.ListAsync(prefix, cancellationToken))
            {
                yield return page.Select(entry => entry with { Name = new ObjectName(prefix.Bucket, entry.Name.Key) }).ToValueList();
            }
        }

        public async ValueTask<Stream> OpenReadAsync(ObjectName name, long offset, CancellationToken cancellationToken)
        {
            if (name.Bucket == "slow")
            {
                await answer.WaitAsync(cancellationToken);
            }

            return await objects.OpenReadAsync(name, offset, cancellationToken);
        }
    }
}
