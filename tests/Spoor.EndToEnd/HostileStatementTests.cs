using System.Text.RegularExpressions;
using Spoor.Testing;
using Xunit;

namespace Spoor.EndToEnd;

public sealed partial class HostileStatementTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task No_statement_reaches_files_or_the_executor_itself()
    {
        string[] statements =
        [
            "SELECT * FROM read_csv('/etc/passwd')",
            "SELECT * FROM TABLE(read_text('/etc/passwd'))",
            "SELECT * FROM \"/etc/passwd\"",
            "SELECT read_text('/etc/passwd')",
            "SELECT getenv('PATH')",
            "SELECT 1 AS \"x\"\" FROM read_text('/etc/passwd') --\" FROM nope",
            "SELECT * FROM (VALUES 1) AS \"t; ATTACH '/etc/passwd'\"(x), nope",
            "COPY (SELECT 1) TO 'written'",
            "ATTACH 'written'",
            "INSTALL httpfs",
            "PRAGMA version",
            "SELECT * FROM duckdb_settings()",
        ];
        var outcome = await ShellAsync(statements);
        Assert.Equal("", outcome.Output);
        Assert.Equal(statements.Length, ErrorCodes(outcome).Count);
        Assert.Empty(ErrorCodes(outcome).Except(["SYNTAX_ERROR", "TABLE_NOT_FOUND", "FUNCTION_NOT_FOUND", "NOT_SUPPORTED"]));
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public async Task Ten_thousand_levels_are_refused()
    {
        var outcome = await ShellAsync(Nested("(", "1", ")"), Nested("abs(", "1", ")"), Nested("NOT ", "true", ""), Nested("CASE WHEN true THEN ", "1", " END"));
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal(["STACK_OVERFLOW", "STACK_OVERFLOW", "STACK_OVERFLOW", "STACK_OVERFLOW"], ErrorCodes(outcome));
    }

    [Fact]
    public async Task A_statement_of_a_megabyte_runs()
    {
        var outcome = await ShellAsync($"SELECT length('{new string('x', 1_000_000)}') AS n");
        Assert.Equal((0, "\"n\"\n\"1000000\"\n"), (outcome.ExitCode, outcome.Output));
    }

    public void Dispose() => _folder.Dispose();

    private static string Nested(string open, string middle, string close) =>
        $"SELECT {string.Concat(Enumerable.Repeat(open, 10_000))}{middle}{string.Concat(Enumerable.Repeat(close, 10_000))}";

    private static List<string> ErrorCodes(ProcessOutcome outcome) =>
        [.. outcome.Problems.Split('\n').Select(line => ErrorCode().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value)];

    // The shell goes on after an error, so that one process tries many statements.
    private Task<ProcessOutcome> ShellAsync(params string[] statements) =>
        SpoorProcess.RunAsync(_folder.Path, ["shell", "--home", ":memory:"], string.Join(";\n", statements));

    [GeneratedRegex("^([A-Z_]+): ")]
    private static partial Regex ErrorCode();
}
