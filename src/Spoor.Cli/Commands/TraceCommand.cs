using System.CommandLine;
using Spoor.Audit.Traces;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor trace ID LOGS</c>: the chain from user to session to call that an id belongs to.</summary>
internal static class TraceCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var id = new Argument<string>("ID") { Description = "An access key, identity, user (sub or name), pool, role (ARN or name), session name or event id." };
        var settings = new ReportSettings("Form of the trace.", "table", "json");
        settings.From.Description += " Keys issued in the 12 hours before are known.";
        var command = new Command("trace", "Follow one id: from the user to identity, pool, issue, session, role chains and every call.") { id };
        settings.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new TraceRequest(parsed.GetRequiredValue(id), settings.Logs(parsed), settings.WindowStart(parsed), settings.WindowEnd(parsed), settings.BadData(parsed))
            {
                Objects = settings.Objects(parsed),
            };
            var report = await TraceAudit.RunAsync(request, settings.Engine(parsed), cancellationToken);
            await (settings.Format(parsed) == "json"
                ? TraceReportJson.WriteAsync(report, console.Out, cancellationToken)
                : console.WriteTextAsync(writer => TraceReportText.WriteAsync(report, writer, cancellationToken)));
            return ExitCode.Success;
        });
        return command;
    }
}
