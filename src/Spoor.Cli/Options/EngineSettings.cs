using System.CommandLine;
using Spoor.Audit.LogTables;
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
    private readonly ListTableSettings _lists = new();
    private readonly LogsArgument _logs = new();
    private readonly WindowSettings _window = new();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _logs.AddTo(command);
        _window.AddTo(command);
        _storage.AddTo(command);
        _limits.AddTo(command);
        _lists.AddTo(command);
    }

    /// <summary>The home folder asked for; null for one in memory.</summary>
    public string? Home(ParseResult parsed) => _storage.Home(parsed);

    /// <summary>Opens catalog and buckets, and puts the lists that are named, and then the tables of the named logs, in front of the catalog.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="database">The database that these tables are in.</param>
    public QueryEngine Open(ParseResult parsed, string database) => Open(parsed, database, _logs.Find(parsed, _storage));

    /// <summary>The same for a command that is nothing without logs.</summary>
    /// <exception cref="UsageException">None are named.</exception>
    public QueryEngine OpenNamed(ParseResult parsed, string database) => Open(parsed, database, _logs.Read(parsed, _storage));

    private QueryEngine Open(ParseResult parsed, string database, string? named)
    {
        var home = Home(parsed);
        var window = _window.Read(parsed);
        if (!window.IsWhole)
        {
            parsed.InvocationConfiguration.Error.WriteLine(named is null
                ? throw new UsageException("A window says which records of table cloudtrail are meant, and no logs are named. A declared table takes it in WHERE.")
                : $"window: {window.Text()}");
        }

        var logs = named is null ? null : new NamedLogs(named) { Window = window.IsWhole ? null : window };
        var objects = _storage.CreateStore(parsed, logs?.Bucket);
        ICatalog catalog = home is null ? new MemoryCatalog() : SqliteCatalog.OpenWhenUsed(home);
        var tables = _lists.Over(catalog, database, parsed);
        return new QueryEngine(logs?.Over(tables, database, objects) ?? tables, objects, _limits.Read(parsed) with { SpillFolder = _storage.SpillFolder(parsed) });
    }
}
