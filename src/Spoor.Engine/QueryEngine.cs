using System.Diagnostics;
using Spoor.Catalog;
using Spoor.Engine.Results;
using Spoor.Storage;

namespace Spoor.Engine;

/// <summary>Runs statements: parse, analyze, plan, execute. One engine serves many statements, at the same time too.</summary>
public sealed class QueryEngine : IAsyncDisposable
{
    /// <summary>An engine over a catalog and the objects that its tables name.</summary>
    public QueryEngine(ICatalog catalog, IObjectStore objects, EngineOptions options)
    {
        Catalog = catalog;
        Objects = objects;
        Options = options;
    }

    /// <summary>The catalog that statements read and change.</summary>
    public ICatalog Catalog { get; }

    /// <summary>Where the tables' data lies.</summary>
    public IObjectStore Objects { get; }

    /// <summary>The engine's limits.</summary>
    public EngineOptions Options { get; }

    /// <summary>Starts one statement. Errors of parsing, analysis and planning are thrown here, those of the run by the batches.</summary>
    /// <exception cref="Spoor.Sql.QueryException">The statement or its data is at fault.</exception>
    public Task<QueryResult> ExecuteAsync(string sql, QuerySession session, CancellationToken cancellationToken) => throw new UnreachableException(Catalog.ToString());

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
