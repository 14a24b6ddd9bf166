using System.CommandLine;
using Spoor.Catalog;
using Spoor.Engine;
using Spoor.Sql;
using Spoor.Storage;

namespace Spoor.Cli.Commands;

/// <summary>The options that every command with an engine takes, and the engine that they describe.</summary>
internal sealed class EngineSettings
{
    private const string InMemory = ":memory:";
    private readonly Option<string?> _home = new("--home") { Description = "Spoor's home folder (catalog, history, spoor.json); ':memory:' keeps nothing. Default: SPOOR_HOME, else the platform's data folder.", HelpName = "FOLDER" };
    private readonly Option<string[]> _buckets = new("--bucket") { Description = "Serve s3://NAME/ from a folder; may be repeated. Also in spoor.json.", HelpName = "NAME=FOLDER", DefaultValueFactory = _ => [] };
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
        command.Add(_buckets);
        command.Add(_threads);
    }

    /// <summary>The home folder asked for; null for one in memory.</summary>
    public string? Home(ParseResult parsed) =>
        parsed.GetValue(_home) is InMemory ? null : SpoorHome.Resolve(parsed.GetValue(_home));

    /// <summary>Opens catalog and buckets.</summary>
    public QueryEngine Open(ParseResult parsed)
    {
        var home = Home(parsed);
        var storage = ReadStorage(parsed.GetValue(_buckets) ?? [], home);
        ICatalog catalog = home is null ? new MemoryCatalog() : SqliteCatalog.Open(home);
        return new QueryEngine(catalog, storage.CreateStore(), new EngineOptions(parsed.GetValue(_threads)));
    }

    private static StorageConfiguration ReadStorage(string[] buckets, string? home)
    {
        try
        {
            return StorageConfiguration.Read(buckets, Environment.CurrentDirectory, home);
        }
        catch (QueryException exception)
        {
            throw new UsageException(exception.Hint is { } hint ? $"{exception.Message}. {hint}" : $"{exception.Message}.");
        }
    }
}
