using Spoor.Catalog;
using Spoor.CloudTrail.Scan;
using Spoor.Engine;

namespace Spoor.Audit.Cognito;

/// <summary>An engine over the logs of one audit, and the tables that its statements build up there.</summary>
internal sealed class AuditSession : IAsyncDisposable
{
    /// <summary>Where the engine keeps materialised tables.</summary>
    private const string StoredDatabase = "session";

    private readonly QueryEngine _engine;
    private readonly AuditStatements _statements;
    private readonly BadDataPolicy _badData;
    private readonly CancellationToken _cancellationToken;

    public AuditSession(CognitoAuditRequest request, EngineOptions options, CancellationToken cancellationToken)
    {
        var (store, table) = LogsTable.Open(request.Logs);
        var catalog = new MemoryCatalog();
        catalog.CreateTable(table);
        _engine = new QueryEngine(catalog, store, options);
        _statements = new AuditStatements(request);
        _badData = request.BadData;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Reads the logs into the table <c>records</c>, in one pass.</summary>
    public Task<ScanStatistics> ReadLogsAsync() =>
        _engine.MaterializeAsync("records", _statements.Read("records"), new QuerySession(BadData: _badData), _cancellationToken);

    /// <summary>Keeps the answer of <c>Queries/NAME.sql</c> as a table of that name.</summary>
    public Task KeepAsync(string name) => KeepAsync(name, _statements.Read(name));

    /// <summary>Keeps one more link of role chains, as a table, and returns how many calls it has.</summary>
    public async Task<long> KeepChainAsync(string name, string previous, int depth)
    {
        await KeepAsync(name, _statements.ReadChain(previous, depth));
        var count = await RowsAsync($"SELECT count(*) FROM {name}", row => row.Number(0));
        return count[0];
    }

    public Task KeepAsync(string name, string sql) => _engine.MaterializeAsync(name, sql, Session, _cancellationToken);

    /// <summary>The rows of the answer to <c>Queries/NAME.sql</c>.</summary>
    public Task<List<T>> ReadAsync<T>(string name, Func<AuditRow, T> read) => RowsAsync(_statements.Read(name), read);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private static QuerySession Session => new(StoredDatabase);

    private async Task<List<T>> RowsAsync<T>(string sql, Func<AuditRow, T> read)
    {
        var rows = new List<T>();
        await using var result = await _engine.ExecuteAsync(sql, Session, _cancellationToken);
        await foreach (var batch in result.Batches.WithCancellation(_cancellationToken))
        {
            for (var row = 0; row < batch.RowCount; row++)
            {
                rows.Add(read(new AuditRow(batch, row)));
            }
        }

        return rows;
    }
}
