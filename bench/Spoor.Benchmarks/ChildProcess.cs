using System.Diagnostics;

namespace Spoor.Benchmarks;

/// <summary>This program again, as a process of its own.</summary>
internal static class ChildProcess
{
    /// <summary>Runs it to its end.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"The child process {string.Join(' ', arguments)} failed.");
    }

    /// <summary>Starts it, its output redirected.</summary>
    public static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. HostArguments(), .. arguments]) { RedirectStandardOutput = true })!; // The running program can be started.

    // Started as "dotnet Spoor.Benchmarks.dll", the child is so too.
    private static IEnumerable<string> HostArguments() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(ChildProcess).Assembly.Location] : [];
}
