using System.CommandLine;
using Spoor.Audit.Findings;
using Spoor.Cli.Terminal;

namespace Spoor.Cli.Options;

/// <summary><c>--fail-on SEVERITY</c>: findings make the exit code, for scripts.</summary>
internal sealed class FailOnSetting
{
    private readonly Option<string?> _severity = new("--fail-on")
    {
        Description = $"Exit with {ExitCode.Found} when there is a finding of this severity or a higher one. Default: findings do not change the exit code.",
        HelpName = "SEVERITY",
    };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command)
    {
        _severity.AcceptOnlyFromAmong([.. FindingSeverities.Names.Split(", ")]);
        command.Add(_severity);
    }

    /// <summary>The exit code of a command that found something.</summary>
    public int ExitCodeFor(ParseResult parsed, IEnumerable<Finding> findings) =>
        parsed.GetValue(_severity) is { } name && FindingSeverities.TryParse(name, out var least) && findings.Any(finding => finding.Severity >= least)
            ? ExitCode.Found
            : ExitCode.Success;
}
