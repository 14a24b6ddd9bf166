using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Engine.Sessions;
using static Spoor.Audit.Reports.ReportNumbers;

namespace Spoor.Audit.Traces;

/// <summary>Follows an id that no identity pool gave: who it belongs to as records say it, who issued the key, and what was called.</summary>
/// <remarks>The issuer of a key is looked for up to the first that the logs do not know; each step reads the logs again, as the key to look for is known by then.</remarks>
internal sealed class PrincipalTrace
{
    private const int MostIssuers = 8;
    private const int MostKeys = 100;
    private const int MostNamed = 20;

    private readonly TraceRequest _request;
    private readonly PrincipalTally _tally;
    private readonly List<PrincipalRecord> _issuers = [];

    private PrincipalTrace(TraceRequest request, PrincipalTally tally) => (_request, _tally) = (request, tally);

    /// <summary>The trace of an id; null when no record names it.</summary>
    public static async Task<TraceReport?> RunAsync(TraceRequest request, EngineOptions options, CancellationToken cancellationToken)
    {
        var (tallies, read) = await PrincipalReading.ReadAsync(request, [request.Id], options, cancellationToken);
        if (tallies[0] is { Found: null, Issues.Count: 0 })
        {
            return null;
        }

        var trace = new PrincipalTrace(request, tallies[0]);
        await trace.FollowIssuersAsync(options, cancellationToken);
        return trace.Report(read);
    }

    /// <summary>Who used a key, as records say it.</summary>
    public static async Task<ValueList<TracePrincipal>> OwnersAsync(TraceRequest request, EngineOptions options, CancellationToken cancellationToken)
    {
        var (tallies, _) = await PrincipalReading.ReadAsync(request, [request.Id], options, cancellationToken);
        return Principals(tallies[0].Found);
    }

    /// <summary>What callers of a tally are, each with all of its keys.</summary>
    internal static ValueList<TracePrincipal> Principals(KindTally? found) => (found?.Callers ?? [])
        .GroupBy(caller => (caller.Sample.Type, caller.Arn, caller.Sample.Account))
        .Select(group => Principal([.. group]))
        .OrderByDescending(principal => principal.Calls).ThenBy(principal => principal.Arn, StringComparer.Ordinal)
        .ToValueList();

    private async Task FollowIssuersAsync(EngineOptions options, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { _request.Id };
        var issue = _tally.Issues.OrderBy(record => record.Time, StringComparer.Ordinal).LastOrDefault();
        while (issue is not null && _issuers.Count < MostIssuers)
        {
            _issuers.Add(issue);
            if (issue.AccessKeyId is not { } key || !seen.Add(key))
            {
                return;
            }

            var (tallies, _) = await PrincipalReading.ReadAsync(_request, [key], options, cancellationToken);
            issue = tallies[0].Issues.OrderBy(record => record.Time, StringComparer.Ordinal).LastOrDefault();
        }
    }

    private TraceReport Report(ScanStatistics read)
    {
        var found = _tally.Found;
        var principals = Principals(found);
        var scope = new TraceScope(_request.Logs, _request.Id, TraceAudit.Text(_request.From), TraceAudit.Text(_request.To)) { WindowWords = _request.WindowWords };
        var timeline = _tally.Issues.Concat(found?.Events ?? []).DistinctBy(record => record.EventId)
            .OrderBy(record => record.Time, StringComparer.Ordinal).ThenBy(record => record.EventId, StringComparer.Ordinal).Select(Event).ToValueList();
        return new TraceReport(
            1, scope, new TraceMatch(found?.Kind ?? PrincipalKinds.AccessKey, _tally.Also, 0), Tree(found), timeline, TraceAudit.Totals(read), TraceAudit.Unread(read))
        {
            Principals = principals,
            EventsLeftOut = found?.EventsLeftOut ?? 0,
        };
    }

    // From the first issuer that is known down to the id, and below it the callers and their keys.
    private ValueList<TraceNode> Tree(KindTally? found)
    {
        var nodes = found?.Kind == PrincipalKinds.AccessKey || found is null
            ? [new TraceNode("session", _request.Id, KeyText(found), "proved", true, [], [])]
            : (found.Callers.GroupBy(caller => (caller.Sample.Type, caller.Arn, caller.Sample.Account)).Take(MostKeys).Select(group => Caller([.. group], found.Kind))).ToValueList();
        foreach (var issue in _issuers)
        {
            nodes = [new TraceNode("issue", issue.EventId, $"{issue.Action}{(issue.AskedRole is { } role ? $" of {role}" : "")} by {Who(issue)}{(issue.AccessKeyId is { } key ? $" with {key}" : "")}, {Minute(issue.Time)}", "proved", false, [issue.EventId], nodes)];
        }

        return nodes;
    }

    private string KeyText(KindTally? found)
    {
        var owner = found?.Callers.FirstOrDefault();
        var what = owner is null ? "not seen in use" : $"{Kind(owner.Sample)} {Who(owner.Sample)}, {Calls(found!.Callers)}";
        var issuer = _tally.Issues.Count > 0 ? "" : owner is not null && owner.Sample.AccessKeyId?.StartsWith("AKIA", StringComparison.Ordinal) == true
            ? "; these logs do not hold its CreateAccessKey"
            : "; these logs do not hold the record that issued it: it may be older, of another account or region, or of a service that hands out keys itself";
        return $"{what}{issuer}";
    }

    private static TraceNode Caller(List<CallerTally> callers, string kind)
    {
        var keys = callers.Where(caller => caller.Key is not null).Take(MostKeys)
            .Select(caller => new TraceNode("access_key", caller.Key!, Calls([caller]), "proved", false, [], [])).ToValueList();
        var sample = callers[0].Sample;
        var isMatched = kind is PrincipalKinds.Session or PrincipalKinds.User or PrincipalKinds.Principal;
        return new TraceNode("principal", Who(sample), $"{Kind(sample)}, {Calls(callers)}", "proved", isMatched, [], keys);
    }

    private static TracePrincipal Principal(List<CallerTally> callers)
    {
        var sample = callers[0].Sample;
        return new TracePrincipal(
            Kind(sample),
            sample.Arn,
            sample.Account,
            sample.PrincipalId,
            callers.Sum(caller => caller.Calls),
            callers.Sum(caller => caller.Errors.Values.Sum()),
            callers.Select(caller => caller.FirstTime).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault(),
            callers.Select(caller => caller.LastTime).OfType<string>().Order(StringComparer.Ordinal).LastOrDefault(),
            callers.Select(caller => caller.Key).OfType<string>().Take(MostKeys).ToValueList(),
            Most(callers.SelectMany(caller => caller.Actions), action => $"{action.Service}:{action.Action}"),
            Most(callers.SelectMany(caller => caller.Errors), code => code),
            Most(callers.SelectMany(caller => caller.Addresses), address => address),
            Most(callers.SelectMany(caller => caller.UserAgents), agent => agent));
    }

    private static ValueList<TraceCount> Most<T>(IEnumerable<KeyValuePair<T, long>> counts, Func<T, string> name) => counts
        .GroupBy(count => name(count.Key), StringComparer.Ordinal)
        .Select(group => new TraceCount(group.Key, group.Sum(count => count.Value)))
        .OrderByDescending(count => count.Calls).ThenBy(count => count.Name, StringComparer.Ordinal)
        .Take(MostNamed).ToValueList();

    private static string Calls(IEnumerable<CallerTally> callers)
    {
        var all = callers.ToList();
        var errors = all.Sum(caller => caller.Errors.Values.Sum());
        var (first, last) = (all.Select(caller => caller.FirstTime).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault(), all.Select(caller => caller.LastTime).OfType<string>().Order(StringComparer.Ordinal).LastOrDefault());
        return $"{Count(all.Sum(caller => caller.Calls), "call", "calls")}{(errors == 0 ? "" : $" ({Number(errors)} with errors)")}{(first is null ? "" : $", {Minute(first)} to {Minute(last)}")}";
    }

    private static string Who(PrincipalRecord record) => record.Arn ?? record.InvokedBy ?? record.PrincipalId ?? record.UserName ?? record.Account ?? record.Type ?? "somebody who is not named";

    // The kinds of the user guide's userIdentity element, and what the key's first letters tell of an IAM user's.
    private static string Kind(PrincipalRecord record) => record.Type switch
    {
        "AssumedRole" => "role session",
        "IAMUser" when record.AccessKeyId?.StartsWith("ASIA", StringComparison.Ordinal) == true => "IAM user, temporary credentials",
        "IAMUser" when record.AccessKeyId?.StartsWith("AKIA", StringComparison.Ordinal) == true => "IAM user, long-term key",
        "IAMUser" => "IAM user",
        "FederatedUser" => "federated user (GetFederationToken)",
        "Root" => "root user",
        "AWSAccount" => "another account",
        "AWSService" => "AWS service",
        "SAMLUser" => "SAML user",
        "WebIdentityUser" => "web identity user",
        "IdentityCenterUser" => "IAM Identity Center user",
        "Role" => "role",
        null or "" => "caller of no kind",
        var other => other,
    };

    private TraceEvent Event(PrincipalRecord record) => new(
        record.Time, record.IssuedKey == _request.Id ? "issue" : "call", record.Service, record.Action, record.IsError ? record.ErrorCode : null, record.AccessKeyId, record.Role, null, null, record.SourceIp, null, null,
        record.IssuedKey is { } key ? $"gave {key}{(record.AskedRole is { } role ? $" of {role}" : "")}" : null, record.EventId == _request.Id, [record.EventId]);
}
