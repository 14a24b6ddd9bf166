using Spoor.Core.Collections;

namespace Spoor.Audit.Findings;

/// <summary>A rule: one query over the audit's tables, each of whose rows is a finding. docs/findings.md describes its file.</summary>
public sealed record FindingRule
{
    internal FindingRule(string id, string title, FindingSeverity severity, string why, string whatToDo, string falseAlarm, RuleText text, ValueList<RuleParameter> parameters) =>
        (Id, Title, Severity, Why, WhatToDo, FalseAlarm, Text, Parameters) = (id, title, severity, why, whatToDo, falseAlarm, text, parameters);

    /// <summary>Its name, unique among all rules.</summary>
    public string Id { get; }

    /// <summary>What it finds, in a few words.</summary>
    public string Title { get; }

    /// <summary>Of all its findings.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>Why its findings matter.</summary>
    public string Why { get; }

    /// <summary>What to do about them.</summary>
    public string WhatToDo { get; }

    /// <summary>What makes one a false alarm.</summary>
    public string FalseAlarm { get; }

    /// <summary>The file's text, and where the query begins in it.</summary>
    internal RuleText Text { get; }

    /// <summary>Its thresholds.</summary>
    internal ValueList<RuleParameter> Parameters { get; init; }
}
