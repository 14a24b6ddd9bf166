using System.CommandLine;
using Spoor.Catalog;
using Spoor.Engine;

namespace Spoor.Cli.Commands;

/// <summary>The options that every command with an engine takes, and the engine that they describe.</summary>
internal sealed class EngineSettings
{
    private const string InMemory = ":memory:";
    private readonly Option<string?> _home = new("--home") { Description = "Spoor's home folder (catalog, history, spoor.json); ':memory:' keeps nothing. Default: SPOOR_HOME, else the platform's data folder.", HelpName = "FOLDER" };
    private readonly StorageSettings _storage = new();
    private readonly Option<int> _threads = CreateThreads();

    /// <summary><c>--threads N</c>.</summary>
    public static Option<int> CreateThreads()
    {
        var threads = new Option<int>("--threads") { Description = "Worker threads. Default: one per core.", HelpName = "N" };
        threads.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, out var count) || count < 1))
            {
                result.AddError($"--threads takes a whole number from 1, not '{result.Tokens[0].Value}'.");
            }
        });
        return threads;
    }

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_home);
        _storage.AddTo(command);
        command.Add(_threads);
    }

    /// <summary>The home folder asked for; null for one in memory.</summary>
    public string? Home(ParseResult parsed) =>
        parsed.GetValue(_home) is InMemory ? null : SpoorHome.Resolve(parsed.GetValue(_home));

    /// <summary>Opens catalog and buckets.</summary>
    public QueryEngine Open(ParseResult parsed)
    {
        var home = Home(parsed);
        var store = _storage.CreateStore(parsed, home);
        ICatalog catalog = home is null ? new MemoryCatalog() : SqliteCatalog.OpenWhenUsed(home);
        return new QueryEngine(catalog, store, new EngineOptions(parsed.GetValue(_threads)));
    }
}
