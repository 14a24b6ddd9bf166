using Spoor.CloudTrail.Scan;
using Spoor.Sql;

namespace Spoor.Audit.Cognito;

/// <summary>What an audit could not see or did not count, each with its number and its records. A report without it would claim too much.</summary>
internal sealed class LimitList(CognitoAuditRequest request, AuditAnswers answers, ValueList<PoolReport> pools, AuditTotals totals, ScanStatistics scan)
{
    private readonly List<AuditLimit> _limits = [];

    public ValueList<AuditLimit> ToValueList()
    {
        Window();
        Pools();
        Links();
        Records();
        Objects();
        return _limits.ToValueList();
    }

    private void Window()
    {
        if (totals.RecordsRead == 0)
        {
            Add("no_records", 0, "There are no records in the logs.");
        }
        else if (pools.Count == 0)
        {
            Add("no_pool", 0, $"No record{(request.From is null && request.To is null ? "" : " of the window")} names an identity pool" + (request.Pool is null && request.Role is null ? "." : " that was asked for."));
        }
    }

    private void Pools()
    {
        foreach (var pool in pools.Where(pool => !pool.HasDataEvents))
        {
            Add("no_pool_data_events", 1, $"Pool {pool.Pool} has no data events: GetId, GetCredentialsForIdentity and GetOpenIdToken were not recorded, so only STS and the calls tell of it.");
        }
    }

    private void Links()
    {
        AddEvents("issue_without_use", answers.Issues.Where(issue => issue is { ErrorCode: null, Calls: 0 }).Select(issue => issue.EventIds[0]),
            count => $"{count:N0} issued {Plural(count, "key was", "keys were")} not seen in use: unused, or used for calls that the trail does not record.");
        AddEvents("use_without_issue", answers.Uses.Where(row => row.Use.Via == "stated").Select(row => row.Use.EventId),
            count => $"{count:N0} {Plural(count, "call was", "calls were")} made with keys whose issue was not seen: issued before the logs begin, elsewhere, or passed on by a service.");
        AddEvents("candidates", answers.Uses.Where(row => row.Use.Via is "role_and_session_name" or "role").Select(row => row.Use.EventId),
            count => $"{count:N0} {Plural(count, "call has", "calls have")} a role or session name of a pool and nothing that proves it; counted apart.");
        AddEvents("key_conflict", answers.Conflicts,
            count => $"{count:N0} {Plural(count, "call carries", "calls carry")} an issued key in a session that is not the issued one (other role or time); not counted.");
        AddEvents("issue_without_pool", answers.Issues.Where(issue => issue.Pool is null).Select(issue => issue.EventIds[0]),
            count => $"{count:N0} {Plural(count, "issue names", "issues name")} no pool.");
    }

    private void Records()
    {
        AddCount("repeated_records", totals.RepeatedRecords, "record was delivered again and counted once.", "records were delivered again and counted once.");
        AddCount("aggregates", totals.Aggregates, "summary (category Aggregated) is no call and was not counted.", "summaries (category Aggregated) are no calls and were not counted.");
        AddCount("insights", totals.Insights, "insight record is no call and was not counted.", "insight records are no calls and were not counted.");
        AddCount("records_without_time", totals.RecordsWithoutTime, "record has no eventTime and belongs to every window.", "records have no eventTime and belong to every window.");
        AddCount("records_skipped", totals.RecordsSkipped, "record could not be read and was skipped.", "records could not be read and were skipped.");
    }

    private void Objects()
    {
        AddCount("objects_left_out", totals.ObjectsLeftOut, "object is no log of CloudTrail's (a digest, an insight, another service's) and was left out.", "objects are no logs of CloudTrail's (digests, insights, other services') and were left out.");
        AddCount("objects_failed", totals.ObjectsFailed, "object could not be read, or not to its end.", "objects could not be read, or not to their end.");
        foreach (var problem in scan.Problems.Where(problem => !problem.IsLeftOut))
        {
            Add("unreadable", 1, $"{problem.Object}{(problem.ByteOffset is { } offset ? $" at byte {offset}" : "")}: {problem.Reason}");
        }
    }

    private static string Plural(int count, string one, string many) => count == 1 ? one : many;

    private void AddEvents(string id, IEnumerable<string> eventIds, Func<int, string> text)
    {
        var events = eventIds.ToValueList();
        if (events.Count > 0)
        {
            _limits.Add(new AuditLimit(id, events.Count, text(events.Count), events));
        }
    }

    private void AddCount(string id, long count, string one, string many)
    {
        if (count > 0)
        {
            Add(id, count, count == 1 ? $"1 {one}" : $"{count:N0} {many}");
        }
    }

    private void Add(string id, long count, string text) => _limits.Add(new AuditLimit(id, count, text, []));
}
