using Spoor.Audit.Findings;
using Spoor.Audit.Logs;
using Spoor.Audit.Reports.Verdicts;
using Spoor.Core.Collections;
using static Spoor.Audit.Reports.ReportNumbers;

namespace Spoor.Audit.Cognito.Model;

/// <summary>What an audit comes to in three sentences: what was seen, what is alarming, what could not be seen.</summary>
/// <remarks>It never acquits: "not seen" stands only with what was read, and with what these logs cannot show.</remarks>
internal sealed class CognitoVerdict
{
    private readonly CognitoAuditReport _report;

    private CognitoVerdict(CognitoAuditReport report) => _report = report;

    /// <summary>The sentences, in this order.</summary>
    public static ValueList<VerdictSentence> Of(CognitoAuditReport report) => new CognitoVerdict(report).Sentences();

    private ValueList<VerdictSentence> Sentences() => [new("seen", Seen()), new("alarm", Alarm()), new("unseen", Unseen())];

    private string Seen()
    {
        var totals = _report.Totals;
        if (totals.RecordsRead == 0)
        {
            return $"No record was read in {Count(totals.ObjectsListed, "object", "objects")}, so nothing can be said.";
        }

        var given = _report.Issues.Where(issue => issue.ErrorCode is null).ToList();
        var calls = _report.Uses.Where(use => use.Certainty != Certainty.Candidate).ToList();
        var candidates = _report.Uses.Count - calls.Count;
        var among = _report.Scope.Filters.Count == 0 ? "" : $"Under the filters ({string.Join(", ", _report.Scope.Filters)}): ";
        var over = $"over {Count(totals.RecordsRead, "record", "records")} of {Count(totals.ObjectsRead, "object", "objects")} ({AuditWindow.Span(totals.ReadFirstTime, totals.ReadLastTime)})";
        var pools = given.Select(issue => issue.Pool).Concat(calls.Select(use => use.Pool)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var looksLike = candidates == 0 ? "" : $"; {Count(candidates, "more call looks", "more calls look")} like it, unproved";
        if (given.Count == 0 && calls.Count == 0)
        {
            return $"{among}{Spoken.Begin(What(_report.Pools.Select(pool => pool.Pool).ToList()))} {(HasMany(_report.Pools.Count) ? "were" : "was")} not seen in use, {over}{looksLike}: that is no proof of no use.";
        }

        var times = given.Select(issue => issue.Time).Concat(calls.Select(use => use.Time)).OfType<string>().Order(StringComparer.Ordinal).ToList();
        var chained = calls.Count(use => use.Certainty == Certainty.Chained);
        return $"{among}{Spoken.Begin(What(pools))} {(HasMany(pools.Count) ? "were" : "was")} used{By(given, calls)}{Spoken.Span(times.FirstOrDefault(), times.LastOrDefault())}: "
            + $"{Count(given.Count, "key was", "keys were")} handed out and {Count(calls.Count, "call was", "calls were")} made{(chained == 0 ? "" : $", {Number(chained)} of them behind role chains")}{looksLike}, {over}.";
    }

    private bool HasMany(int pools) => _report.Scope is { Pool: null, Role: null } && pools > 1;

    private string What(List<string> pools) => _report.Scope switch
    {
        { Pool: { } pool } => $"pool {pool}",
        { Role: { } role } => $"role {role}",
        _ => pools.Count switch
        {
            0 => "an identity pool",
            1 => $"pool {pools[0]}",
            var count => $"{Number(count)} identity pools",
        },
    };

    private string By(List<IssueEvent> given, List<UseEvent> calls)
    {
        var active = given.Select(issue => issue.Identity).Concat(calls.Select(use => use.Identity)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var people = _report.Identities.Where(identity => active.Contains(identity.Identity)).ToList();
        int Of(IdentityAccess access) => people.Count(identity => identity.Access == access);
        string[] parts =
        [
            .. Part(Of(IdentityAccess.Guest), "guest", "guests"),
            .. Part(Of(IdentityAccess.Authenticated), "signed-in user", "signed-in users"),
            .. Part(Of(IdentityAccess.Unknown), "identity of which no record tells whether it signed in", "identities of which no record tells whether they signed in"),
        ];
        return parts.Length == 0 ? " by identities that no record names" : $" by {Spoken.And(parts)}";
    }

    private string Alarm()
    {
        var severe = _report.Findings.Where(finding => finding.Severity >= FindingSeverity.High).ToList();
        if (severe.Count == 0)
        {
            return _report.Findings.Count == 0
                ? "The rules found nothing in what could be seen."
                : $"The rules found nothing high or critical in what could be seen, and {Count(_report.Findings.Count, "lesser thing", "lesser things")} to look at.";
        }

        string[] counts =
        [
            .. Part(severe.Count(finding => finding.Severity == FindingSeverity.Critical), "critical", "critical"),
            .. Part(severe.Count(finding => finding.Severity == FindingSeverity.High), "high", "high"),
        ];
        var titles = severe.Select(finding => finding.Title.TrimEnd('.')).Distinct(StringComparer.Ordinal).ToList();
        var shown = titles.Take(3).Select(title => $"\"{title}\"").ToList();
        return $"Alarming: {Spoken.And(counts)} {(severe.Count == 1 ? "finding" : "findings")} of {Number(_report.Findings.Count)}: {string.Join(", ", shown)}{(titles.Count > shown.Count ? $" and {Count(titles.Count - shown.Count, "other kind", "other kinds")}" : "")}.";
    }

    private string Unseen()
    {
        var limits = _report.Limits.ToLookup(limit => limit.Id);
        var totals = _report.Totals;
        string[] parts =
        [
            .. Part(limits["no_pool_data_events"].Count(), "pool's own records (its data events are off)", "pools' own records (their data events are off)"),
            .. limits["data_event_services"].Any(limit => limit.Count > 0) ? [$"data events of {Count(limits["data_event_services"].Sum(limit => limit.Count), "service", "services")} (none was recorded)"] : (string[])[],
            .. Part(limits["missing_delivery"].Count(), "region with days without delivery", "regions with days without delivery"),
            .. limits["window_before_logs"].Any() ? ["the begin of the window, before the logs"] : (string[])[],
            .. Part(totals.ObjectsFailed, "object that could not be read", "objects that could not be read"),
            .. Part(totals.RecordsSkipped, "record that could not be read", "records that could not be read"),
            .. Part(totals.ObjectsLeftOut, "object that was left out", "objects that were left out"),
        ];
        return parts.Length == 0
            ? "These logs are all that was looked at: other accounts, regions and trails are not in them."
            : $"Not seen: {Spoken.And(parts)}; what was not recorded cannot be told from what was not done.";
    }

    private static string[] Part(long count, string one, string many) => count == 0 ? [] : [Count(count, one, many)];
}
