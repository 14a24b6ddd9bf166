using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Spoor.Core.Errors;
using Spoor.Engine.Semantics.RegularExpressions;
using Xunit;

namespace Spoor.Engine.Tests.Semantics.RegularExpressions;

/// <summary>Regular expressions against the answers of Java itself.</summary>
public sealed class JavaRegexTests
{
    [Theory]
    [MemberData(nameof(Answers))]
    public void Matches_and_groups_are_those_of_java_util_regex(string pattern, string text, string answer) => Assert.Equal(answer, Matches(Unescape(pattern), Unescape(text)));

    /// <summary>Lines of <c>JavaRegexAnswers.tsv</c>, made with OpenJDK 17.</summary>
    public static TheoryData<string, string, string> Answers()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Executors", "DuckDb", "Functions", "JavaRegexAnswers.tsv")))
        {
            var cells = line.Split('\t');
            data.Add(cells[0], cells[1], cells[2]);
        }

        return data;
    }

    // [start,end|group|...] of the first matches, as Java's Matcher gives them; "error" where the pattern is refused.
    private static string Matches(string pattern, string text)
    {
        try
        {
            var regex = JavaRegex.Of(Encoding.UTF8.GetBytes(pattern));
            var matches = regex.Matches(text).Take(6).Select(match => string.Create(CultureInfo.InvariantCulture, $"[{match.Index},{match.Index + match.Length}{Groups(regex, match)}]"));
            var all = Escape(string.Concat(matches));
            return all.Length == 0 ? "none" : all;
        }
        catch (QueryException error) when (error.Code == ErrorCode.InvalidFunctionArgument)
        {
            return "error";
        }
    }

    private static string Groups(JavaRegex regex, Match match) =>
        string.Concat(Enumerable.Range(1, regex.GroupCount).Select(number => $"|{(match.Groups[number].Success ? match.Groups[number].Value : "null")}"));

    private static string Escape(string text) =>
        string.Concat(text.Select(c => c is < ' ' or > '~' ? string.Create(CultureInfo.InvariantCulture, $@"\u{(int)c:x4}") : c.ToString()));

    // A character that a line of the file cannot hold is written {u+000a}.
    private static string Unescape(string text) => Regex.Replace(text, "{u\\+([0-9a-f]{4})}", match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
}
