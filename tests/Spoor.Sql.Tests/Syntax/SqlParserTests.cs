using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;
using Xunit;

namespace Spoor.Sql.Tests.Syntax;

public class SqlParserTests
{
    [Fact]
    public void A_semicolon_may_follow_the_statement() =>
        Assert.IsType<QueryStatement>(SqlParser.ParseStatement("-- who\nSELECT 1;\n"));

    [Fact]
    public void Two_statements_are_refused()
    {
        var error = Assert.Throws<QueryException>(() => SqlParser.ParseStatement("SELECT 1; SELECT 2"));
        Assert.Equal("line 1:11: Only one sql statement is allowed. Got: SELECT 1; SELECT 2", error.MessageWithPlace);
    }

    [Fact]
    public void And_binds_tighter_than_or_and_chains_are_flat()
    {
        var or = Assert.IsType<Logical>(SqlParser.ParseExpression("a OR b AND c AND d OR e"));
        Assert.False(or.IsAnd);
        Assert.Equal(3, or.Terms.Count);
        Assert.Equal(3, Assert.IsType<Logical>(or.Terms[1]).Terms.Count);
    }

    [Fact]
    public void Multiplication_binds_tighter_than_addition_and_concatenation_is_loosest()
    {
        var concatenation = Assert.IsType<Concatenation>(SqlParser.ParseExpression("a || b + c * d"));
        var sum = Assert.IsType<ArithmeticBinary>(concatenation.Right);
        Assert.Equal(ArithmeticOperator.Add, sum.Operator);
        Assert.Equal(ArithmeticOperator.Multiply, Assert.IsType<ArithmeticBinary>(sum.Right).Operator);
    }

    [Fact]
    public void Operator_and_operand_places_are_kept()
    {
        var comparison = Assert.IsType<Comparison>(SqlParser.ParseExpression("\n  a.b = 1"));
        Assert.Equal(new TextSpan(3, 7, 2, 3), comparison.Span);
        Assert.Equal(new TextSpan(7, 1, 2, 7), comparison.OperatorSpan);
    }

    [Fact]
    public void Intersect_binds_tighter_than_union()
    {
        var union = Assert.IsType<SetOperation>(SqlParser.ParseQuery("SELECT 1 UNION ALL SELECT 2 INTERSECT SELECT 3").Body);
        Assert.Equal(SetOperator.Union, union.Operator);
        Assert.False(union.IsDistinct);
        Assert.Equal(SetOperator.Intersect, Assert.IsType<SetOperation>(union.Right).Operator);
    }

    [Fact]
    public void Words_that_are_not_reserved_are_names()
    {
        var query = Assert.IsType<QuerySpecification>(SqlParser.ParseQuery("SELECT date, user, timestamp count, map FROM schema LIMIT 5").Body);
        Assert.Equal(4, query.Items.Count);
        Assert.Equal("count", Assert.IsType<SingleColumn>(query.Items[2]).Alias?.Value);
        Assert.IsType<TableReference>(query.From);
    }

    [Fact]
    public void The_smallest_bigint_is_one_literal() =>
        Assert.Equal("-9223372036854775808", Assert.IsType<IntegerLiteral>(SqlParser.ParseExpression("-9223372036854775808")).Text);

    [Theory]
    [InlineData("1_000", "1000")]
    [InlineData("0xFF", "255")]
    [InlineData("0o17", "15")]
    [InlineData("0b1_01", "5")]
    public void Whole_numbers_have_four_spellings(string written, string digits) =>
        Assert.Equal(digits, Assert.IsType<IntegerLiteral>(SqlParser.ParseExpression(written)).Text);

    [Fact]
    public void Unicode_escapes_are_resolved() =>
        Assert.Equal("Hello winter \u2603 !\U0001F600", Assert.IsType<StringLiteral>(SqlParser.ParseExpression(@"U&'Hello winter #2603 !#+01F600' UESCAPE '#'")).Value);

    [Fact]
    public void A_chain_of_or_has_no_limit() =>
        Assert.Equal(100_001, Assert.IsType<Logical>(SqlParser.ParseExpression("a" + string.Concat(Enumerable.Repeat(" OR a", 100_000)))).Terms.Count);

    [Theory]
    [InlineData("(", ")", 10_000)]
    [InlineData("", " + 1", 100_000)]
    [InlineData("", " || a", 100_000)]
    [InlineData("", "[1]", 100_000)]
    [InlineData("NOT ", "", 100_000)]
    [InlineData("- ", "", 100_000)]
    [InlineData("CASE WHEN a THEN ", " END", 10_000)]
    [InlineData("f(", ")", 10_000)]
    [InlineData("(SELECT ", ")", 10_000)]
    [InlineData("x -> ", "", 10_000)]
    public void Deep_nesting_is_an_error(string before, string after, int depth)
    {
        var text = string.Concat(Enumerable.Repeat(before, depth)) + "a" + string.Concat(Enumerable.Repeat(after, depth));
        var error = Assert.Throws<QueryException>(() => SqlParser.ParseExpression(text));
        Assert.Equal(ErrorCode.StackOverflow, error.Code);
        Assert.Equal("statement is too large (stack overflow while parsing)", error.Message);
    }
}
