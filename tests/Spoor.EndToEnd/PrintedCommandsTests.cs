using System.Text;
using System.Text.RegularExpressions;
using Spoor.Testing;
using Xunit;

namespace Spoor.EndToEnd;

/// <summary>The commands that README and docs print run as they are printed, over the sample as <c>samples/trail</c> and as <c>logs</c>.</summary>
public sealed partial class PrintedCommandsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PrintedCommandsTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "samples"));
        foreach (var name in new[] { "samples/trail", "logs" })
        {
            Directory.CreateSymbolicLink(Path.Combine(_folder.Path, name), Path.Combine(Repository.Root, "samples", "trail"));
        }

        _folder.Write("accounts.csv", "id,owner\n111122223333,shop\n444455556666,partner\n");
        _folder.Write("mine.yaml", "");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "my-rules"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_printed_command_without_a_placeholder_runs()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: links need a privilege on Windows");
        var article = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "article.md"), TestContext.Current.CancellationToken);
        _folder.Write("create-table.sql", CreateTable().Match(article).Groups[1].Value);
        string[] pages = [Path.Combine(Repository.Root, "README.md"), .. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md").Order(StringComparer.Ordinal)];
        var (run, left) = (new List<string>(), new List<string>());
        foreach (var page in pages)
        {
            foreach (var command in Printed().Matches(await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken)).Select(match => match.Groups[1].Value.Trim()))
            {
                var words = Words(command);
                if (words.Exists(word => Placeholder().IsMatch(word)) || words is ["watch" or "shell", ..])
                {
                    left.Add(command);
                    continue;
                }

                run.Add(command);
                var outcome = await SpoorProcess.RunAsync(_folder.Path, words);
                Assert.True(outcome.ExitCode == (words.Contains("--fail-on") ? 3 : 0), $"{Path.GetFileName(page)}: spoor {command}\nended with {outcome.ExitCode}: {outcome.Error}");
            }
        }

        Assert.True(run.Count >= 15, $"Only these were run: {string.Join("; ", run)}. These have placeholders: {string.Join("; ", left)}.");
    }

    // As a shell takes them: double quotes around a word, a comment at the end.
    private static List<string> Words(string command)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (isQuoted, isOpen) = (false, false);
        foreach (var letter in command)
        {
            if (letter == '"')
            {
                (isQuoted, isOpen) = (!isQuoted, true);
            }
            else if (!isQuoted && letter == '#' && !isOpen)
            {
                break;
            }
            else if (!isQuoted && letter == ' ')
            {
                if (isOpen)
                {
                    words.Add(word.ToString());
                }

                word.Clear();
                isOpen = false;
            }
            else
            {
                word.Append(letter);
                isOpen = true;
            }
        }

        return isOpen ? [.. words, word.ToString()] : words;
    }

    [GeneratedRegex(@"^ {4}spoor (.+)$", RegexOptions.Multiline)]
    private static partial Regex Printed();

    // LOGS, [--pool ...], s3://..., > file, and names of things that the sample does not have.
    [GeneratedRegex(@"^(?:[A-Z]{2,}|[A-Z]{2,}=.*|NAME=VALUE|\[.*|.*\]|[|>].*|s3://.*|\.\.\.|AppRole|trail/|.*cloudtrail_logs.*)$")]
    private static partial Regex Placeholder();

    [GeneratedRegex("```sql\n(CREATE EXTERNAL TABLE.*?)```", RegexOptions.Singleline)]
    private static partial Regex CreateTable();
}
