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
    public static IEnumerable<string> Lines(ValueList<Finding> findings, int width, int? most = null) => findings.Count == 0
        ? ["none"]
        : findings.GroupBy(finding => (finding.RuleId, finding.Severity)).SelectMany((rule, index) => LinesOfRule([.. rule.OrderBy(finding => finding.Role, StringComparer.Ordinal)], width, most ?? MostOfARule).Prepend(index == 0 ? null : "").OfType<string>());

    private static IEnumerable<string> LinesOfRule(List<Finding> findings, int width, int most)
    {
        var rule = findings[0];
        IEnumerable<string> lines =
        [
            .. TextTable.Wrap($"{FindingSeverities.Name(rule.Severity).ToUpperInvariant(),-8}  ", $"{rule.Title} ({rule.RuleId}{(findings.Count == 1 ? "" : $", {Number(findings.Count)} findings")})", width),
            .. findings.Take(most).GroupBy(finding => finding.Role).SelectMany(role => LinesOfRole([.. role], findings.Count(finding => finding.Role == role.Key), width)),
        ];
        if (findings.Count > most)
        {
            lines = lines.Append($"  {ReportRest.Of(findings.Count - most, "of this rule")}");
        }

        return lines
            .Concat(TextTable.Wrap("  why: ", rule.Why, width))
            .Concat(TextTable.Wrap("  do: ", rule.WhatToDo, width))
            .Concat(TextTable.Wrap("  false alarm: ", rule.FalseAlarm, width));
    }

    /// <summary>The findings of one role: where there are several, the role stands once above them.</summary>
    private static IEnumerable<string> LinesOfRole(List<Finding> findings, int count, int width) => findings is [{ Role: { } role }, _, ..]
        ? [$"  role {VisibleText.Of(role)}: {Number(count)} findings", .. findings.SelectMany(finding => LinesOfFinding(finding with { Role = null }, width))]
        : findings.SelectMany(finding => LinesOfFinding(finding, width));

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
