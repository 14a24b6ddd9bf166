using System.Diagnostics;
using Spoor.Audit.Logs;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Engine.Sessions;

namespace Spoor.Audit.Coverage;

/// <summary>Finds what a trail holds and lacks: deliveries by account, region and day, gaps, repeats, late and misplaced records.</summary>
/// <remarks>The logs are read once; what is told of them is checked against what the scan counted before it is reported.</remarks>
public static class CoverageAudit
{
    /// <summary>Surveys the logs.</summary>
    /// <exception cref="QueryException">The logs are missing, or hold data that cannot be read while that is not to be skipped.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<CoverageReport> RunAsync(CoverageRequest request, EngineOptions options, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var columns = LogsTable.Texts("eventtime", "awsregion", "recipientaccountid").ToValueList();
        var (store, table) = await LogsTable.OpenAsync(request.Logs, columns, request.Objects, cancellationToken);
        var listed = new ListedObjects(store, request);
        await using var session = new LogsSession(listed, table, options, cancellationToken);
        using var sightings = new SightingFile(options.SpillFolder ?? Path.GetTempPath());
        var tally = new RecordTally(sightings);
        var statistics = await session.ForEachInLogsAsync<RecordColumn>(StatementTemplate.Beside(typeof(CoverageAudit), "records").Fill(), request.BadData, tally.Add);
        if (!request.AllowsEmpty)
        {
            SeenLogs.Require(request.Logs, statistics, canAllow: true, (listed.Outside, "in folders of days outside the window"));
        }

        return new CoverageBuilder(request, listed, tally.Finish(), statistics).Build(Stopwatch.GetElapsedTime(started));
    }
}
