using Spoor.Core.Errors;
using Xunit;

namespace Spoor.Sql.Tests.Analysis;

/// <summary>Sentences of Trino's ExpressionAnalyzer and their places.</summary>
public class TypeErrorTests
{
    [Theory]
    [InlineData("day = '2024-01-31'", "line 1:12: Cannot apply operator: date = varchar(10)")]
    [InlineData("eventtime > now()", "line 1:18: Cannot apply operator: varchar < timestamp(3) with time zone")]
    [InlineData("amount + eventname", "line 1:15: Cannot apply operator: bigint + varchar")]
    [InlineData("NOT amount", "line 1:12: Value of logical NOT expression must evaluate to a boolean (actual: bigint)")]
    [InlineData("-eventname", "line 1:8: Cannot negate varchar")]
    [InlineData("CAST(day AS bigint)", "line 1:8: Cannot cast date to bigint")]
    [InlineData("eventname IN (1, 2)", "line 1:22: IN value and list items must be the same type or coercible to a common type. Cannot find common type between varchar and integer, all types (without duplicates): [varchar, integer]")]
    [InlineData("counts['a']", "line 1:8: Cannot use varchar(1) for subscript of array(bigint)")]
    [InlineData("EXTRACT(HOUR FROM day)", "line 1:26: Cannot extract HOUR from date")]
    public void Types_that_do_not_fit_are_refused(string sql, string message) =>
        Assert.Equal((ErrorCode.TypeMismatch, message), Analyzed.Error($"SELECT {sql} FROM cloudtrail_logs"));

    [Fact]
    public void A_text_compared_with_a_date_gets_advice() =>
        Assert.Equal("A text is not a date: write DATE '2024-01-31', or CAST(column AS date) for a column that holds text.", Analyzed.Hint("SELECT day = '2024-01-31' FROM cloudtrail_logs"));

    [Theory]
    [InlineData("DATE 'today'", "line 1:8: 'today' is not a valid DATE literal")]
    [InlineData("DATE '2023-02-29'", "line 1:8: '2023-02-29' is not a valid DATE literal")]
    [InlineData("TIMESTAMP '2024-01-31T01:02:03Z'", "line 1:8: '2024-01-31T01:02:03Z' is not a valid TIMESTAMP literal")]
    [InlineData("INTERVAL 'x' DAY", "line 1:8: 'x' is not a valid INTERVAL literal")]
    public void Literals_of_a_wrong_form_are_refused(string sql, string message) =>
        Assert.Equal((ErrorCode.InvalidLiteral, message), Analyzed.Error($"SELECT {sql}"));

    [Fact]
    public void WHERE_takes_no_aggregates() => Assert.Equal(
        (ErrorCode.ExpressionNotScalar, "line 1:46: WHERE clause cannot contain aggregations, window functions or grouping operations: [count(*)]"),
        Analyzed.Error("SELECT 1 FROM cloudtrail_logs WHERE count(*) > 1"));
}
