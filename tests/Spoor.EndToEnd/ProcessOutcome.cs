namespace Spoor.EndToEnd;

/// <summary>What a process left behind.</summary>
/// <param name="ExitCode">Exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="StoppedAfter">Time from the interrupt to the end; zero without one.</param>
/// <param name="PeakMemory">Most resident bytes; zero where the platform does not say.</param>
internal sealed record ProcessOutcome(int ExitCode, string Output, string Error, TimeSpan StoppedAfter, long PeakMemory)
{
    /// <summary>Standard error without the lines of statistics, whose times differ from run to run.</summary>
    public string Problems => string.Concat(Error.Split('\n').Where(line => line.Length > 0 && !line.EndsWith(" s", StringComparison.Ordinal)).Select(line => line + "\n"));
}
