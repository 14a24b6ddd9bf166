using System.CommandLine;
using System.CommandLine.Parsing;
using Spoor.Audit.Logs;
using Spoor.Core.Errors;

namespace Spoor.Cli.Options;

/// <summary>Which time a command looks at: <c>--last</c>, or <c>--from</c> and <c>--to</c>.</summary>
internal sealed class WindowSettings
{
    private readonly WindowReader _reader = new(TimeProvider.System);
    private readonly Option<string?> _last = new("--last") { Description = "The window that ends now: 30m, 48h, 2d or 1w. Instead of --from and --to.", HelpName = "SPAN" };

    public WindowSettings()
    {
        _last.Refuses(text => ProblemOf(_last, () => _reader.ReadSpan(text)));
        From.Refuses(text => ProblemOf(From, () => _reader.ReadFrom(text)));
        To.Refuses(text => ProblemOf(To, () => _reader.ReadTo(text)));
    }

    /// <summary><c>--from TIME</c>; a command says more in its description.</summary>
    public Option<string?> From { get; } = new("--from")
    {
        Description = "Start of the window: 2025-03-04, 2025-03-04T14:00, 2025-03-04T14:00+01:00, today, yesterday, or how long ago, -2d. UTC unless an offset is given; days are UTC days.",
        HelpName = "TIME",
    };

    /// <summary><c>--to TIME</c>; likewise.</summary>
    public Option<string?> To { get; } = new("--to")
    {
        Description = "End of the window, written as for --from, or now. A day (2025-03-04, today, yesterday) is included whole; a time is not included.",
        HelpName = "TIME",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_last);
        command.Add(From);
        command.Add(To);
        command.Validators.Add(result =>
        {
            if (ProblemOf(result) is { } problem)
            {
                result.AddError(problem);
            }
        });
    }

    /// <summary>Whether the command line gives the window a beginning.</summary>
    public bool HasBegin(CommandResult result) => result.GetResult(From) is not null || result.GetResult(_last) is not null;

    /// <summary>What the command line says, which its validators have accepted.</summary>
    public AskedWindow Read(ParseResult parsed) => parsed.GetValue(_last) is { } last ? _reader.ReadLast(last) : _reader.Read(parsed.GetValue(From), parsed.GetValue(To));

    private static string? ProblemOf<T>(Option option, Func<T> read)
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

    /// <summary>What is wrong with the options together. What is wrong with one by itself is said there.</summary>
    private string? ProblemOf(CommandResult result)
    {
        var (last, from, to) = (result.GetValue(_last), result.GetValue(From), result.GetValue(To));
        if (last is not null && (from ?? to) is not null)
        {
            return $"--last {last} is a whole window, the one that ends now, and {(from is null ? To.Name : From.Name)} says another. Give --last alone, or a window with --from and --to, such as --from -{last} --to now.";
        }

        return from is not null && to is not null && ProblemOf(From, () => _reader.ReadFrom(from)) is null && ProblemOf(To, () => _reader.ReadTo(to)) is null
            && _reader.ReadFrom(from) is var start && _reader.ReadTo(to) <= start
            ? $"The window is empty: it begins at {AuditTime.Text(start)} and --to '{to}' is not later. --to is the later of the two; a date as --to includes its day."
            : null;
    }
}
