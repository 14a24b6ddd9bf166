using Spoor.Catalog;
using Spoor.CloudTrail.Scan;
using Spoor.CloudTrail.Scan.Following;
using Spoor.Engine;
using Spoor.Sql;
using Spoor.Storage;

namespace Spoor.Audit;

/// <summary>An engine over the logs of one report, and the tables that its statements build up there.</summary>
internal sealed class LogsSession : IAsyncDisposable
{
    /// <summary>Where the engine keeps materialised tables.</summary>
    private const string StoredDatabase = "session";

    private readonly QueryEngine _engine;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Opens an engine over <see cref="LogsTable"/>.</summary>
    public LogsSession(IObjectStore store, Table logs, EngineOptions options, CancellationToken cancellationToken)
    {
        var catalog = new MemoryCatalog();
        catalog.CreateTable(logs);
        _engine = new QueryEngine(catalog, store, options);
        _cancellationToken = cancellationToken;
    }

    /// <summary>Runs a query over the logs and keeps its answer as a table.</summary>
    public Task<ScanStatistics> ReadLogsAsync(string name, string sql, BadDataPolicy badData, ScanFollowing? following = null) =>
        _engine.MaterializeAsync(name, sql, new QuerySession(BadData: badData) { Following = following }, _cancellationToken);

    /// <summary>Hands on the rows of a query over the logs, one by one.</summary>
    public Task<ScanStatistics> ForEachInLogsAsync(string sql, BadDataPolicy badData, Action<AuditRow> take) => ForEachAsync(sql, new QuerySession(BadData: badData), take);

    /// <summary>Runs a query over tables kept before and keeps its answer as another.</summary>
    public Task KeepAsync(string name, string sql) => _engine.MaterializeAsync(name, sql, new QuerySession(StoredDatabase), _cancellationToken);

    /// <summary>Names a query over tables kept before. It runs with each query that reads it.</summary>
    public void Define(string name, string sql) => _engine.Define(name, sql);

    /// <summary>The rows of a query over tables kept before.</summary>
    public async Task<List<T>> ReadAsync<T>(string sql, Func<AuditRow, T> read)
    {
        var rows = new List<T>();
        await ForEachAsync(sql, row => rows.Add(read(row)));
        return rows;
    }

    /// <summary>Hands on the rows of a query over tables kept before, one by one: for answers that need not be in memory as a whole.</summary>
    public Task ForEachAsync(string sql, Action<AuditRow> take) => ForEachAsync(sql, new QuerySession(StoredDatabase), take);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private async Task<ScanStatistics> ForEachAsync(string sql, QuerySession session, Action<AuditRow> take)
    {
        await using var result = await _engine.ExecuteAsync(sql, session, _cancellationToken);
        await foreach (var batch in result.Batches.WithCancellation(_cancellationToken))
        {
            for (var row = 0; row < batch.RowCount; row++)
            {
                take(new AuditRow(batch, row));
            }
        }

        return result.Statistics;
    }
}
