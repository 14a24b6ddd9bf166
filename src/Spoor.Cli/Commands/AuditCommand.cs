using System.CommandLine;
using System.CommandLine.Parsing;
using Spoor.Audit;
using Spoor.Audit.Cognito;
using Spoor.Catalog;
using Spoor.CloudTrail.Scan;
using Spoor.Engine;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor audit cognito LOGS</c>: who used an identity pool, and what was called with its credentials.</summary>
internal static class AuditCommand
{
    private const int MostLookBackHours = 24 * 365;

    private static readonly string[] s_formats = ["table", "json", "csv", "md", "html"];

    /// <summary>The command with its audits.</summary>
    public static Command Create(CliConsole console) => new("audit", "Answer a question about identities from the logs alone.") { CreateCognito(console), RulesCommand.Create(console) };

    private static Command CreateCognito(CliConsole console)
    {
        var logs = LogsArgument.Create();
        var pool = new Option<string?>("--pool") { Description = "Only this identity pool.", HelpName = "ID" };
        var role = new Option<string?>("--role") { Description = "Only this role. Calls that nothing but the role ties to Cognito are reported too, apart.", HelpName = "ARN|NAME" };
        var from = new Option<string?>("--from") { Description = "Start of the window, a date or time in UTC. Sessions that began before keep their origin.", HelpName = "TIME" };
        var to = new Option<string?>("--to") { Description = "End of the window; a date includes its day, a time is not included.", HelpName = "TIME" };
        var lookBack = new Option<double>("--look-back") { Description = "How long before the window calls are read, so that sessions open at its start keep their origin. Default: 12.", HelpName = "HOURS", DefaultValueFactory = _ => CognitoAuditRequest.LongestSession.TotalHours };
        lookBack.Validators.Add(CheckLookBack);
        var output = new Option<string>("--output", "-o") { Description = "Form of the report; html is one file with charts, csv has one event a line.", HelpName = string.Join('|', s_formats), DefaultValueFactory = _ => "table" };
        output.AcceptOnlyFromAmong(s_formats);
        var skipBad = new Option<bool>("--skip-bad") { Description = "Skip objects and records that cannot be read, and list them. Default: the audit fails." };
        var threads = EngineSettings.CreateThreads();
        var storage = new StorageSettings();
        var command = new Command("cognito", "Who used a Cognito identity pool, and which API calls were made with its credentials.") { logs, pool, role, from, to, lookBack, output, skipBad, threads };
        storage.AddTo(command);
        var rules = new RuleSettings();
        rules.AddTo(command);
        var failOn = new FailOnSetting();
        failOn.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new CognitoAuditRequest(
                parsed.GetRequiredValue(logs),
                parsed.GetValue(pool),
                parsed.GetValue(role),
                parsed.GetValue(from) is { } first ? AuditTime.ReadFrom(first) : null,
                parsed.GetValue(to) is { } last ? AuditTime.ReadTo(last) : null,
                parsed.GetValue(skipBad) ? BadDataPolicy.Skip : BadDataPolicy.Fail)
            {
                Rules = rules.Load(parsed),
                LookBack = TimeSpan.FromHours(parsed.GetValue(lookBack)),
                Objects = storage.CreateStore(parsed, SpoorHome.Resolve(null)),
            };
            var report = await CognitoAudit.RunAsync(request, new EngineOptions(parsed.GetValue(threads)), cancellationToken);
            await WriteAsync(report, parsed.GetRequiredValue(output), console.Out, cancellationToken);
            return failOn.ExitCodeFor(parsed, report.Findings);
        });
        return command;
    }

    private static async Task WriteAsync(CognitoAuditReport report, string format, Stream output, CancellationToken cancellationToken)
    {
        if (format == "json")
        {
            await CognitoReportJson.WriteAsync(report, output, cancellationToken);
            return;
        }

        await using var writer = new StreamWriter(output, leaveOpen: true);
        await (format switch
        {
            "html" => CognitoReportHtml.WriteAsync(report, writer, cancellationToken),
            "md" => CognitoReportMarkdown.WriteAsync(report, writer, cancellationToken),
            "csv" => CognitoReportCsv.WriteAsync(report, writer, cancellationToken),
            _ => CognitoReportText.WriteAsync(report, writer, cancellationToken),
        });
    }

    private static void CheckLookBack(OptionResult result)
    {
        if (result.GetValueOrDefault<double>() is not (>= 0 and <= MostLookBackHours))
        {
            result.AddError($"--look-back takes hours from 0 to {MostLookBackHours}.");
        }
    }
}
