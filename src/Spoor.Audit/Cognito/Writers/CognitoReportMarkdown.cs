using System.Text;
using Spoor.Audit.Cognito.Build;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Findings;
using Spoor.Audit.Logs;
using Spoor.Audit.Reports.Text;
using Spoor.Engine.Results.Writers;
using static Spoor.Audit.Reports.ReportNumbers;

namespace Spoor.Audit.Cognito.Writers;

/// <summary>Writes a report as GitHub-flavoured Markdown, for tickets and wikis. Texts out of logs are escaped: none becomes a link, an image or HTML.</summary>
public sealed class CognitoReportMarkdown
{
    private const int MostRows = 200;
    private const int MostEvents = 20;
    private const string Special = "\\`*_[]#!|<>&~@";

    private readonly CognitoAuditReport _report;
    private readonly StringBuilder _text = new();

    private CognitoReportMarkdown(CognitoAuditReport report) => _report = report;

    /// <summary>Writes the report. Long lists are cut with a line that says so; the JSON form has them whole.</summary>
    public static Task WriteAsync(CognitoAuditReport report, TextWriter output, CancellationToken cancellationToken) =>
        output.WriteAsync(new CognitoReportMarkdown(report).Text().AsMemory(), cancellationToken);

    private string Text()
    {
        var totals = _report.Totals;
        Line("# Who used Cognito identity pools");
        Line("");
        var scope = _report.Scope;
        Line($"Logs: {Code(scope.Logs)}  ");
        Line($"Window: {scope.Window}  ");
        Line($"All records read: {AuditWindow.Span(totals.ReadFirstTime, totals.ReadLastTime)}; used: {AuditWindow.Span(totals.FirstTime, totals.LastTime)}");
        foreach (var only in (string?[])[scope.Pool is null ? null : $"pool {Code(scope.Pool)}", scope.Role is null ? null : $"role {Code(scope.Role)}"])
        {
            if (only is not null)
            {
                Line("");
                Line($"Only {only}.");
            }
        }

        if (scope.Filters.Count > 0)
        {
            Line("");
            Line($"Filters: {string.Join(", ", scope.Filters.Select(Code))}.");
        }

        foreach (var sentence in _report.Verdict)
        {
            Line("");
            Line(Escape(sentence.Text));
        }

        foreach (var answer in _report.NotUsed)
        {
            Line("");
            Line($"**{Escape(answer)}**");
        }

        Findings();
        Refused();
        Pools();
        Roles();
        Identities();
        Chains();
        ConfigChanges();
        Dormant();
        Limits();
        Line("");
        Line($"{Count(totals.ObjectsListed, "object", "objects")} listed = {Number(totals.ObjectsRead)} read + {Number(totals.ObjectsLeftOut)} left out + {Number(totals.ObjectsFailed)} failed. {Count(totals.RecordsRead, "record", "records")} read, {Number(totals.RecordsInWindow)} in the window, {Number(totals.RecordsUsed)} of them used, {Number(totals.RepeatedRecords)} of these repeated.");
        return _text.ToString();
    }

    private void Findings()
    {
        Heading($"Findings ({Number(_report.Findings.Count)})");
        foreach (var rule in _report.Findings.GroupBy(finding => (finding.RuleId, finding.Severity)))
        {
            var first = rule.First();
            Line($"### {FindingSeverities.Name(first.Severity)}: {Escape(first.Title)} ({Code(rule.Key.RuleId)})");
            Line("");
            foreach (var finding in rule.Take(MostRows))
            {
                var (begin, end) = (Minute(finding.FirstTime), Minute(finding.LastTime));
                Line($"- {begin}{(begin == end ? "" : $" to {end}")} {Escape(finding.Detail)}  ");
                Line($"  {string.Join(", ", IdLabel.Of(finding).Select(item => $"{item.Label} {Code(item.Id)}"))}  ");
                Line($"  Records: {string.Join(", ", finding.EventIds.Take(MostEvents).Select(Code))}{(finding.EventIds.Count > MostEvents ? $" and {Number(finding.EventIds.Count - MostEvents)} more" : "")}");
            }

            Rest(rule.Count(), "findings of this rule");
            Line("");
            Line($"**Why.** {Escape(first.Why)}  ");
            Line($"**What to do.** {Escape(first.WhatToDo)}  ");
            Line($"**False alarm if.** {Escape(first.FalseAlarm)}");
            Line("");
        }

        Nothing(_report.Findings.Count);
    }

    private void Refused()
    {
        var refusals = Refusal.Of(_report);
        if (refusals.Count == 0)
        {
            return;
        }

        Heading($"Refused ({Number(refusals.Sum(refusal => refusal.EventIds.Count))})");
        Table(
            ["First", "Last", "What", "Error", "Message", "Pool", "Role", "Identity", "Times", "Record"],
            [.. refusals.Select(refusal => (string[])
            [
                Minute(refusal.FirstTime), Minute(refusal.LastTime), Escape(refusal.What), Escape(refusal.ErrorCode), Escape(refusal.ErrorMessage), Code(refusal.Pool), Code(refusal.Role),
                refusal.Identities.Count > 1 ? Escape(refusal.Asking) : Code(refusal.Asking), Number(refusal.EventIds.Count), Code(refusal.EventIds[0]),
            ])]);
    }

    private void Pools()
    {
        Heading("Pools");
        Table(
            ["Pool", "Account", "Flows", "Data events", "Issued", "Refused", "Unused", "Calls", "Failed", "Behind chains", "Guests", "Signed in"],
            [.. _report.Pools.Select(pool => (string[])
            [
                Code(pool.Pool), Escape(pool.Account), Escape(string.Join(", ", pool.Flows)), pool.HasDataEvents ? "yes" : "none seen", Number(pool.Issues), Number(pool.FailedIssues),
                Number(pool.UnusedIssues), Number(pool.Calls), Number(pool.Errors), Number(pool.ChainedCalls), Number(pool.Guests), Number(pool.SignedIn),
            ])]);
    }

    private void Roles()
    {
        Heading("Roles and what was called with them");
        Table(
            ["Role", "Certainty", "Service", "Action", "Calls", "Failed", "First", "Last"],
            [.. _report.Roles.SelectMany(role => role.Actions.Select(action => (string[])
            [
                Code(role.Role), role.Certainty.ToString().ToLowerInvariant(), Escape(ServiceName.Short(action.Service)), Escape(action.Action), Number(action.Calls), Number(action.Errors),
                Minute(action.FirstTime), Minute(action.LastTime),
            ]))]);
    }

    private void Identities()
    {
        Heading($"Identities ({Number(_report.Identities.Count)})");
        Table(
            ["Identity", "Access", "Pool", "Issued", "Calls", "First", "Last"],
            [.. _report.Identities.Select(identity => (string[])
            [
                Code(identity.Identity), identity.Access.ToString().ToLowerInvariant(), Code(identity.Pool), Number(identity.Issues), Number(identity.Calls),
                Minute(identity.FirstTime), Minute(identity.LastTime),
            ])]);
    }

    private void Chains()
    {
        if (_report.Chains.Count > 0)
        {
            Heading($"Role chains ({Number(_report.Chains.Count)})");
            Table(
                ["Time", "Depth", "From role", "To role", "Identity", "Pool", "Key", "Calls", "Record"],
                [.. _report.Chains.Select(chain => (string[])
                [
                    Minute(chain.Time), Number(chain.Depth), Code(chain.FromRole), Code(chain.ToRole), Code(chain.Identity), Code(chain.Pool), Code(chain.AccessKeyId), Number(chain.Calls), Code(chain.EventId),
                ])]);
        }
    }

    private void ConfigChanges()
    {
        var changes = _report.ConfigChanges.Where(change => change.InWindow).ToList();
        if (changes.Count > 0)
        {
            Heading($"Changes of what pools hand out ({Number(changes.Count)})");
            Table(
                ["Time", "Action", "Error", "Pool", "Role", "User pool", "By", "Address", "Record"],
                [.. changes.Select(change => (string[])
                [
                    Minute(change.Time), Escape(change.Action), Escape(change.ErrorCode), Code(change.Pool), Code(change.Role), Code(change.UserPool), Code(change.Caller), Escape(change.SourceIp), Code(change.EventId),
                ])]);
        }
    }

    private void Dormant()
    {
        if (_report.Dormant.Count > 0)
        {
            Heading($"Known, but not used in the window ({Number(_report.Dormant.Count)})");
            Table(
                ["Kind", "Name", "Pool", "Last", "Record"],
                [.. _report.Dormant.Select(dormant => (string[])[dormant.Kind, Code(dormant.Name), Code(dormant.Pool), Escape(dormant.Last), Code(dormant.EventId)])]);
        }
    }

    private void Limits()
    {
        Heading("What could not be seen");
        foreach (var limit in _report.Limits)
        {
            Line($"- {Escape(limit.Text)} ({Code(limit.Id)})");
        }

        Nothing(_report.Limits.Count);
    }

    private void Table(string[] titles, List<string[]> rows)
    {
        if (rows.Count > 0)
        {
            Line($"| {string.Join(" | ", titles)} |");
            Line($"|{string.Concat(titles.Select(_ => "---|"))}");
            rows.Take(MostRows).ToList().ForEach(row => Line($"| {string.Join(" | ", row)} |"));
            Rest(rows.Count, "rows");
        }

        Nothing(rows.Count);
    }

    private void Rest(int count, string what)
    {
        if (count > MostRows)
        {
            Line("");
            Line($"{ReportRest.Of(count - MostRows, what)}.");
        }
    }

    private void Nothing(int count)
    {
        if (count == 0)
        {
            Line("None.");
        }
    }

    private void Heading(string title)
    {
        Line("");
        Line($"## {title}");
        Line("");
    }

    private void Line(string text) => _text.Append(text).Append('\n');

    // Addresses become links by themselves, unless something stands in them.
    private static string Escape(string? text) => string.Concat(VisibleText.Of(text ?? "").Select(c => Special.Contains(c) ? $"\\{c}" : $"{c}"))
        .Replace("://", "\\://", StringComparison.Ordinal)
        .Replace("www.", "www\\.", StringComparison.OrdinalIgnoreCase);

    // A code span ends at a backquote, whatever stands before it; and a table's cell at a bar.
    private static string Code(string? text) => text is null ? "" : text.Any(c => c is '`' or '|' or '\\') || text.Length == 0 ? Escape(text) : $"`{VisibleText.Of(text)}`";
}
