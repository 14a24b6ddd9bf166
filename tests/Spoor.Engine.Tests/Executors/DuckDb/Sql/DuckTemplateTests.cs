using System.Diagnostics;
using CsCheck;
using DuckDB.NET.Data;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Tests.Executors.DuckDb.Functions;
using Xunit;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Tests.Executors.DuckDb.Sql;

public sealed class DuckTemplateTests
{
    private static readonly Gen<string> s_operand = OneOf("1", "2", "3", "7", "NULL", "true", "false", "- 2", "~ 5", "NOT true", "NOT false", "[4, 5][1]");

    private static readonly Gen<string> s_rest = Gen.OneOf(
        Gen.Select(OneOf("+", "-", "*", "//", "%", "&", "|", "<<", ">>", "=", "<>", "<", ">", "<=", ">=", "AND", "OR", "IS DISTINCT FROM", "IS NOT DISTINCT FROM"), s_operand, (op, operand) => $" {op} {operand}"),
        OneOf(" IS NULL", " IS NOT NULL", " IN (1, 2)", " BETWEEN 1 AND 3"));

    [Fact]
    public void A_template_is_read_as_DuckDB_reads_it()
    {
        using var database = new FunctionDatabase();
        var answers = 0;
        Gen.Select(s_operand, s_rest.List[1, 4]).Sample(
            (first, rest) =>
            {
                var text = first + string.Concat(rest);
                if (Answer(database, text) is { } answer)
                {
                    answers++;
                    Assert.Equal((text, answer), (text, Answer(database, DuckWriter.Write(DuckTemplateParser.Parse([text])))));
                }
            },
            iter: 2000,
            threads: 1);
        Assert.True(answers > 400, $"only {answers} of the expressions are valid");
    }

    [Fact]
    public void What_is_written_is_read_back_as_the_same_tree() =>
        Trees(4).Sample(tree => Assert.Equal(tree, DuckTemplateParser.Parse([DuckWriter.Write(tree)])), iter: 2000);

    [Fact]
    public void A_hole_keeps_its_own_whatever_stands_around_it() =>
        Assert.Equal("(1 + 2) * (3 + 4)", DuckWriter.Write(Duck($"{Infix(Number(1), "+", Number(2))} * {Duck($"3 + 4")}")));

    [Fact]
    public void Lambdas_of_templates_that_name_their_parameters_alike_do_not_hide_each_other()
    {
        var inner = Lambda(outer => Duck($"list_transform([2], lambda x: x + {outer})"));

        Assert.Equal("list_transform([1], lambda x0: list_transform([2], lambda x1: x1 + x0))", DuckWriter.Write(Duck($"list_transform([1], {inner})")));
    }

    [Fact]
    public void A_lambda_is_applied_to_expressions_and_not_to_their_names()
    {
        var lambda = Lambda(x => Duck($"{x} * {x}"));

        Assert.Equal("(1 + 2) * (1 + 2)", DuckWriter.Write(lambda.Apply(Duck($"1 + 2"))));
    }

    [Theory]
    [InlineData("len(")]
    [InlineData("1 2")]
    [InlineData("free_name + 1")]
    [InlineData("'no end")]
    [InlineData("CASE WHEN true THEN 1")]
    public void A_mistake_in_a_template_is_an_error(string text) => Assert.Throws<UnreachableException>(() => DuckTemplateParser.Parse([text]));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static string? Answer(FunctionDatabase database, string text)
    {
        try
        {
            return database.Query(text) ?? "NULL";
        }
        catch (DuckDBException)
        {
            return null;
        }
    }

    private static Gen<DuckExpression> Trees(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Int[0, 99].Select(number => (DuckExpression)new DuckNumber(number.ToString(System.Globalization.CultureInfo.InvariantCulture))),
            OneOf("", "a", "{0}", "--", "x0").Select(text => (DuckExpression)new DuckText(text)),
            OneOf<DuckExpression>(DuckKeyword.Null, DuckKeyword.True));
        if (depth == 0)
        {
            return leaf;
        }

        var part = Trees(depth - 1);
        return Gen.OneOf(
            leaf,
            Gen.Select(OneOf("+", "||", "=", "<", "//", "LIKE", "IS DISTINCT FROM"), part, part, (op, left, right) => Infix(left, op, right)),
            Gen.Select(OneOf("NOT", "-", "~"), part, (op, operand) => (DuckExpression)new DuckPrefix(op, operand)),
            Gen.Select(part, Gen.Bool, (value, isNegated) => (DuckExpression)new DuckIsNull(value, isNegated)),
            Gen.Select(part, part, part, (value, min, max) => (DuckExpression)new DuckBetween(value, min, max)),
            Gen.Select(part, part, (value, item) => (DuckExpression)new DuckIn(value, [item])),
            Gen.Select(part, part, (value, index) => (DuckExpression)new DuckSubscript(new DuckList([value]), index)),
            Gen.Select(part, part, part, (value, from, to) => (DuckExpression)new DuckSlice(value, from, to)),
            Gen.Select(part, part, (condition, result) => (DuckExpression)new DuckCase(null, [new DuckWhen(condition, result)], result)),
            Gen.Select(part, part, (operand, value) => (DuckExpression)new DuckCase(operand, [new DuckWhen(value, value)], null)),
            part.Select(value => Cast(value, DuckType.Map(DuckType.Varchar, DuckType.List(DuckType.Decimal(5, 2))))),
            part.Select(value => Call("f", value, new DuckStruct([new DuckNamed("k", value)]))));
    }
}
