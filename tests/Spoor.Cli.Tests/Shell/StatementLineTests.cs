using Spoor.Cli.Shell;
using Xunit;

namespace Spoor.Cli.Tests.Shell;

public class StatementLineTests
{
    [Theory]
    [InlineData("SELECT 1\nFROM t;", "SELECT 1 FROM t;")]
    [InlineData("SELECT 1 -- one\r\nFROM t;", "SELECT 1  FROM t;")]
    [InlineData("SELECT '--', \"--\" -- it's\n, 2;", "SELECT '--', \"--\"  , 2;")]
    [InlineData("SELECT 1; -- done", "SELECT 1;")]
    public void A_statement_of_several_lines_becomes_one_that_means_the_same(string statement, string line) =>
        Assert.Equal(line, StatementLine.Of(statement));
}
