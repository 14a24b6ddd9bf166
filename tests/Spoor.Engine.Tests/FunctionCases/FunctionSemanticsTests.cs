using Spoor.Core.Errors;
using Xunit;

namespace Spoor.Engine.Tests.FunctionCases;

/// <summary>What queries on CloudTrail rely on. Expected values are those of Trino's documentation and source.</summary>
public sealed class FunctionSemanticsTests
{
    [Theory]
    [InlineData("""json_extract_scalar('{"a":{"b":[1,2.50]}}', '$.a.b[1]')""", "2.50")]
    [InlineData("""json_extract_scalar('{"a":{"b c":"x\u0041"}}', '$.a["b c"]')""", "xA")]
    [InlineData("""json_extract_scalar('{"a":true}', '$.a')""", "true")]
    [InlineData("""json_extract_scalar('{"a":null}', '$.a')""", "NULL")]
    [InlineData("""json_extract_scalar('{"a":{}}', '$.a')""", "NULL")]
    [InlineData("""json_extract_scalar('{"a":1}', '$.b')""", "NULL")]
    [InlineData("""json_extract_scalar('no json', '$.a')""", "NULL")]
    [InlineData("""json_extract_scalar('', '$.a')""", "NULL")]
    [InlineData("""json_format(json_extract('{"a": {"d":1, "c":[ 2 ]}}', '$.a'))""", """{"d":1,"c":[2]}""")]
    [InlineData("""json_format(json_parse('{"b": 1, "a": 2}'))""", """{"a":2,"b":1}""")]
    [InlineData("""CAST(json_parse('["x", null, "y"]') AS array(varchar))""", "[x, null, y]")]
    [InlineData("""CAST(json_parse('{"k": "v"}') AS map(varchar, varchar))['k']""", "v")]
    public async Task Json_values_are_found_as_Trino_finds_them(string expression, string expected) => await Check(expression, expected);

    [Theory]
    [InlineData("regexp_extract('arn:aws:iam::123456789012:role/service-role/X', 'role/(?:.*/)?([^/]+)$', 1)", "X")]
    [InlineData(@"regexp_replace('1a 2b 14m', '(\d+)([ab]) ', '3c$2 ')", "3ca 3cb 14m")]
    [InlineData(@"regexp_like('a+b', '\Qa+b\E')", "true")]
    [InlineData("regexp_like('aaa', 'a++a')", "false")]
    [InlineData(@"regexp_replace('new york', '(\w)(\w*)', x -> upper(x[1]) || lower(x[2]))", "New York")]
    public async Task Regular_expressions_are_Javas(string expression, string expected) => await Check(expression, expected);

    [Theory]
    [InlineData("from_iso8601_timestamp('2020-01-02T03:04:05Z')", "2020-01-02 03:04:05.000 UTC")]
    [InlineData("from_iso8601_timestamp('2020-01-02T03:04:05Z') AT TIME ZONE 'Asia/Tokyo'", "2020-01-02 12:04:05.000 Asia/Tokyo")]
    [InlineData("hour(from_iso8601_timestamp('2020-01-02T03:04:05Z') AT TIME ZONE 'Asia/Tokyo')", "12")]
    [InlineData("date_format(timestamp '2020-01-02 03:04:05', '%Y/%m/%d %H:%i:%s')", "2020/01/02 03:04:05")]
    [InlineData("date_parse('2020/01/02 03', '%Y/%m/%d %H')", "2020-01-02 03:00:00.000")]
    [InlineData("parse_datetime('2020-01-02T03:04:05Z', 'yyyy-MM-dd''T''HH:mm:ss''Z''')", "2020-01-02 03:04:05.000 UTC")]
    [InlineData("date_diff('second', timestamp '2020-03-01 00:00:00', timestamp '2020-03-02 00:00:00')", "86400")]
    [InlineData("date_diff('hour', timestamp '2020-03-01 00:00:00 UTC', timestamp '2020-03-02 00:00:00 UTC')", "24")]
    [InlineData("date_trunc('week', date '2020-01-02')", "2019-12-30")]
    [InlineData("from_unixtime(1577934245)", "2020-01-02 03:04:05.000 UTC")]
    [InlineData("timestamp '2020-01-02 03:04:05' - timestamp '2020-01-01 00:00:00'", "1 03:04:05.000")]
    public async Task Dates_and_times_keep_their_zone(string expression, string expected) => await Check(expression, expected);

    [Theory]
    [InlineData("TIME '10:00:00.0009' - TIME '09:59:59.0001'", "0 00:00:01.001")]
    [InlineData("TIME '09:59:59.0001' - TIME '10:00:00.0009'", "-0 00:00:01.001")]
    [InlineData("rtrim(CAST('role x' AS char(6)), 'x')", "role")]
    [InlineData("ltrim(CAST('xx role' AS char(9)), 'x')", " role")]
    [InlineData("length(trim(CAST('x' AS char(3)), 'x'))", "0")]
    [InlineData("CAST(5e-324 AS varchar)", "4.9E-324")]
    [InlineData("CAST(2e-323 AS varchar)", "2.0E-323")]
    [InlineData("CAST(5e-5 AS varchar)", "5.0E-5")]
    [InlineData("json_format(CAST(array[5e-324] AS json))", "[4.9E-324]")]
    [InlineData("CAST(JSON '2e308' AS double)", "Infinity")]
    [InlineData("CAST(JSON '-2e308' AS double)", "-Infinity")]
    [InlineData("CAST(JSON '7e38' AS real)", "Infinity")]
    [InlineData("json_format(JSON '[1, 2e400]')", """[1,"Infinity"]""")]
    [InlineData("json_array_contains(JSON '[2e400, 1.5]', 1.5)", "true")]
    [InlineData("CAST(JSON '9223372036854775807' AS boolean)", "true")]
    [InlineData("round(9223372036854775807, -18)", "9000000000000000000")]
    [InlineData("round(12, -18)", "0")]
    public async Task Values_at_the_ends_of_their_range_are_Javas(string expression, string expected) => await Check(expression, expected);

    [Theory]
    [InlineData("CAST(JSON '9223372036854775808' AS boolean)", ErrorCode.InvalidCastArgument)]
    [InlineData("CAST(JSON '2e308' AS bigint)", ErrorCode.InvalidCastArgument)]
    [InlineData("round(5, -19)", ErrorCode.NumericValueOutOfRange)]
    [InlineData("round(BIGINT '5', -2147483648)", ErrorCode.NumericValueOutOfRange)]
    public async Task Values_beyond_their_range_are_errors(string expression, ErrorCode code)
    {
        await using var runner = new CaseRunner();

        var error = await Assert.ThrowsAsync<QueryException>(() => runner.TextAsync($"SELECT {expression}", TestContext.Current.CancellationToken));

        Assert.Equal(code, error.Code);
    }

    [Theory]
    [InlineData("""CAST(JSON '[1,"x"]' AS array(bigint))""", "array(bigint). Cannot cast 'x' to BIGINT\n[1,\"x\"]")]
    [InlineData("""CAST(json_parse('[1,' || '[2]]') AS array(integer))""", "array(integer). Unexpected token when cast to integer: [\n[1,[2]]")]
    [InlineData("""CAST(JSON '[[1],2]' AS array(array(integer)))""", "array(array(integer)). Expected a json array, but got 2\n[[1],2]")]
    [InlineData("""CAST(JSON '{"k":{"n":3e9}}' AS map(varchar, row(n integer)))""", "map(varchar, row(n integer)). Out of range for integer: 3.0E9\n{\"k\":{\"n\":3.0E9}}")]
    [InlineData("""CAST(JSON '[3000000000]' AS array(integer))""", "array(integer).\n[3000000000]")]
    [InlineData("""CAST(JSON '{"a":["y"]}' AS row(a array(double)))""", "row(a array(double)). Cannot cast 'y' to DOUBLE\n{\"a\":[\"y\"]}")]
    [InlineData("""CAST(JSON '[123.4]' AS array(decimal(3,1)))""", "array(decimal(3,1)). Cannot cast input json to DECIMAL(3,1)\n[123.4]")]
    public async Task A_json_cast_that_fails_inside_names_the_whole(string expression, string message)
    {
        await using var runner = new CaseRunner();

        var error = await Assert.ThrowsAsync<QueryException>(() => runner.TextAsync($"SELECT {expression}", TestContext.Current.CancellationToken));

        Assert.Equal($"Cannot cast to {message}", error.Message);
    }

    [Theory]
    [InlineData("-7 / 2", "-3")]
    [InlineData("split_part('a/b', '/', 3)", "NULL")]
    [InlineData("substr('häuser', -3, 2)", "se")]
    [InlineData("element_at(array['a'], 2)", "NULL")]
    [InlineData("map_filter(map(array[1, 2], array[1, 1]), (k, v) -> cardinality(map_filter(map(array[2], array[0]), (i, j) -> i = k)) > 0)", "{2=1}")]
    [InlineData("reduce(array[5, 20, 50], 0, (s, x) -> s + x, s -> s)", "75")]
    [InlineData("contains('10.0.0.0/8', ipaddress '10.1.2.3')", "true")]
    [InlineData("try(1 / 0)", "NULL")]
    [InlineData("try_cast('abc' as bigint)", "NULL")]
    [InlineData("try(json_extract('{}', 'a b'))", "NULL")]
    [InlineData("row(1, null) = row(1, null)", "NULL")]
    [InlineData("row(1, null) = row(2, null)", "false")]
    public async Task Corner_cases_are_Trinos(string expression, string expected) => await Check(expression, expected);

    [Theory]
    [InlineData("map_agg(k, v)", "{a=1, b=2}")]
    [InlineData("multimap_agg(k, v)", "{a=[1, 3], b=[2]}")]
    [InlineData("histogram(k)", "{a=2, b=1}")]
    [InlineData("max_by(k, v)", "a")]
    [InlineData("count_if(v > 1)", "2")]
    [InlineData("approx_distinct(k)", "2")]
    [InlineData("sum(v)", "6")]
    [InlineData("avg(v)", "2.0")]
    [InlineData("listagg(k, ',') WITHIN GROUP (ORDER BY v)", "a,b,a")]
    [InlineData("array_agg(k ORDER BY v DESC)", "[a, b, a]")]
    [InlineData("array_agg(k) FILTER (WHERE v > 9)", "NULL")]
    public async Task Aggregates_are_Trinos(string aggregate, string expected)
    {
        await using var runner = new CaseRunner();

        var text = await runner.TextAsync($"SELECT {aggregate} FROM (VALUES ('a', 1), ('b', 2), ('a', 3)) t(k, v)", TestContext.Current.CancellationToken);

        Assert.Equal(expected, text);
    }

    [Theory]
    [InlineData("1 / (length('') + 0)", ErrorCode.DivisionByZero, "Division by zero")]
    [InlineData("9223372036854775807 + length('a')", ErrorCode.NumericValueOutOfRange, "bigint addition overflow: 9223372036854775807 + 1")]
    [InlineData("cast(reverse('cba') as bigint)", ErrorCode.InvalidCastArgument, "Cannot cast 'abc' to BIGINT")]
    [InlineData("cast(reverse('x') as timestamp)", ErrorCode.InvalidCastArgument, "Value cannot be cast to timestamp: x")]
    [InlineData("split('a', ',')[2]", ErrorCode.InvalidFunctionArgument, "Array subscript must be less than or equal to array length: 2 > 1")]
    [InlineData("map(array['a'], array[1])[reverse('b')]", ErrorCode.InvalidFunctionArgument, "Key not present in map: b")]
    [InlineData("regexp_extract('a', '(a)', 2)", ErrorCode.InvalidFunctionArgument, "Pattern has 1 groups. Cannot access group 2")]
    [InlineData("json_extract_scalar('{}', 'a b')", ErrorCode.InvalidFunctionArgument, "Invalid JSON path: 'a b'")]
    [InlineData("word_stem('test')", ErrorCode.NotSupported, "Function 'word_stem' is not yet available in Spoor")]
    public async Task Errors_have_Trinos_code_and_words(string expression, ErrorCode code, string message)
    {
        await using var runner = new CaseRunner();

        var error = await Assert.ThrowsAsync<QueryException>(() => runner.TextAsync($"SELECT {expression}", TestContext.Current.CancellationToken));

        Assert.Equal((code, message), (error.Code, error.Message));
    }

    [Fact]
    public async Task A_pattern_that_backtracks_without_end_stops_with_an_error()
    {
        await using var runner = new CaseRunner();

        var error = await Assert.ThrowsAsync<QueryException>(
            () => runner.TextAsync(@"SELECT regexp_like(rpad('', 60, 'a') || '!', '^(?=(a+)+$)')", TestContext.Current.CancellationToken));

        Assert.Equal("Regular expression matching took too long", error.Message);
    }

    private static async Task Check(string expression, string expected)
    {
        await using var runner = new CaseRunner();

        Assert.Equal(expected, await runner.TextAsync($"SELECT {expression}", TestContext.Current.CancellationToken));
    }
}
