using Spoor.Sql.Functions;
using Spoor.Sql.Types;
using Xunit;

namespace Spoor.Sql.Tests.Functions;

public class FunctionResolverTests
{
    private static readonly TextSpan s_span = new(7, 3, 1, 8);

    [Theory]
    [InlineData("lower", "varchar(5)", "lower(varchar(5)) -> varchar(5)")]
    [InlineData("LOWER", "varchar", "lower(varchar) -> varchar")]
    [InlineData("lower", "unknown", "lower(varchar(0)) -> varchar(0)")]
    [InlineData("concat", "varchar(5);varchar", "concat(varchar, varchar) -> varchar")]
    [InlineData("concat", "char(5);char(3)", "concat(char(5), char(3)) -> char(8)")]
    [InlineData("concat", "array(integer);bigint", "concat(array(bigint), bigint) -> array(bigint)")]
    [InlineData("concat", "array(integer);array(bigint);array(unknown)", "concat(array(bigint), array(bigint), array(bigint)) -> array(bigint)")]
    [InlineData("replace", "varchar(3);varchar(1);varchar(2)", "replace(varchar(3), varchar(1), varchar(2)) -> varchar(11)")]
    [InlineData("replace", "varchar;varchar(1);varchar(2)", "replace(varchar, varchar(1), varchar(2)) -> varchar")]
    [InlineData("split_part", "varchar(9);varchar(1);integer", "split_part(varchar(9), varchar(1), bigint) -> varchar(9)")]
    [InlineData("trim", "varchar(9);varchar(1)", "trim(varchar(9), varchar) -> varchar(9)")]
    public void Call_resolves(string name, string types, string expected) =>
        Assert.Equal(expected, Print(FunctionResolver.Resolve(name, Typed(types), s_span)));

    [Fact]
    public void Unknown_function_is_not_registered_and_the_nearest_is_named()
    {
        var error = Assert.Throws<QueryException>(() => FunctionResolver.Resolve("Lenght", Typed("varchar"), s_span));

        Assert.Equal(ErrorCode.FunctionNotFound, error.Code);
        Assert.Equal("line 1:8: Function 'lenght' not registered", error.MessageWithPlace);
        Assert.Equal("Did you mean 'length'?", error.Hint);
    }

    private static CallArgument[] Typed(string types) =>
        [.. types.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(type => new TypedArgument(SqlTypeText.Parse(type)))];

    private static string Print(ResolvedFunction function) =>
        $"{function.Name}({string.Join(", ", function.ArgumentTypes)}) -> {function.ReturnType}";
}
