using Spoor.Audit.Reports;
using Spoor.Core.Collections;

namespace Spoor.Audit.Findings;

/// <summary>Makes one finding, with a count, of those that say the same of one role: a hundred guests who do the same are one thing to look at.</summary>
internal static class EqualFindings
{
    private const int MostNamed = 3;

    /// <summary>The findings, equal ones as one; in the order of the first of each.</summary>
    public static IEnumerable<Finding> Merge(IEnumerable<Finding> findings)
    {
        var groups = new List<List<Finding>>();
        var known = new Dictionary<(string, FindingSeverity, string?, string, string?), List<Finding>>();
        foreach (var finding in findings)
        {
            if (finding.Role is { } role && known.TryGetValue((finding.RuleId, finding.Severity, finding.Pool, role, finding.Detail), out var group))
            {
                group.Add(finding);
                continue;
            }

            groups.Add([finding]);
            if (finding.Role is not null)
            {
                known.Add((finding.RuleId, finding.Severity, finding.Pool, finding.Role, finding.Detail), groups[^1]);
            }
        }

        return groups.Select(group => group.Count == 1 ? group[0] : Merge(group));
    }

    private static Finding Merge(List<Finding> equal)
    {
        var first = equal[0];
        var subjects = equal.Select(finding => finding.Subject).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var named = $"{string.Join(", ", subjects.Take(MostNamed).Select(subject => $"{IdLabel.Of(subject)} {subject}"))}{(subjects.Count > MostNamed ? $" and {ReportNumbers.Number(subjects.Count - MostNamed)} more" : "")}";
        return first with
        {
            Identity = equal.TrueForAll(finding => finding.Identity == first.Identity) ? first.Identity : null,
            Subject = subjects.Count == 1 ? subjects[0] : first.Role,
            Detail = $"{first.Detail}; {ReportNumbers.Number(equal.Count)} times{(named.Length == 0 ? "" : $": {named}")}",
            FirstTime = equal.Select(finding => finding.FirstTime).OfType<string>().Min(StringComparer.Ordinal),
            LastTime = equal.Select(finding => finding.LastTime).OfType<string>().Max(StringComparer.Ordinal),
            EventIds = equal.SelectMany(finding => finding.EventIds).Distinct(StringComparer.Ordinal).ToValueList(),
        };
    }
}
