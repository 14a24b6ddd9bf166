using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Spoor.Core.Errors;
using Spoor.Sql.Analysis;
using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Testing;
using Xunit;

namespace Spoor.Sql.Tests.Analysis;

/// <summary>Trino's own cases of what analysis accepts, and refuses with which code and sentence.</summary>
public class JavaAnalyzerTests
{
    /// <summary>Syntax that Athena or this project does not have; Trino's cases of it say nothing here.</summary>
    private static readonly Regex s_outOfScope = new(
        @"TABLE\s*\(|JSON_(TABLE|EXISTS|VALUE|QUERY|OBJECT|ARRAY)|FOR (TIMESTAMP|VERSION)|MATCH_RECOGNIZE|PATTERN|MEASURES|SEEK|SUBSET|DEFINE|FINAL |last_z|materialized|\bmv1\b",
        RegexOptions.IgnoreCase);

    /// <summary>Every case agrees but those that gaps.txt lists, and all of those still disagree.</summary>
    [Fact]
    public void Agrees_with_Trinos_analyzer()
    {
        var cases = File.ReadLines(SharedFolder.Require("cases/java-analyzer.jsonl"))
            .Select(line => JsonSerializer.Deserialize<AnalyzerCase>(line) ?? throw new InvalidDataException(line))
            .Where(one => one.IsQuery && !s_outOfScope.IsMatch(one.Sql))
            .ToList();
        var gaps = Gaps();
        var disagreements = cases.Select(one => (Case: one, Reason: Disagreement(one))).Where(pair => pair.Reason is not null).ToList();

        var unlisted = disagreements.Where(pair => !gaps.Contains(pair.Case.Key)).Select(pair => $"{pair.Case.Key} {pair.Reason}");
        var passing = gaps.Except(disagreements.Select(pair => pair.Case.Key)).Select(key => $"{key} is listed in gaps.txt but agrees");
        var faults = unlisted.Concat(passing).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(cases.Count > 300, $"only {cases.Count} cases are in scope");
    }

    private static HashSet<string> Gaps() =>
        File.ReadLines(Path.Combine(Repository.Root, "tests/Spoor.Sql.Tests/Analysis/gaps.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ')[0])
            .ToHashSet();

    private static string? Disagreement(AnalyzerCase one)
    {
        try
        {
            if (SqlParser.ParseStatement(one.Sql) is not QueryStatement statement)
            {
                return "is no query";
            }

            QueryAnalyzer.Analyze(statement.Query, TrinoTestTables.Context);
            return one.ErrorCode is null ? null : $"was accepted, not {one.ErrorCode} {one.Error}: {one.Sql}";
        }
        catch (QueryException error)
        {
            return error.Code.ToTrinoName() == one.ErrorCode && one.HasMessage(error)
                ? null
                : $"gave {error.Code.ToTrinoName()} {error.MessageWithPlace}, not {one.ErrorCode} {one.Error ?? one.ErrorRegex}: {one.Sql}";
        }
    }

    private sealed record AnalyzerCase(
        [property: JsonPropertyName("source")] string Source,
        [property: JsonPropertyName("sql")] string Sql,
        [property: JsonPropertyName("error_code")] string? ErrorCode,
        [property: JsonPropertyName("error")] string? Error,
        [property: JsonPropertyName("error_regex")] string? ErrorRegex)
    {
        public string Key => Source[(Source.LastIndexOf('/') + 1)..];

        public bool IsQuery => Regex.IsMatch(Sql, @"^\s*(SELECT|WITH|VALUES|TABLE|\()", RegexOptions.IgnoreCase);

        /// <summary>Whether the sentence is the expected one; the place is checked by the tests of single behaviours.</summary>
        public bool HasMessage(QueryException actual) => Error is not null
            ? WithoutPlace(Error) == actual.Message
            : ErrorRegex is null || Regex.IsMatch(actual.MessageWithPlace, FromJava(WithoutPlace(ErrorRegex)));

        private static string WithoutPlace(string message) => Regex.Replace(message, @"^(\\Q)?line \d+:\d+: ", "$1");

        /// <summary>Java quotes literal text as <c>\Q...\E</c>.</summary>
        private static string FromJava(string regex) =>
            Regex.Replace(regex, @"\\Q(.*?)\\E", match => Regex.Escape(match.Groups[1].Value), RegexOptions.Singleline);
    }
}
