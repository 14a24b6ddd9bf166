using System.Globalization;
using Spoor.Audit.Cognito.Build;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Findings;
using Spoor.Audit.Logs;
using Spoor.Audit.Reports.Text;
using Spoor.Core.Collections;
using static Spoor.Audit.Reports.ReportNumbers;

namespace Spoor.Audit.Cognito.Writers;

/// <summary>Writes a report for people: 100 columns, plain text, no character that a terminal would obey.</summary>
public sealed class CognitoReportText
{
    private const int MostIdentities = 20;
    private const int MostActions = 15;
    private const int MostSources = 10;
    private const int MostChanges = 20;
    private const int MostDormant = 20;
    private const int MostRefusals = 20;

    private readonly CognitoAuditReport _report;
    private readonly TableView _view;
    private readonly ReportLines _lines = new();

    private CognitoReportText(CognitoAuditReport report, TableView view) => (_report, _view) = (report, view);

    /// <summary>What the parts are called that a view can name, in the order in which they are printed.</summary>
    public static ValueList<string> SectionNames { get; } = ["pools", "findings", "refused", "roles", "chained", "chains", "candidates", "identities", "addresses", "changes", "dormant", "limits", "read"];

    /// <summary>Writes the report. Long lists are cut with a line that says so; the JSON form has them whole.</summary>
    public static Task WriteAsync(CognitoAuditReport report, TextWriter output, CancellationToken cancellationToken) => WriteAsync(report, TableView.Whole, output, cancellationToken);

    /// <summary>Writes what a view shows of the report, and says what it leaves out.</summary>
    public static Task WriteAsync(CognitoAuditReport report, TableView view, TextWriter output, CancellationToken cancellationToken) =>
        new CognitoReportText(report, view).Lines().WriteAsync(output, cancellationToken);

    private ReportLines Lines()
    {
        Head();
        if (_view.IsSummary)
        {
            Summary();
            return _lines;
        }

        Action[] parts =
        [
            Pools, Findings, Refused, () => Roles("ROLES AND WHAT WAS CALLED WITH THEM", Certainty.Proved), () => Roles("BEHIND ROLE CHAINS", Certainty.Chained), Chains,
            () => Roles("CANDIDATES: role or session name fit, nothing proves it", Certainty.Candidate), Identities, Sources, ConfigChanges, Dormant, Limits, Totals,
        ];
        foreach (var (part, name) in parts.Zip(SectionNames))
        {
            if (_view.Sections.Count == 0 || _view.Sections.Contains(name))
            {
                part();
            }
        }

        if (_view.Sections.Count > 0)
        {
            _lines.Add("");
            _lines.AddWrapped("", $"Not printed, as only {string.Join(", ", _view.Sections)} was asked for: {string.Join(", ", SectionNames.Except(_view.Sections))}.");
        }

        return _lines;
    }

    private void Summary()
    {
        _lines.Add("");
        _lines.AddWrapped("", $"{Count(_report.Pools.Count, "pool", "pools")}, {Count(_report.Identities.Count, "identity", "identities")}, {Count(_report.Issues.Count(issue => issue.ErrorCode is null), "key", "keys")} issued, {Number(_report.Issues.Count(issue => issue.ErrorCode is not null))} refused, "
            + $"{Count(_report.Uses.Count(use => use.Certainty == Certainty.Proved), "call", "calls")}, {Number(_report.Uses.Count(use => use.Certainty == Certainty.Chained))} behind role chains, {Count(_report.Uses.Count(use => use.Certainty == Certainty.Candidate), "candidate", "candidates")}, "
            + $"{Count(_report.Findings.Count, "finding", "findings")}, {Count(_report.Limits.Count, "limit", "limits")} of what could be seen. The whole report lists them.");
    }

    private int Rows(int most) => _view.Rows ?? most;

    private void Head()
    {
        var (scope, totals) = (_report.Scope, _report.Totals);
        _lines.Add($"Cognito identity pools in {scope.Logs}");
        _lines.Add($"window: {scope.Window}");
        _lines.Add($"all records read: {AuditWindow.Span(totals.ReadFirstTime, totals.ReadLastTime)}");
        _lines.Add($"records used: {AuditWindow.Span(totals.FirstTime, totals.LastTime)}");
        string[] asked = [.. Asked("pool", scope.Pool), .. Asked("role", scope.Role)];
        if (asked.Length > 0)
        {
            _lines.Add($"only {string.Join(", ", asked)}");
        }

        if (scope.Filters.Count > 0)
        {
            _lines.AddWrapped("", $"filters: {string.Join(", ", scope.Filters)}");
        }

        _lines.Add("");
        foreach (var sentence in _report.Verdict)
        {
            _lines.AddWrapped("", sentence.Text);
        }

        foreach (var answer in _report.NotUsed)
        {
            _lines.AddWrapped("", answer);
        }
    }

    private static string[] Asked(string name, string? value) => value is null ? [] : [$"{name} {value}"];

    private void Findings()
    {
        _lines.Section($"FINDINGS ({Number(_report.Findings.Count)})");
        _lines.AddRange(FindingsText.Lines(_report.Findings, ReportLines.Width, _view.Rows));
    }

    private void Pools()
    {
        _lines.Section($"POOLS ({Number(_report.Pools.Count)})");
        foreach (var pool in _report.Pools.Take(Rows(int.MaxValue)))
        {
            _lines.Add($"pool {pool.Pool}{(pool.Account is null ? "" : $"  account {pool.Account}")}{(pool.HasDataEvents ? "" : "  no data events")}");
            _lines.Add($"  {Issues(pool)}");
            _lines.Add($"  {Calls(pool.Calls, pool.Errors)}{(pool.ChainedCalls == 0 ? "" : $", {Number(pool.ChainedCalls)} more behind role chains")}");
            _lines.Add($"  identities: {Number(pool.SignedIn)} signed in, {Count(pool.Guests, "guest", "guests")}, {Number(pool.Unknown)} unknown");
            foreach (var role in pool.Roles)
            {
                _lines.Add($"  role {role}");
            }
        }

        _lines.AddRest(_report.Pools.Count - Rows(int.MaxValue), "pools");
        _lines.AddNothing(_report.Pools.Count);
    }

    private void Roles(string title, Certainty certainty)
    {
        var roles = _report.Roles.Where(role => role.Certainty == certainty).ToList();
        if (roles.Count == 0 && certainty != Certainty.Proved)
        {
            return;
        }

        _lines.Section(title);
        foreach (var role in roles.Take(Rows(int.MaxValue)))
        {
            _lines.Add($"role {role.Role}");
            _lines.AddWrapped("  ", $"{Calls(role.Calls, role.Errors)}{(role.Pools.Count == 0 ? "" : $", pool {string.Join(", ", role.Pools)}")}");
            if (role.Actions.Count > 0)
            {
                AddTable(
                    [new("SERVICE", 22), new("ACTION", 34), new("CALLS", 7, true), new("ERRORS", 6, true), new("FIRST", 11), new("LAST", 11)],
                    [.. role.Actions.Take(Rows(MostActions)).Select(action => (string?[])[ServiceName.Short(action.Service), action.Action, Number(action.Calls), Errors(action.Errors), Short(action.FirstTime), Short(action.LastTime)])]);
                _lines.AddRest(role.Actions.Count - Rows(MostActions), "actions", "  ");
            }
        }

        _lines.AddRest(roles.Count - Rows(int.MaxValue), "roles");
        _lines.AddNothing(roles.Count);
    }

    private void Chains()
    {
        if (_report.Chains.Count == 0)
        {
            return;
        }

        _lines.Section($"ROLE CHAINS ({Number(_report.Chains.Count)})");
        foreach (var chain in _report.Chains.Take(Rows(int.MaxValue)))
        {
            _lines.Add($"{Minute(chain.Time)}  {new string(' ', 2 * (chain.Depth - 1))}role {Name(chain.FromRole)} -> {chain.ToRole}");
            _lines.Add($"    by {(chain.Identity is null ? "an unknown identity" : $"identity {chain.Identity}")}, {Count(chain.Calls, "call", "calls")}{(chain.AccessKeyId is null ? "" : $" with key {chain.AccessKeyId}")}");
            _lines.Add($"    event {chain.EventId}");
        }

        _lines.AddRest(_report.Chains.Count - Rows(int.MaxValue), "role chains");
    }

    private void Identities()
    {
        _lines.Section($"IDENTITIES ({Number(_report.Identities.Count)})");
        AddTable(
            [new("IDENTITY", 51), new("ACCESS", 9), new("ISSUED", 6, true), new("CALLS", 7, true), new("LAST", 11)],
            [.. _report.Identities.Take(Rows(MostIdentities)).Select(identity => (string?[])[identity.Identity, Access(identity.Access), Number(identity.Issues), Number(identity.Calls), Short(identity.LastTime)])],
            _report.Identities.Count);
        _lines.AddRest(_report.Identities.Count - Rows(MostIdentities), "identities", "  ");
        _lines.AddNothing(_report.Identities.Count);
    }

    private void Sources()
    {
        var sources = _report.Pools.SelectMany(pool => pool.Sources)
            .GroupBy(source => source.SourceIp, StringComparer.Ordinal)
            .Select(source => (Ip: source.Key, Issues: source.Sum(part => part.Issues), Calls: source.Sum(part => part.Calls), Agents: source.SelectMany(part => part.UserAgents)))
            .OrderByDescending(source => source.Calls + source.Issues).ThenBy(source => source.Ip, StringComparer.Ordinal)
            .ToList();
        if (sources.Count > 0)
        {
            _lines.Section($"ADDRESSES ({Number(sources.Count)})");
            AddTable(
                [new("ADDRESS", 39), new("ISSUED", 6, true), new("CALLS", 7, true), new("PROGRAM", 40)],
                [.. sources.Take(Rows(MostSources)).Select(source => (string?[])[source.Ip, Number(source.Issues), Number(source.Calls), source.Agents.FirstOrDefault()])]);
            _lines.AddRest(sources.Count - Rows(MostSources), "addresses", "  ");
        }
    }

    private void ConfigChanges()
    {
        var changes = _report.ConfigChanges.Where(change => change.InWindow).ToList();
        if (changes.Count > 0)
        {
            _lines.Section($"CHANGES OF WHAT POOLS HAND OUT ({Number(changes.Count)})");
            foreach (var change in changes.Take(Rows(MostChanges)))
            {
                _lines.Add($"{Minute(change.Time)}  {change.Action}{(change.ErrorCode is null ? "" : $" ({change.ErrorCode})")}  {Changed(change)}");
                _lines.Add($"    by {change.Caller ?? "an unknown caller"}{(change.SourceIp is null ? "" : $" from {change.SourceIp}")}");
                _lines.Add($"    event {change.EventId}");
            }

            _lines.AddRest(changes.Count - Rows(MostChanges), "changes", "  ");
        }
    }

    private static string Changed(ConfigChange change) => change switch
    {
        { Pool: { } pool } => $"pool {pool}",
        { Role: { } role } => $"role {role}",
        { UserPool: { } userPool } => $"user pool {userPool}",
        _ => "",
    };

    private void Refused()
    {
        var refusals = Refusal.Of(_report);
        if (refusals.Count == 0)
        {
            return;
        }

        _lines.Section($"REFUSED ({Number(refusals.Sum(refusal => refusal.EventIds.Count))})");
        foreach (var refusal in refusals.Take(Rows(MostRefusals)))
        {
            var (first, last) = (Minute(refusal.FirstTime), Minute(refusal.LastTime));
            var count = refusal.EventIds.Count;
            _lines.AddWrapped("", $"{(first == last ? first : $"{first} to {last}")}  {refusal.What}{(count == 1 ? "" : $", {Number(count)} times")}: {refusal.ErrorCode}{(refusal.ErrorMessage is null ? "" : $": {refusal.ErrorMessage}")}");
            foreach (var (label, id) in ((string, string?)[])[("identity", refusal.Identities.Count == 1 ? refusal.Asking : null), ("pool", refusal.Pool), ("role", refusal.Role)])
            {
                if (id is not null)
                {
                    _lines.Add($"    {label} {id}");
                }
            }

            if (refusal.Identities.Count > 1)
            {
                _lines.Add($"    {refusal.Asking}");
            }

            _lines.Add($"    event {refusal.EventIds[0]}{(count == 1 ? "" : $" … and {Number(count - 1)} more")}");
        }

        _lines.AddRest(refusals.Count - Rows(MostRefusals), "kinds of refusals", "  ");
    }

    private void Dormant()
    {
        if (_report.Dormant.Count > 0)
        {
            _lines.Section($"KNOWN, BUT NOT USED IN THE WINDOW ({Number(_report.Dormant.Count)})");
            _report.Dormant.Take(Rows(MostDormant)).ToList().ForEach(dormant => _lines.Add($"{dormant.Kind} {dormant.Name}, {dormant.Last}"));
            _lines.AddRest(_report.Dormant.Count - Rows(MostDormant), "pools and roles", "  ");
        }
    }

    private void Limits()
    {
        _lines.Section("WHAT COULD NOT BE SEEN");
        foreach (var text in LimitTexts.Of(_report.Limits))
        {
            _lines.AddWrapped("- ", text);
        }

        _lines.AddNothing(_report.Limits.Count);
    }

    private void Totals()
    {
        var totals = _report.Totals;
        _lines.Section("WHAT WAS READ");
        _lines.Add($"{Count(totals.ObjectsListed, "object", "objects")}: {Number(totals.ObjectsRead)} read, {Number(totals.ObjectsLeftOut)} left out, {Number(totals.ObjectsFailed)} failed; {Size(totals.BytesRead)}, {Size(totals.BytesDecompressed)} decompressed");
        _lines.Add($"{Count(totals.RecordsRead, "record", "records")}: {Number(totals.RecordsInWindow)} in the window, {Number(totals.RecordsUsed)} of them used, {Number(totals.RepeatedRecords)} of these repeated; {totals.Seconds.ToString("0.00", CultureInfo.InvariantCulture)} s");
    }

    private void AddTable(TextColumn[] columns, List<string?[]> rows, int? count = null)
    {
        if (count != 0)
        {
            _lines.AddRange(TextTable.Lines(columns, rows).Select(line => $"  {line}"));
        }
    }

    private static string Issues(PoolReport pool)
    {
        var refused = pool.FailedIssues == 0 ? "" : $", {Number(pool.FailedIssues)} refused";
        return pool.Issues == 0
            ? $"no credentials issued{refused}"
            : $"{string.Join(" and ", pool.Flows)} flow: {Count(pool.Issues, "key", "keys")} issued, {Number(pool.UnusedIssues)} not seen in use{refused}";
    }

    private static string Calls(long calls, long errors) => calls == 0 ? "no calls seen" : $"{Count(calls, "call", "calls")}{(errors == 0 ? "" : $", {Number(errors)} failed")}";

    private static string Errors(long errors) => errors == 0 ? "" : Number(errors);

    private static string Access(IdentityAccess access) => access switch
    {
        IdentityAccess.Authenticated => "signed in",
        IdentityAccess.Guest => "guest",
        _ => "unknown",
    };

    private static string Name(string? role) => role is null ? "unknown role" : role[(role.LastIndexOf('/') + 1)..];

    // Eleven columns: day and minute where the whole report lies in one year, else the date.
    private string Short(string? time) => Minute(time) is { Length: 16 } minute ? (IsOneYear ? minute[5..] : minute[..10]) : time ?? "";

    private bool IsOneYear => _report.Totals is { FirstTime: { Length: > 4 } first, LastTime: { Length: > 4 } last } && first[..4] == last[..4];
}
