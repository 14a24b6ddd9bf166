using Spoor.Engine.Executors.DuckDb.Sql;
using Xunit;

namespace Spoor.Engine.Tests.Executors.DuckDb.Sql;

public sealed class DuckNameTests
{
    [Theory]
    [InlineData("a_1", "a_1")]
    [InlineData("1a", "\"1a\"")]
    [InlineData("Name", "\"Name\"")]
    [InlineData("", "\"\"")]
    [InlineData("a\" b", "\"a\"\" b\"")]
    public void A_name_is_quoted_where_it_is_not_plain(string name, string written) => Assert.Equal(written, DuckWriter.Name(name));
}
