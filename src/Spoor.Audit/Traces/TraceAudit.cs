using Spoor.Audit.Events;
using Spoor.Audit.Lineage;
using Spoor.Audit.Logs;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Engine.Sessions;

namespace Spoor.Audit.Traces;

/// <summary>Follows one id from user to identity, pool, issue, session and the role chains behind it, and to every call; an id that no identity pool gave to its owner, issuer and calls.</summary>
/// <remarks>Works over the tables of the Cognito audit (<see cref="AuditSession"/>), so it knows what that ties together, and how surely. What these do not know, <see cref="PrincipalTrace"/> finds in the records.</remarks>
public static class TraceAudit
{
    /// <summary>Runs the trace.</summary>
    /// <exception cref="QueryException">The logs are missing or cannot be read; the id names nothing.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<TraceReport> RunAsync(TraceRequest request, EngineOptions options, CancellationToken cancellationToken)
    {
        // One reading of the logs instead of the audit's; what it does not find may still be a text that somebody chose for a session.
        if (PrincipalKinds.IsOfNoPool(request.Id) && await PrincipalTrace.RunAsync(request, options, cancellationToken) is { } ofNoPool)
        {
            return ofNoPool;
        }

        var audit = new LineageRequest(request.Logs, From: request.From, To: request.To, BadData: request.BadData) { Objects = request.Objects };
        await using var session = await AuditSession.OpenAsync(audit, options, cancellationToken);
        var read = await session.BuildAsync();
        session.RequireRecords(read, canAllow: false);
        try
        {
            var report = await RunAsync(session, read, request);
            return report.Found.Kind == PrincipalKinds.AccessKey ? report with { Principals = await PrincipalTrace.OwnersAsync(request, options, cancellationToken) } : report;
        }
        catch (QueryException exception) when (exception.Code == ErrorCode.NotFound)
        {
            // No pool's; then the records themselves are asked.
            if (await PrincipalTrace.RunAsync(request, options, cancellationToken) is { } traced)
            {
                return traced;
            }

            throw;
        }
    }

    /// <summary>Runs the trace over tables that are built already.</summary>
    /// <param name="session">The tables.</param>
    /// <param name="read">What was read to build them.</param>
    /// <param name="request">What is asked.</param>
    internal static async Task<TraceReport> RunAsync(AuditSession session, ScanStatistics read, TraceRequest request)
    {
        var tables = await TraceTables.ReadAsync(session);
        var records = await EventRecords.ReadAsync(session);
        var id = await EventOfAsync(session, request.Id);
        var (match, selection) = await new TraceSearch(session, tables, id, Window(request, read)).FindAsync();
        var tree = new TraceTree(tables, selection, id).Build();
        var calls = new List<TracedCall>();
        await session.ForEachAsync<CallColumn>(TraceTables.Statement("calls"), row =>
        {
            if (TracedCall.Read(row) is var call && selection.Takes(call))
            {
                calls.Add(call);
            }
        });
        var timeline = new TraceTimeline(tables, selection, id).Build(calls).Select(entry => entry with { EventIds = All(entry.EventIds, records) }).ToValueList();
        return new TraceReport(
            1, new TraceScope(request.Logs, request.Id, Text(request.From), Text(request.To)) { WindowWords = request.WindowWords }, match, tree.Select(node => WithRecords(node, records)).ToValueList(), timeline, Totals(read), Unread(read));
    }

    /// <summary>The event of which the id names a record that does not count: one that was corrected, or another account's. Else the id itself.</summary>
    private static async Task<string> EventOfAsync(AuditSession session, string id)
    {
        var events = await session.TextsAsync(TraceTables.Statement("event_of", ("id", $"{id}")));
        return events.Count == 0 ? id : events[0];
    }

    private static TraceNode WithRecords(TraceNode node, EventRecords records) =>
        node with { EventIds = All(node.EventIds, records), Children = node.Children.Select(child => WithRecords(child, records)).ToValueList() };

    private static ValueList<string> All(IEnumerable<string> eventIds, EventRecords records) => eventIds.SelectMany(records.Of).Distinct(StringComparer.Ordinal).ToValueList();

    /// <summary>What is not seen through a window may well be there: an id that is not found must not read like one that never was.</summary>
    private static string? Window(TraceRequest request, ScanStatistics read) => request is { From: null, To: null } ? null
        : $"The window{(request.From is { } from ? $" begins at {AuditTime.Text(from)}" : "")}{(request is { From: not null, To: not null } ? " and" : "")}{(request.To is { } to ? $" ends before {AuditTime.Text(to)}" : "")}; "
            + $"{(read.FirstTime is null ? "" : $"the records that were read happened from {read.FirstTime} to {read.LastTime}; ")}without a window all of them are searched. ";

    internal static TraceTotals Totals(ScanStatistics read) =>
        new(read.ObjectsListed, read.ObjectsRead, read.ObjectsLeftOut, read.ObjectsFailed, read.RecordsRead, read.RecordsSkipped);

    internal static ValueList<TraceUnread> Unread(ScanStatistics read) => read.Problems
        .Where(problem => !problem.IsLeftOut || read.NoLogs.Contains(problem.Object))
        .Select(problem => new TraceUnread(problem.Object, problem.ByteOffset, problem.Reason)).ToValueList();

    internal static string? Text(DateTimeOffset? time) => time is { } value ? AuditTime.Text(value) : null;
}
