using Spoor.Audit.Cognito.Model;
using Spoor.Core.Collections;
using static Spoor.Audit.Reports.ReportNumbers;

namespace Spoor.Audit.Cognito.Build;

/// <summary>Narrows a report to what was asked for, in all its parts, and says what that left out.</summary>
/// <remarks>
/// A call, an issue or a record is judged by itself; identities, sessions, roles, pools and chains are what is left of these. What stands of the reading (totals, limits) stays whole,
/// so that no filter makes it look complete.
/// </remarks>
internal sealed class ReportFilter
{
    private readonly CognitoAuditReport _report;
    private readonly AuditFilter _filter;
    private readonly Dictionary<string, IdentityAccess> _access;
    private readonly HashSet<string>? _users;
    private readonly string? _service;

    private ReportFilter(CognitoAuditReport report, AuditFilter filter)
    {
        (_report, _filter) = (report, filter);
        _access = report.Identities.GroupBy(identity => identity.Identity, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Max(identity => identity.Access), StringComparer.Ordinal);
        _users = filter.User is { } user
            ? [.. report.Identities.Where(identity => identity.Users.Any(link => link.UserSub == user)).Select(identity => identity.Identity), .. report.SignIns.Where(signIn => signIn.UserName == user || signIn.UserSub == user).Select(signIn => signIn.Identity)]
            : null;
        _service = filter.Service is { } service ? (service.Contains('.', StringComparison.Ordinal) ? service : $"{service}.amazonaws.com") : null;
    }

    /// <summary>The report of what the filter lets through.</summary>
    public static CognitoAuditReport Apply(CognitoAuditReport report, AuditFilter filter) => filter == AuditFilter.None ? report : new ReportFilter(report, filter).Apply();

    private CognitoAuditReport Apply()
    {
        var uses = _report.Uses.Where(Takes).ToValueList();
        var issues = Issues(uses);
        var evidence = _report.Evidence.Where(told => Takes(told.Pool, told.Identity, null, [told.Account], [RegionOf(told.Pool ?? told.Identity)]) && (_service is null or "cognito-identity.amazonaws.com")).ToValueList();
        var active = uses.Select(use => use.Identity).Concat(issues.Select(issue => issue.Identity)).Concat(evidence.Select(told => told.Identity)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var signIns = _report.SignIns.Where(signIn => active.Contains(signIn.Identity) && TakesPool(signIn.Pool)).ToValueList();
        var events = uses.SelectMany(use => use.EventIds).Concat(issues.SelectMany(issue => issue.EventIds)).Concat(evidence.Select(told => told.EventId)).Concat(signIns.Select(signIn => signIn.EventId))
            .ToHashSet(StringComparer.Ordinal);
        var identities = Identities(active, uses, issues, events);
        var sessions = Sessions(uses, issues);
        var roles = Roles(uses, issues);
        var changes = Changes(uses, issues, evidence);
        events.UnionWith(changes.Select(change => change.EventId));
        var narrowed = _report with
        {
            Scope = _report.Scope with { Filters = _filter.Words },
            Uses = uses,
            Issues = issues,
            Evidence = evidence,
            SignIns = signIns,
            Identities = identities,
            Sessions = sessions,
            Roles = roles,
            // What a pool is, more records tell than are in the report; nothing of it is lost where whole pools are taken.
            Pools = _filter with { Pools = [] } == AuditFilter.None ? _report.Pools.Where(pool => TakesPool(pool.Pool)).ToValueList() : Pools(uses, issues, evidence, identities),
            Chains = Chains(uses),
            ConfigChanges = changes,
            Dormant = _report.Dormant.Where(dormant => TakesPool(dormant.Kind == "pool" ? dormant.Name : dormant.Pool)).ToValueList(),
            Findings = _report.Findings.Where(finding => finding.EventIds.Any(events.Contains) && TakesPool(finding.Pool)).ToValueList(),
        };
        return narrowed with { Limits = [LeftOut(narrowed), .. _report.Limits] };
    }

    private static string? RegionOf(string? id) => id is not null && id.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? id[..colon] : null;

    private static string? Earliest(IEnumerable<string?> times) => times.Where(time => time is not null).Min(StringComparer.Ordinal);

    private static string? Latest(IEnumerable<string?> times) => times.Where(time => time is not null).Max(StringComparer.Ordinal);

    private static ValueList<string> Names(IEnumerable<string?> names) => names.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();

    private static IdentityAccess AccessOf(string? access) => access switch
    {
        "authenticated" => IdentityAccess.Authenticated,
        "guest" => IdentityAccess.Guest,
        _ => IdentityAccess.Unknown,
    };

    private bool TakesPool(string? pool) => _filter.Pools.Count == 0 || (pool is not null && _filter.Pools.Contains(pool));

    private bool Takes(string? pool, string? identity, string? access, string?[] accounts, string?[] regions) =>
        TakesPool(pool)
        && (_filter.Access is not { } asked || (identity is not null && _access.TryGetValue(identity, out var known) ? known : AccessOf(access)) == asked)
        && (_filter.Identity is null || identity == _filter.Identity)
        && (_users is null || (identity is not null && _users.Contains(identity)))
        && (_filter.Account is null || accounts.Contains(_filter.Account))
        && (_filter.Region is null || regions.Contains(_filter.Region));

    private bool Takes(UseEvent use) => Takes(use.Pool, use.Identity, use.Access, [use.Account, use.CallerAccount], [use.Region]) && (_service is null || use.Service == _service);

    /// <summary>An issue is no call of a service: with a service asked for, those stand that handed out the keys of its calls, or of the chains that led there.</summary>
    private ValueList<IssueEvent> Issues(ValueList<UseEvent> uses)
    {
        var behind = uses.Select(use => use.IssueEventId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var keys = Ancestors(uses);
        return _report.Issues.Where(issue => _service is null
            ? Takes(issue.Pool, issue.Identity, issue.Access, [issue.Account], [issue.Region])
            : issue.EventIds.Any(behind.Contains) || (issue.AccessKeyId is { } key && keys.Contains(key))).ToValueList();
    }

    /// <summary>The keys of calls, and of the sessions behind whose role chains they stand.</summary>
    private HashSet<string> Ancestors(ValueList<UseEvent> uses)
    {
        var parents = _report.Sessions.Where(session => session.ParentKey is not null).GroupBy(session => session.AccessKeyId, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().ParentKey, StringComparer.Ordinal);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var use in uses)
        {
            for (var key = use.AccessKeyId; key is not null && keys.Add(key); key = parents.GetValueOrDefault(key))
            {
            }
        }

        return keys;
    }

    private ValueList<IdentityReport> Identities(HashSet<string> active, ValueList<UseEvent> uses, ValueList<IssueEvent> issues, HashSet<string> events)
    {
        var calls = uses.Where(use => use is { Certainty: Certainty.Proved, Identity: not null }).ToLookup(use => use.Identity ?? "");
        var given = issues.Where(issue => issue is { ErrorCode: null, Identity: not null }).ToLookup(issue => issue.Identity ?? "");
        return _report.Identities.Where(identity => active.Contains(identity.Identity) && TakesPool(identity.Pool)).Select(identity =>
        {
            var timeline = identity.Timeline.Where(entry => events.Contains(entry.EventId) || (entry.CognitoEventId is { } cognito && events.Contains(cognito))).ToValueList();
            return identity with
            {
                Issues = given[identity.Identity].Count(),
                Calls = calls[identity.Identity].Count(),
                Timeline = timeline,
                Roles = Names(timeline.Where(entry => entry.Kind is "issue" or "call").Select(entry => entry.Role)),
                Sources = Names(timeline.Where(entry => entry.Kind is not ("chained_call" or "candidate_call")).Select(entry => entry.SourceIp)),
                FirstTime = Earliest(timeline.Select(entry => entry.Time)),
                LastTime = Latest(timeline.Select(entry => entry.Time)),
            };
        }).OrderByDescending(identity => identity.Calls).ToValueList();
    }

    private ValueList<SessionReport> Sessions(ValueList<UseEvent> uses, ValueList<IssueEvent> issues)
    {
        var calls = uses.Where(use => use.AccessKeyId is not null).ToLookup(use => use.AccessKeyId ?? "");
        var given = issues.Select(issue => issue.AccessKeyId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var handedOut = uses.SelectMany(use => use.EventIds).ToHashSet(StringComparer.Ordinal);
        return _report.Sessions.Where(session => calls.Contains(session.AccessKeyId) || given.Contains(session.AccessKeyId) || (session.Depth > 0 && session.EventIds.Any(handedOut.Contains))).Select(session => session with
        {
            Calls = calls[session.AccessKeyId].Count(),
            Errors = calls[session.AccessKeyId].Count(use => use.ErrorCode is not null),
            FirstTime = Earliest(calls[session.AccessKeyId].Select(use => use.Time)),
            LastTime = Latest(calls[session.AccessKeyId].Select(use => use.Time)),
        }).ToValueList();
    }

    private ValueList<RoleReport> Roles(ValueList<UseEvent> uses, ValueList<IssueEvent> issues)
    {
        var calls = uses.ToLookup(use => (use.Certainty, Role: use.Role ?? ""));
        var given = issues.Where(issue => issue is { ErrorCode: null, Role: not null }).ToLookup(issue => issue.Role ?? "");
        return _report.Roles.Select(role =>
        {
            var own = calls[(role.Certainty, role.Role)].ToList();
            var issued = role.Certainty == Certainty.Proved ? given[role.Role].ToList() : [];
            return role with
            {
                Pools = Names(own.Select(use => use.Pool).Concat(issued.Select(issue => issue.Pool))),
                Identities = Names(own.Select(use => use.Identity).Concat(issued.Select(issue => issue.Identity))),
                Issues = issued.Count,
                Calls = own.Count,
                Granted = own.Count(use => use.ErrorCode is null),
                Errors = own.Count(use => use.ErrorCode is not null),
                Services = Names(own.Select(use => use.Service ?? "")),
                FirstTime = Earliest(own.Select(use => use.Time)),
                LastTime = Latest(own.Select(use => use.Time)),
                Actions = Actions(own),
            };
        }).Where(role => role.Calls > 0 || role.Issues > 0).ToValueList();
    }

    private static ValueList<ActionReport> Actions(List<UseEvent> calls) => calls.GroupBy(use => (Service: use.Service ?? "", Action: use.Action ?? ""))
        .Select(group => new ActionReport(
            group.Key.Service, group.Key.Action, group.Count(), group.Count(use => use.ErrorCode is null), group.Count(use => use.ErrorCode is not null),
            Earliest(group.Select(use => use.Time)), Latest(group.Select(use => use.Time))))
        .OrderByDescending(action => action.Calls).ThenBy(action => action.Service, StringComparer.Ordinal).ThenBy(action => action.Action, StringComparer.Ordinal).ToValueList();

    private ValueList<PoolReport> Pools(ValueList<UseEvent> uses, ValueList<IssueEvent> issues, ValueList<EvidenceEvent> evidence, ValueList<IdentityReport> identities) => _report.Pools.Select(pool =>
    {
        var own = uses.Where(use => use.Pool == pool.Pool).ToList();
        var proved = own.Where(use => use.Certainty == Certainty.Proved).ToList();
        var tried = issues.Where(issue => issue.Pool == pool.Pool).ToList();
        var given = tried.Where(issue => issue.ErrorCode is null).ToList();
        var told = evidence.Where(record => record.Pool == pool.Pool).ToList();
        var people = identities.Where(identity => identity.Pool == pool.Pool).ToList();
        var times = proved.Select(use => use.Time).Concat(tried.Select(issue => issue.Time)).Concat(told.Select(record => record.Time)).ToList();
        return (IsSeen: own.Count + tried.Count + told.Count > 0, Report: pool with
        {
            Issues = given.Count,
            FailedIssues = tried.Count - given.Count,
            UnusedIssues = given.Count(issue => issue.Calls == 0),
            Calls = proved.Count,
            Errors = proved.Count(use => use.ErrorCode is not null),
            ChainedCalls = own.Count(use => use.Certainty == Certainty.Chained),
            CandidateCalls = own.Count(use => use.Certainty == Certainty.Candidate),
            Guests = people.Count(identity => identity.Access == IdentityAccess.Guest),
            SignedIn = people.Count(identity => identity.Access == IdentityAccess.Authenticated),
            Unknown = people.Count(identity => identity.Access == IdentityAccess.Unknown),
            Providers = Names(people.SelectMany(identity => identity.Providers)),
            Roles = Names(given.Select(issue => issue.Role).Concat(proved.Select(use => use.Role))),
            Sources = Sources(proved, tried),
            FirstTime = Earliest(times),
            LastTime = Latest(times),
            EventIds = tried.Select(issue => (issue.Time, issue.EventId)).Concat(proved.Select(use => (use.Time, use.EventId))).Concat(told.Select(record => (record.Time, record.EventId)))
                .OrderBy(named => named.Time, StringComparer.Ordinal).ThenBy(named => named.EventId, StringComparer.Ordinal).Select(named => named.EventId).Distinct(StringComparer.Ordinal).Take(10).ToValueList(),
        });
    }).Where(pool => pool.IsSeen).Select(pool => pool.Report).ToValueList();

    private static ValueList<SourceReport> Sources(List<UseEvent> calls, List<IssueEvent> issues) =>
        calls.Select(use => (use.SourceIp, use.UserAgent, use.Time, Issues: 0, Calls: 1)).Concat(issues.Select(issue => (issue.SourceIp, issue.UserAgent, issue.Time, Issues: 1, Calls: 0)))
            .Where(seen => seen.SourceIp is not null)
            .GroupBy(seen => seen.SourceIp ?? "", StringComparer.Ordinal)
            .Select(group => new SourceReport(
                group.Key, Names(group.Select(seen => seen.UserAgent)), group.Sum(seen => seen.Issues), group.Sum(seen => seen.Calls), Earliest(group.Select(seen => seen.Time)), Latest(group.Select(seen => seen.Time))))
            .OrderByDescending(source => source.Calls).ThenByDescending(source => source.Issues).ThenBy(source => source.SourceIp, StringComparer.Ordinal).ToValueList();

    private ValueList<ChainLink> Chains(ValueList<UseEvent> uses)
    {
        var seen = uses.Select(use => use.EventId).ToHashSet(StringComparer.Ordinal);
        var calls = uses.Where(use => use.Certainty == Certainty.Chained).ToLookup(use => use.AccessKeyId ?? "");
        return _report.Chains.Where(chain => seen.Contains(chain.EventId) || (chain.AccessKeyId is { } key && calls.Contains(key)))
            .Select(chain => chain with { Calls = chain.AccessKeyId is { } key ? calls[key].Count() : 0 }).ToValueList();
    }

    /// <summary>Configuration is no identity's: it stands with the pools and roles that stand.</summary>
    private ValueList<ConfigChange> Changes(ValueList<UseEvent> uses, ValueList<IssueEvent> issues, ValueList<EvidenceEvent> evidence)
    {
        var pools = uses.Select(use => use.Pool).Concat(issues.Select(issue => issue.Pool)).Concat(evidence.Select(told => told.Pool)).Concat(_filter.Pools).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var roles = uses.Select(use => use.Role).Concat(issues.Select(issue => issue.Role)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return _report.ConfigChanges.Where(change =>
            (_filter.Account is null || change.Account == _filter.Account)
            && (change.Pool is { } pool ? pools.Contains(pool) : change.Role is { } role ? roles.Contains(role) : pools.Count > 0)).ToValueList();
    }

    private AuditLimit LeftOut(CognitoAuditReport narrowed)
    {
        (string One, string Many, int All, int Kept)[] parts =
        [
            ("call", "calls", _report.Uses.Count, narrowed.Uses.Count), ("issue of credentials", "issues of credentials", _report.Issues.Count, narrowed.Issues.Count),
            ("identity", "identities", _report.Identities.Count, narrowed.Identities.Count), ("finding", "findings", _report.Findings.Count, narrowed.Findings.Count),
        ];
        var without = string.Join(", ", parts.Select(part => $"{Number(part.Kept)} of {Count(part.All, part.One, part.Many)}"));
        var filters = string.Join(", ", _filter.Words);
        return narrowed.Uses.Count + narrowed.Issues.Count + narrowed.Evidence.Count == 0
            ? new AuditLimit("nothing_under_filter", _report.Uses.Count, $"Nothing that was read fits the filters ({filters}). That is said of the filters, not of the logs: without them there are {string.Join(", ", parts.Select(part => Count(part.All, part.One, part.Many)))}.", [])
            : new AuditLimit("filtered", _report.Uses.Count - narrowed.Uses.Count, $"Filters are set ({filters}): {without} are reported. Findings come of all calls, and stand where a record that shows them stands. All below is said of the whole reading.", []);
    }
}
