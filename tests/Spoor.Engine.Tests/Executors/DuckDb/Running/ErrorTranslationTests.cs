using Spoor.Core.Errors;
using Spoor.Engine.Executors.DuckDb.Running;
using Xunit;

namespace Spoor.Engine.Tests.Executors.DuckDb.Running;

public sealed class ErrorTranslationTests
{
    [Theory]
    [InlineData("Out of Range Error: Overflow in addition of INT64 (9223372036854775807 + 1)!", ErrorCode.NumericValueOutOfRange, "bigint addition overflow: 9223372036854775807 + 1")]
    [InlineData("Invalid Input Error: More than one row returned by a subquery used as an expression", ErrorCode.SubqueryMultipleRows, "Scalar sub-query has returned multiple rows")]
    [InlineData("INTERRUPT Error: Interrupted!", ErrorCode.UserCanceled, "Query was canceled")]
    [InlineData("Invalid Input Error: SPOOR|DIVISION_BY_ZERO|Division by zero", ErrorCode.DivisionByZero, "Division by zero")]
    [InlineData("Not implemented Error: Cannot perform non-inner join on subquery!\n\nLINE 1: SELECT c1 FROM\n  ^", ErrorCode.NotSupported, "Given correlated subquery is not supported")]
    [InlineData("INTERNAL Error: Failed to bind column reference \"f0\" [22.3] (bindings: {#[22.0]})", ErrorCode.NotSupported, "Given correlated subquery is not supported")]
    [InlineData("Binder Error: No function matches", ErrorCode.NotSupported, "This combination of features is not supported")]
    [InlineData("INTERNAL Error: Attempted to access index 3", ErrorCode.GenericInternalError, "The executor failed on this statement")]
    public void An_error_has_Trinos_code_and_no_text_of_ours(string duckDb, ErrorCode code, string message)
    {
        var error = ErrorTranslation.ToQueryException(new DuckDbException(duckDb));

        Assert.Equal((code, message), (error.Code, error.Message));
    }
}
