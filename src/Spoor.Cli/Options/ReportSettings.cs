using System.CommandLine;
using Spoor.Audit.Logs;
using Spoor.Core.Errors;

namespace Spoor.Cli.Options;

/// <summary>What every command takes that reads logs once and reports: the logs, a window, the form of the report, and how the logs are read.</summary>
internal sealed class ReportSettings
{
    private readonly LogsArgument _logs = new();
    private readonly Option<string> _output;
    private readonly SkipBadSetting _skipBad = SkipBadSetting.For("the command");
    private readonly LimitSettings _limits = new();
    private readonly StorageSettings _storage = new();

    /// <param name="output">What there is to say about the forms.</param>
    /// <param name="formats">The forms; the first is the default.</param>
    public ReportSettings(string output, string[] formats)
    {
        _output = new Option<string>("--output", "-o") { Description = output, HelpName = string.Join('|', formats), DefaultValueFactory = _ => formats[0] };
        _output.AcceptOnlyFromAmong(formats);
        From.Refuses(text => ProblemOf(From, () => AuditTime.ReadFrom(text)));
        To.Refuses(text => ProblemOf(To, () => AuditTime.ReadTo(text)));
    }

    /// <summary><c>--from TIME</c>; a command says more in its description.</summary>
    public Option<string?> From { get; } = new("--from") { Description = "Start of the window, a date or time in UTC.", HelpName = "TIME" };

    /// <summary><c>--to TIME</c>; likewise.</summary>
    public Option<string?> To { get; } = new("--to") { Description = "End of the window; a date includes its day, a time is not included.", HelpName = "TIME" };

    /// <summary>Adds argument and options to a command; further arguments of its own come before.</summary>
    public void AddTo(Command command)
    {
        _logs.AddTo(command);
        foreach (var option in (Option[])[From, To, _output])
        {
            command.Add(option);
        }

        _skipBad.AddTo(command);
        _limits.AddTo(command);
        _storage.AddTo(command);
        command.Validators.Add(result =>
        {
            // Each end by itself has been checked; what is wrong with it is said there.
            if (result.GetValue(From) is { } from && result.GetValue(To) is { } to && ProblemOf(From, () => AuditTime.ReadFrom(from)) is null && ProblemOf(To, () => AuditTime.ReadTo(to)) is null
                && AuditTime.ReadFrom(from) is var start && AuditTime.ReadTo(to) <= start)
            {
                result.AddError($"The window is empty: it begins at {AuditTime.Text(start)} and --to '{to}' is not later. --to is the later of the two; a date as --to includes its day.");
            }
        });
    }

    /// <summary>What the command line says.</summary>
    public ReportOptions Read(ParseResult parsed)
    {
        DateTimeOffset? from = parsed.GetValue(From) is { } start ? AuditTime.ReadFrom(start) : null;
        DateTimeOffset? to = parsed.GetValue(To) is { } end ? AuditTime.ReadTo(end, from) : null;
        return new ReportOptions(
            _logs.Read(parsed, _storage), from, to, _skipBad.Read(parsed), _storage.CreateStore(parsed), _limits.Read(parsed) with { SpillFolder = _storage.SpillFolder(parsed) }, parsed.GetRequiredValue(_output));
    }

    private static string? ProblemOf(Option option, Func<DateTimeOffset> read)
    {
        try
        {
            read();
            return null;
        }
        catch (QueryException exception)
        {
            return $"{option.Name} {UsageException.Sentences(exception)}";
        }
    }
}
