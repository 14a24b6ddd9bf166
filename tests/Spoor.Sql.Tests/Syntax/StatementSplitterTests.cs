using Spoor.Core.Text;
using Spoor.Sql.Syntax;
using Xunit;

namespace Spoor.Sql.Tests.Syntax;

public class StatementSplitterTests
{
    [Fact]
    public void Semicolons_in_quotes_and_comments_do_not_split() =>
        Assert.Equal(
            ["SELECT 'a;b', \"c;d\" /* e;f */ FROM t", "SHOW TABLES"],
            StatementSplitter.Split("-- x;y\nSELECT 'a;b', \"c;d\" /* e;f */ FROM t -- g;h\n;;\n SHOW TABLES;").Select(statement => statement.Text));

    [Fact]
    public void Places_are_those_of_the_script()
    {
        var statement = StatementSplitter.Split("SELECT 1;\n  SELECT x")[1];
        Assert.Equal((12, 2, 3, false), (statement.StartOffset, statement.StartLine, statement.StartColumn, statement.IsComplete));
        Assert.Equal(new TextSpan(19, 1, 2, 10), statement.ToScript(new TextSpan(7, 1, 1, 8)));
    }

    [Fact]
    public void Backslashes_escape_quotes_in_Hive_statements_only()
    {
        Assert.Equal(2, StatementSplitter.Split(@"ALTER TABLE t SET TBLPROPERTIES ('a'='\';'); SELECT 1;").Count);
        Assert.Equal(2, StatementSplitter.Split(@"SELECT '\'; SELECT 1;").Count);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("-- only a comment", false)]
    [InlineData("SELECT 1", true)]
    [InlineData("SELECT 1;", false)]
    [InlineData("SELECT 1; -- done", false)]
    [InlineData("SELECT 'a;", true)]
    [InlineData("SELECT 1 /* a;", true)]
    [InlineData("/* a", true)]
    [InlineData("SHOW TABLES IN `a;", true)]
    public void A_shell_learns_whether_more_is_needed(string script, bool isIncomplete) =>
        Assert.Equal(isIncomplete, StatementSplitter.IsIncomplete(script));
}
