using System.Text.RegularExpressions;
using Spoor.Testing;
using Xunit;

namespace Spoor.Conformance;

/// <summary>docs/article.md: its statements run on the sample and give what the page shows.</summary>
public partial class ArticlePageTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "article.md")).ReplaceLineEndings("\n");

    [Fact]
    public async Task Its_statements_run_and_the_shown_rows_are_right()
    {
        await using var engine = new LocalEngine("bucket-trail", Path.Combine(Repository.Root, "samples", "trail"));
        var answers = new List<Answer>();
        foreach (Match statement in Statement().Matches(s_page))
        {
            answers.Add(await engine.RunAsync(statement.Groups["sql"].Value, TestContext.Current.CancellationToken));
        }

        Assert.Equal(4, answers.Count);
        Assert.Equal(ShownRows(), answers[1].Rows);
        Assert.All(answers.Skip(2), answer => Assert.NotEmpty(answer.Rows));
    }

    private static List<string[]> ShownRows()
    {
        var lines = Output().Match(s_page).Groups["text"].Value.Split('\n');
        return [.. lines.Skip(2).TakeWhile(line => line.Contains('|', StringComparison.Ordinal)).Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray())];
    }

    [GeneratedRegex(@"^```sql\n(?<sql>.*?);?\n```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^```\n(?<text>arn .*?)\n```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Output();
}
