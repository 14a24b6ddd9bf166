using Spoor.Audit.Reports.Text;

namespace Spoor.Audit.Findings;

/// <summary>Writes rules as a table for people.</summary>
public static class RuleListText
{
    /// <summary>Writes the rules, most severe first.</summary>
    public static async Task WriteAsync(IEnumerable<FindingRule> rules, TextWriter output, CancellationToken cancellationToken)
    {
        TextColumn[] columns = [new("SEVERITY", 8), new("RULE", 40), new("TITLE", 100)];
        var rows = rules.OrderByDescending(rule => rule.Severity).Select(rule => (string?[])[FindingSeverities.Name(rule.Severity), rule.Id, rule.Title]).ToList();
        foreach (var line in TextTable.Lines(columns, rows))
        {
            await output.WriteLineAsync(line.AsMemory(), cancellationToken);
        }
    }
}
