using Spoor.Audit.Logs;
using Spoor.Catalog.Definitions;
using Spoor.Catalog.Stores;
using Spoor.Engine;
using Spoor.Engine.Sessions;
using Spoor.Sql.Tables;
using Spoor.Storage.Local;
using Spoor.Storage.Objects;

namespace Spoor.Audit.LogTables;

/// <summary>Logs that somebody named, as tables that nobody has to declare: <c>cloudtrail</c>, and views over it.</summary>
/// <param name="logs">A folder or an <c>s3://</c> prefix that holds an <c>AWSLogs/</c> tree, or lies in one, or holds loose files.</param>
public sealed class NamedLogs(string logs)
{
    private const string ViewFolder = "Views";

    /// <summary>Names of the views, in order.</summary>
    public static IReadOnlyList<string> ViewNames { get; } = [.. EmbeddedFile.NamesIn(typeof(NamedLogs), ViewFolder).Select(name => Path.GetFileNameWithoutExtension(name)).Order(StringComparer.Ordinal)];

    /// <summary>The window that the tables show; null for all of the logs.</summary>
    public AskedWindow? Window { get; init; }

    private IEnumerable<string> Names => ViewNames.Append(CloudTrailTable.Name).Concat(Window is null ? [] : [CloudTrailTable.WholeName]);

    /// <summary>The bucket that serves a folder; null for an <c>s3://</c> prefix.</summary>
    /// <exception cref="Core.Errors.QueryException">NotFound: there is no such folder.</exception>
    public BucketConfiguration? Bucket => ObjectName.TryParse(logs, out _) ? null : LogsTable.BucketOf(logs);

    /// <summary>A catalog with the tables in front of it. Nothing is looked for before one of them is asked for.</summary>
    /// <param name="catalog">The catalog, which is disposed with the other.</param>
    /// <param name="database">The database that they are in.</param>
    /// <param name="objects">Serves the logs, <see cref="Bucket"/> among them.</param>
    public OverlaidCatalog Over(ICatalog catalog, string database, IObjectStore objects) => new(
        catalog,
        database,
        Names.ToHashSet(StringComparer.Ordinal),
        (name, cancellationToken) => FindAsync(name, database, objects, cancellationToken));

    private async Task<Table> FindAsync(string name, string database, IObjectStore objects, CancellationToken cancellationToken)
    {
        if (name == CloudTrailTable.WholeName || (name == CloudTrailTable.Name && Window is null))
        {
            var table = CloudTrailTable.Over(await LogsTable.LocationOfAsync(logs, objects, cancellationToken), database);
            return table with { Name = table.Name with { Table = name } };
        }

        if (name == CloudTrailTable.Name && Window is { } window)
        {
            return CloudTrailTable.Within(new RecordWindow(window.From, window.To), database);
        }

        // The statement in the file makes the view, over a table that is never read.
        var views = new MemoryCatalog(CloudTrailTable.Over("s3://logs/", "default"));
        await using var engine = new QueryEngine(views, objects, new EngineOptions());
        await using var made = await engine.ExecuteAsync(EmbeddedFile.Read(typeof(NamedLogs), $"{ViewFolder}.{name}.sql"), new QuerySession(), cancellationToken);
        var view = await views.FindTableAsync(new TableName(TableName.DefaultCatalog, "default", name), cancellationToken)
            ?? throw new InvalidOperationException($"{name}.sql makes no view {name}.");
        return view.Value with { Name = view.Value.Name with { Database = database }, CreatedAt = DateTimeOffset.UnixEpoch };
    }
}
