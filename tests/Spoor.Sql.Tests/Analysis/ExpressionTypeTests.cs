using System.Globalization;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;
using Xunit;

namespace Spoor.Sql.Tests.Analysis;

public class ExpressionTypeTests
{
    [Theory]
    [InlineData("1", "integer")]
    [InlineData("2147483648", "bigint")]
    [InlineData("-2147483648", "integer")]
    [InlineData("'abc'", "varchar(3)")]
    [InlineData("NULL", "unknown")]
    [InlineData("X'65'", "varbinary")]
    [InlineData("DECIMAL '1.50'", "decimal(3,2)")]
    [InlineData("DATE '2024-01-31'", "date")]
    [InlineData("TIMESTAMP '2024-01-31 01:02:03.456'", "timestamp(3)")]
    [InlineData("TIMESTAMP '2024-01-31 01:02:03 Europe/Berlin'", "timestamp(0) with time zone")]
    [InlineData("INTERVAL '7' DAY", "interval day to second")]
    [InlineData("INTERVAL '2' MONTH", "interval year to month")]
    [InlineData("current_date", "date")]
    [InlineData("now()", "timestamp(3) with time zone")]
    [InlineData("amount / 2", "bigint")]
    [InlineData("day + INTERVAL '1' DAY", "date")]
    [InlineData("ARRAY[1, amount]", "array(bigint)")]
    [InlineData("tags['a']", "varchar")]
    [InlineData("resources[1].arn", "varchar")]
    [InlineData("transform(counts, x -> CAST(x AS varchar))", "array(varchar)")]
    [InlineData("filter(resources, r -> r.accountid = '1')[1].arn", "varchar")]
    [InlineData("coalesce(errorcode, 'none')", "varchar")]
    [InlineData("if(amount > 1, 1, 2.5)", "double")]
    [InlineData("CASE WHEN amount > 1 THEN 1 ELSE amount END", "bigint")]
    public void Expressions_have_Trinos_types(string sql, string type) =>
        Assert.Equal(type, Analyzed.Expression(sql).Type.ToString());

    [Fact]
    public void Decimal_literals_are_double_as_in_Athena() =>
        Assert.Equal(new BoundLiteral(1.5, ScalarTypes.Double, new TextSpan(7, 3, 1, 8)), Analyzed.Expression("1.5"));

    [Fact]
    public void The_start_of_the_statement_is_now() =>
        Assert.Equal(new ZonedTimestamp(1_706_704_496_789_000, "UTC"), Assert.IsType<BoundLiteral>(Analyzed.Expression("now()")).Value);

    [Fact]
    public void A_zone_moves_a_timestamp_to_its_instant()
    {
        var literal = Assert.IsType<BoundLiteral>(Analyzed.Expression("TIMESTAMP '1970-01-01 02:00:00 +02:00'"));
        Assert.Equal(new ZonedTimestamp(0, "+02:00"), literal.Value);
    }

    [Theory]
    [InlineData("DATE '1970-01-02'", 1L)]
    [InlineData("DATE '2000-03-01'", 11017L)]
    [InlineData("INTERVAL '-1 02:03' DAY TO MINUTE", -93_780_000L)]
    [InlineData("INTERVAL '1-2' YEAR TO MONTH", 14L)]
    [InlineData("TIMESTAMP '1970-01-01 00:00:01.5'", 1_500_000L)]
    public void Date_and_time_literals_have_their_values(string sql, long value) =>
        Assert.Equal(value, Assert.IsType<BoundLiteral>(Analyzed.Expression(sql)).Value);

    [Fact]
    public void Coercions_become_implicit_casts()
    {
        var comparison = Assert.IsType<BoundComparison>(Analyzed.Expression("counts[1] = u.amount", "cloudtrail_logs, users u"));
        var cast = Assert.IsType<BoundCast>(comparison.Right);
        Assert.True(cast.IsImplicit);
        Assert.Equal(ScalarTypes.BigInt, cast.Type);
    }

    [Fact]
    public void Constants_take_the_type_of_the_column_they_meet()
    {
        var comparison = Assert.IsType<BoundComparison>(Analyzed.Expression("eventname = 'AssumeRole'"));
        Assert.Equal(VarcharType.Unbounded, Assert.IsType<BoundLiteral>(comparison.Right).Type);
    }

    [Fact]
    public void Extract_is_the_function_of_its_field() =>
        Assert.Equal("year", Assert.IsType<BoundCall>(Analyzed.Expression("EXTRACT(YEAR FROM day)")).Function.Name);

    [Fact]
    public void Parameters_are_put_in_by_position()
    {
        var project = Assert.IsType<BoundProject>(Analyzed.Query("SELECT amount + ? FROM users", "5").Relation);
        var sum = Assert.IsType<BoundArithmetic>(project.Assignments[0].Expression);
        Assert.Equal(5L, Assert.IsType<BoundLiteral>(sum.Right).Value);
        Assert.Equal(ArithmeticOperator.Add, sum.Operator);
    }

    [Theory]
    [InlineData("SELECT {0} FROM users")]
    [InlineData("SELECT count(*) FROM users GROUP BY {0}")]
    [InlineData("SELECT 1 FROM users ORDER BY {0}")]
    [InlineData("SELECT {0}, count(*) FROM users")]
    public void A_long_chain_of_operators_is_an_error_at_worst(string sql)
    {
        foreach (var length in new[] { 500, 1_500, 2_500, 5_000, 10_000 })
        {
            var statement = string.Format(CultureInfo.InvariantCulture, sql, string.Join(" + ", Enumerable.Repeat("amount", length)));
            var error = Record.Exception(() => Analyzed.Query(statement));
            Assert.True(error is null or QueryException { Code: ErrorCode.StackOverflow or ErrorCode.ExpressionNotAggregate }, $"{length}: {error}");
        }
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("NOT ", "true", "")]
    [InlineData("abs(", "1", ")")]
    [InlineData("(SELECT ", "1", ")")]
    [InlineData("ARRAY[", "1", "]")]
    [InlineData("CASE WHEN true THEN ", "1", " END")]
    public void Deep_nesting_is_an_error_at_worst(string open, string inner, string close)
    {
        foreach (var depth in new[] { 200, 1_000, 10_000 })
        {
            var sql = $"SELECT {string.Concat(Enumerable.Repeat(open, depth))}{inner}{string.Concat(Enumerable.Repeat(close, depth))}";
            var error = Record.Exception(() => Analyzed.Query(sql));
            Assert.True(error is null or QueryException { Code: ErrorCode.StackOverflow }, $"{depth}: {error}");
        }
    }
}
