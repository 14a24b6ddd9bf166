namespace Spoor.Benchmarks.Scan;

/// <summary>Measures the scan of raw trails beside decompression alone, DuckDB's own JSON reader and <c>jq</c>.</summary>
internal static class ScanBenchmark
{
    private const string GroupQuestion = "SELECT eventname, count(*) FROM trail GROUP BY 1";
    private const int Starts = 10;
    private static readonly TrailShape s_few = new SampleShape("A", 100, 3000);
    private static readonly TrailShape s_tenth = new SampleShape("A, a tenth", 10, 3000);
    private static readonly TrailShape s_rare = new RareRoleShape("A, role in few objects", 20, s_few);
    private static readonly TrailShape s_many = new SampleShape("B", 20_000, 20);
    private static readonly TrailShape s_fewSmall = new SampleShape("B, a twentieth", 1000, 20);
    private static readonly TrailShape s_large = new LargeObjectShape("C", 3, 300, s_few);
    private static readonly TrailShape s_largeTenth = new LargeObjectShape("C, a tenth", 3, 30, s_tenth);

    /// <summary>Makes the data, measures, checks that all engines agree, and prints.</summary>
    /// <returns>1 when answers differ.</returns>
    public static async Task<int> RunAsync(ScanOptions options)
    {
        var shapes = options.Quick ? new[] { s_tenth, s_fewSmall, s_largeTenth } : [s_few, s_rare, s_many, s_large];
        var report = new ScanReport(options);
        var agrees = true;
        shapes = [.. shapes.Where(shape => options.Shape is null || shape.Name.StartsWith(options.Shape, StringComparison.Ordinal))];
        foreach (var shape in shapes)
        {
            var rows = await MeasureAsync(shape.Make(options.DataFolder), options.Runs);
            report.Add(shape, rows);
            agrees &= CheckAnswers(rows);
        }

        foreach (var shape in shapes.Where(shape => !shape.AsksOnlyForRole))
        {
            var trail = shape.Make(options.DataFolder);
            report.Add(shape, Questions.Group, await PeakMemory.MeasureAsync(trail, GroupQuestion));
            report.Add(shape, Questions.Everything, await PeakMemory.MeasureAsync(trail, Questions.Everything));
        }

        if (PublishedStart.Create() is { } start)
        {
            var (timing, answer) = await Timing.MeasureAsync(start, Starts);
            report.AddStart(new ScanRow(start, timing, answer));
        }

        await report.WriteAsync();
        return agrees ? 0 : 1;
    }

    private static async Task<List<ScanRow>> MeasureAsync(Trail trail, int runs)
    {
        var threads = Environment.ProcessorCount;
        await using var spoor = await SpoorWorks.OpenAsync(trail.Folder, threads);
        using var duckDb = new DuckDbWorks(trail, threads);
        var works = new[] { Decompression.Create(trail, threads) }
            .Concat(LibdeflateDecompression.Create(trail, threads) is { } libdeflate ? [libdeflate] : [])
            .Concat(spoor.All())
            .Concat(duckDb.All())
            .Concat(DuckDbProcessWorks.All(trail, threads))
            .Concat(JqWork.Create(trail) is { } jq ? [jq] : [])
            .Where(work => !trail.Shape.AsksOnlyForRole || work.Question is Questions.Role or Decompression.Question);
        var rows = new List<ScanRow>();
        foreach (var work in works)
        {
            Console.Error.WriteLine($"{trail.Shape.Name}: {work.Engine}, {work.Name}");
            var (timing, answer) = await Timing.MeasureAsync(work, runs);
            rows.Add(new ScanRow(work, timing, answer));
        }

        return rows;
    }

    private static bool CheckAnswers(List<ScanRow> rows)
    {
        var agrees = true;
        foreach (var question in rows.GroupBy(row => row.Work.Question).Where(question => question.Select(row => row.Answer).Distinct().Count() > 1))
        {
            agrees = false;
            Console.Error.WriteLine($"ANSWERS DIFFER: {question.Key}: {string.Join("; ", question.Select(row => $"{row.Work.Engine}: {row.Answer.Text}"))}");
        }

        return agrees;
    }
}
