using System.Diagnostics;
using System.Globalization;

namespace Spoor.Benchmarks.Scan;

/// <summary>The most memory that a process of its own holds while it answers one question.</summary>
internal static class PeakMemory
{
    public const string ChildCommand = "peak-memory-child";

    /// <summary>Runs the question in a child process.</summary>
    /// <returns>Its peak resident set in bytes.</returns>
    public static async Task<long> MeasureAsync(Trail trail, string sql)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. HostArguments(), ChildCommand, trail.Folder, sql]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!; // The running program can be started.
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? long.Parse(output, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The child process failed on {trail.Folder}.");
    }

    /// <summary>The child: asks, then prints its own peak.</summary>
    public static async Task<int> RunChildAsync(string folder, string sql)
    {
        await using (var works = await SpoorWorks.OpenAsync(folder, Environment.ProcessorCount))
        {
            await works.AskAsync(sql);
        }

        using var process = Process.GetCurrentProcess();
        Console.Write(process.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    // Started as "dotnet Spoor.Benchmarks.dll", the child is so too.
    private static IEnumerable<string> HostArguments() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(PeakMemory).Assembly.Location] : [];
}
