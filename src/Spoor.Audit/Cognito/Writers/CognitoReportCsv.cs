using System.Globalization;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Findings;
using Spoor.Engine.Results.Writers;

namespace Spoor.Audit.Cognito.Writers;

/// <summary>Writes a report's events as CSV (RFC 4180), one per line, for spreadsheets. Cells that a spreadsheet would take for a formula begin with an apostrophe.</summary>
public static class CognitoReportCsv
{
    private static readonly string[] s_titles =
    [
        "kind", "time", "event_id", "certainty", "via", "pool", "identity", "access", "account", "region", "role", "session_name", "access_key_id", "service", "action",
        "source_ip", "user_agent", "error_code", "rule_id", "severity", "detail",
    ];

    /// <summary>Writes findings, issues, calls, Cognito's other records, sign-ins, configuration changes and limits, each kind by time.</summary>
    public static async Task WriteAsync(CognitoAuditReport report, TextWriter output, CancellationToken cancellationToken)
    {
        foreach (var row in Rows(report).Prepend(s_titles))
        {
            await output.WriteAsync($"{string.Join(',', row.Select(Cell))}\r\n".AsMemory(), cancellationToken);
        }
    }

    private static IEnumerable<string?[]> Rows(CognitoAuditReport report) =>
    [
        .. report.Scope.Filters.Count == 0 ? (IEnumerable<string?[]>)[] : [Row("filters", null, null, detail: string.Join(", ", report.Scope.Filters))],
        .. report.Findings.Select(finding => Row("finding", finding.FirstTime, string.Join(' ', finding.EventIds), pool: finding.Pool, identity: finding.Identity, role: finding.Role, ruleId: finding.RuleId, severity: FindingSeverities.Name(finding.Severity), detail: $"{finding.Title}: {finding.Subject}: {finding.Detail}")),
        .. report.Issues.Select(issue => Row(issue.ErrorCode is null ? "issue" : "refused_issue", issue.Time, string.Join(' ', issue.EventIds), issue.Certainty, null, issue.Pool, issue.Identity, issue.Access, issue.Account, issue.Region, issue.Role, issue.SessionName, issue.AccessKeyId, null, issue.Flow, issue.SourceIp, issue.UserAgent, issue.ErrorCode, detail: issue.ErrorCode is null ? $"{issue.Calls.ToString(CultureInfo.InvariantCulture)} calls" : issue.ErrorMessage)),
        .. report.Uses.Select(use => Row("call", use.Time, use.EventId, use.Certainty, use.Via, use.Pool, use.Identity, use.Access, use.Account, use.Region, use.Role, use.SessionName, use.AccessKeyId, use.Service, use.Action, use.SourceIp, use.UserAgent, use.ErrorCode, detail: use.InvokedBy is null ? null : $"called by {use.InvokedBy}")),
        .. report.Evidence.Select(told => Row("cognito", told.Time, told.EventId, pool: told.Pool, identity: told.Identity, account: told.Account, action: told.Action, sourceIp: told.SourceIp, errorCode: told.ErrorCode, detail: told.ErrorMessage)),
        .. report.SignIns.Select(signIn => Row("sign_in", signIn.Time, signIn.EventId, pool: signIn.Pool, identity: signIn.Identity, action: signIn.Action, sourceIp: signIn.SourceIp, userAgent: signIn.UserAgent, errorCode: signIn.ErrorCode, detail: $"user {signIn.UserSub} of {signIn.UserPool}")),
        .. report.ConfigChanges.Select(change => Row("config_change", change.Time, change.EventId, pool: change.Pool, account: change.Account, role: change.Role, service: change.Service, action: change.Action, sourceIp: change.SourceIp, errorCode: change.ErrorCode, detail: $"by {change.Caller}{(change.UserPool is null ? "" : $", user pool {change.UserPool}")}: {change.Request}")),
        .. report.Limits.Select(limit => Row("limit", null, string.Join(' ', limit.EventIds), ruleId: limit.Id, detail: limit.Text)),
    ];

    private static string?[] Row(
        string kind, string? time, string? eventId, Certainty? certainty = null, string? via = null, string? pool = null, string? identity = null, string? access = null,
        string? account = null, string? region = null, string? role = null, string? sessionName = null, string? accessKeyId = null, string? service = null, string? action = null,
        string? sourceIp = null, string? userAgent = null, string? errorCode = null, string? ruleId = null, string? severity = null, string? detail = null) =>
    [
        kind, time, eventId, certainty?.ToString().ToLowerInvariant(), via, pool, identity, access, account, region, role, sessionName, accessKeyId, service, action, sourceIp, userAgent, errorCode,
        ruleId, severity, detail,
    ];

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var visible = VisibleText.Of(text);
        var harmless = visible.AsSpan().TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] ? $"'{visible}" : visible;
        return harmless.AsSpan().IndexOfAny(",\"\r\n") < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
