using System.Diagnostics;

namespace Spoor.Benchmarks.Scan;

/// <summary>Other programs.</summary>
internal static class Programs
{
    /// <summary>Whether a program of the name is on the path.</summary>
    public static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Whether a program ends well; what it prints is dropped.</summary>
    public static bool Succeeds(string program, params string[] arguments)
    {
        using var process = Start(program, arguments, redirectsError: true);
        process.StandardError.ReadToEnd();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments, redirectsError: false);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} failed.");
    }

    private static Process Start(string program, string[] arguments, bool redirectsError) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = redirectsError })!; // Starts or throws.
}
