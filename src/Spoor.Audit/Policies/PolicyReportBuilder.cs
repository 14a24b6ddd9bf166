using Spoor.Audit.Logs;
using Spoor.Audit.Policies.Iam;
using Spoor.Audit.Reports;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;

namespace Spoor.Audit.Policies;

/// <summary>Puts a role's use together to a report.</summary>
internal sealed class PolicyReportBuilder(PolicyRequest request, string role, RoleUse use, IReadOnlySet<string> dataSources, ScanStatistics scan)
{
    /// <summary>Characters of a managed policy, without white space.</summary>
    private const int LongestManagedPolicy = 6144;

    public PolicyReport Build()
    {
        var used = use.Used.Select(pair => Used(pair.Key, pair.Value)).ToValueList();
        var unobserved = UnobservedTable.Find(dataSources, use.Used.Keys);
        var policy = PolicyWriter.Write(used);
        var characters = PolicyWriter.Characters(policy);
        return new PolicyReport(
            1,
            new PolicyScope(request.Logs, request.Role, role, Text(request.From), Text(request.To)) { WindowWords = request.WindowWords },
            Totals(),
            policy,
            characters,
            used,
            use.NoPermission.Select(pair => new PermissionlessCall(pair.Key, pair.Value.Calls, pair.Value.Note)).ToValueList(),
            use.Denied.Select(pair => Refused(pair.Key, pair.Value)).ToValueList(),
            use.Undecided.Select(pair => Refused(pair.Key, pair.Value)).ToValueList(),
            unobserved,
            use.PassedRoles.Select(pair => new PassedRole(pair.Key, pair.Value.Events, pair.Value.Examples)).ToValueList(),
            request.Current is { } current ? new PolicyComparer(current, used, unobserved).Compare() : null,
            Limits(characters).ToValueList());
    }

    private static string? Text(DateTimeOffset? time) => time is { } value ? AuditTime.Text(value) : null;

    private static UsedAction Used(string action, CallTally tally)
    {
        var resources = tally.Resources.ToPatterns();
        var breadth = tally.WithoutResource > 0 ? "unknown" : resources is ["*"] ? "any" : resources.Any(IamPattern.IsPattern) ? "pattern" : "exact";
        return new UsedAction(action, tally.Events, resources, breadth, tally.Calls, tally.FirstTime, tally.LastTime, tally.Examples, tally.Note);
    }

    private RefusedAction Refused(string action, CallTally tally) => new(
        action, tally.Events, tally.Errors, tally.Resources.ToPatterns(), tally.Calls, use.Used.ContainsKey(action), tally.FirstTime, tally.LastTime, tally.Examples);

    private PolicyTotals Totals()
    {
        var tallies = use.Used.Values.Concat(use.Denied.Values).Concat(use.Undecided.Values).Concat(use.NoPermission.Values).ToList();
        return new PolicyTotals(
            scan.ObjectsListed, scan.ObjectsRead, scan.ObjectsLeftOut, scan.ObjectsFailed, scan.RecordsSkipped,
            use.Outcomes.Values.Sum(), use.Outcomes[CallOutcome.Granted], use.Outcomes[CallOutcome.Denied], use.Outcomes[CallOutcome.Undecided],
            tallies.Select(tally => tally.FirstTime).Where(time => time is not null).Min(StringComparer.Ordinal),
            tallies.Select(tally => tally.LastTime).Where(time => time is not null).Max(StringComparer.Ordinal));
    }

    private IEnumerable<PolicyLimit> Limits(int characters)
    {
        var unknown = use.Used.Values.Sum(tally => tally.WithoutResource);
        (string Id, long Count, string Text)[] limits =
        [
            ("resource_unknown", unknown, "granted calls do not tell what they were made on; their actions are allowed on * (breadth unknown)."),
            ("other_events", use.OtherEvents, "events of the role are no calls of an API (sign-ins, a service's own events)."),
            ("unreadable_requests", use.UnreadableRequests, "requests or resources of records are no JSON; what they were made on is unknown."),
            ("too_long", characters > LongestManagedPolicy ? characters : 0, $"characters are more than a managed policy may have ({LongestManagedPolicy}); split it by statement."),
            ("objects_failed", scan.ObjectsFailed, "objects could not be read, or not to their end."),
            ("records_skipped", scan.RecordsSkipped, "records could not be read and were skipped."),
        ];
        return limits.Where(limit => limit.Count > 0).Select(limit => new PolicyLimit(limit.Id, limit.Count, $"{ReportNumbers.Number(limit.Count)} {limit.Text}"))
            .Concat(scan.LeftOut.Where(objects => objects.IsLookedInto).Select(objects => new PolicyLimit("objects_left_out", objects.Count, objects.ToSentence(name => name))))
            .Concat(scan.Problems.Where(problem => !problem.IsLeftOut).Select(problem => new PolicyLimit("unreadable", 1, $"{problem.Object}: {problem.Reason}")));
    }
}
