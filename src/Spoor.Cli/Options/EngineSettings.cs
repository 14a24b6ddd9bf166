using System.CommandLine;
using Spoor.Catalog.Definitions;
using Spoor.Catalog.Stores;
using Spoor.Catalog.Stores.Sqlite;
using Spoor.Engine;

namespace Spoor.Cli.Options;

/// <summary>The options that every command with an engine takes, and the engine that they describe.</summary>
internal sealed class EngineSettings
{
    private readonly StorageSettings _storage = new();
    private readonly LimitSettings _limits = new();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _storage.AddTo(command);
        _limits.AddTo(command);
    }

    /// <summary>The home folder asked for; null for one in memory.</summary>
    public string? Home(ParseResult parsed) => _storage.Home(parsed);

    /// <summary>Opens catalog and buckets.</summary>
    public QueryEngine Open(ParseResult parsed)
    {
        var home = Home(parsed);
        ICatalog catalog = home is null ? new MemoryCatalog() : SqliteCatalog.OpenWhenUsed(home);
        return new QueryEngine(catalog, _storage.CreateStore(parsed), _limits.Read(parsed) with { SpillFolder = _storage.SpillFolder(parsed) });
    }
}
