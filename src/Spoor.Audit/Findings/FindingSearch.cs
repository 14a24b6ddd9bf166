using Spoor.Sql;

namespace Spoor.Audit.Findings;

/// <summary>Runs rules over the tables of a session.</summary>
internal static class FindingSearch
{
    /// <summary>The findings of all rules whose last evidence lies in the window, most severe first, then by time.</summary>
    /// <param name="session">Holds the tables that docs/findings.md lists.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="from">First instant of the window; null for the first record.</param>
    /// <exception cref="QueryException">A rule's query is at fault; the message names its file and place.</exception>
    public static async Task<ValueList<Finding>> RunAsync(LogsSession session, IEnumerable<FindingRule> rules, DateTimeOffset? from)
    {
        await session.KeepAsync("client_events", StatementFile.Read("Findings", "client_events"));
        var findings = new List<Finding>();
        foreach (var rule in rules)
        {
            findings.AddRange(await RunAsync(session, rule, from is { } time ? AuditTime.Text(time) : null));
        }

        return findings
            .OrderByDescending(finding => finding.Severity)
            .ThenBy(finding => finding.FirstTime, StringComparer.Ordinal)
            .ThenBy(finding => finding.RuleId, StringComparer.Ordinal)
            .ToValueList();
    }

    private static async Task<List<Finding>> RunAsync(LogsSession session, FindingRule rule, string? from)
    {
        var statement = rule.Text.Fill(rule.Parameters, from);
        try
        {
            return await session.ReadAsync(statement.Sql, row => new Finding(
                rule.Id, rule.Severity, rule.Title, row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.Texts(7),
                rule.Why, rule.WhatToDo, rule.FalseAlarm));
        }
        catch (QueryException exception)
        {
            throw statement.Explain(exception);
        }
    }
}
