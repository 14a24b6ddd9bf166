using Spoor.Audit.Events;
using Spoor.Audit.Lineage;
using Spoor.Audit.Logs;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Audit.Findings;

/// <summary>Runs rules over the tables of a session.</summary>
internal static class FindingSearch
{
    private enum RecordPair
    {
        StsEventId,
        CognitoEventId,
    }

    /// <summary>The findings of the rules whose last evidence lies in the request's window, most severe first, then by time.</summary>
    /// <param name="session">Has built its tables.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="rules">The rules to run.</param>
    /// <param name="isOneByOne">Findings are told as they come: each identity's apart.</param>
    /// <exception cref="QueryException">A rule's query is at fault; the message names its file and place.</exception>
    public static async Task<ValueList<Finding>> RunAsync(AuditSession session, LineageRequest request, ValueList<FindingRule> rules, bool isOneByOne = false)
    {
        session.Begin("client_events", StatementTemplate.Beside(typeof(FindingSearch), "client_events").Fill());
        var condition = Condition(request);
        var findings = new List<Finding>[rules.Count];
        await Parallel.ForAsync(0, findings.Length, async (rule, _) => findings[rule] = await RunAsync(session, rules[rule], condition, isOneByOne));
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
    private static async Task<IEnumerable<Finding>> WithBothRecordsAsync(IAnswers answers, List<Finding> findings)
    {
        var named = findings.SelectMany(finding => finding.EventIds).ToHashSet(StringComparer.Ordinal);
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        await answers.ForEachAsync<RecordPair>($"SELECT sts_event_id, cognito_event_id FROM issue_groups WHERE sts_event_id IS NOT NULL AND cognito_event_id IS NOT NULL", row =>
        {
            if (named.Contains(row.Name(RecordPair.StsEventId)))
            {
                before[row.Name(RecordPair.StsEventId)] = row.Name(RecordPair.CognitoEventId);
            }
        });
        var records = await EventRecords.ReadAsync(answers);
        return findings.Select(finding => finding with
        {
            EventIds = finding.EventIds.SelectMany(id => before.TryGetValue(id, out var cognito) ? [cognito, id] : new[] { id }).SelectMany(records.Of).Distinct(StringComparer.Ordinal).ToValueList(),
        });
    }

    private static async Task<List<Finding>> RunAsync(IAnswers answers, FindingRule rule, SqlFragment condition, bool isOneByOne)
    {
        var statement = rule.Text.Fill(rule.Parameters, condition.ToString(), isOneByOne);
        try
        {
            return await answers.ReadAsync(SqlFragment.Written(statement.Sql), (AnswerRow<FindingColumn> row) => new Finding(
                RuleId: rule.Id,
                Severity: SeverityOf(rule, row.Text(FindingColumn.Severity)),
                Title: rule.Title,
                Pool: row.Text(FindingColumn.Pool),
                Identity: row.Text(FindingColumn.Identity),
                Role: row.Text(FindingColumn.Role),
                Subject: row.Text(FindingColumn.Subject),
                Detail: row.Text(FindingColumn.Detail),
                FirstTime: row.Text(FindingColumn.FirstTime),
                LastTime: row.Text(FindingColumn.LastTime),
                EventIds: row.Texts(FindingColumn.EventIds),
                Why: rule.Why,
                WhatToDo: rule.WhatToDo,
                FalseAlarm: rule.FalseAlarm));
        }
        catch (QueryException exception)
        {
            throw statement.Explain(exception);
        }
    }

    // A name that is none counts as the rule's: a finding is not lost for it.
    private static FindingSeverity SeverityOf(FindingRule rule, string? name) => name is not null && FindingSeverities.TryParse(name, out var severity) ? severity : rule.Severity;

    /// <summary>Rules see what leads up to the window and all pools' configuration; only what was asked for is reported.</summary>
    private static SqlFragment Condition(LineageRequest request)
    {
        var conditions = new List<SqlFragment> { (request.Window with { To = null }).Condition($"CAST(last_time AS varchar)") };
        if (request.Pool is { } pool)
        {
            conditions.Add($"pool = {pool}");
        }

        if (request.Role is not null)
        {
            conditions.Add($"pool IN (SELECT pool FROM uses UNION SELECT pool FROM issues)");
        }

        return $" WHERE {SqlFragment.Join(" AND ", conditions)}";
    }
}
