using System.CommandLine;
using Spoor.Audit.Policies;
using Spoor.Audit.Policies.Iam;
using Spoor.Cli.Options;
using Spoor.Cli.Output;
using Spoor.Cli.Terminal;
using Spoor.Core.Errors;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor policy ROLE LOGS</c>: the least IAM policy that covers what a role's sessions used.</summary>
internal static class PolicyCommand
{
    /// <summary>What the command is called.</summary>
    public const string Name = "policy";

    private static readonly ReportForms<PolicyReport> s_forms = new(
        ("table", ReportForms<PolicyReport>.Text(PolicyReportText.WriteAsync)),
        ("json", ReportForms<PolicyReport>.Bytes(PolicyReportJson.WriteAsync)),
        ("policy", WritePolicyAsync));

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var role = new Argument<string>("ROLE") { Description = "The role: its ARN, its name, or the ARN of one of its sessions." };
        var current = new Option<string?>("--current") { Description = "Compare with this IAM policy (JSON): what of it was not used, what was used and it does not grant, what its wildcards come to.", HelpName = "FILE" }.NamesFile();
        var settings = new ReportSettings("Form of the report; policy is the policy document alone, for piping to AWS.", s_forms.Names);
        var command = new Command(Name, "The least IAM policy that covers what a role's sessions used.") { role, current };
        settings.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var asked = settings.Read(parsed);
            var request = new PolicyRequest(asked.Logs, parsed.GetRequiredValue(role), asked.Window.From, asked.Window.To, asked.BadData)
            {
                WindowWords = asked.Window.Words,
                Current = parsed.GetValue(current) is { } file ? CurrentPolicyFile.Read(file) : null,
                Objects = asked.Objects,
            };
            var report = await PolicyAudit.RunAsync(request, asked.Engine, cancellationToken);
            await s_forms.WriteAsync(report, asked.Form, console, cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }

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
