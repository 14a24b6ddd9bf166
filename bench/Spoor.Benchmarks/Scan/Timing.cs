using System.Diagnostics;

namespace Spoor.Benchmarks.Scan;

/// <summary>What the runs of a work took, in seconds.</summary>
/// <param name="Median">Of the wall clock.</param>
/// <param name="Minimum">Of the wall clock.</param>
/// <param name="Processor">Least time of all threads of this process; 0 for a child process.</param>
internal sealed record Timing(double Median, double Minimum, double Processor)
{
    // A work that takes so many seconds needs no warm-up, and two runs tell enough.
    private const double Slow = 2;

    /// <summary>Runs a work once to warm up and then as often as asked for.</summary>
    public static async Task<(Timing Timing, Answer Answer)> MeasureAsync(Work work, int runs)
    {
        var first = await RunAsync(work);
        if (work.RunsOnce)
        {
            return (Of([first]), first.Answer);
        }

        List<Run> measured = first.Wall < Slow ? [] : [first];
        do
        {
            measured.Add(await RunAsync(work));
        }
        while (measured.Count < (first.Wall < Slow ? runs : 2));
        return (Of(measured), first.Answer);
    }

    private static Timing Of(List<Run> runs)
    {
        var walls = runs.Select(run => run.Wall).Order().ToList();
        var median = (walls[(walls.Count - 1) / 2] + walls[walls.Count / 2]) / 2;
        return new Timing(median, walls[0], runs.Min(run => run.Processor));
    }

    private static async Task<Run> RunAsync(Work work)
    {
        work.Prepare();
        GC.Collect();
        var (started, processorStarted) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var answer = await work.Run();
        var run = new Run(Stopwatch.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - processorStarted).TotalSeconds, answer);
        work.CleanUp();
        return run;
    }

    private sealed record Run(double Wall, double Processor, Answer Answer);
}
