using Spoor.Audit.Reports.Text;
using Spoor.Core.Collections;
using Spoor.Engine.Results.Writers;
using static Spoor.Audit.Reports.ReportNumbers;

namespace Spoor.Audit.Findings;

/// <summary>Findings as lines for people, most severe first, those of one rule together.</summary>
internal static class FindingsText
{
    private const int MostOfARule = 10;
    private const int MostEvents = 3;

    /// <summary>The lines; one that says so when there is no finding.</summary>
    public static IEnumerable<string> Lines(ValueList<Finding> findings, int width) => findings.Count == 0
        ? ["none"]
        : findings.GroupBy(finding => (finding.RuleId, finding.Severity)).SelectMany((rule, index) => LinesOfRule([.. rule], width).Prepend(index == 0 ? null : "").OfType<string>());

    private static IEnumerable<string> LinesOfRule(List<Finding> findings, int width)
    {
        var rule = findings[0];
        IEnumerable<string> lines =
        [
            .. TextTable.Wrap($"{FindingSeverities.Name(rule.Severity).ToUpperInvariant(),-8}  ", $"{rule.Title} ({rule.RuleId}{(findings.Count == 1 ? "" : $", {Number(findings.Count)} findings")})", width),
            .. findings.Take(MostOfARule).SelectMany(finding => LinesOfFinding(finding, width)),
        ];
        if (findings.Count > MostOfARule)
        {
            lines = lines.Append($"  {ReportRest.Of(findings.Count - MostOfARule, "of this rule")}");
        }

        return lines
            .Concat(TextTable.Wrap("  why: ", rule.Why, width))
            .Concat(TextTable.Wrap("  do: ", rule.WhatToDo, width))
            .Concat(TextTable.Wrap("  false alarm: ", rule.FalseAlarm, width));
    }

    private static IEnumerable<string> LinesOfFinding(Finding finding, int width)
    {
        var (first, last) = (Minute(finding.FirstTime), Minute(finding.LastTime));
        var time = first == last ? first : $"{first} to {last}";
        return
        [
            .. TextTable.Wrap("  • ", $"{time}  {finding.Detail}", width),
            .. IdLabel.Of(finding).Select(item => $"    {item.Label} {VisibleText.Of(item.Id)}"),
            .. TextTable.Wrap("    events ", Events(finding.EventIds), width),
        ];
    }

    private static string Events(ValueList<string> events) =>
        string.Join(", ", events.Take(MostEvents)) + (events.Count > MostEvents ? $" … and {Number(events.Count - MostEvents)} more" : "");
}
