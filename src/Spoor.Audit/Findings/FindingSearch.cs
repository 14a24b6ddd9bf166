using Spoor.Audit.Cognito;
using Spoor.Audit.Events;
using Spoor.Sql;

namespace Spoor.Audit.Findings;

/// <summary>Runs rules over the tables of a session.</summary>
internal static class FindingSearch
{
    /// <summary>The findings of the request's rules whose last evidence lies in its window, most severe first, then by time.</summary>
    /// <param name="session">Has built its tables.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="isOneByOne">Findings are told as they come: each identity's apart.</param>
    /// <exception cref="QueryException">A rule's query is at fault; the message names its file and place.</exception>
    public static async Task<ValueList<Finding>> RunAsync(AuditSession session, CognitoAuditRequest request, bool isOneByOne = false)
    {
        session.Begin("client_events", StatementFile.Read("Findings", "client_events"));
        var condition = Condition(request);
        var findings = new List<Finding>[request.Rules.Count];
        await Parallel.ForAsync(0, findings.Length, async (rule, _) => findings[rule] = await RunAsync(session, request.Rules[rule], condition, isOneByOne));
        var all = await WithBothRecordsAsync(session, [.. findings.SelectMany(found => found)]);
        return (isOneByOne ? all : EqualFindings.Merge(all))
            .OrderByDescending(finding => finding.Severity)
            .ThenBy(finding => finding.RuleId, StringComparer.Ordinal)
            .ThenBy(finding => finding.FirstTime, StringComparer.Ordinal)
            .ThenBy(finding => string.Join(' ', finding.EventIds), StringComparer.Ordinal)
            .ThenBy(finding => $"{finding.Pool} {finding.Identity} {finding.Role} {finding.Subject} {finding.Detail}", StringComparer.Ordinal)
            .ToValueList();
    }

    /// <summary>An issue of the enhanced flow is one event with two records. Tables name STS's; as evidence stands Cognito's before it, which knows the client.</summary>
    private static async Task<IEnumerable<Finding>> WithBothRecordsAsync(AuditSession session, List<Finding> findings)
    {
        var named = findings.SelectMany(finding => finding.EventIds).ToHashSet(StringComparer.Ordinal);
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        await session.ForEachAsync("SELECT sts_event_id, cognito_event_id FROM issue_groups WHERE sts_event_id IS NOT NULL AND cognito_event_id IS NOT NULL", row =>
        {
            if (named.Contains(row.Name(0)))
            {
                before[row.Name(0)] = row.Name(1);
            }
        });
        var records = await EventRecords.ReadAsync(session);
        return findings.Select(finding => finding with
        {
            EventIds = finding.EventIds.SelectMany(id => before.TryGetValue(id, out var cognito) ? [cognito, id] : new[] { id }).SelectMany(records.Of).Distinct(StringComparer.Ordinal).ToValueList(),
        });
    }

    private static async Task<List<Finding>> RunAsync(AuditSession session, FindingRule rule, string condition, bool isOneByOne)
    {
        var statement = rule.Text.Fill(rule.Parameters, condition, isOneByOne);
        try
        {
            return await session.QueryAsync(statement.Sql, row => new Finding(
                rule.Id, SeverityOf(rule, row.Text(8)), rule.Title, row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.Texts(7),
                rule.Why, rule.WhatToDo, rule.FalseAlarm));
        }
        catch (QueryException exception)
        {
            throw statement.Explain(exception);
        }
    }

    // A name that is none counts as the rule's: a finding is not lost for it.
    private static FindingSeverity SeverityOf(FindingRule rule, string? name) => name is not null && FindingSeverities.TryParse(name, out var severity) ? severity : rule.Severity;

    /// <summary>Rules see what leads up to the window and all pools' configuration; only what was asked for is reported.</summary>
    private static string Condition(CognitoAuditRequest request)
    {
        var conditions = new List<string>();
        if (request.From is { } from)
        {
            conditions.Add($"coalesce(CAST(last_time AS varchar), '9999') >= '{AuditTime.Text(from)}'");
        }

        if (request.Pool is { } pool)
        {
            conditions.Add($"pool = '{pool.Replace("'", "''", StringComparison.Ordinal)}'");
        }

        if (request.Role is not null)
        {
            conditions.Add("pool IN (SELECT pool FROM uses UNION SELECT pool FROM issues)");
        }

        return conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}";
    }
}
