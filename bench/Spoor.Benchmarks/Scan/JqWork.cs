using System.Diagnostics;

namespace Spoor.Benchmarks.Scan;

/// <summary>What people do without a tool: <c>zcat | jq</c>, on a thread of each.</summary>
internal static class JqWork
{
    private const string Filter = ".Records[] | select(.userIdentity.sessionContext.sessionIssuer.arn == $role) | [.userIdentity.arn, .eventName, .sourceIPAddress, .eventTime] | join(\"|\")";

    /// <summary>The role query; null where the tools are not installed.</summary>
    public static Work? Create(Trail trail) =>
        Programs.IsInstalled("jq") && Programs.IsInstalled("zcat") && Programs.IsInstalled("xargs")
            ? new Work(Questions.Role, "zcat | jq", Questions.Role, () => RunAsync(trail)) { RunsOnce = true, IsProcess = true }
            : null;

    private static async Task<Answer> RunAsync(Trail trail)
    {
        // Standard input instead of arguments: 20,000 names are too long for a command line.
        const string Script = "xargs -0 zcat | jq -r --arg role \"$1\" \"$2\"";
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", TrailShape.Role, Filter]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!; // A shell is there where jq is.
        // Both ends at once: the shell stops taking names while nobody takes its output.
        var reading = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.WriteAsync(string.Join('\0', trail.Logs));
        process.StandardInput.Close();
        var output = await reading;
        await process.WaitForExitAsync();
        return Answers.Of([.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
    }
}
