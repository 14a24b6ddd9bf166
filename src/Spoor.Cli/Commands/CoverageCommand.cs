using System.CommandLine;
using Spoor.Audit;
using Spoor.Audit.Coverage;
using Spoor.Catalog;
using Spoor.CloudTrail.Scan;
using Spoor.Engine;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor coverage LOGS</c>: what a trail holds and lacks, by account, region and day.</summary>
internal static class CoverageCommand
{
    private static readonly string[] s_formats = ["table", "json", "html"];

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var logs = LogsArgument.Create();
        var from = new Option<string?>("--from") { Description = "First day of folders to read, UTC.", HelpName = "DAY" };
        var to = new Option<string?>("--to") { Description = "Last day of folders to read, UTC.", HelpName = "DAY" };
        var output = new Option<string>("--output", "-o") { Description = "Form of the report; html is one file with a calendar.", HelpName = string.Join('|', s_formats), DefaultValueFactory = _ => "table" };
        output.AcceptOnlyFromAmong(s_formats);
        var skipBad = new Option<bool>("--skip-bad") { Description = "Skip objects and records that cannot be read, and list them. Default: the command fails." };
        var threads = EngineSettings.CreateThreads();
        var storage = new StorageSettings();
        var command = new Command("coverage", "What a trail holds and lacks: deliveries by account, region and day, gaps, repeats, late and misplaced records.")
        {
            logs, from, to, output, skipBad, threads,
        };
        storage.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new CoverageRequest(
                parsed.GetRequiredValue(logs),
                parsed.GetValue(from) is { } first ? AuditTime.ReadFrom(first) : null,
                parsed.GetValue(to) is { } last ? AuditTime.ReadTo(last) : null,
                parsed.GetValue(skipBad) ? BadDataPolicy.Skip : BadDataPolicy.Fail)
            {
                Objects = storage.CreateStore(parsed, SpoorHome.Resolve(null)),
            };
            var report = await CoverageAudit.RunAsync(request, new EngineOptions(parsed.GetValue(threads)), cancellationToken);
            await WriteAsync(report, parsed.GetRequiredValue(output), console.Out, cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task WriteAsync(CoverageReport report, string format, Stream output, CancellationToken cancellationToken)
    {
        if (format == "json")
        {
            await CoverageReportJson.WriteAsync(report, output, cancellationToken);
            return;
        }

        await using var writer = new StreamWriter(output, leaveOpen: true);
        await (format == "html" ? CoverageReportHtml.WriteAsync(report, writer, cancellationToken) : CoverageReportText.WriteAsync(report, writer, cancellationToken));
    }
}
