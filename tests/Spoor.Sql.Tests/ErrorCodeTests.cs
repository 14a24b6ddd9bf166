using Xunit;

namespace Spoor.Sql.Tests;

public class ErrorCodeTests
{
    [Fact]
    public void Names_are_those_of_Trino() => Assert.Equal("COLUMN_NOT_FOUND", ErrorCode.ColumnNotFound.ToTrinoName());
}
