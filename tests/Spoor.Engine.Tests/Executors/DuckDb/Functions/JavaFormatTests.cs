using Spoor.Core.Errors;
using Spoor.Engine.Tests.FunctionCases;
using Xunit;

namespace Spoor.Engine.Tests.Executors.DuckDb.Functions;

/// <summary><c>format</c> against the answers of Java's own <c>String.format</c>.</summary>
public sealed class JavaFormatTests
{
    /// <summary>Each line of <c>JavaFormatAnswers.tsv</c>, made with OpenJDK 17: a format, an argument in SQL, the text or <c>ERR</c> and the error.</summary>
    [Fact]
    public async Task Texts_and_errors_are_those_of_String_format()
    {
        await using var runner = new CaseRunner();
        var wrong = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Executors", "DuckDb", "Functions", "JavaFormatAnswers.tsv")))
        {
            var cells = line.Split('\t');
            var text = await FormatAsync(runner, cells[0], cells[1]);
            if (text != cells[2])
            {
                wrong.Add($"format('{cells[0]}', {cells[1]}): expected {cells[2]} but got {text}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40)));
    }

    private static async Task<string> FormatAsync(CaseRunner runner, string format, string argument)
    {
        try
        {
            return (await runner.TextAsync($"SELECT format('{format}', {argument})", TestContext.Current.CancellationToken)).Replace("\n", "\\n", StringComparison.Ordinal);
        }
        catch (QueryException error) when (error.Message.StartsWith($"Invalid format string: {format} (", StringComparison.Ordinal))
        {
            return $"ERR {error.Message[$"Invalid format string: {format} (".Length..^1]}";
        }
        catch (QueryException error)
        {
            return $"{error.Code}: {error.Message}";
        }
    }
}
