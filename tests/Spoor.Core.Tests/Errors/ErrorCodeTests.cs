using Spoor.Core.Errors;
using Xunit;

namespace Spoor.Core.Tests.Errors;

public class ErrorCodeTests
{
    [Fact]
    public void Names_are_those_of_Trino() => Assert.Equal("COLUMN_NOT_FOUND", ErrorCode.ColumnNotFound.ToTrinoName());
}
