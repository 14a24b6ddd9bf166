using System.CommandLine;
using Spoor.Catalog;
using Spoor.Engine;

namespace Spoor.Cli.Commands;

/// <summary>The options that every command with an engine takes, and the engine that they describe.</summary>
internal sealed class EngineSettings
{
    private readonly StorageSettings _storage = new();
    private readonly Option<int> _threads = CreateThreads();

    /// <summary><c>--threads N</c>.</summary>
    public static Option<int> CreateThreads() =>
        new Option<int>("--threads") { Description = "Worker threads. Default: one per core.", HelpName = "N" }.Takes("a whole number", 1);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _storage.AddTo(command);
        command.Add(_threads);
    }

    /// <summary>The home folder asked for; null for one in memory.</summary>
    public string? Home(ParseResult parsed) => _storage.Home(parsed);

    /// <summary>Opens catalog and buckets.</summary>
    public QueryEngine Open(ParseResult parsed)
    {
        var home = Home(parsed);
        ICatalog catalog = home is null ? new MemoryCatalog() : SqliteCatalog.OpenWhenUsed(home);
        return new QueryEngine(catalog, _storage.CreateStore(parsed), new EngineOptions(parsed.GetValue(_threads)));
    }
}
