using System.Globalization;
using Spoor.Audit.Events;
using Spoor.Audit.Logs;
using Spoor.Audit.Reports;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Learning;
using Spoor.Core.Errors;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Sessions;
using Spoor.Sql.Syntax.Printing;
using Spoor.Storage.Objects;

namespace Spoor.Audit.Lineage;

/// <summary>The logs of one audit, and the tables that its statements build up from them.</summary>
/// <remarks>
/// The logs are read once. Of each object the scan takes what names Cognito, and learns from it and from STS's calls which keys to look for, over role chains of any depth
/// (<see cref="PoolKeys"/>); then, while the object is at hand, the calls with these keys. Objects that have a key which was learnt only later are read again.
/// Records of others are not kept, so memory grows with the use of pools and not with the logs.
/// </remarks>
internal sealed class AuditSession : IAnswers, IAsyncDisposable
{
    /// <summary>Role chains are followed this far. AWS itself allows no limit to be relied on, and each link costs one statement.</summary>
    private const int DeepestChain = 32;

    /// <summary>What DuckDB may hold before it spills: enough for a million calls, and with the rest of the process below a gigabyte.</summary>
    private const long MostExecutorBytes = 512L << 20;

    private readonly LogsSession _session;
    private readonly LineageRequest _request;
    private readonly BegunTables _tables = new();

    private AuditSession(LogsSession session, LogsListing listing, LineageRequest request)
    {
        _session = session;
        Statements = new AuditStatements(request);
        _request = request;
        Listing = listing;
    }

    /// <summary>The logs as they were listed, once.</summary>
    public LogsListing Listing { get; }

    /// <summary>The statements of what was asked.</summary>
    public AuditStatements Statements { get; }

    /// <summary>Opens the request's logs.</summary>
    public static async Task<AuditSession> OpenAsync(LineageRequest request, EngineOptions options, CancellationToken cancellationToken)
    {
        var (store, table) = await LogsTable.OpenAsync(request.Logs, CognitoLogColumns.All, request.Objects, cancellationToken);
        var listing = new LogsListing(store, ObjectName.TryParse(request.Logs, out _) ? "" : Path.GetFullPath(request.Logs), request.ReadHistory);
        return new AuditSession(new LogsSession(listing, table, options with { MostExecutorBytes = MostExecutorBytes }, cancellationToken), listing, request);
    }

    /// <summary>Reads the logs and builds all tables: pool_events, issues, uses, sessions, config_changes, user_events and identity_users, and those they need.</summary>
    /// <returns>What was read, each object counted once.</returns>
    public async Task<ScanStatistics> BuildAsync()
    {
        var statistics = await BeginAsync();
        await BuiltAsync();
        return statistics;
    }

    /// <summary>Reads the logs and begins to build the tables. Statements wait for those that they name.</summary>
    /// <returns>What was read, each object counted once.</returns>
    public async Task<ScanStatistics> BeginAsync()
    {
        var following = PoolKeys.Follow(_request);
        var statistics = await ReadLogsAsync("first_records", following);
        await ReadLateAsync(following, statistics);
        foreach (var name in EventTables.Names)
        {
            Begin(name, EventTables.Statement(name));
        }

        _tables.Begin("events", EventTables.Statement("events"), sql => _session.Define("events", sql));
        BeginAll("cognito_events", "issue_groups", "handouts", "key_matches", "proved_uses");
        _tables.Begin("pool_events", Statements.Read("pool_events"), sql => _session.Define("pool_events", sql));
        _tables.Begin("proved", $"SELECT * FROM proved_uses", FollowChainsAsync);
        BeginAll("candidates", "all_uses");
        _tables.Begin("uses", Statements.Read("uses"), sql => _session.Define("uses", sql));
        BeginAll("issues", "sessions", "config_changes", "user_events", "identity_users");
        return statistics;
    }

    /// <summary>Refuses logs of which no record was read.</summary>
    /// <exception cref="QueryException">NotFound: there was none.</exception>
    public void RequireRecords(ScanStatistics statistics, bool canAllow) =>
        SeenLogs.Require(_request.Logs, statistics, canAllow, (Listing.LeftBefore, $"delivered before {AuditTime.Text(_request.ReadHistory.From ?? DateTimeOffset.MinValue)}, before the history that was asked for"), (Listing.LeftBeside, "beside the AWSLogs/ trees"));

    /// <summary>Refuses logs that hold records, and none of the window: they cannot tell what happened in it.</summary>
    /// <exception cref="QueryException">NotFound: there was none.</exception>
    public void RequireWindow(ScanStatistics statistics)
    {
        if (statistics.RecordsInWindow > 0)
        {
            return;
        }

        throw new QueryException(
            ErrorCode.NotFound,
            null,
            $"No record that was read lies in the window ({AuditWindow.Text(_request.From, _request.To)}), so nothing can be said of it: "
            + $"the {ReportNumbers.Count(statistics.RecordsRead, "record is", "records are")} from {ReportNumbers.Minute(statistics.FirstTime)} to {ReportNumbers.Minute(statistics.LastTime)} UTC",
            $"Check{Setting.From: *,| the window}{Setting.To: *} and {Setting.History:*|the history}, and whether the logs reach that far.{Setting.AllowEmpty: * accepts a window without records.}");
    }

    /// <summary>Ends when all tables are built.</summary>
    public Task BuiltAsync() => _tables.AllAsync();

    /// <summary>Asks the session's tables, when those that the statement names are there.</summary>
    public async Task AskAsync(SqlFragment sql, Func<IReadOnlyList<ResultColumn>, Action<AuditRow>> begin)
    {
        await _tables.NamedInAsync(sql);
        await _session.AskAsync(sql, begin);
    }

    /// <summary>Keeps the answer to a statement over the session's tables as a table.</summary>
    public async Task KeepAsync(string name, SqlFragment sql)
    {
        await _tables.NamedInAsync(sql);
        await _session.KeepAsync(name, sql);
    }

    /// <summary>Begins to keep the answer to a statement over the session's tables as a table. Statements wait for it where they name it.</summary>
    public void Begin(string name, SqlFragment sql) => _tables.Begin(name, sql, text => _session.KeepAsync(name, text));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAny(_tables.AllAsync()); // What failed, those who waited for it have told.
        await _session.DisposeAsync();
    }

    /// <summary>Reads those objects again of which the first reading could not yet know what to look for, and defines <c>records</c>.</summary>
    private async Task ReadLateAsync(ScanFollowing following, ScanStatistics first)
    {
        var late = following.TakeLate();
        if (late.Count == 0)
        {
            _session.Define("records", $"SELECT * FROM first_records");
            return;
        }

        Listing.Only = late;
        Account(first, again: await ReadLogsAsync("late_records", following));
        Listing.Only = null;
        _session.Define("records", $"SELECT * FROM first_records WHERE object NOT IN (SELECT object FROM late_records) UNION ALL SELECT * FROM late_records");
    }

    /// <summary>Counts what only the second reading had to skip. An object that was counted as read has to be read again: without it calls would be missing.</summary>
    private void Account(ScanStatistics first, ScanStatistics again)
    {
        var failed = first.FailedObjects.Select(problem => problem.Object).ToHashSet(StringComparer.Ordinal);
        if (again.FailedObjects.FirstOrDefault(problem => !failed.Contains(problem.Object)) is { } lost)
        {
            throw new QueryException(
                ErrorCode.HiveCannotOpenSplit,
                null,
                LogsTable.WithNamesBelow(_request.Logs, $"{lost.Object} was read and could not be read again: {lost.Reason}"),
                "It changed or vanished while the audit ran. Run the audit again.");
        }

        foreach (var skipped in again.Problems.Where(problem => !problem.IsLeftOut).Except(again.FailedObjects).Except(first.Problems))
        {
            first.AddRecordSkipped(skipped);
        }
    }

    private async Task<ScanStatistics> ReadLogsAsync(string name, ScanFollowing following)
    {
        try
        {
            return await _session.ReadLogsAsync(name, Statements.ReadRecords(), _request.BadData, following);
        }
        catch (QueryException error)
        {
            string Named(string text) => LogsTable.WithNamesBelow(_request.Logs, text);
            throw new QueryException(error.Code, error.Span, Named(error.Message), error.Advice?.Select(Named), error);
        }
    }

    private void Begin(string name) => Begin(name, Statements.Read(name));

    private void BeginAll(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            Begin(name);
        }
    }

    /// <summary>Defines <c>proved</c>: what <paramref name="sql"/> gives, and link after link of role chains behind it until one is empty.</summary>
    private async Task FollowChainsAsync(SqlFragment sql)
    {
        _session.Define("proved", sql);
        var previous = "proved_uses";
        for (var depth = 1; depth <= DeepestChain; depth++)
        {
            var next = string.Create(CultureInfo.InvariantCulture, $"chained_uses_{depth}");
            var table = SqlFragment.Name(next);
            await _session.KeepAsync(next, Statements.ReadLink("chained_uses", previous, depth));
            if (await _session.TextsAsync($"SELECT count(*) FROM {table}") is ["0"])
            {
                return;
            }

            sql = $"{sql} UNION ALL SELECT * FROM {table}";
            _session.Define("proved", sql);
            previous = next;
        }
    }
}
