using System.CommandLine;
using Spoor.CloudTrail.Scan.Contract;

namespace Spoor.Cli.Options;

/// <summary><c>--skip-bad</c>: what cannot be read is passed over, and told.</summary>
internal sealed class SkipBadSetting
{
    private readonly Option<bool> _skipBad;

    /// <param name="description">What is skipped, and what happens without it.</param>
    public SkipBadSetting(string description) => _skipBad = new Option<bool>("--skip-bad") { Description = description };

    /// <summary>Of commands that read once.</summary>
    /// <param name="what">What fails without it: <c>the statement</c>.</param>
    public static SkipBadSetting For(string what) => new($"Skip objects and records that cannot be read, and list them. Default: {what} fails.");

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Add(_skipBad);

    /// <summary>What to do with data that cannot be read.</summary>
    public BadDataPolicy Read(ParseResult parsed) => parsed.GetValue(_skipBad) ? BadDataPolicy.Skip : BadDataPolicy.Fail;
}
