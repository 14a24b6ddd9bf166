using System.Diagnostics;
using System.Globalization;
using Spoor.Audit.Cognito;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Cognito.Writers;
using Spoor.Benchmarks.Scan;
using Spoor.Engine.Sessions;

namespace Spoor.Benchmarks.Audit;

/// <summary>Measures the whole Cognito audit, JSON included, beside decompression alone; and the most memory that a process of its own holds for it.</summary>
internal static class AuditBenchmark
{
    public const string ChildCommand = "audit-child";

    /// <summary>Makes the trail unless it is there, measures, and prints.</summary>
    public static async Task<int> RunAsync(AuditOptions options)
    {
        var trail = new SampleShape("audit", options.Objects, options.Records).Make(options.DataFolder);
        var threads = Environment.ProcessorCount;
        var (decompression, _) = await Timing.MeasureAsync(Decompression.Create(trail, threads), options.Runs);
        var runs = new List<AuditRun>();
        for (var run = 0; run < options.Runs; run++)
        {
            runs.Add(await MeasureAsync(trail));
        }

        var (wall, processor, peak) = (runs.Min(run => run.Seconds), runs.Min(run => run.ProcessorSeconds), runs.Max(run => run.PeakBytes));
        Print($"{trail.Shape.Title}, {threads} threads, {Machine.Describe()}");
        Print($"decompression alone  {decompression.Minimum,8:0.00} s  {decompression.Processor,8:0.00} s of processor time");
        Print($"audit                {wall,8:0.00} s  {processor,8:0.00} s of processor time  {runs[0].Answer}");
        Print($"ratio                {wall / decompression.Minimum,8:0.00}x {processor / decompression.Processor,8:0.00}x");
        Print($"peak memory          {peak / 1e6,8:0} MB");
        return 0;
    }

    /// <summary>The child: audits, then prints its seconds, its processor time, its own peak and what it found.</summary>
    public static async Task<int> RunChildAsync(string folder)
    {
        var started = Stopwatch.GetTimestamp();
        var report = await CognitoAudit.RunAsync(new CognitoAuditRequest(folder), new EngineOptions(), CancellationToken.None);
        await CognitoReportJson.WriteAsync(report, Stream.Null, CancellationToken.None);
        using var process = Process.GetCurrentProcess();
        Print($"{Stopwatch.GetElapsedTime(started).TotalSeconds} {Environment.CpuUsage.TotalTime.TotalSeconds} {process.PeakWorkingSet64} {report.Issues.Count} issues, {report.Uses.Count} calls");
        return 0;
    }

    private static async Task<AuditRun> MeasureAsync(Trail trail)
    {
        var parts = (await ChildProcess.RunAsync(ChildCommand, trail.Folder)).Trim().Split(' ', 4);
        double Number(int index) => double.Parse(parts[index], CultureInfo.InvariantCulture);
        return new AuditRun(Number(0), Number(1), (long)Number(2), parts[3]);
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record AuditRun(double Seconds, double ProcessorSeconds, long PeakBytes, string Answer);
}
