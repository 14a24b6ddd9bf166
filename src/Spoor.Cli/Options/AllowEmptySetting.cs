using System.CommandLine;

namespace Spoor.Cli.Options;

/// <summary><c>--allow-empty</c>: nothing read is an error unless the user says that it may be.</summary>
internal sealed class AllowEmptySetting
{
    private readonly Option<bool> _allowEmpty;

    /// <param name="description">What is accepted.</param>
    public AllowEmptySetting(string description) => _allowEmpty = new Option<bool>("--allow-empty") { Description = description };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Add(_allowEmpty);

    /// <summary>Whether it was given.</summary>
    public bool Read(ParseResult parsed) => parsed.GetValue(_allowEmpty);
}
