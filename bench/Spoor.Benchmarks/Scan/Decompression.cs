using System.IO.Compression;

namespace Spoor.Benchmarks.Scan;

/// <summary>The limit of every scan: all objects through the framework's gzip, on as many threads, and nothing else.</summary>
internal static class Decompression
{
    /// <summary>The work's name.</summary>
    public const string Name = "decompress only";

    /// <summary>What all decompressors must agree on: the number of bytes.</summary>
    public const string Question = "decompress";

    private const int BufferLength = 64 << 10;

    public static Work Create(Trail trail, int threads) => new(Name, "GZipStream", Question, () => Task.FromResult(Run(trail, threads)));

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
