using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Logs;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;

namespace Spoor.Audit.Cognito.Build;

/// <summary>Puts the answers of the statements together to a report.</summary>
internal sealed class ReportBuilder(CognitoAuditRequest request, AuditAnswers answers, LogsListing listing)
{
    private readonly List<UseEvent> _proved = Uses(answers, Certainty.Proved);
    private readonly List<UseEvent> _chained = Uses(answers, Certainty.Chained);
    private readonly List<UseEvent> _candidates = Uses(answers, Certainty.Candidate);

    public CognitoAuditReport Build(ScanStatistics statistics, TimeSpan elapsed)
    {
        var evidence = answers.Evidence.Where(IsAskedFor).ToValueList();
        var identities = new IdentityBuilder(answers, evidence).Build();
        var pools = Pools(identities);
        var deliveries = new DeliveryCalendar(request, listing);
        var totals = Totals(statistics, deliveries, elapsed);
        return new CognitoAuditReport(
            new AuditScope(request.Logs, request.Pool, request.Role, Text(request.From), Text(request.To), request.LookBack.TotalHours) { WindowWords = request.WindowWords },
            totals,
            pools,
            Roles(),
            identities,
            answers.Issues.ToValueList(),
            answers.Sessions.ToValueList(),
            answers.Uses.Select(row => row.Use).ToValueList(),
            Chains(),
            evidence,
            answers.SignIns.ToValueList(),
            answers.ConfigChanges.ToValueList(),
            answers.Dormant.ToValueList(),
            new LimitList(request, answers, pools, totals, statistics, listing, deliveries).ToValueList());
    }

    private static List<UseEvent> Uses(AuditAnswers answers, Certainty certainty) => [.. answers.Uses.Where(row => row.Use.Certainty == certainty).Select(row => row.Use)];

    private static string? Text(DateTimeOffset? time) => time is { } value ? AuditTime.Text(value) : null;

    private static string? Earliest(IEnumerable<string?> times) => times.Where(time => time is not null).Min(StringComparer.Ordinal);

    private static string? Latest(IEnumerable<string?> times) => times.Where(time => time is not null).Max(StringComparer.Ordinal);

    private static ValueList<string> Names(IEnumerable<string?> names) => names.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();

    /// <summary>Cognito's records know no role, so with a role asked for only those of its pools and identities are reported.</summary>
    private bool IsAskedFor(EvidenceEvent told) => request.Role is null
        || (told.Identity is null ? ProvedPools().Contains(told.Pool ?? "") : answers.Identities.Exists(identity => identity.Identity == told.Identity));

    private HashSet<string> ProvedPools()
    {
        var used = answers.Issues.Select(issue => issue.Pool).Concat(_proved.Select(use => use.Pool)).Concat(_chained.Select(use => use.Pool)).OfType<string>();
        return request.Role is null ? [.. used, .. answers.PoolEvidence.Select(told => told.Pool)] : [.. used];
    }

    private ValueList<PoolReport> Pools(ValueList<IdentityReport> identities)
    {
        var proved = ProvedPools();
        var parts = new PoolParts(
            answers.PoolEvidence.ToLookup(told => told.Pool),
            answers.PoolFacts.ToDictionary(facts => facts.Pool, StringComparer.Ordinal),
            answers.Issues.ToLookup(issue => issue.Pool ?? ""),
            _proved.ToLookup(use => use.Pool ?? ""),
            _chained.ToLookup(use => use.Pool ?? ""),
            _candidates.ToLookup(use => use.Pool ?? ""),
            identities.ToLookup(identity => identity.Pool ?? ""),
            answers.Sources.ToLookup(row => row.Pool),
            answers.FirstEvents.ToLookup(first => first.Pool, first => first.EventId));
        return proved.Union(_candidates.Select(use => use.Pool).OfType<string>()).Order(StringComparer.Ordinal)
            .Select(pool => Pool(pool, proved.Contains(pool) ? Certainty.Proved : Certainty.Candidate, parts)).ToValueList();
    }

    private static PoolReport Pool(string pool, Certainty certainty, PoolParts parts)
    {
        var (evidence, issues, calls, people) = (parts.Evidence[pool].ToList(), parts.Issues[pool].ToList(), parts.Proved[pool].ToList(), parts.Identities[pool].ToList());
        var facts = parts.Facts.GetValueOrDefault(pool);
        var given = issues.Where(issue => issue.ErrorCode is null).ToList();
        int Count(IdentityAccess access) => people.Count(identity => identity.Access == access);
        return new PoolReport(
            pool,
            certainty,
            facts?.Account,
            facts?.HasDataEvents ?? false,
            facts?.Flows ?? [],
            given.Count,
            issues.Count - given.Count,
            given.Count(issue => issue.Calls == 0),
            calls.Count,
            calls.Count(use => use.ErrorCode is not null),
            parts.Chained[pool].Count(),
            parts.Candidates[pool].Count(),
            Count(IdentityAccess.Guest),
            Count(IdentityAccess.Authenticated),
            Count(IdentityAccess.Unknown),
            Names(people.SelectMany(identity => identity.Providers)),
            Names(given.Select(issue => issue.Role).Concat(calls.Select(use => use.Role))),
            Sources(parts.Sources[pool]),
            Earliest(evidence.Select(told => told.FirstTime).Concat(issues.Select(issue => issue.Time)).Concat(calls.Select(use => use.Time))),
            Latest(evidence.Select(told => told.LastTime).Concat(issues.Select(issue => issue.Time)).Concat(calls.Select(use => use.Time))),
            parts.FirstEvents[pool].ToValueList());
    }

    private static ValueList<SourceReport> Sources(IEnumerable<SourceRow> rows) => rows.GroupBy(row => row.SourceIp, StringComparer.Ordinal)
        .Select(group => new SourceReport(
            group.Key,
            Names(group.Select(row => row.UserAgent)),
            group.Sum(row => row.Issues),
            group.Sum(row => row.Calls),
            Earliest(group.Select(row => row.FirstTime)),
            Latest(group.Select(row => row.LastTime))))
        .OrderByDescending(source => source.Calls).ThenByDescending(source => source.Issues).ThenBy(source => source.SourceIp, StringComparer.Ordinal).ToValueList();

    private ValueList<RoleReport> Roles()
    {
        var actions = answers.Actions.ToLookup(row => (row.Certainty, row.Role), row => row.Action);
        var uses = answers.Uses.ToLookup(row => (row.Use.Certainty, row.Use.Role ?? ""), row => row.Use);
        var issues = answers.Issues.Where(issue => issue is { ErrorCode: null, Role: not null }).ToLookup(issue => issue.Role ?? "");
        var roles = actions.Select(group => group.Key).Union(issues.Select(group => (Certainty.Proved, group.Key)));
        return roles.OrderBy(key => key.Item1).ThenBy(key => key.Item2, StringComparer.Ordinal).Select(key =>
        {
            var own = key.Item1 == Certainty.Proved ? issues[key.Item2].ToList() : [];
            var called = actions[key].ToValueList();
            return new RoleReport(
                key.Item2,
                key.Item1,
                Names(uses[key].Select(use => use.Pool).Concat(own.Select(issue => issue.Pool))),
                Names(uses[key].Select(use => use.Identity).Concat(own.Select(issue => issue.Identity))),
                own.Count,
                called.Sum(action => action.Calls),
                called.Sum(action => action.Granted),
                called.Sum(action => action.Errors),
                Names(called.Select(action => action.Service)),
                Earliest(called.Select(action => action.FirstTime)),
                Latest(called.Select(action => action.LastTime)),
                called);
        }).ToValueList();
    }

    private ValueList<ChainLink> Chains()
    {
        var calls = _chained.GroupBy(use => use.AccessKeyId ?? "").ToDictionary(group => group.Key, group => group.Count());
        return answers.Uses
            .Where(row => row is { IssuedKey: not null, Use: { Certainty: Certainty.Proved or Certainty.Chained, Service: "sts.amazonaws.com", ErrorCode: null } })
            .Select(row => new ChainLink(
                row.Use.EventId, row.Use.Certainty, row.Use.Time, row.Use.Action, row.Use.Depth + 1, row.Use.Pool, row.Use.Identity, row.Use.Role, row.AskedRole, row.IssuedKey,
                calls.GetValueOrDefault(row.IssuedKey ?? "")))
            .ToValueList();
    }

    private AuditTotals Totals(ScanStatistics scan, DeliveryCalendar deliveries, TimeSpan elapsed) => new(
        scan.ObjectsListed + listing.LeftBeside + listing.LeftBefore, scan.ObjectsLeftOut + listing.LeftBeside + listing.LeftBefore, scan.ObjectsRead, scan.ObjectsFailed, scan.BytesRead, scan.BytesDecompressed,
        scan.RecordsRead, scan.RecordsSkipped, scan.RecordsInWindow, scan.FirstTime, scan.LastTime,
        answers.Totals.Records, answers.Totals.Repeated, answers.Totals.Aggregates, answers.Totals.Insights, answers.Totals.WithoutTime,
        answers.Totals.FirstTime, answers.Totals.LastTime, deliveries.FirstDay, deliveries.LastDay, Math.Round(elapsed.TotalSeconds, 3));

    /// <summary>What is known of pools, by pool.</summary>
    private sealed record PoolParts(
        ILookup<string, PoolEvidence> Evidence, Dictionary<string, PoolFacts> Facts, ILookup<string, IssueEvent> Issues, ILookup<string, UseEvent> Proved, ILookup<string, UseEvent> Chained,
        ILookup<string, UseEvent> Candidates, ILookup<string, IdentityReport> Identities, ILookup<string, SourceRow> Sources, ILookup<string, string> FirstEvents);
}
