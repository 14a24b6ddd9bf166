using System.CommandLine;
using Spoor.Audit;
using Spoor.Audit.Policies;
using Spoor.Catalog;
using Spoor.CloudTrail.Scan;
using Spoor.Engine;
using Spoor.Sql;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor policy ROLE LOGS</c>: the least IAM policy that covers what a role's sessions used.</summary>
internal static class PolicyCommand
{
    private static readonly string[] s_formats = ["table", "json", "policy"];

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var role = new Argument<string>("ROLE") { Description = "The role: its ARN, its name, or the ARN of one of its sessions." };
        var logs = LogsArgument.Create();
        var from = new Option<string?>("--from") { Description = "Start of the window, a date or time in UTC.", HelpName = "TIME" };
        var to = new Option<string?>("--to") { Description = "End of the window; a date includes its day, a time is not included.", HelpName = "TIME" };
        var current = new Option<string?>("--current") { Description = "Compare with this IAM policy (JSON): what of it was not used, what was used and it does not grant, what its wildcards come to.", HelpName = "FILE" };
        var output = new Option<string>("--output", "-o") { Description = "Form of the report; policy is the policy document alone, for piping to AWS.", HelpName = string.Join('|', s_formats), DefaultValueFactory = _ => "table" };
        output.AcceptOnlyFromAmong(s_formats);
        var skipBad = new Option<bool>("--skip-bad") { Description = "Skip objects and records that cannot be read, and list them. Default: the command fails." };
        var threads = EngineSettings.CreateThreads();
        var storage = new StorageSettings();
        var command = new Command("policy", "The least IAM policy that covers what a role's sessions used.") { role, logs, from, to, current, output, skipBad, threads };
        storage.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new PolicyRequest(
                parsed.GetRequiredValue(logs),
                parsed.GetRequiredValue(role),
                parsed.GetValue(from) is { } first ? AuditTime.ReadFrom(first) : null,
                parsed.GetValue(to) is { } last ? AuditTime.ReadTo(last) : null,
                parsed.GetValue(skipBad) ? BadDataPolicy.Skip : BadDataPolicy.Fail)
            {
                Current = parsed.GetValue(current) is { } file ? CurrentPolicyFile.Read(file) : null,
                Objects = storage.CreateStore(parsed, SpoorHome.Resolve(null)),
            };
            var report = await PolicyAudit.RunAsync(request, new EngineOptions(parsed.GetValue(threads)), cancellationToken);
            await WriteAsync(report, parsed.GetRequiredValue(output), console, cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task WriteAsync(PolicyReport report, string format, CliConsole console, CancellationToken cancellationToken)
    {
        if (format == "json")
        {
            await PolicyReportJson.WriteAsync(report, console.Out, cancellationToken);
            return;
        }

        if (format == "policy")
        {
            if (report.Policy.Statement.Count == 0)
            {
                throw new QueryException(ErrorCode.NotFound, null, "No granted call was seen, so there is nothing to allow", "--output table shows what was denied and what could not be seen.");
            }

            await PolicyReportJson.WritePolicyAsync(report, console.Out, cancellationToken);
            await console.Error.WriteLineAsync($"spoor: {report.Denied.Count} denied and {report.Undecided.Count} undecided actions are not in it, nor what the logs cannot show: --output table lists them.");
            return;
        }

        await using var writer = new StreamWriter(console.Out, leaveOpen: true);
        await PolicyReportText.WriteAsync(report, writer, cancellationToken);
    }
}
