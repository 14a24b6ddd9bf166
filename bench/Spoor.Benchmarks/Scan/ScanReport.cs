using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Spoor.Benchmarks.Scan;

/// <summary>The results as Markdown and as JSON.</summary>
internal sealed class ScanReport(ScanOptions options)
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    private readonly List<(TrailShape Shape, List<ScanRow> Rows)> _timings = [];
    private readonly List<(TrailShape Shape, string Question, long Bytes)> _memory = [];
    private ScanRow? _start;

    public void Add(TrailShape shape, List<ScanRow> rows) => _timings.Add((shape, rows));

    public void Add(TrailShape shape, string question, long peakBytes) => _memory.Add((shape, question, peakBytes));

    public void AddStart(ScanRow start) => _start = start;

    public async Task WriteAsync()
    {
        var text = Markdown();
        Console.Write(text);
        if (options.MarkdownFile is { } markdownFile)
        {
            await File.WriteAllTextAsync(markdownFile, text);
        }

        if (options.JsonFile is { } jsonFile)
        {
            await File.WriteAllTextAsync(jsonFile, Json());
        }
    }

    private string Markdown()
    {
        var text = new StringBuilder($"{Machine.Describe()}\n\nMedians of {options.Runs} runs after a warm-up; of 2 runs without one where the first took 2 s or more; of 1 for jq and for DuckDB on shape C. Processor time is the least of the runs, over all threads.\n");
        foreach (var (shape, rows) in _timings)
        {
            text.Append($"\n## {shape.Title}\n\n| work | engine | seconds | least | processor | x decompression | read_json takes | answer |\n|---|---|---:|---:|---:|---:|---:|---|\n");
            foreach (var row in rows)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {row.Work.Name} | {row.Work.Engine.Replace("|", "\\|", StringComparison.Ordinal)} | {row.Timing.Median:F3} | {row.Timing.Minimum:F3} | {Processor(row)} ");
                text.Append(CultureInfo.InvariantCulture, $"| {row.Timing.Median / rows[0].Timing.Median:F2} | {RatioToReadJson(row, rows)} | {row.Answer.Text} |\n");
            }
        }

        text.Append("\n## Peak memory of a process\n\n| trail | work | MB |\n|---|---|---:|\n");
        foreach (var (shape, question, bytes) in _memory)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {shape.Title} | {question} | {bytes / 1e6:F0} |\n");
        }

        if (_start is { } start)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## Start of a published build\n\n| work | seconds | least |\n|---|---:|---:|\n| {start.Work.Name} | {start.Timing.Median:F3} | {start.Timing.Minimum:F3} |\n");
        }

        return text.ToString();
    }

    private static string Processor(ScanRow row) => row.Work.IsProcess ? "" : row.Timing.Processor.ToString("F3", CultureInfo.InvariantCulture);

    private static string RatioToReadJson(ScanRow row, List<ScanRow> rows) =>
        rows.Find(other => other.Work.Engine == DuckDbWorks.Name && other.Work.Question == row.Work.Question) is { } readJson && readJson != row
            ? string.Create(CultureInfo.InvariantCulture, $"{readJson.Timing.Median / row.Timing.Median:F1}x as long")
            : "";

    private string Json()
    {
        var works = _timings.SelectMany(timing => timing.Rows.Select(row => new
        {
            shape = timing.Shape.Title,
            work = row.Work.Name,
            engine = row.Work.Engine,
            seconds = row.Timing.Median,
            leastSeconds = row.Timing.Minimum,
            processorSeconds = row.Timing.Processor,
            answer = row.Answer.Text,
        }));
        var memory = _memory.Select(peak => new { shape = peak.Shape.Title, work = peak.Question, peakBytes = peak.Bytes });
        return JsonSerializer.Serialize(new { machine = Machine.Describe(), runs = options.Runs, works, memory, startSeconds = _start?.Timing.Median }, s_indented);
    }
}
