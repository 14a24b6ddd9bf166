using System.CommandLine;
using Spoor.Audit.Findings;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor audit rules</c>: the rules that an audit runs.</summary>
internal static class RulesCommand
{
    private static readonly string[] s_formats = ["table", "json"];

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var output = new Option<string>("--output", "-o") { Description = "Form of the list; json has the whole rules.", HelpName = "table|json", DefaultValueFactory = _ => "table" };
        output.AcceptOnlyFromAmong(s_formats);
        var thresholds = new Option<bool>("--print-thresholds") { Description = "Write the default thresholds file instead, to be changed and given to --thresholds." };
        var settings = new RuleSettings();
        var command = new Command("rules", "List the rules that 'audit cognito' runs, and check those of a folder.") { output, thresholds };
        settings.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var rules = settings.Load(parsed);
            await RuleCheck.RunAsync(rules, cancellationToken);
            if (parsed.GetValue(output) == "json" && !parsed.GetValue(thresholds))
            {
                await RuleListJson.WriteAsync(rules, console.Out, cancellationToken);
                return ExitCode.Success;
            }

            await using var writer = new StreamWriter(console.Out, leaveOpen: true);
            if (parsed.GetValue(thresholds))
            {
                await writer.WriteAsync(RuleSet.DefaultThresholds.AsMemory(), cancellationToken);
                return ExitCode.Success;
            }

            await RuleListText.WriteAsync(rules, writer, cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }
}
