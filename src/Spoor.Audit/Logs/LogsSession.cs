using Spoor.Catalog.Definitions;
using Spoor.Catalog.Stores;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Learning;
using Spoor.Engine;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Sessions;
using Spoor.Sql.Syntax.Printing;
using Spoor.Storage.Objects;

namespace Spoor.Audit.Logs;

/// <summary>An engine over the logs of one report, and the tables that its statements build up there.</summary>
internal sealed class LogsSession : IAnswers, IAsyncDisposable
{
    /// <summary>Where the engine keeps materialised tables.</summary>
    private const string StoredDatabase = "session";

    private readonly QueryEngine _engine;
    private readonly SessionTables _tables;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Opens an engine over <see cref="LogsTable"/>.</summary>
    public LogsSession(IObjectStore store, Table logs, EngineOptions options, CancellationToken cancellationToken)
    {
        var catalog = new MemoryCatalog(logs);
        _engine = new QueryEngine(catalog, store, options);
        _tables = _engine.OpenTables();
        _cancellationToken = cancellationToken;
    }

    /// <summary>Runs a query over the logs and keeps its answer as a table.</summary>
    public Task<ScanStatistics> ReadLogsAsync(string name, SqlFragment sql, BadDataPolicy badData, ScanFollowing? following = null) =>
        _engine.MaterializeAsync(name, sql.ToString(), new QuerySession(BadData: badData) { Tables = _tables }, following, _cancellationToken);

    /// <summary>Hands on the rows of a query over the logs, one by one.</summary>
    public Task<ScanStatistics> ForEachInLogsAsync<TColumn>(SqlFragment sql, BadDataPolicy badData, Action<AnswerRow<TColumn>> take)
        where TColumn : struct, Enum => AskAsync(sql, new QuerySession(BadData: badData) { Tables = _tables }, Answers.ByName(take));

    /// <summary>Runs a query over tables kept before and keeps its answer as another.</summary>
    public Task KeepAsync(string name, SqlFragment sql) => _engine.MaterializeAsync(name, sql.ToString(), Kept, _cancellationToken);

    /// <summary>Names a query over tables kept before. It runs with each query that reads it.</summary>
    public void Define(string name, SqlFragment sql) => _engine.Define(name, sql.ToString(), Kept);

    /// <summary>Asks tables kept before.</summary>
    public Task AskAsync(SqlFragment sql, Func<IReadOnlyList<ResultColumn>, Action<AuditRow>> begin) => AskAsync(sql, Kept, begin);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _tables.Dispose();
        return _engine.DisposeAsync();
    }

    private QuerySession Kept => new(StoredDatabase) { Tables = _tables };

    private async Task<ScanStatistics> AskAsync(SqlFragment sql, QuerySession session, Func<IReadOnlyList<ResultColumn>, Action<AuditRow>> begin)
    {
        await using var result = await _engine.ExecuteAsync(sql.ToString(), session, _cancellationToken);
        var take = begin(result.Columns);
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
