using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Spoor.EndToEnd;

/// <summary>Runs the built <c>spoor</c> as a person does: a process of its own.</summary>
internal static class SpoorProcess
{
    private static readonly string s_assembly = Path.Combine(AppContext.BaseDirectory, "spoor.dll");
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(2);

    /// <summary>Runs <c>spoor sql</c> with one bucket, <c>b</c>, over <paramref name="folder"/>.</summary>
    public static Task<ProcessOutcome> SqlAsync(string folder, params string[] arguments) =>
        RunAsync(folder, ["sql", "--bucket", $"b={folder}", .. arguments]);

    /// <summary>Runs a command line in <paramref name="folder"/> to its end.</summary>
    /// <param name="folder">Working folder; Spoor's home is <c>home</c> in it.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="interruptAfter">When to press Ctrl-C, from the first line of the output on.</param>
    /// <param name="signal">What is sent instead of Ctrl-C.</param>
    /// <param name="environment">Variables beside those of the test run.</param>
    /// <param name="linesRead">How many lines of the output are read before its pipe is closed; null for all.</param>
    public static async Task<ProcessOutcome> RunAsync(
        string folder, IEnumerable<string> arguments, string input = "", TimeSpan? interruptAfter = null, int? linesRead = null, string signal = "INT",
        IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Start(folder, arguments, environment);
        var begun = new TaskCompletionSource();
        var output = ReadAsync(process.StandardOutput, linesRead, begun);
        var error = process.StandardError.ReadToEndAsync();
        var memory = WatchMemoryAsync(process);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var stoppedAfter = interruptAfter is { } delay ? InterruptAsync(process, begun.Task, delay, signal) : Task.FromResult(TimeSpan.Zero);
        using var timeout = new CancellationTokenSource(s_longest);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"spoor {string.Join(' ', arguments)} did not end within {s_longest}.");
        }

        return new ProcessOutcome(process.ExitCode, await output, await error, await stoppedAfter, await memory);
    }

    /// <summary>Starts a command line that the caller ends.</summary>
    public static Process Start(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [s_assembly, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SPOOR_HOME"] = Path.Combine(folder, "home");

        // Tests never use the credentials of whoever runs them.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment.Remove("SPOOR_LOGS");
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment["AWS_CONFIG_FILE"] = start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(folder, "no-aws-configuration");
        return Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
    }

    private static async Task<TimeSpan> InterruptAsync(Process process, Task begun, TimeSpan delay, string signal)
    {
        await begun;
        await Task.Delay(delay);
        var pressed = Stopwatch.GetTimestamp();
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync();
        return Stopwatch.GetElapsedTime(pressed);
    }

    private static async Task<string> ReadAsync(StreamReader reader, int? lineCount, TaskCompletionSource begun)
    {
        var text = new StringBuilder();
        for (var lines = 0; lines != lineCount && await reader.ReadLineAsync() is { } line; lines++)
        {
            text.Append(line).Append('\n');
            begun.TrySetResult();
        }

        reader.Close();
        begun.TrySetResult();
        return text.ToString();
    }

    // The kernel keeps the peak, so that looking now and then misses little.
    private static async Task<long> WatchMemoryAsync(Process process)
    {
        var status = $"/proc/{process.Id}/status";
        var peak = 0L;
        while (!process.HasExited)
        {
            try
            {
                var line = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) : null;
                peak = line is null ? peak : 1024 * long.Parse(line["VmHWM:".Length..^" kB".Length], CultureInfo.InvariantCulture);
            }
            catch (IOException)
            {
                // It ended while we looked.
            }

            await Task.Delay(20);
        }

        return peak;
    }
}
