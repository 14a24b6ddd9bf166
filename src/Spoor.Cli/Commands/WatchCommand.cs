using System.CommandLine;
using Spoor.Audit.Watching;
using Spoor.Cli.Options;
using Spoor.Cli.Terminal;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Engine.Results.Text;
using Spoor.Engine.Results.Writers;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor watch LOGS</c>: new sessions of pools and findings as objects arrive.</summary>
internal sealed class WatchCommand
{
    /// <summary>What the command is called.</summary>
    public const string Name = "watch";

    private static readonly string[] s_formats = ["table", "ndjson"];
    private readonly CliConsole _console;
    private readonly LogsArgument _logs = new();
    private readonly Option<string?> _state = new("--state") { Description = "File that remembers what was read and told. Default: one for each location, in Spoor's home.", HelpName = "FILE" };
    private readonly Option<bool> _once = new("--once") { Description = "Look once and end: for cron." };
    private readonly Option<double> _interval = new("--interval") { Description = "Seconds between two looks.", HelpName = "SECONDS", DefaultValueFactory = _ => 60 };
    private readonly Option<int> _keepDays = new("--keep-days") { Description = "How far back from the newest record rules look.", HelpName = "DAYS", DefaultValueFactory = _ => 90 };
    private readonly Option<string> _output = new("--output", "-o") { Description = "Form of what is printed.", HelpName = string.Join('|', s_formats), DefaultValueFactory = _ => "table" };
    private readonly Option<string?> _findings = new("--findings") { Description = "Append each finding to this file, a line of JSON each.", HelpName = "FILE" };
    private readonly Option<string?> _webhook = new("--webhook") { Description = "Post each finding to this address: https, or http to this machine.", HelpName = "URL" };
    private readonly SkipBadSetting _skipBad = new("Give up objects that stay unreadable. Default: the watch ends.");
    private readonly LimitSettings _limits = new();
    private readonly StorageSettings _storage = new();
    private readonly RuleSettings _rules = new();
    private readonly AllowEmptySetting _allowEmpty = new("With --once: accept a location without any object, and new objects without a record. Default: that fails.");

    private WatchCommand(CliConsole console)
    {
        _console = console;
        _output.AcceptOnlyFromAmong(s_formats);
        _interval.Takes("seconds", 0.05, 86_400);
        _keepDays.Takes("days", 1, 3650);
    }

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var watch = new WatchCommand(console);
        var command = new Command(Name, "Tell of new sessions of identity pools and of findings as objects arrive, each once.")
        {
            watch._state, watch._once, watch._interval, watch._keepDays, watch._output, watch._findings, watch._webhook,
        };
        watch._logs.AddTo(command);
        watch._skipBad.AddTo(command);
        watch._limits.AddTo(command);
        watch._allowEmpty.AddTo(command);
        watch._storage.AddTo(command);
        watch._rules.AddTo(command);
        command.SetAction(watch.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var logs = _logs.Read(parsed, _storage);
        var request = new WatchRequest(logs, parsed.GetValue(_state) ?? StateFile(_storage.Home(parsed), logs))
        {
            KeepDays = parsed.GetValue(_keepDays),
            SkipsBad = _skipBad.Read(parsed) == BadDataPolicy.Skip,
            Rules = _rules.Load(parsed),
            Objects = _storage.CreateStore(parsed),
        };
        using var webhook = parsed.GetValue(_webhook) is { } url ? new Webhook(UsageException.Read(() => Webhook.ParseUrl(url))) : null;
        List<IWatchReceiver> receivers = [new WatchOutput(_console.Out, parsed.GetRequiredValue(_output) == "ndjson")];
        receivers.AddRange(parsed.GetValue(_findings) is { } file ? [new FindingsFile(file)] : []);
        receivers.AddRange(webhook is null ? [] : [webhook]);
        using var watch = TrailWatch.Open(request, _limits.Read(parsed) with { SpillFolder = _storage.SpillFolder(parsed) }, receivers);
        var isOnce = parsed.GetValue(_once);
        var loop = new WatchLoop(watch, request, poll => ReportAsync(poll, isOnce));
        if (isOnce)
        {
            return await loop.OnceAsync(_allowEmpty.Read(parsed), cancellationToken) ? ExitCode.Success : ExitCode.Failed;
        }

        await loop.ForeverAsync(TimeSpan.FromSeconds(parsed.GetValue(_interval)), cancellationToken);
        return ExitCode.Success;
    }

    private async Task ReportAsync(WatchPoll poll, bool isOnce)
    {
        if (poll.Objects > 0)
        {
            var leftOut = poll.ObjectsLeftOut == 0 ? "" : $" ({Quantity.Count(poll.ObjectsLeftOut)} beside them left out as no logs)";
            await _console.Error.WriteLineAsync(
                $"spoor: {Quantity.Of(poll.Objects, "new object")} of {Quantity.Of(poll.ObjectsListed, "log")}{leftOut}, {Quantity.Of(poll.RecordsRead, "record")} read, {Quantity.Count(poll.Records)} kept; {Quantity.Of(poll.Sessions, "new session")}, {Quantity.Of(poll.Findings, "new finding")}{(poll.Updates == 0 ? "" : $", {Quantity.Of(poll.Updates, "update")}")}");
        }
        else if (isOnce && poll.ObjectsListed > 0)
        {
            await _console.Error.WriteLineAsync($"spoor: nothing new among {Quantity.Of(poll.ObjectsListed, "log")}");
        }

        foreach (var noLog in poll.NoLogs)
        {
            await _console.Error.WriteLineAsync(VisibleText.Of($"spoor: left out: {noLog.Object}: {noLog.Reason}"));
        }

        foreach (var problem in poll.Problems)
        {
            await _console.Error.WriteLineAsync(VisibleText.Of($"spoor: {problem.Object} cannot be read (attempt {problem.Attempts} of {WatchProblem.MostAttempts}): {problem.Reason}"));
        }

        foreach (var receiver in poll.Undelivered)
        {
            await _console.Error.WriteLineAsync(VisibleText.Of($"spoor: not delivered, tried again later: {receiver}"));
        }
    }

    private static string StateFile(string? home, string logs) =>
        TrailWatch.StateFileIn(home ?? throw new UsageException("A watch must remember what it has read. Name a file with --state, or another --home."), logs);
}
