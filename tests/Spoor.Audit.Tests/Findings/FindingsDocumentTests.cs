using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Findings;
using Spoor.Testing;
using Xunit;

namespace Spoor.Audit.Tests.Findings;

/// <summary>docs/findings.md says what is so.</summary>
public sealed class FindingsDocumentTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("spoor-rules-").FullName;
    private readonly string _document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "findings.md"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_rule_is_described_as_it_describes_itself()
    {
        Assert.All(RuleSet.BuiltIn, rule =>
        {
            var start = _document.IndexOf($"\n### {rule.Id}\n**{FindingSeverities.Name(rule.Severity)}** · {rule.Title}\n", StringComparison.Ordinal);
            Assert.True(start > 0, rule.Id);
            var chapter = _document[start.._document.IndexOf("\n#", start + 2, StringComparison.Ordinal)];
            Assert.EndsWith($"\n{rule.Why} *What to do:* {rule.WhatToDo} *False alarms:* {rule.FalseAlarm}\n", chapter, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_thresholds_are_those_in_force() =>
        Assert.Contains($"```yaml\n{RuleSet.DefaultThresholds.Trim()}\n```", _document, StringComparison.Ordinal);

    [Fact]
    public async Task The_example_runs()
    {
        var start = _document.IndexOf("```sql\n", StringComparison.Ordinal) + "```sql\n".Length;
        await File.WriteAllTextAsync(Path.Combine(_folder, "night_work.sql"), _document[start.._document.IndexOf("```", start, StringComparison.Ordinal)], TestContext.Current.CancellationToken);
        var report = await new Story()
            .Use("u1", "12:00:00", "ASIA1", "s3", "GetObject", Story.Ann)
            .Use("u2", "23:30:00", "ASIA1", "s3", "PutObject", Story.Ann)
            .AuditAsync(RuleSet.Load(_folder, thresholds: null));
        var finding = Assert.Single(report.Findings, found => found.RuleId == "night_work");
        Assert.Equal((Story.Ann, "1 calls at night, the first of them PutObject", "u2"), (finding.Subject, finding.Detail, Assert.Single(finding.EventIds)));
    }
}
