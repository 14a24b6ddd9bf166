using System.Diagnostics;

namespace Spoor.Benchmarks;

/// <summary>This program again, as a process of its own.</summary>
internal static class ChildProcess
{
    /// <summary>Runs it to its end.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. HostArguments(), .. arguments]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!; // The running program can be started.
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"The child process {string.Join(' ', arguments)} failed.");
    }

    // Started as "dotnet Spoor.Benchmarks.dll", the child is so too.
    private static IEnumerable<string> HostArguments() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(ChildProcess).Assembly.Location] : [];
}
