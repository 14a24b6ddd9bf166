using Spoor.Testing;
using Xunit;

namespace Spoor.EndToEnd;

public sealed class ListTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Records_join_with_a_list()
    {
        Trail.AddRecords(_folder.Path, "a", 4); // Get0, Get1, Get2, Get0
        _folder.Write("calls.csv", "Name,Meaning\nGet0,nothing\nGet2,much\n");
        _folder.Write("more.jsonl", """{"name":"Get0","weight":7}""");
        var outcome = await SpoorProcess.SqlAsync(
            _folder.Path,
            "--table", "Calls=calls.csv", "--table", "more=more.jsonl",
            "-e", Trail.Table(),
            "-e", "SELECT meaning, CAST(weight AS bigint) + 1, count(*) FROM t JOIN calls ON name = eventname LEFT JOIN more ON more.name = eventname GROUP BY 1, 2 ORDER BY 1; SHOW TABLES");
        Assert.Equal(
            (0, "\"meaning\",\"_col1\",\"_col2\"\n\"much\",,\"1\"\n\"nothing\",\"8\",\"2\"\n\"tab_name\"\n\"calls\"\n\"more\"\n\"t\"\n"),
            (outcome.ExitCode, outcome.Output));
    }

    [Fact]
    public async Task A_list_hides_no_table()
    {
        _folder.Write("t.csv", "a\n1\n");
        await SpoorProcess.SqlAsync(_folder.Path, "-e", Trail.Table());
        var outcome = await SpoorProcess.SqlAsync(_folder.Path, "--table", "t=t.csv", "-e", "SELECT * FROM t");
        Assert.Equal(
            (1, "", "TABLE_ALREADY_EXISTS: --table t=t.csv: there is a table default.t already\nHint: Give the file another name.\n"),
            (outcome.ExitCode, outcome.Output, outcome.Problems));
    }

    [Theory]
    [InlineData("x", "'x' is not NAME=FILE, such as accounts=accounts.csv. A name is of letters, digits and '_', and begins with no digit")]
    [InlineData("1x=a.csv", "'1x=a.csv' is not NAME=FILE, such as accounts=accounts.csv. A name is of letters, digits and '_', and begins with no digit")]
    [InlineData("x=a.csv", "there is no file 'a.csv'")]
    public async Task What_names_no_list_is_refused(string table, string problem)
    {
        var outcome = await SpoorProcess.SqlAsync(_folder.Path, "--table", table, "-e", "SELECT 1");
        Assert.Equal((2, $"spoor: --table: {problem}.\nTry 'spoor sql --help'.\n"), (outcome.ExitCode, outcome.Problems));
    }
}
