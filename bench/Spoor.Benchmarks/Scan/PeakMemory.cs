using System.Diagnostics;
using System.Globalization;

namespace Spoor.Benchmarks.Scan;

/// <summary>The most memory that a process of its own holds while it answers one question.</summary>
internal static class PeakMemory
{
    public const string ChildCommand = "peak-memory-child";

    /// <summary>Runs the question, or <see cref="Questions.Everything"/>, in a child process.</summary>
    /// <returns>Its peak resident set in bytes.</returns>
    public static async Task<long> MeasureAsync(Trail trail, string sql) =>
        long.Parse(await ChildProcess.RunAsync(ChildCommand, trail.Folder, sql), CultureInfo.InvariantCulture);

    /// <summary>The child: asks, then prints its own peak.</summary>
    public static async Task<int> RunChildAsync(string folder, string sql)
    {
        await using (var works = await SpoorWorks.OpenAsync(folder, Environment.ProcessorCount))
        {
            await (sql == Questions.Everything ? works.CopyAsync() : (Task)works.AskAsync(sql));
        }

        using var process = Process.GetCurrentProcess();
        Console.Write(process.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
        return 0;
    }
}
