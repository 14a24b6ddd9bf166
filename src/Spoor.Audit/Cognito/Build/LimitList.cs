using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Logs;
using Spoor.Audit.Reports;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;

namespace Spoor.Audit.Cognito.Build;

/// <summary>What an audit could not see or did not count, each with its number and its records. A report without it would claim too much.</summary>
internal sealed class LimitList(CognitoAuditRequest request, AuditAnswers answers, ValueList<PoolReport> pools, AuditTotals totals, ScanStatistics scan, LogsListing listing,
    DeliveryCalendar deliveries)
{
    private const int MostNamesShown = 5;

    /// <summary>Services with calls that a trail records only when data events are switched on for them.</summary>
    /// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html"/>
    private static readonly (string Service, string Calls)[] s_dataServices =
    [
        ("s3.amazonaws.com", "objects of S3"),
        ("dynamodb.amazonaws.com", "items of DynamoDB"),
        ("lambda.amazonaws.com", "Invoke of Lambda"),
        ("sqs.amazonaws.com", "messages of SQS"),
        ("sns.amazonaws.com", "messages of SNS"),
        ("kinesis.amazonaws.com", "records of Kinesis"),
        ("cognito-identity.amazonaws.com", "identities of Cognito"),
        ("appsync.amazonaws.com", "GraphQL of AppSync"),
        ("bedrock.amazonaws.com", "agents and guardrails of Bedrock"),
        ("iot.amazonaws.com", "things and certificates of IoT"),
    ];

    private readonly List<AuditLimit> _limits = [];

    public ValueList<AuditLimit> ToValueList()
    {
        Window();
        Asked();
        Pools();
        Services();
        Deliveries();
        Links();
        Records();
        Objects();
        return _limits.ToValueList();
    }

    private static string Time(DateTimeOffset? time) => time is { } known ? AuditTime.Text(known) : "";

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

    private void Asked()
    {
        var unknown = AskedNames.Unknown(request, answers).ToList();
        foreach (var (kind, name) in unknown)
        {
            Add($"unknown_{kind}", 1, $"{AskedNames.Sentence(kind, name)}. {AskedNames.Suggestion(kind, name, answers)}");
        }

        if (request.Pool is { } pool && pools.Count == 0 && !unknown.Contains(("pool", pool)))
        {
            AddNotUsed("pool", pool, name => name == pool);
        }

        if (request.Role is { } role && answers.Issues.Count == 0 && answers.Uses.Count == 0 && !unknown.Contains(("role", role)))
        {
            AddNotUsed("role", role, name => AskedNames.IsRole(name, role));
        }
    }

    private void AddNotUsed(string kind, string asked, Func<string, bool> isAsked)
    {
        var last = answers.Dormant.Where(dormant => dormant.Kind == kind && isAsked(dormant.Name)).OrderBy(dormant => dormant.LastTime, StringComparer.Ordinal).LastOrDefault();
        Add($"{kind}_not_used", 1, $"{char.ToUpperInvariant(kind[0])}{kind[1..]} {asked} is known{(last is null ? "" : $", {last.Last}")}, and was not used in this window.");
    }

    private void Services()
    {
        if (answers.Uses.Count == 0)
        {
            return;
        }

        var seen = s_dataServices.Where(service => answers.DataServices.Contains(service.Service)).Select(service => service.Calls).ToList();
        var unseen = s_dataServices.Where(service => !answers.DataServices.Contains(service.Service)).Select(service => service.Calls).ToList();
        Add(
            "data_event_services",
            unseen.Count,
            $"Calls on {string.Join(", ", unseen)} are data events, and none by these sessions was seen: unused, or not recorded."
            + (seen.Count == 0 ? "" : $" Seen: {string.Join(", ", seen)}."));
    }

    private void Deliveries()
    {
        if (deliveries.BeginsBefore is var (from, firstDay))
        {
            Add("window_before_logs", 1, $"The window begins with {Time(from)}, and the first object is of {ReportNumbers.Day(firstDay)}: what happened before is not in the logs.");
        }

        foreach (var (account, region, days) in deliveries.Missing())
        {
            Add("missing_delivery", days.Count, $"Account {account}, {region}: nothing was delivered on {DeliveryCalendar.Describe(days, MostNamesShown)}: no calls, or logs are missing.");
        }
    }

    private void Pools()
    {
        foreach (var pool in pools.Where(pool => pool is { HasDataEvents: false, Certainty: Certainty.Proved }))
        {
            Add("no_pool_data_events", 1, $"Pool {pool.Pool} has no data events: GetId, GetCredentialsForIdentity and GetOpenIdToken were not recorded, so only STS and the calls tell of it.");
        }
    }

    private void Links()
    {
        AddIssues("issue_without_use", answers.Issues.Where(issue => issue is { ErrorCode: null, Calls: 0 }),
            count => $"{count:N0} issued {Plural(count, "key was", "keys were")} not seen in use: unused, or used for calls that the trail does not record.");
        AddEvents("use_without_issue", answers.Uses.Where(row => row.Use.Via == "stated").Select(row => row.Use.EventId),
            count => $"{count:N0} {Plural(count, "call was", "calls were")} made with keys whose issue was not seen: issued before the logs begin, elsewhere, or passed on by a service.");
        AddEvents("candidates", answers.Uses.Where(row => row.Use.Certainty == Certainty.Candidate).Select(row => row.Use.EventId),
            count => $"{count:N0} {Plural(count, "call has", "calls have")} a role or session name of a pool and nothing that proves it; counted apart.");
        AddEvents("key_conflict", answers.Conflicts,
            count => $"{count:N0} {Plural(count, "call carries", "calls carry")} an issued key in a session that is not the issued one (other role or time); not counted.");
        IdentityConflicts();
        AddIssues("issue_without_pool", answers.Issues.Where(issue => issue.Pool is null),
            count => $"{count:N0} {Plural(count, "issue names", "issues name")} no pool.");
    }

    private void IdentityConflicts()
    {
        var issues = answers.Issues.Where(issue => issue.OtherIdentities.Count > 0).ToList();
        var shown = issues.Take(MostNamesShown).Select(issue => $"{issue.Identity ?? "nobody"} (others named: {string.Join(", ", issue.OtherIdentities)})");
        var told = issues.Count == 0 ? ""
            : $"{issues.Count:N0} {Plural(issues.Count, "issue has", "issues have")} records that name several identities, as when another was asked for than was answered. The answer counts: "
                + $"{string.Join("; ", shown)}{(issues.Count > MostNamesShown ? "; and others" : "")}.";
        var calls = answers.IdentityConflicts.Count;
        var stated = calls == 0 ? "" : $"{calls:N0} {Plural(calls, "call states", "calls state")} another identity than the one to which the key was handed out, and {Plural(calls, "is", "are")} counted as its own.";
        AddEvents("identity_conflict", issues.SelectMany(issue => issue.EventIds).Concat(answers.IdentityConflicts), _ => $"{told} {stated}".Trim());
    }

    private void Records()
    {
        AddCount("repeated_records", totals.RepeatedRecords, "record was delivered again and counted once.", "records were delivered again and counted once.");
        AddCount("records_without_id", answers.Totals.WithoutId, "record has no eventID (missing, empty or masked) and was counted by itself: it may be a copy.", "records have no eventID (missing, empty or masked) and were counted each: some may be copies.");
        AddCount("conflicting_ids", answers.Totals.ConflictingIds, "record has the eventID of another that tells of another call, and was counted too.", "records have the eventID of another that tells of another call, and were counted too.");
        AddCount("corrected_records", answers.Totals.Corrected, "record was replaced by its correction (addendum, UPDATED_DATA).", "records were replaced by their corrections (addendum, UPDATED_DATA).");
        AddCount("shared_records", answers.Totals.Copies, "record is another account's of a call that was counted once (sharedEventID).", "records are other accounts' of calls that were counted once (sharedEventID).");
        AddCount("aggregates", totals.Aggregates, "summary (category Aggregated) is no call and was not counted.", "summaries (category Aggregated) are no calls and were not counted.");
        AddCount("insights", totals.Insights, "insight record is no call and was not counted.", "insight records are no calls and were not counted.");
        AddCount("records_without_time", totals.RecordsWithoutTime, "record has no eventTime and belongs to every window.", "records have no eventTime and belong to every window.");
        AddCount("invalid_utf8", scan.RecordsRepaired, "record has bytes that are not UTF-8; U+FFFD stands in their place.", "records have bytes that are not UTF-8; U+FFFD stands in their place.");
        AddCount("records_skipped", totals.RecordsSkipped, "record could not be read and was skipped.", "records could not be read and were skipped.");
    }

    private void Objects()
    {
        AddCount(
            "objects_before_history",
            listing.LeftBefore,
            $"object was delivered before {Time(request.ReadHistory.From)} and was not read: configuration, issues and use from before that are not known.",
            $"objects were delivered before {Time(request.ReadHistory.From)} and were not read: configuration, issues and use from before that are not known.");
        foreach (var leftOut in scan.LeftOut.OrderBy(objects => objects.Reason, StringComparer.Ordinal))
        {
            Add("objects_left_out", leftOut.Count, leftOut.ToSentence(name => LogsTable.WithNamesBelow(request.Logs, name)));
        }

        AddCount("objects_beside", listing.LeftBeside, "object lies beside the AWSLogs/ trees and was left out.", "objects lie beside the AWSLogs/ trees and were left out.");
        AddCount("objects_failed", totals.ObjectsFailed, "object could not be read, or not to its end.", "objects could not be read, or not to their end.");
        foreach (var problem in scan.Problems.Where(problem => !problem.IsLeftOut))
        {
            Add("unreadable", 1, $"{LogsTable.WithNamesBelow(request.Logs, problem.Object)}{(problem.ByteOffset is { } offset ? $" at byte {offset}" : "")}: {problem.Reason}");
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

    /// <summary>Counts issues and names all their records, of which one of the enhanced flow has two.</summary>
    private void AddIssues(string id, IEnumerable<IssueEvent> issues, Func<int, string> text)
    {
        var meant = issues.ToList();
        if (meant.Count > 0)
        {
            _limits.Add(new AuditLimit(id, meant.Count, text(meant.Count), meant.SelectMany(issue => issue.EventIds).ToValueList()));
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
