using Spoor.Core.Types;
using Spoor.Sql.Functions;
using Spoor.Sql.Syntax.Nodes;
using Xunit;

namespace Spoor.Sql.Tests.Functions;

public class OperatorTypesTests
{
    [Theory]
    [InlineData("integer", "bigint", "bigint + bigint -> bigint")]
    [InlineData("tinyint", "tinyint", "tinyint + tinyint -> tinyint")]
    [InlineData("bigint", "real", "real + real -> real")]
    [InlineData("decimal(5,2)", "double", "double + double -> double")]
    [InlineData("decimal(5,2)", "integer", "decimal(5,2) + decimal(10,0) -> decimal(13,2)")]
    [InlineData("integer", "unknown", "integer + integer -> integer")]
    [InlineData("date", "interval day to second", "date + interval day to second -> date")]
    [InlineData("interval year to month", "timestamp(3)", "interval year to month + timestamp(3) -> timestamp(3)")]
    [InlineData("timestamp(0)", "interval day to second", "timestamp(0) + interval day to second -> timestamp(3)")]
    [InlineData("timestamp(6) with time zone", "interval day to second", "timestamp(6) with time zone + interval day to second -> timestamp(6) with time zone")]
    [InlineData("varchar", "integer", null)]
    [InlineData("date", "integer", null)]
    [InlineData("unknown", "unknown", null)]
    public void Sum_is_typed(string left, string right, string? expected) => AssertTypes(ArithmeticOperator.Add, "+", left, right, expected);

    [Theory]
    [InlineData("date", "date", "date - date -> interval day to second")]
    [InlineData("timestamp(3)", "date", "timestamp(3) - timestamp(3) -> interval day to second")]
    [InlineData("timestamp(3)", "timestamp(3) with time zone", "timestamp(3) with time zone - timestamp(3) with time zone -> interval day to second")]
    [InlineData("interval day to second", "date", null)]
    public void Difference_is_typed(string left, string right, string? expected) => AssertTypes(ArithmeticOperator.Subtract, "-", left, right, expected);

    [Theory]
    [InlineData("decimal(10,2)", "decimal(5,3)", "decimal(10,2) * decimal(5,3) -> decimal(15,5)")]
    [InlineData("interval day to second", "integer", "interval day to second * bigint -> interval day to second")]
    [InlineData("real", "interval year to month", "double * interval year to month -> interval year to month")]
    public void Product_is_typed(string left, string right, string? expected) => AssertTypes(ArithmeticOperator.Multiply, "*", left, right, expected);

    [Theory]
    [InlineData("decimal(10,2)", "decimal(5,3)", "decimal(10,2) / decimal(5,3) -> decimal(14,3)")]
    [InlineData("interval day to second", "integer", "interval day to second / double -> interval day to second")]
    public void Quotient_is_typed(string left, string right, string? expected) => AssertTypes(ArithmeticOperator.Divide, "/", left, right, expected);

    [Fact]
    public void Remainder_is_typed() => AssertTypes(ArithmeticOperator.Modulus, "%", "decimal(10,2)", "decimal(5,3)", "decimal(10,2) % decimal(5,3) -> decimal(5,3)");

    [Theory]
    [InlineData("interval year to month", true)]
    [InlineData("decimal(5,2)", true)]
    [InlineData("varchar", false)]
    [InlineData("date", false)]
    public void Only_numbers_and_intervals_are_negated(string type, bool expected) =>
        Assert.Equal(expected, OperatorTypes.CanNegate(SqlTypeText.Parse(type)));

    private static void AssertTypes(ArithmeticOperator @operator, string sign, string left, string right, string? expected)
    {
        var types = OperatorTypes.TryArithmetic(@operator, SqlTypeText.Parse(left), SqlTypeText.Parse(right));

        Assert.Equal(expected, types is null ? null : $"{types.Left} {sign} {types.Right} -> {types.Result}");
    }
}
