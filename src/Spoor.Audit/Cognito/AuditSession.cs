using Spoor.CloudTrail.Scan;
using Spoor.Engine;

namespace Spoor.Audit.Cognito;

/// <summary>The logs of one audit, and the tables that its statements build up from them.</summary>
internal sealed class AuditSession : IAsyncDisposable
{
    private readonly LogsSession _session;
    private readonly AuditStatements _statements;
    private readonly BadDataPolicy _badData;

    private AuditSession(LogsSession session, CognitoAuditRequest request)
    {
        _session = session;
        _statements = new AuditStatements(request);
        _badData = request.BadData;
    }

    /// <summary>Opens the request's logs.</summary>
    public static async Task<AuditSession> OpenAsync(CognitoAuditRequest request, EngineOptions options, CancellationToken cancellationToken)
    {
        var (store, table) = await LogsTable.OpenAsync(request.Logs, CognitoLogColumns.All, request.Objects, cancellationToken);
        return new AuditSession(new LogsSession(store, table, options, cancellationToken), request);
    }

    /// <summary>Reads the logs into the table <c>records</c>, in one pass.</summary>
    public Task<ScanStatistics> ReadLogsAsync() => _session.ReadLogsAsync("records", _statements.Read("records"), _badData);

    /// <summary>Keeps the answer of <c>Queries/NAME.sql</c> as a table of that name.</summary>
    public Task KeepAsync(string name) => KeepAsync(name, _statements.Read(name));

    /// <summary>Keeps one more link of role chains, as a table, and returns how many calls it has.</summary>
    public async Task<long> KeepChainAsync(string name, string previous, int depth)
    {
        await KeepAsync(name, _statements.ReadChain(previous, depth));
        var count = await _session.ReadAsync($"SELECT count(*) FROM {name}", row => row.Number(0));
        return count[0];
    }

    public Task KeepAsync(string name, string sql) => _session.KeepAsync(name, sql);

    /// <summary>The rows of the answer to <c>Queries/NAME.sql</c>.</summary>
    public Task<List<T>> ReadAsync<T>(string name, Func<AuditRow, T> read) => _session.ReadAsync(_statements.Read(name), read);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
