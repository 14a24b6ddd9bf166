using System.CommandLine;
using Spoor.Audit.Policies;
using Spoor.Sql;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor policy ROLE LOGS</c>: the least IAM policy that covers what a role's sessions used.</summary>
internal static class PolicyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var role = new Argument<string>("ROLE") { Description = "The role: its ARN, its name, or the ARN of one of its sessions." };
        var current = new Option<string?>("--current") { Description = "Compare with this IAM policy (JSON): what of it was not used, what was used and it does not grant, what its wildcards come to.", HelpName = "FILE" }.NamesFile();
        var settings = new ReportSettings("Form of the report; policy is the policy document alone, for piping to AWS.", "table", "json", "policy");
        var command = new Command("policy", "The least IAM policy that covers what a role's sessions used.") { role, current };
        settings.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new PolicyRequest(settings.Logs(parsed), parsed.GetRequiredValue(role), settings.WindowStart(parsed), settings.WindowEnd(parsed), settings.BadData(parsed))
            {
                Current = parsed.GetValue(current) is { } file ? CurrentPolicyFile.Read(file) : null,
                Objects = settings.Objects(parsed),
            };
            var report = await PolicyAudit.RunAsync(request, settings.Engine(parsed), cancellationToken);
            await WriteAsync(report, settings.Format(parsed), console, cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }

    private static Task WriteAsync(PolicyReport report, string format, CliConsole console, CancellationToken cancellationToken) => format switch
    {
        "json" => PolicyReportJson.WriteAsync(report, console.Out, cancellationToken),
        "policy" => WritePolicyAsync(report, console, cancellationToken),
        _ => console.WriteTextAsync(writer => PolicyReportText.WriteAsync(report, writer, cancellationToken)),
    };

    private static async Task WritePolicyAsync(PolicyReport report, CliConsole console, CancellationToken cancellationToken)
    {
        if (report.Policy.Statement.Count == 0)
        {
            throw new QueryException(ErrorCode.NotFound, null, "No granted call was seen, so there is nothing to allow", "--output table shows what was denied and what could not be seen.");
        }

        await PolicyReportJson.WritePolicyAsync(report, console.Out, cancellationToken);
        await console.Error.WriteLineAsync($"spoor: {report.Denied.Count} denied and {report.Undecided.Count} undecided actions are not in it, nor what the logs cannot show: --output table lists them.");
    }
}
