using System.CommandLine;
using Spoor.Audit.Cognito;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Cognito.Writers;
using Spoor.Cli.Options;
using Spoor.Cli.Output;
using Spoor.Cli.Terminal;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor audit cognito LOGS</c>: who used an identity pool, and what was called with its credentials.</summary>
internal static class AuditCommand
{
    /// <summary>What the command is called.</summary>
    public const string Name = "audit";

    private const int MostLookBackHours = 24 * 365;
    private const int MostHistoryDays = 365 * 100;

    private static readonly ReportForms<CognitoAuditReport> s_forms = new(
        ("table", ReportForms<CognitoAuditReport>.Text(CognitoReportText.WriteAsync)),
        ("json", ReportForms<CognitoAuditReport>.Bytes(CognitoReportJson.WriteAsync)),
        ("csv", ReportForms<CognitoAuditReport>.Text(CognitoReportCsv.WriteAsync)),
        ("md", ReportForms<CognitoAuditReport>.Text(CognitoReportMarkdown.WriteAsync)),
        ("html", ReportForms<CognitoAuditReport>.Text(CognitoReportHtml.WriteAsync)));

    /// <summary>The command with its audits.</summary>
    public static Command Create(CliConsole console) => new("audit", "Answer a question about identities from the logs alone.") { CreateCognito(console), RulesCommand.Create(console) };

    private static Command CreateCognito(CliConsole console)
    {
        var role = new Option<string?>("--role") { Description = "Only this role. Calls that nothing but the role ties to Cognito are reported too, apart.", HelpName = "ARN|NAME" };
        var lookBack = new Option<double>("--look-back") { Description = "How long before the window calls are read, so that sessions open at its start keep their origin.", HelpName = "HOURS", DefaultValueFactory = _ => CognitoAuditRequest.LongestSession.TotalHours };
        lookBack.Takes("hours", 0, MostLookBackHours);
        var history = new Option<double?>("--history") { Description = "How long before --from objects are read at all, for configuration, issues and earlier use. All of them unless told.", HelpName = "DAYS" };
        history.Takes("days", 0, MostHistoryDays);
        var settings = new ReportSettings("Form of the report; html is one file with charts, csv has one event a line.", s_forms.Names);
        settings.Window.From.Description += " Sessions that began before keep their origin.";
        var command = new Command("cognito", "Who used a Cognito identity pool, and which API calls were made with its credentials.") { role, lookBack, history };
        var filter = new AuditFilterSettings();
        filter.AddTo(command);
        settings.AddTo(command);
        var view = new TableViewSettings();
        view.AddTo(command, settings.Output);
        var rules = new RuleSettings();
        rules.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(history) is not null && !settings.Window.HasBegin(result))
            {
                result.AddError("--history says how long before --from objects are read, and there is no --from (or --last). Give both, or neither.");
            }
        });
        var allowEmpty = new AllowEmptySetting("Accept logs of which no record was read, and a pool or role that they do not know. Default: the audit fails.");
        allowEmpty.AddTo(command);
        var failOn = new FailOnSetting();
        failOn.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var asked = settings.Read(parsed);
            var request = new CognitoAuditRequest(
                asked.Logs,
                filter.Pool(parsed),
                parsed.GetValue(role),
                asked.Window.From,
                asked.Window.To,
                asked.BadData)
            {
                Filter = filter.Read(parsed),
                WindowWords = asked.Window.Words,
                Rules = rules.Load(parsed),
                AllowsEmpty = allowEmpty.Read(parsed),
                LookBack = TimeSpan.FromHours(parsed.GetValue(lookBack)),
                History = parsed.GetValue(history) is { } days ? TimeSpan.FromDays(days) : null,
                Objects = asked.Objects,
            };
            var report = await CognitoAudit.RunAsync(request, asked.Engine, cancellationToken);
            if (asked.Form == s_forms.Names[0])
            {
                await console.WriteTextAsync(writer => CognitoReportText.WriteAsync(report, view.Read(parsed), writer, cancellationToken));
            }
            else
            {
                await s_forms.WriteAsync(report, asked.Form, console, cancellationToken);
            }

            return failOn.ExitCodeFor(parsed, report.Findings);
        });
        return command;
    }
}
