using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Spoor.Testing;

/// <summary>Runs tests of this assembly in a process of its own, with another environment.</summary>
public static partial class ChildTests
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(3);

    /// <summary>Runs whole classes to the end.</summary>
    /// <param name="variable">An environment variable of the child.</param>
    /// <param name="value">Its value.</param>
    /// <param name="classes">Classes of one test assembly.</param>
    /// <param name="cancellationToken">Ends the child.</param>
    /// <returns>How many tests ran, and of those how many did not pass; and all that the child wrote.</returns>
    public static async Task<(int Total, int Failed, string Output)> RunAsync(string variable, string value, IReadOnlyList<Type> classes, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [classes[0].Assembly.Location, "-noColor", .. classes.SelectMany(one => new[] { "-class", one.FullName! })]) // Classes have names.
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[variable] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("No process was started.");
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(s_longest);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(timeout.Token), process.StandardError.ReadToEndAsync(timeout.Token));
        try
        {
            await process.WaitForExitAsync(timeout.Token);
            var text = await output + await error;
            var summary = Summary().Match(text);
            return summary.Success
                ? (Number(summary, "total"), Number(summary, "errors") + Number(summary, "failed") + Number(summary, "skipped"), text)
                : throw new InvalidOperationException($"The tests did not end: {text}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static int Number(Match summary, string name) => int.Parse(summary.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("Total: (?<total>[0-9]+), Errors: (?<errors>[0-9]+), Failed: (?<failed>[0-9]+), Skipped: (?<skipped>[0-9]+)")]
    private static partial Regex Summary();
}
