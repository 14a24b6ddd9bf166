using System.CommandLine;
using Spoor.Audit;
using Spoor.Audit.Traces;
using Spoor.Catalog;
using Spoor.CloudTrail.Scan;
using Spoor.Engine;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor trace ID LOGS</c>: the chain from user to session to call that an id belongs to.</summary>
internal static class TraceCommand
{
    private static readonly string[] s_formats = ["table", "json"];

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var id = new Argument<string>("ID") { Description = "An access key, identity, user (sub or name), pool, role (ARN or name), session name or event id." };
        var logs = LogsArgument.Create();
        var from = new Option<string?>("--from") { Description = "Start of the window, a date or time in UTC. Keys issued in the 12 hours before are known.", HelpName = "TIME" };
        var to = new Option<string?>("--to") { Description = "End of the window; a date includes its day, a time is not included.", HelpName = "TIME" };
        var output = new Option<string>("--output", "-o") { Description = "Form of the trace.", HelpName = string.Join('|', s_formats), DefaultValueFactory = _ => "table" };
        output.AcceptOnlyFromAmong(s_formats);
        var skipBad = new Option<bool>("--skip-bad") { Description = "Skip objects and records that cannot be read. Default: the command fails." };
        var threads = EngineSettings.CreateThreads();
        var storage = new StorageSettings();
        var command = new Command("trace", "Follow one id: from the user to identity, pool, issue, session, role chains and every call.") { id, logs, from, to, output, skipBad, threads };
        storage.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new TraceRequest(
                parsed.GetRequiredValue(id),
                parsed.GetRequiredValue(logs),
                parsed.GetValue(from) is { } first ? AuditTime.ReadFrom(first) : null,
                parsed.GetValue(to) is { } last ? AuditTime.ReadTo(last) : null,
                parsed.GetValue(skipBad) ? BadDataPolicy.Skip : BadDataPolicy.Fail)
            {
                Objects = storage.CreateStore(parsed, SpoorHome.Resolve(null)),
            };
            var report = await TraceAudit.RunAsync(request, new EngineOptions(parsed.GetValue(threads)), cancellationToken);
            if (parsed.GetValue(output) == "json")
            {
                await TraceReportJson.WriteAsync(report, console.Out, cancellationToken);
                return ExitCode.Success;
            }

            await using var writer = new StreamWriter(console.Out, leaveOpen: true);
            await TraceReportText.WriteAsync(report, writer, cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }
}
