using System.Globalization;
using System.Text;
using System.Text.Json;
using Spoor.Benchmarks.Scan;
using Spoor.Storage;
using Spoor.Storage.Caching;
using Spoor.Storage.Objects;
using Spoor.Storage.S3;

namespace Spoor.Benchmarks.S3;

/// <summary>Measures a question about a trail in S3 whose every request takes some time, with and without the cache.</summary>
internal static class S3Benchmark
{
    private const string Question = "SELECT eventname, count(*) FROM trail GROUP BY 1";
    private const int RecordsPerObject = 40;
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    /// <summary>Makes the data, measures, checks that all answers agree, and prints.</summary>
    /// <returns>1 when answers differ.</returns>
    public static async Task<int> RunAsync(S3Options options)
    {
        // Requests are signed as ever; the server does not look.
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "benchmark");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "benchmark");
        var trail = new SampleShape("S3", options.Objects, RecordsPerObject).Make(options.DataFolder);
        var rows = new List<S3Row>();
        foreach (var isMultiPart in new[] { false, true })
        {
            await using var server = await ServerProcess.StartAsync(trail.Folder, options.Latency, isMultiPart);
            rows.AddRange(await MeasureAsync(trail, server.Url, isMultiPart ? "multi-part ETags" : "plain ETags", options.Runs));
        }

        var text = Markdown(options, trail, rows);
        Console.Write(text);
        await WriteAsync(options.MarkdownFile, text);
        await WriteAsync(options.JsonFile, JsonSerializer.Serialize(new { machine = Machine.Describe(), options.Latency, objects = trail.Logs.Count, rows }, s_indented));
        return rows.Select(row => row.Answer).Distinct().Count() == 1 ? 0 : 1;
    }

    private static async Task<List<S3Row>> MeasureAsync(Trail trail, string url, string kind, int runs)
    {
        // Compiles what all works use.
        await MeasureAsync($"{kind}, to warm up", trail, url, null, () => { }, 1);
        var cacheFolder = Directory.CreateTempSubdirectory("spoor-bench-cache-").FullName;
        try
        {
            var cache = new ObjectCache(cacheFolder);
            return
            [
                await MeasureAsync($"{kind}, no cache", trail, url, null, () => { }, runs),
                await MeasureAsync($"{kind}, filling the cache", trail, url, cache, () => cache.Clear(), runs),
                await MeasureAsync($"{kind}, from the cache", trail, url, cache, () => { }, runs),
            ];
        }
        finally
        {
            Directory.Delete(cacheFolder, recursive: true);
        }
    }

    private static async Task<S3Row> MeasureAsync(string name, Trail trail, string url, ObjectCache? cache, Action prepare, int runs)
    {
        Console.Error.WriteLine(name);
        var store = new StorageConfiguration([]).CreateStore(new S3Settings { EndpointUrl = url }, cache);
        await using var spoor = await SpoorWorks.OpenAsync(store, Environment.ProcessorCount);
        var work = new Work(name, "Spoor", Question, async () => Answers.Of(await spoor.AskAsync(Question))) { Prepare = prepare };
        var (timing, answer) = await Timing.MeasureAsync(work, runs);
        return new S3Row(name, timing, trail.Logs.Count / timing.Median, answer.Text);
    }

    private static string Markdown(S3Options options, Trail trail, List<S3Row> rows)
    {
        var bytes = trail.Logs.Sum(file => new FileInfo(file).Length);
        var text = new StringBuilder(string.Create(
            CultureInfo.InvariantCulture,
            $"{Machine.Describe()}\n\n{trail.Logs.Count:N0} objects of {bytes / trail.Logs.Count:N0} bytes on average, {options.Latency} ms for every request; the server shares the machine. Medians of {options.Runs} runs after a warm-up; processor time is Spoor's own.\n\n"));
        text.Append("| work | seconds | least | processor | objects/s |\n|---|---:|---:|---:|---:|\n");
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.Work} | {row.Timing.Median:F3} | {row.Timing.Minimum:F3} | {row.Timing.Processor:F3} | {row.ObjectsPerSecond:N0} |\n");
        }

        return text.ToString();
    }

    private static Task WriteAsync(string? file, string text) => file is null ? Task.CompletedTask : File.WriteAllTextAsync(file, text);
}
