using System.CommandLine;
using Spoor.Audit.Coverage;
using Spoor.Cli.Options;
using Spoor.Cli.Output;
using Spoor.Cli.Terminal;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor coverage LOGS</c>: what a trail holds and lacks, by account, region and day.</summary>
internal static class CoverageCommand
{
    /// <summary>What the command is called.</summary>
    public const string Name = "coverage";

    private static readonly ReportForms<CoverageReport> s_forms = new(
        ("table", ReportForms<CoverageReport>.Text(CoverageReportText.WriteAsync)),
        ("json", ReportForms<CoverageReport>.Bytes(CoverageReportJson.WriteAsync)),
        ("html", ReportForms<CoverageReport>.Text(CoverageReportHtml.WriteAsync)));

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var settings = new ReportSettings("Form of the report; html is one file with a calendar.", s_forms.Names);
        settings.Window.From.Description += " Whole days of folders are read, from the one in which it lies.";
        settings.Window.To.Description += " Whole days of folders are read, up to the one in which it lies.";
        var command = new Command(Name, "What a trail holds and lacks: deliveries by account, region and day, gaps, repeats, late and misplaced records.");
        settings.AddTo(command);
        var allowEmpty = new AllowEmptySetting("Accept logs of which no record was read. Default: the command fails.");
        allowEmpty.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var asked = settings.Read(parsed);
            var request = new CoverageRequest(asked.Logs, asked.Window.From, asked.Window.To, asked.BadData)
            {
                WindowWords = asked.Window.Words,
                AllowsEmpty = allowEmpty.Read(parsed),
                Objects = asked.Objects,
            };
            var report = await CoverageAudit.RunAsync(request, asked.Engine, cancellationToken);
            await s_forms.WriteAsync(report, asked.Form, console, cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }
}
