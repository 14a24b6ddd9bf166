using System.IO.Compression;

namespace Spoor.Benchmarks.Scan;

/// <summary>The limit of every scan: all objects through the framework's gzip, on as many threads, and nothing else.</summary>
internal static class Decompression
{
    private const int BufferLength = 64 << 10;

    public static Work Create(Trail trail, int threads) => new("decompress only", "GZipStream", "decompress", () => Task.FromResult(Run(trail, threads)));

    private static Answer Run(Trail trail, int threads)
    {
        var next = -1;
        long total = 0;
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            var buffer = new byte[BufferLength];
            for (var at = Interlocked.Increment(ref next); at < trail.Logs.Count; at = Interlocked.Increment(ref next))
            {
                using var data = new GZipStream(new MemoryStream(File.ReadAllBytes(trail.Logs[at])), CompressionMode.Decompress);
                for (var read = data.Read(buffer); read > 0; read = data.Read(buffer))
                {
                    Interlocked.Add(ref total, read);
                }
            }
        })).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        return new Answer($"{total} bytes");
    }
}
