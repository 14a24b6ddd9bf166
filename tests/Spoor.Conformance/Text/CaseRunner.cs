using System.Diagnostics;
using Spoor.Catalog;
using Spoor.Sql;
using Spoor.Sql.Analysis;
using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Conformance.Text;

/// <summary>Analyzes the statement of a case: errors and column types; rows are not computed here.</summary>
internal static class CaseRunner
{
    // Cases may name the time: now() is this in all of them.
    private static readonly DateTimeOffset s_now = new(2024, 2, 29, 12, 34, 56, TimeSpan.Zero);

    /// <summary>What is wrong with the answer to the case; null when it is as expected.</summary>
    public static string? FindDifference(ConformanceCase tested)
    {
        try
        {
            return Difference(tested.Expected, AnalyzeTypes(tested.Sql));
        }
        catch (QueryException error)
        {
            return Difference(tested.Expected, error);
        }
    }

    private static string AnalyzeTypes(string sql)
    {
        var statement = SqlParser.ParseStatement(sql);
        var query = statement is QueryStatement { Query: var found } ? found : throw new UnreachableException($"No analysis for {statement.GetType().Name}.");
        var analyzed = QueryAnalyzer.Analyze(query, new AnalysisContext(new MemoryCatalog(), TableName.DefaultCatalog, "default", s_now));
        return string.Join(", ", analyzed.Relation.Output.Select(symbol => symbol.Type));
    }

    private static string? Difference(Expectation expected, string types) => expected switch
    {
        ExpectedError error => $"Expected {error.Code}: {error.Message}\nbut it gave ({types}).",
        ExpectedRows rows => Difference(rows.Types, types),
        _ => throw new UnreachableException($"No comparison for {expected.GetType().Name}."),
    };

    private static string? Difference(Expectation expected, QueryException error)
    {
        var wanted = expected is ExpectedError { Place: var place } failure ? $"{failure.Code} {place}\n{failure.Message}" : "an answer";
        return Difference(wanted, $"{error.Code.ToTrinoName()} {(error.Span is { } span ? $"{span.Line}:{span.Column}" : "")}\n{error.Message}");
    }

    private static string? Difference(string expected, string actual) => expected == actual ? null : $"Expected:\n{expected}\nbut got:\n{actual}";
}
