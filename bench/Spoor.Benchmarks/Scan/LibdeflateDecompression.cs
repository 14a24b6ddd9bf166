using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Spoor.Benchmarks.Scan;

/// <summary>What the limit would be with libdeflate: all objects whole, on as many threads, and nothing else.</summary>
internal static class LibdeflateDecompression
{
    private const string Library = "libdeflate.so.0";

    /// <summary>The work; null where the library is not installed, or objects are too large to be taken whole.</summary>
    public static Work? Create(Trail trail, int threads) => NativeLibrary.TryLoad(Library, out _) && !trail.Shape.IsLarge
        ? new Work(Decompression.Name, "libdeflate", Decompression.Question, () => Task.FromResult(Run(trail, threads)))
        : null;

    private static Answer Run(Trail trail, int threads)
    {
        var next = -1;
        long total = 0;
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            var decompressor = Allocate();
            byte[] text = [];
            for (var at = Interlocked.Increment(ref next); at < trail.Logs.Count; at = Interlocked.Increment(ref next))
            {
                var gzip = File.ReadAllBytes(trail.Logs[at]);
                var length = BinaryPrimitives.ReadInt32LittleEndian(gzip.AsSpan(^4..));
                text = text.Length < length ? new byte[length] : text;
                if (Decompress(decompressor, gzip, (nuint)gzip.Length, text, (nuint)text.Length, out var written) != 0)
                {
                    throw new InvalidDataException(trail.Logs[at]);
                }

                Interlocked.Add(ref total, (long)written);
            }

            Free(decompressor);
        })).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        return new Answer($"{total} bytes");
    }

    [DllImport(Library, EntryPoint = "libdeflate_alloc_decompressor")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Allocate();

    [DllImport(Library, EntryPoint = "libdeflate_free_decompressor")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void Free(nint decompressor);

    [DllImport(Library, EntryPoint = "libdeflate_gzip_decompress")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Decompress(nint decompressor, byte[] data, nuint length, byte[] destination, nuint room, out nuint written);
}
