using System.Diagnostics;

namespace Spoor.Benchmarks.Scan;

/// <summary>What the runs of a work took, in seconds.</summary>
/// <param name="Median">Of the wall clock.</param>
/// <param name="Minimum">Of the wall clock.</param>
/// <param name="Processor">Least time of all threads of this process; 0 for a child process.</param>
internal sealed record Timing(double Median, double Minimum, double Processor)
{
    /// <summary>Runs a work once to warm up and then as often as asked for.</summary>
    public static async Task<(Timing Timing, Answer Answer)> MeasureAsync(Work work, int runs)
    {
        using var process = Process.GetCurrentProcess();
        var answer = work.RunsOnce ? null : await work.Run();
        var walls = new List<double>();
        var processors = new List<double>();
        for (var run = 0; run < (work.RunsOnce ? 1 : runs); run++)
        {
            GC.Collect();
            process.Refresh();
            var (started, processorStarted) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
            answer = await work.Run();
            walls.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            process.Refresh();
            processors.Add((process.TotalProcessorTime - processorStarted).TotalSeconds);
        }

        walls.Sort();
        return (new Timing(walls[walls.Count / 2], walls[0], processors.Min()), answer!); // At least one run.
    }
}
