using System.CommandLine;
using Spoor.Audit.Coverage;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor coverage LOGS</c>: what a trail holds and lacks, by account, region and day.</summary>
internal static class CoverageCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var settings = new ReportSettings("Form of the report; html is one file with a calendar.", "table", "json", "html");
        (settings.From.Description, settings.From.HelpName) = ("First day of folders to read, UTC.", "DAY");
        (settings.To.Description, settings.To.HelpName) = ("Last day of folders to read, UTC.", "DAY");
        var command = new Command("coverage", "What a trail holds and lacks: deliveries by account, region and day, gaps, repeats, late and misplaced records.");
        settings.AddTo(command);
        var allowEmpty = new AllowEmptySetting("Accept logs of which no record was read. Default: the command fails.");
        allowEmpty.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new CoverageRequest(settings.Logs(parsed), settings.WindowStart(parsed), settings.WindowEnd(parsed), settings.BadData(parsed))
            {
                AllowsEmpty = allowEmpty.Read(parsed),
                Objects = settings.Objects(parsed),
            };
            var report = await CoverageAudit.RunAsync(request, settings.Engine(parsed), cancellationToken);
            await WriteAsync(report, settings.Format(parsed), console, cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }

    private static Task WriteAsync(CoverageReport report, string format, CliConsole console, CancellationToken cancellationToken) => format switch
    {
        "json" => CoverageReportJson.WriteAsync(report, console.Out, cancellationToken),
        "html" => console.WriteTextAsync(writer => CoverageReportHtml.WriteAsync(report, writer, cancellationToken)),
        _ => console.WriteTextAsync(writer => CoverageReportText.WriteAsync(report, writer, cancellationToken)),
    };
}
