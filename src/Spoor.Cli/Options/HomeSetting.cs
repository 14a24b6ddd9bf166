using System.CommandLine;
using Spoor.Catalog;

namespace Spoor.Cli.Options;

/// <summary><c>--home FOLDER</c>: where Spoor keeps what outlives a command.</summary>
internal sealed class HomeSetting
{
    private const string InMemory = ":memory:";
    private readonly Option<string?> _home = new("--home") { Description = "Spoor's home folder (catalog, cache, history, watches, spoor.json); ':memory:' keeps nothing. Default: SPOOR_HOME, else the platform's data folder.", HelpName = "FOLDER" };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Add(_home);

    /// <summary>The home folder asked for; null for one in memory.</summary>
    public string? Read(ParseResult parsed) => parsed.GetValue(_home) is InMemory ? null : SpoorHome.Resolve(parsed.GetValue(_home));
}
