using System.CommandLine;
using Spoor.Audit.Findings;
using Spoor.Cli.Options;
using Spoor.Cli.Output;
using Spoor.Cli.Terminal;
using Spoor.Core.Collections;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor audit rules</c>: the rules that an audit runs.</summary>
internal static class RulesCommand
{
    private static readonly ReportForms<ValueList<FindingRule>> s_forms = new(
        ("table", ReportForms<ValueList<FindingRule>>.Text(RuleListText.WriteAsync)),
        ("json", ReportForms<ValueList<FindingRule>>.Bytes(RuleListJson.WriteAsync)));

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var output = new Option<string>("--output", "-o") { Description = "Form of the list; json has the whole rules.", HelpName = string.Join('|', s_forms.Names), DefaultValueFactory = _ => "table" };
        output.AcceptOnlyFromAmong(s_forms.Names);
        var thresholds = new Option<bool>("--print-thresholds") { Description = "Write the default thresholds file instead, to be changed and given to --thresholds." };
        var settings = new RuleSettings();
        var command = new Command("rules", "List the rules that 'audit cognito' runs, and check those of a folder.") { output, thresholds };
        settings.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var rules = settings.Load(parsed);
            await RuleCheck.RunAsync(rules, cancellationToken);
            await (parsed.GetValue(thresholds) ? console.WriteTextAsync(writer => writer.WriteAsync(RuleSet.DefaultThresholds.AsMemory(), cancellationToken))
                : s_forms.WriteAsync(rules, parsed.GetRequiredValue(output), console, cancellationToken));
            return ExitCode.Success;
        });
        return command;
    }
}
