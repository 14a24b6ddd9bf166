using Spoor.Core.Collections;

namespace Spoor.Conformance.Text;

/// <summary>Reads files of cases; <c>Cases/README.md</c> describes the format.</summary>
internal static class CaseFile
{
    private const string Separator = "----";

    /// <summary>The cases of a file's text, in order.</summary>
    /// <exception cref="FormatException">A case is malformed; the message names the line.</exception>
    public static ValueList<ConformanceCase> Read(string text)
    {
        var cases = new List<ConformanceCase>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var start = 0; start < lines.Length; start++)
        {
            if (lines[start].Length == 0)
            {
                continue;
            }

            var end = Array.FindIndex(lines, start, line => line.Length == 0);
            end = end < 0 ? lines.Length : end;
            if (ReadBlock(lines[start..end], start + 1) is { } single)
            {
                cases.Add(single);
            }

            start = end;
        }

        return cases.ToValueList();
    }

    private static ConformanceCase? ReadBlock(string[] block, int line)
    {
        var title = block.TakeWhile(text => text.StartsWith('#')).ToArray();
        if (title.Length == block.Length)
        {
            return null; // A comment on the file.
        }

        var number = line + title.Length;
        var directive = block[title.Length];
        var body = block[(title.Length + 1)..];
        var separator = Array.IndexOf(body, Separator);
        var sql = string.Join('\n', separator < 0 ? body : body[..separator]);
        var answer = separator < 0 ? null : body[(separator + 1)..];
        return new ConformanceCase(number, string.Join(' ', title.Select(text => text.TrimStart('#', ' '))), sql, ReadExpectation(directive, answer, number));
    }

    private static Expectation ReadExpectation(string directive, string[]? answer, int line)
    {
        var words = directive.Split(' ');
        return (words, answer) switch
        {
            (["statement"], null) => new ExpectedSuccess(),
            (["object", var key], null) => new GivenObject(key),
            (["query", "error", var code], not null) => new ExpectedError(code, null, string.Join('\n', answer)),
            (["query", "error", var code, var place], not null) => new ExpectedError(code, place, string.Join('\n', answer)),
            (["query", "ordered", .. var types], not null) => new ExpectedRows(string.Join(' ', types), answer.ToValueList(), IsOrdered: true),
            (["query", .. var types], not null) => new ExpectedRows(string.Join(' ', types), answer.ToValueList(), IsOrdered: false),
            _ => throw new FormatException($"Line {line}: '{directive}' is no directive, or its answer after {Separator} is missing or too much."),
        };
    }
}
