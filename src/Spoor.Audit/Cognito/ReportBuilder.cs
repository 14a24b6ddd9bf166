using Spoor.CloudTrail.Scan;
using Spoor.Sql;

namespace Spoor.Audit.Cognito;

/// <summary>Puts the answers of the statements together to a report.</summary>
internal sealed class ReportBuilder(CognitoAuditRequest request, AuditAnswers answers)
{
    private readonly List<UseEvent> _proved = [.. answers.Uses.Where(row => row.Use.Via is "key" or "stated").Select(row => row.Use)];
    private readonly List<UseEvent> _chained = [.. answers.Uses.Where(row => row.Use.Via == "chain").Select(row => row.Use)];

    public CognitoAuditReport Build(ScanStatistics statistics, TimeSpan elapsed)
    {
        var identities = Identities();
        var pools = Pools(identities);
        var evidence = answers.Evidence.Where(IsAskedFor).ToValueList();
        var totals = Totals(statistics, elapsed);
        var roles = Roles();
        return new CognitoAuditReport(
            new AuditScope(request.Logs, request.Pool, request.Role, Text(request.From), Text(request.To)),
            totals,
            pools,
            roles,
            identities,
            answers.Issues.ToValueList(),
            answers.Uses.Select(row => row.Use).ToValueList(),
            Chains(),
            evidence,
            new LimitList(request, answers, pools, totals, statistics).ToValueList());
    }

    private static string? Text(DateTimeOffset? time) => time is { } value ? AuditTime.Text(value) : null;

    private static string? Earliest(IEnumerable<string?> times) => times.Where(time => time is not null).Min(StringComparer.Ordinal);

    private static string? Latest(IEnumerable<string?> times) => times.Where(time => time is not null).Max(StringComparer.Ordinal);

    private static ValueList<string> Names(IEnumerable<string?> names) => names.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();

    /// <summary>STS records lie in the role's account, which for most sessions is the pool's.</summary>
    private static string? MostFrequent(IEnumerable<string?> accounts) =>
        accounts.OfType<string>().GroupBy(account => account).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;

    /// <summary>Cognito's records know no role, so with a role asked for only those of its pools and identities are reported.</summary>
    private bool IsAskedFor(EvidenceEvent told) => request.Role is null
        || (told.Identity is null ? PoolIds().Contains(told.Pool ?? "") : answers.Identities.Exists(identity => identity.Identity == told.Identity));

    private HashSet<string> PoolIds()
    {
        var used = answers.Issues.Select(issue => issue.Pool).Concat(_proved.Select(use => use.Pool)).Concat(_chained.Select(use => use.Pool)).OfType<string>();
        return request.Role is null ? [.. used, .. answers.PoolEvidence.Select(told => told.Pool)] : [.. used];
    }

    private ValueList<PoolReport> Pools(ValueList<IdentityReport> identities)
    {
        var evidence = answers.PoolEvidence.ToLookup(told => told.Pool);
        var issues = answers.Issues.ToLookup(issue => issue.Pool);
        var proved = _proved.ToLookup(use => use.Pool);
        var chained = _chained.ToLookup(use => use.Pool);
        var people = identities.ToLookup(identity => identity.Pool);
        return PoolIds().Order(StringComparer.Ordinal).Select(pool =>
        {
            var given = issues[pool].Where(issue => issue.ErrorCode is null).ToList();
            var calls = proved[pool].ToList();
            int Count(IdentityAccess access) => people[pool].Count(identity => identity.Access == access);
            return new PoolReport(
                pool,
                evidence[pool].Select(told => told.Account).FirstOrDefault(account => account is not null) ?? MostFrequent(issues[pool].Select(issue => issue.Account)) ?? MostFrequent(calls.Select(use => use.Account)),
                evidence[pool].Any(told => told.IsData),
                Names(given.Select(issue => issue.Flow)),
                given.Count,
                issues[pool].Count(issue => issue.ErrorCode is not null),
                given.Count(issue => issue.Calls == 0),
                calls.Count,
                calls.Count(use => use.ErrorCode is not null),
                chained[pool].Count(),
                Count(IdentityAccess.Guest),
                Count(IdentityAccess.Authenticated),
                Count(IdentityAccess.Unknown),
                Names(given.Select(issue => issue.Role).Concat(calls.Select(use => use.Role))),
                Earliest(evidence[pool].Select(told => told.FirstTime).Concat(issues[pool].Select(issue => issue.Time)).Concat(calls.Select(use => use.Time))),
                Latest(evidence[pool].Select(told => told.LastTime).Concat(issues[pool].Select(issue => issue.Time)).Concat(calls.Select(use => use.Time))));
        }).ToValueList();
    }

    private ValueList<RoleReport> Roles()
    {
        var actions = answers.Actions.ToLookup(row => (Certainty(row.Certainty), row.Role), row => row.Action);
        var uses = answers.Uses.ToLookup(row => (Certainty(row.Use), row.Use.Role ?? ""), row => row.Use.Pool);
        var issues = answers.Issues.Where(issue => issue is { ErrorCode: null, Role: not null }).ToLookup(issue => issue.Role ?? "");
        var roles = actions.Select(group => group.Key).Union(issues.Select(group => (Cognito.Certainty.Proved, group.Key)));
        return roles.OrderBy(key => key.Item1).ThenBy(key => key.Item2, StringComparer.Ordinal).Select(key =>
        {
            var own = key.Item1 == Cognito.Certainty.Proved ? issues[key.Item2].ToList() : [];
            var called = actions[key].ToValueList();
            return new RoleReport(
                key.Item2,
                key.Item1,
                Names(uses[key].Concat(own.Select(issue => issue.Pool))),
                own.Count,
                called.Sum(action => action.Calls),
                called.Sum(action => action.Errors),
                Earliest(called.Select(action => action.FirstTime)),
                Latest(called.Select(action => action.LastTime)),
                called);
        }).ToValueList();
    }

    private static Certainty Certainty(UseEvent use) => use.Via switch
    {
        "key" or "stated" => Cognito.Certainty.Proved,
        "chain" => Cognito.Certainty.Chained,
        _ => Cognito.Certainty.Candidate,
    };

    private static Certainty Certainty(string name) => name switch
    {
        "proved" => Cognito.Certainty.Proved,
        "chained" => Cognito.Certainty.Chained,
        _ => Cognito.Certainty.Candidate,
    };

    private ValueList<IdentityReport> Identities()
    {
        var providers = answers.Providers.ToLookup(row => row.Identity);
        return answers.Identities.Select(row => new IdentityReport(
            row.Identity,
            row.Pool,
            (IdentityAccess)row.Access,
            Names(providers[row.Identity].SelectMany(text => LoginProviders.OfLogins(text.Logins).Concat(LoginProviders.OfMethods(text.Methods)))),
            Names(providers[row.Identity].SelectMany(text => LoginProviders.SubsOfMethods(text.Methods))),
            row.Issues,
            row.Calls,
            row.FirstTime,
            row.LastTime)).ToValueList();
    }

    private ValueList<ChainLink> Chains()
    {
        var calls = _chained.GroupBy(use => use.AccessKeyId ?? "").ToDictionary(group => group.Key, group => group.Count());
        return answers.Uses
            .Where(row => row is { IssuedKey: not null, Use: { Via: "key" or "stated" or "chain", Service: "sts.amazonaws.com", Action: "AssumeRole", ErrorCode: null } })
            .Select(row => new ChainLink(
                row.Use.EventId, row.Use.Time, row.Depth + 1, row.Use.Pool, row.Use.Identity, row.Use.Role, row.AskedRole, row.IssuedKey, calls.GetValueOrDefault(row.IssuedKey ?? "")))
            .ToValueList();
    }

    private AuditTotals Totals(ScanStatistics scan, TimeSpan elapsed) => new(
        scan.ObjectsListed, scan.ObjectsLeftOut, scan.ObjectsRead, scan.ObjectsFailed, scan.BytesRead, scan.BytesDecompressed, scan.RecordsRead, scan.RecordsSkipped,
        answers.Totals.Records, answers.Totals.Repeated, answers.Totals.Aggregates, answers.Totals.Insights, answers.Totals.WithoutTime,
        answers.Totals.FirstTime, answers.Totals.LastTime, Math.Round(elapsed.TotalSeconds, 3));
}
