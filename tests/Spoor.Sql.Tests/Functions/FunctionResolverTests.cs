using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Core.Types;
using Spoor.Sql.Functions;
using Spoor.Sql.Functions.Resolution;
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
    [InlineData("regexp_replace", "varchar(3);varchar(3);varchar(3)", "regexp_replace(varchar(3), varchar, varchar(3)) -> varchar(19)")]
    [InlineData("json_extract_scalar", "varchar;varchar(5)", "json_extract_scalar(varchar, varchar) -> varchar")]
    [InlineData("split_part", "varchar(9);varchar(1);integer", "split_part(varchar(9), varchar(1), bigint) -> varchar(9)")]
    [InlineData("trim", "varchar(9);varchar(1)", "trim(varchar(9), varchar) -> varchar(9)")]
    [InlineData("format", "varchar(9);bigint;array(date)", "format(varchar, bigint, array(date)) -> varchar")]
    public void Text_function_resolves(string name, string types, string expected) => AssertResolves(name, types, expected);

    [Theory]
    [InlineData("abs", "integer", "abs(integer) -> integer")]
    [InlineData("abs", "decimal(5,2)", "abs(decimal(5,2)) -> decimal(5,2)")]
    [InlineData("abs", "unknown", "abs(tinyint) -> tinyint")]
    [InlineData("round", "decimal(2,1)", "round(decimal(2,1)) -> decimal(2,0)")]
    [InlineData("round", "decimal(38,0);bigint", null)]
    [InlineData("round", "double;tinyint", "round(double, integer) -> double")]
    [InlineData("round", "smallint;integer", "round(smallint, integer) -> smallint")]
    [InlineData("truncate", "decimal(18,3)", "truncate(decimal(18,3)) -> decimal(15,0)")]
    [InlineData("power", "integer;decimal(3,1)", "power(double, double) -> double")]
    [InlineData("mod", "decimal(5,2);integer", "mod(decimal(5,2), decimal(10,0)) -> decimal(5,2)")]
    [InlineData("greatest", "integer;bigint;double", "greatest(double, double, double) -> double")]
    [InlineData("random", "integer;bigint", "random(bigint, bigint) -> bigint")]
    public void Number_function_resolves(string name, string types, string? expected) => AssertResolves(name, types, expected);

    [Theory]
    [InlineData("date_trunc", "varchar(4);timestamp(3)", "date_trunc(varchar(4), timestamp(3)) -> timestamp(3)")]
    [InlineData("date_diff", "varchar(4);date;timestamp(6)", "date_diff(varchar(4), timestamp(6), timestamp(6)) -> bigint")]
    [InlineData("date_diff", "varchar(4);timestamp(3);timestamp(3) with time zone", "date_diff(varchar(4), timestamp(3) with time zone, timestamp(3) with time zone) -> bigint")]
    [InlineData("date_add", "varchar(4);integer;date", "date_add(varchar(4), bigint, date) -> date")]
    [InlineData("date_format", "date;varchar(8)", "date_format(timestamp(0), varchar(8)) -> varchar")]
    [InlineData("to_iso8601", "timestamp(6) with time zone", "to_iso8601(timestamp(6) with time zone) -> varchar(35)")]
    [InlineData("to_unixtime", "timestamp(3)", "to_unixtime(timestamp(3)) -> double")]
    [InlineData("from_unixtime", "bigint", "from_unixtime(double) -> timestamp(3) with time zone")]
    [InlineData("hour", "interval day to second", "hour(interval day to second) -> bigint")]
    [InlineData("year", "varchar(10)", null)]
    public void Date_function_resolves(string name, string types, string? expected) => AssertResolves(name, types, expected);

    [Theory]
    [InlineData("cardinality", "map(varchar, array(bigint))", "cardinality(map(varchar, array(bigint))) -> bigint")]
    [InlineData("contains", "array(varchar);varchar(3)", "contains(array(varchar), varchar) -> boolean")]
    [InlineData("contains", "array(varchar(2));varchar(3)", "contains(array(varchar(3)), varchar(3)) -> boolean")]
    [InlineData("element_at", "map(varchar, bigint);varchar(3)", "element_at(map(varchar, bigint), varchar) -> bigint")]
    [InlineData("element_at", "array(varchar);integer", "element_at(array(varchar), bigint) -> varchar")]
    [InlineData("map_entries", "map(varchar, bigint)", "map_entries(map(varchar, bigint)) -> array(row(varchar, bigint))")]
    [InlineData("map", "", "map() -> map(unknown, unknown)")]
    [InlineData("zip", "array(bigint);array(varchar)", "zip(array(bigint), array(varchar)) -> array(row(bigint, varchar))")]
    [InlineData("sequence", "date;date;interval day to second", "sequence(date, date, interval day to second) -> array(date)")]
    [InlineData("array_max", "array(map(bigint, bigint))", null)]
    public void Collection_function_resolves(string name, string types, string? expected) => AssertResolves(name, types, expected);

    [Theory]
    [InlineData("count", "", "count() -> bigint")]
    [InlineData("count", "row(a bigint)", "count(row(a bigint)) -> bigint")]
    [InlineData("sum", "integer", "sum(bigint) -> bigint")]
    [InlineData("sum", "decimal(10,2)", "sum(decimal(10,2)) -> decimal(38,2)")]
    [InlineData("avg", "integer", "avg(bigint) -> double")]
    [InlineData("avg", "real", "avg(real) -> real")]
    [InlineData("max_by", "varchar;timestamp(3);integer", "max_by(varchar, timestamp(3), bigint) -> array(varchar)")]
    [InlineData("approx_percentile", "integer;double", "approx_percentile(bigint, double) -> bigint")]
    [InlineData("approx_percentile", "double;array(double)", "approx_percentile(double, array(double)) -> array(double)")]
    [InlineData("multimap_agg", "varchar;bigint", "multimap_agg(varchar, bigint) -> map(varchar, array(bigint))")]
    [InlineData("lag", "varchar(3);integer;varchar(5)", "lag(varchar(5), bigint, varchar(5)) -> varchar(5)")]
    public void Aggregate_or_window_function_resolves(string name, string types, string? expected) => AssertResolves(name, types, expected);

    [Fact]
    public void Unknown_function_is_not_registered_and_the_nearest_is_named()
    {
        var error = Assert.Throws<QueryException>(() => FunctionResolver.Resolve("Lenght", Typed("varchar"), s_span));

        Assert.Equal(ErrorCode.FunctionNotFound, error.Code);
        Assert.Equal("line 1:8: Function 'lenght' not registered", error.MessageWithPlace);
        Assert.Equal("Did you mean 'length'?", error.Hint);
    }

    [Theory]
    [InlineData("pow", "map(varchar, bigint)", "Unexpected parameters (map(varchar,bigint)) for function pow. Expected: pow(double, double)")]
    [InlineData("concat", "array(array(integer));array(varchar(1))", "Unexpected parameters (array(array(integer)), array(varchar(1))) for function concat. Expected: concat(E, array(E)) E, concat(array(E)) E, concat(array(E), E) E, concat(char(x), char(y)), concat(varbinary), concat(varchar)")]
    [InlineData("greatest", "color", "Unexpected parameters (color) for function greatest. Expected: greatest(E) E:orderable")]
    public void Wrong_arguments_are_answered_with_what_is_expected(string name, string types, string message)
    {
        var error = Assert.Throws<QueryException>(() => FunctionResolver.Resolve(name, Typed(types), s_span));

        Assert.Equal(ErrorCode.FunctionNotFound, error.Code);
        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void Result_that_is_too_long_is_no_type()
    {
        var error = Assert.Throws<QueryException>(() => FunctionResolver.Resolve("concat", Typed("char(40000);char(40000)"), s_span));

        Assert.Equal(ErrorCode.TypeNotFound, error.Code);
        Assert.Equal("line 1:8: Unknown type: char(80000)", error.MessageWithPlace);
    }

    [Fact]
    public void Lambda_where_a_value_is_expected_is_refused()
    {
        var lambda = new LambdaArgument(1, _ => ScalarTypes.BigInt);

        var error = Assert.Throws<QueryException>(() => FunctionResolver.Resolve("typeof", [lambda], s_span));

        Assert.Equal("Unexpected parameters (<function>) for function typeof. Expected: typeof(t) T", error.Message);
    }

    [Fact]
    public void Null_that_could_be_an_element_or_an_array_is_ambiguous()
    {
        var error = Assert.Throws<QueryException>(() => FunctionResolver.Resolve("concat", Typed("array(array(integer));array(unknown)"), s_span));

        Assert.Equal(ErrorCode.AmbiguousFunctionCall, error.Code);
    }

    [Fact]
    public void Lambda_parameters_have_the_types_of_the_other_arguments()
    {
        var lambda = new LambdaArgument(1, parameters => new ArrayType(parameters[0]));

        var function = FunctionResolver.Resolve("transform", [.. Typed("array(varchar(3))"), lambda], s_span);

        Assert.Equal("transform(array(varchar(3)), function(varchar(3),array(varchar(3)))) -> array(array(varchar(3)))", Print(function));
    }

    [Fact]
    public void State_of_reduce_widens_to_what_its_lambda_gives()
    {
        var sum = new LambdaArgument(2, parameters => TypeCoercion.CommonSuperType(parameters)!);
        var identity = new LambdaArgument(1, parameters => parameters[0]);

        var function = FunctionResolver.Resolve("reduce", [.. Typed("array(bigint);integer"), sum, identity], s_span);

        Assert.Equal("reduce(array(bigint), bigint, function(bigint,bigint,bigint), function(bigint,bigint)) -> bigint", Print(function));
    }

    [Theory]
    [InlineData("random", false)]
    [InlineData("uuid", false)]
    [InlineData("now", true)]
    public void Function_says_whether_it_is_deterministic(string name, bool expected) =>
        Assert.Equal(expected, FunctionResolver.Resolve(name, [], s_span).IsDeterministic);

    [Fact]
    public void Kinds_of_functions_are_known_by_name()
    {
        Assert.True(FunctionResolver.IsAggregate("MAX_BY"));
        Assert.True(FunctionResolver.IsWindow("row_number"));
        Assert.False(FunctionResolver.IsWindow("sum"));
        Assert.False(FunctionResolver.IsAggregate("no_such_function"));
    }

    private static void AssertResolves(string name, string types, string? expected)
    {
        if (expected is null)
        {
            Assert.Throws<QueryException>(() => FunctionResolver.Resolve(name, Typed(types), s_span));
            return;
        }

        Assert.Equal(expected, Print(FunctionResolver.Resolve(name, Typed(types), s_span)));
    }

    private static CallArgument[] Typed(string types) =>
        [.. types.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(type => new TypedArgument(SqlTypeText.Parse(type)))];

    private static string Print(ResolvedFunction function) =>
        $"{function.Name}({string.Join(", ", function.ArgumentTypes)}) -> {function.ReturnType}";
}
