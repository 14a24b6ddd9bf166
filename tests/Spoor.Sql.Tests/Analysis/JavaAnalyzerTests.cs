using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Spoor.Sql.Analysis;
using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Testing;
using Xunit;

namespace Spoor.Sql.Tests.Analysis;

/// <summary>Trino's own cases of what analysis accepts, and refuses with which code and sentence.</summary>
public class JavaAnalyzerTests
{
    /// <summary>Syntax that Athena's parser or this project does not have; Trino's cases of it say nothing here.</summary>
    private static readonly Regex s_outOfScope = new(
        @"TABLE\s*\(|JSON_(TABLE|EXISTS|VALUE|QUERY|OBJECT|ARRAY)|FOR (TIMESTAMP|VERSION)|MATCH_RECOGNIZE|PATTERN|MEASURES|SEEK|SUBSET|DEFINE|FINAL |\bOVER w FROM \(VALUES 1\) t\(z\)|materialized|\bmv1\b",
        RegexOptions.IgnoreCase);

    [Fact]
    public void Agrees_with_Trinos_analyzer()
    {
        var cases = File.ReadLines(SharedFolder.Require("cases/java-analyzer.jsonl")).Select(line => JsonSerializer.Deserialize<AnalyzerCase>(line)!).ToList();
        var inScope = cases.Where(one => one.IsQuery && !s_outOfScope.IsMatch(one.sql)).ToList();
        var report = new StringBuilder();
        var agreed = 0;
        foreach (var one in inScope)
        {
            if (Disagreement(one) is { } reason)
            {
                report.AppendLine($"{reason} | {one.sql.ReplaceLineEndings(" ")}");
            }
            else
            {
                agreed++;
            }
        }

        Assert.True(agreed >= 340, $"{agreed} of {inScope.Count} agree:\n{report}");
    }

    private static string? Disagreement(AnalyzerCase one)
    {
        try
        {
            if (SqlParser.ParseStatement(one.sql) is not QueryStatement statement)
            {
                return "not a query";
            }

            QueryAnalyzer.Analyze(statement.Query, TrinoTestTables.Context);
            return one.error_code is null ? null : $"accepted, not {one.error_code} {one.error}";
        }
        catch (QueryException error)
        {
            return error.Code.ToTrinoName() == one.error_code && one.HasMessage(error)
                ? null
                : $"{error.Code.ToTrinoName()} {error.MessageWithPlace} <> {one.error_code} {one.error ?? one.error_regex}";
        }
#pragma warning disable CA1031 // Any other exception is what the report is about.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return $"CRASH {error.GetType().Name} {error.Message} {error.StackTrace!.Split('\n')[0]}";
        }
    }

    private sealed record AnalyzerCase(string sql, string? error_code, string? error, string? error_regex)
    {
        public bool IsQuery => Regex.IsMatch(sql, @"^\s*(SELECT|WITH|VALUES|TABLE|\()", RegexOptions.IgnoreCase);

        /// <summary>Whether the sentence is the expected one; the place is checked by the tests of single behaviours.</summary>
        public bool HasMessage(QueryException actual)
        {
            if (error is not null)
            {
                return WithoutPlace(error) == actual.Message;
            }

            return error_regex is null || Regex.IsMatch(actual.MessageWithPlace, FromJava(WithoutPlace(error_regex)));
        }

        private static string WithoutPlace(string message) => Regex.Replace(message, @"^(\\Q)?line \d+:\d+: ", "$1");

        /// <summary>Java quotes literal text as <c>\Q...\E</c>.</summary>
        private static string FromJava(string regex) => Regex.Replace(regex, @"\\Q(.*?)\\E", match => Regex.Escape(match.Groups[1].Value), RegexOptions.Singleline);
    }
}
