using System.CommandLine;

namespace Spoor.Cli.Options;

/// <summary>What every command takes that reads logs once and reports: the logs, a window, the form of the report, and how the logs are read.</summary>
internal sealed class ReportSettings
{
    private readonly LogsArgument _logs = new();
    private readonly SkipBadSetting _skipBad = SkipBadSetting.For("the command");
    private readonly LimitSettings _limits = new();
    private readonly StorageSettings _storage = new();

    /// <param name="output">What there is to say about the forms.</param>
    /// <param name="formats">The forms; the first is the default.</param>
    public ReportSettings(string output, string[] formats)
    {
        Output = new Option<string>("--output", "-o") { Description = output, HelpName = string.Join('|', formats), DefaultValueFactory = _ => formats[0] };
        Output.AcceptOnlyFromAmong(formats);
    }

    /// <summary>The form of the report.</summary>
    public Option<string> Output { get; }

    /// <summary>The window; a command says more in the descriptions of its options.</summary>
    public WindowSettings Window { get; } = new();

    /// <summary>Adds argument and options to a command; further arguments of its own come before.</summary>
    public void AddTo(Command command)
    {
        _logs.AddTo(command);
        Window.AddTo(command);
        command.Add(Output);
        _skipBad.AddTo(command);
        _limits.AddTo(command);
        _storage.AddTo(command);
    }

    /// <summary>What the command line says.</summary>
    public ReportOptions Read(ParseResult parsed) => new(
        _logs.Read(parsed, _storage),
        Window.Read(parsed),
        _skipBad.Read(parsed),
        _storage.CreateStore(parsed),
        _limits.Read(parsed) with { SpillFolder = _storage.SpillFolder(parsed) },
        parsed.GetRequiredValue(Output));
}
