using System.CommandLine;
using Spoor.Audit.Traces;
using Spoor.Cli.Options;
using Spoor.Cli.Output;
using Spoor.Cli.Terminal;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor trace ID LOGS</c>: the chain from user to session to call that an id belongs to.</summary>
internal static class TraceCommand
{
    /// <summary>What the command is called.</summary>
    public const string Name = "trace";

    private static readonly ReportForms<TraceReport> s_forms = new(
        ("table", ReportForms<TraceReport>.Text(TraceReportText.WriteAsync)),
        ("json", ReportForms<TraceReport>.Bytes(TraceReportJson.WriteAsync)));

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var id = new Argument<string>("ID") { Description = "An access key, role, session or user (ARN, name or id), address, account, event id, or an identity, pool or sub of Cognito." };
        var settings = new ReportSettings("Form of the trace.", s_forms.Names);
        settings.Window.From.Description += " Keys issued in the 12 hours before are known.";
        var command = new Command(Name, "Follow one id: whose it is, who issued it, what was called; of an identity pool from the user to every call.") { id };
        settings.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var asked = settings.Read(parsed);
            var request = new TraceRequest(parsed.GetRequiredValue(id), asked.Logs, asked.Window.From, asked.Window.To, asked.BadData)
            {
                WindowWords = asked.Window.Words,
                Objects = asked.Objects,
            };
            var report = await TraceAudit.RunAsync(request, asked.Engine, cancellationToken);
            await s_forms.WriteAsync(report, asked.Form, console, cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }
}
