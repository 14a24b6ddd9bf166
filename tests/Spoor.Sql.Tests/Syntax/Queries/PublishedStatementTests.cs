using Spoor.Core.Errors;
using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;
using Spoor.Testing;
using Xunit;

namespace Spoor.Sql.Tests.Syntax.Queries;

/// <summary>Statements that people publish, one a file. The variable SPOOR_QUERIES names another folder of such files.</summary>
public class PublishedStatementTests
{
    private static readonly string? s_otherFolder = Environment.GetEnvironmentVariable("SPOOR_QUERIES");

    [Fact]
    public void Every_statement_parses_unless_it_is_listed_as_wrong()
    {
        var wrong = ReadList();
        var failures = new List<string>();
        foreach (var (name, sql) in ReadStatements())
        {
            var error = ErrorOf(sql);
            if (error is not null && !IsPlaceholder(sql, error) && !wrong.Contains(name))
            {
                failures.Add($"{name}: {error.MessageWithPlace}");
            }
            else if (error is null && wrong.Contains(name))
            {
                failures.Add($"{name}: parses, so it should not be listed");
            }
        }

        Assert.Empty(failures);
    }

    [Fact]
    public void Every_statement_prints_as_text_that_parses_back()
    {
        foreach (var (name, sql) in ReadStatements().Where(file => ErrorOf(file.Sql) is null))
        {
            var tree = SqlParser.ParseStatement(sql);
            Assert.Equal((name, TreeText.Of(tree)), (name, TreeText.Of(SqlParser.ParseStatement(SqlPrinter.Print(tree)))));
        }
    }

    [Fact]
    public void The_splitter_finds_one_statement_in_each_file()
    {
        foreach (var (name, sql) in ReadStatements().Where(file => ErrorOf(file.Sql) is null))
        {
            Assert.Equal((name, 1), (name, StatementSplitter.Split(sql).Count));
        }
    }

    private static QueryException? ErrorOf(string sql)
    {
        try
        {
            SqlParser.ParseStatement(sql);
            return null;
        }
        catch (QueryException error)
        {
            return error;
        }
    }

    // Templates such as {table}, ${table}, [TABLE] and <table>.
    private static bool IsPlaceholder(string sql, QueryException error) =>
        error.Span is { } span && span.Start < sql.Length && "{<[$".Contains(sql[span.Start], StringComparison.Ordinal);

    private static IEnumerable<(string Name, string Sql)> ReadStatements()
    {
        var folder = s_otherFolder ?? SharedFolder.Require("queries");
        return Directory.EnumerateFiles(folder, "*.sql", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path)));
    }

    private static HashSet<string> ReadList() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Syntax", "wrong-as-published.txt"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(" | ")[0])
            .ToHashSet();
}
