using System.CommandLine;
using Spoor.Audit.Findings;
using Spoor.Core.Collections;

namespace Spoor.Cli.Options;

/// <summary>Options of commands that run rules.</summary>
internal sealed class RuleSettings
{
    private readonly Option<string?> _rules = new Option<string?>("--rules") { Description = "Folder with further rules, one .sql file each, and perhaps a thresholds.yaml.", HelpName = "FOLDER" }.NamesFolder();
    private readonly Option<string?> _thresholds = new Option<string?>("--thresholds") { Description = "File with other thresholds; those that it does not name stay.", HelpName = "FILE" }.NamesFile();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_rules);
        command.Add(_thresholds);
    }

    /// <summary>The rules that a command line asks for.</summary>
    public ValueList<FindingRule> Load(ParseResult parsed) => RuleSet.Load(parsed.GetValue(_rules), parsed.GetValue(_thresholds));
}
