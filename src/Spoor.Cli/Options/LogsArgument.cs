using System.CommandLine;

namespace Spoor.Cli.Options;

/// <summary>The argument of commands that read logs without a table. Without it, <c>SPOOR_LOGS</c> and then <c>logs</c> of <c>spoor.json</c> say which.</summary>
internal sealed class LogsArgument
{
    private const string Variable = "SPOOR_LOGS";

    private readonly Argument<string?> _logs = new Argument<string?>("LOGS")
    {
        Description = "A folder, or s3://bucket/prefix, with an AWSLogs/ tree (any accounts and regions), a folder in one, or a folder of .json and .json.gz files. Default: SPOOR_LOGS, else logs in spoor.json.",
        Arity = ArgumentArity.ZeroOrOne,
    }.NamesLogs();

    /// <summary>Adds the argument to a command.</summary>
    public void AddTo(Command command) => command.Add(_logs);

    /// <summary>The logs that are meant.</summary>
    /// <exception cref="UsageException">None are, or there is no such folder.</exception>
    public string Read(ParseResult parsed, StorageSettings storage) => Find(parsed, storage) ?? throw new UsageException(
        $"No logs are named. Name a folder or s3://bucket/prefix, or set {Variable}, or write {{ \"logs\": \"PATH\" }} into spoor.json.");

    /// <summary>The logs that are meant; null for none.</summary>
    /// <exception cref="UsageException">There is no such folder.</exception>
    public string? Find(ParseResult parsed, StorageSettings storage)
    {
        if (parsed.GetValue(_logs) is { } named)
        {
            return named;
        }

        var (logs, source) = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable ? (variable, Variable) : (storage.Logs(parsed), "logs of spoor.json");
        return logs is not null && PathChecks.ProblemOfLogs(logs) is { } problem ? throw new UsageException($"{source}: {problem}") : logs;
    }
}
