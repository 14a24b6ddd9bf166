using System.Diagnostics;
using System.Globalization;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Executors.DuckDb.Scans;
using Spoor.Engine.Sessions;

namespace Spoor.Engine.Executors.DuckDb.Running;

/// <summary>An in-memory DuckDB that reaches nothing but its own spill folder and the scans that Planning gives it.</summary>
internal sealed class DuckDbDatabase : IDisposable
{
    private readonly SpillFolder _spill;
    private nint _database;

    /// <summary>Opens a database with the engine's limits and shuts it in.</summary>
    public DuckDbDatabase(EngineOptions options)
    {
        _spill = SpillFolder.Create(options.SpillFolder);
        _database = Open(options, _spill.Path);
        using var connection = Connect();
        ScanTableFunction.Register(connection.Handle, Scans);

        // ORDER BY keeps its order without this; with it, results would be gathered by one thread alone.
        connection.Execute("SET preserve_insertion_order = false");
        connection.Execute("SET TimeZone = 'UTC'");
        connection.Execute("SET enable_external_access = false");
        connection.Execute("SET lock_configuration = true");
    }

    /// <summary>The scans that statements of this database may name.</summary>
    public ScanRegistry Scans { get; } = new();

    /// <summary>The C# functions that this database knows.</summary>
    public NativeFunctions Functions { get; } = new();

    /// <summary>Loads DuckDB's library on a thread of its own. Where it cannot be loaded, the first database says so.</summary>
    public static void BeginLoading() => new Thread(Api.TryLoad) { IsBackground = true }.Start();

    /// <summary>A connection for one statement at a time.</summary>
    public DuckDbConnection Connect()
    {
        if (Api.Connect(_database, out var connection) != 0)
        {
            throw new UnreachableException("DuckDB refused a connection.");
        }

        return new DuckDbConnection(connection, Functions);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_database == 0)
        {
            return;
        }

        Api.Close(ref _database);
        _spill.Dispose();
    }

    private static nint Open(EngineOptions options, string spillFolder)
    {
        if (Api.CreateConfig(out var config) != 0)
        {
            throw new UnreachableException("DuckDB refused to make settings.");
        }

        try
        {
            foreach (var (name, value) in Settings(options, spillFolder))
            {
                if (Api.SetConfig(config, name, value) != 0)
                {
                    throw new UnreachableException($"DuckDB does not know the setting {name}.");
                }
            }

            if (Api.Open(null, out var database, config, out var error) != 0)
            {
                var message = Api.Text(error);
                Api.Free(error);
                throw new UnreachableException($"DuckDB did not open: {message}");
            }

            return database;
        }
        finally
        {
            Api.DestroyConfig(ref config);
        }
    }

    private static IEnumerable<(string Name, string Value)> Settings(EngineOptions options, string spillFolder)
    {
        yield return ("threads", options.ExecutorThreads.ToString(CultureInfo.InvariantCulture));
        yield return ("memory_limit", string.Create(CultureInfo.InvariantCulture, $"{options.ExecutorBytes}B"));
        yield return ("temp_directory", spillFolder);
        yield return ("autoinstall_known_extensions", "false");
        yield return ("autoload_known_extensions", "false");
        yield return ("allow_community_extensions", "false");
    }
}
