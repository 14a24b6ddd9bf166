using System.Text;
using CsCheck;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Functions;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Tests.FunctionCases;
using Spoor.Sql.Functions;
using Spoor.Sql.Functions.Resolution;
using Xunit;

namespace Spoor.Engine.Tests.Executors.DuckDb.Functions;

/// <summary>The law of text literals: whatever one says, it comes out as it went in, and names nothing.</summary>
public sealed class TextLiteralLawTests
{
    // All that means something in a template, in printed SQL or in a lambda.
    private static readonly string[] s_pieces =
        ["{0}", "{1}", "{2}", "{*}", "{", "}", "'", "''", "\"", "\\", "\0", "\n", "--", "/*", "$$", "$a$", ";", "c0", "c1", "c2", "spoor_a", "spoor_y.key", "spoor_s", "spoor_x0", "spoor_i_", "x0", "x1", "{0: {1}", "lambda c0: c0", ", ", " || ",
         "$1", "%s", "é", "𝄞", "\uFFFD", "\u00A0", " ", "x", "version()", "SPOOR|DIVISION_BY_ZERO|"];

    private static readonly Gen<string> s_text = Gen.Int[0, s_pieces.Length - 1].Select(index => s_pieces[index]).List[0, 5].Select(string.Concat);

    // Each gives its argument back.
    private static readonly string[] s_identities =
        ["translate({0}, '{1}', '{1}')", "replace({0}, chr(1), '{2}')", "concat({0}, '')", "{0} || ''", "coalesce(nullif({0}, chr(2)), {0})", "if(starts_with({0}, {0}), {0})", "reverse(reverse({0}))",
         "substr({0}, 1)", "split({0}, chr(1))[1]", "from_utf8(to_utf8({0}))", "url_decode(url_encode({0}))", "format('%s', {0})", "json_extract_scalar(CAST(MAP(ARRAY['k'], ARRAY[{0}]) AS json), '$.k')", "try({0})",
         "greatest({0}, {0})", "ROW({0}, 1)[1]", "array_join(ARRAY[{0}], ',')", "concat_ws(',', {0})", "element_at(ARRAY[{0}], -1)", "array_distinct(ARRAY[{0}, {0}])[1]", "array_union(ARRAY[{0}], ARRAY[{0}])[1]",
         "transform(ARRAY[{0}], x -> x)[1]", "transform(ARRAY[1], x -> {0})[1]", "filter(ARRAY[{0}], x -> x = {0})[1]", "if(any_match(ARRAY[{0}], x -> x = {0}), {0})", "reduce(ARRAY[{0}], '', (s, x) -> s || x, s -> s)",
         "zip_with(ARRAY[{0}], ARRAY[{0}], (a, b) -> if(a = b, a))[1]", "map_filter(MAP(ARRAY[{0}], ARRAY[{0}]), (k, v) -> k = v)[{0}]", "map_values(transform_values(MAP(ARRAY[1], ARRAY['']), (k, v) -> v || {0}))[1]",
         "map_keys(transform_keys(MAP(ARRAY[''], ARRAY[1]), (k, v) -> k || {0}))[1]", "map_keys(map_zip_with(MAP(ARRAY[{0}], ARRAY[1]), MAP(ARRAY[{0}], ARRAY[2]), (k, a, b) -> a + b))[1]",
         "array_sort(ARRAY[{0}, {0}], (a, b) -> if(a = {0}, 0, 1))[2]", "regexp_replace('{1}', '^.*$', x -> {0})", "CASE {0} WHEN {0} THEN {0} ELSE '{*}' END", "CAST(CAST({0} AS json) AS varchar)"];

    private static readonly Gen<string> s_wrapper = Gen.Int[0, s_identities.Length - 1].Select(index => s_identities[index]);

    private static readonly SqlType[] s_argumentTypes =
        [VarcharType.Unbounded, ScalarTypes.BigInt, new ArrayType(VarcharType.Unbounded), new MapType(VarcharType.Unbounded, VarcharType.Unbounded), ScalarTypes.Boolean];

    [Fact]
    public async Task A_text_comes_out_of_functions_and_lambdas_as_it_went_in()
    {
        await using var runner = new CaseRunner();
        await Gen.Select(s_text, s_wrapper, s_wrapper).SampleAsync(
            async (text, inner, outer) =>
            {
                var expression = outer.Replace("{0}", inner.Replace("{0}", Quote(text), StringComparison.Ordinal), StringComparison.Ordinal);
                Assert.Equal(text, await runner.TextAsync($"SELECT {expression}", TestContext.Current.CancellationToken));
            },
            iter: 300,
            threads: 1);
    }

    [Fact]
    public void No_function_reads_the_text_of_a_literal_when_it_is_printed()
    {
        var calls = FunctionResolver.Names.Where(name => FunctionPrinter.Has(name, FunctionKind.Scalar)).Order(StringComparer.Ordinal).SelectMany(Calls).ToList();
        Assert.True(calls.Count > 150, $"only {calls.Count} functions take a text");
        Gen.Select(s_text, s_text).Where((first, second) => !first.Contains(second, StringComparison.Ordinal) && !second.Contains(first, StringComparison.Ordinal)).Sample(
            (first, second) =>
            {
                foreach (var call in calls)
                {
                    var template = Print(call, index => $"\u0001{index}\u0001");
                    for (var index = 0; index < call.ArgumentTypes.Count; index++)
                    {
                        template = template?.Replace($"'\u0001{index}\u0001'", DuckWriter.Write(new DuckText(Text(index))), StringComparison.Ordinal);
                    }

                    Assert.Equal(template, Print(call, Text));
                }

                string Text(int index) => index % 2 == 0 ? first : second;
            },
            iter: 40,
            threads: 1);
    }

    [Fact]
    public async Task A_function_gives_the_same_for_a_literal_as_for_a_column_that_holds_its_text()
    {
        var calls = FunctionResolver.Names
            .Where(name => FunctionPrinter.Has(name, FunctionCatalogue.KindOf(name)!.Value)) // Each name of the list has a kind.
            .Order(StringComparer.Ordinal)
            .SelectMany(Calls)
            .Where(call => call.IsDeterministic && call.Name is not ("normalize" or "listagg")) // Their second arguments are parts of the syntax.
            .ToList();
        Assert.True(calls.Count > 180, $"only {calls.Count} functions take a text");
        await using var runner = new CaseRunner();
        await s_text.SampleAsync(
            async text =>
            {
                var hex = Convert.ToHexString(Encoding.UTF8.GetBytes(text));
                foreach (var call in calls)
                {
                    var ofLiteral = await AnswerAsync(runner, $"SELECT {Sql(call, $"CAST({Quote(text)} AS varchar)")} FROM (VALUES 1) t(z)");
                    var ofColumn = await AnswerAsync(runner, $"SELECT {Sql(call, "a")} FROM (VALUES from_utf8(from_hex('{hex}'))) t(a)");
                    Assert.Equal($"{call.Name}: {ofColumn}", $"{call.Name}: {ofLiteral}");
                }
            },
            iter: 4,
            threads: 1);
    }

    private static string Sql(ResolvedFunction call, string text) => $"{call.Name}({string.Join(", ", call.ArgumentTypes.Select(type => type switch
    {
        FunctionType function => $"({string.Join(", ", function.Parameters.Select((_, index) => $"x{index}"))}) -> {text}",
        ArrayType => $"ARRAY[{text}]",
        MapType => $"MAP(ARRAY[{text}], ARRAY[{text}])",
        VarcharType => text,
        ScalarType { Kind: ScalarKind.Boolean } => "true",
        _ => "1",
    }))})";

    private static async Task<string> AnswerAsync(CaseRunner runner, string sql)
    {
        try
        {
            return await runner.TextAsync(sql, TestContext.Current.CancellationToken);
        }
        catch (QueryException error)
        {
            return $"{error.Code}: {error.Message}";
        }
    }

    [Fact]
    public void Written_literals_are_read_back_as_they_went_in() =>
        s_text.List[1, 4].Sample(texts =>
        {
            var sql = DuckWriter.Write(new DuckCall("f", texts.Select(text => (DuckExpression)new DuckText(text)).ToValueList()));
            Assert.Equal(texts, Literals(sql));
        });

    // Texts in quotes, of which '' is one more quote; those that || chr(0) || joins are one.
    private static List<string> Literals(string sql)
    {
        var literals = new List<string>();
        var isJoined = false;
        for (var i = 0; i < sql.Length;)
        {
            if (sql[i] != '\'')
            {
                isJoined |= sql.AsSpan(i).StartsWith(" || chr(0) || ", StringComparison.Ordinal);
                i++;
                continue;
            }

            var text = new StringBuilder();
            for (i++; sql[i] != '\'' || (i + 1 < sql.Length && sql[i + 1] == '\''); i++)
            {
                text.Append(sql[i]);
                i += sql[i] == '\'' ? 1 : 0;
            }

            i++;
            literals.Add(isJoined ? $"{literals[^1]}\0{text}" : text.ToString());
            if (isJoined)
            {
                literals.RemoveAt(literals.Count - 2);
            }

            isJoined = false;
        }

        return literals;
    }

    // Some are refused while they are printed, as forms of normalize that Spoor does not have.
    private static string? Print(ResolvedFunction call, Func<int, string> literal)
    {
        try
        {
            return DuckWriter.Write(FunctionPrinter.Print(call, call.ArgumentTypes.Select((type, index) => Argument(type, new DuckText(literal(index)))).ToValueList()));
        }
        catch (QueryException error) when (error.Code is ErrorCode.NotSupported or ErrorCode.InvalidFunctionArgument)
        {
            return null;
        }
    }

    private static DuckExpression Argument(SqlType type, DuckText literal) => type switch
    {
        FunctionType function => new DuckLambda(function.Parameters.Select(_ => new DuckParameter()).ToValueList(), literal),
        ArrayType => new DuckList([literal]),
        MapType => new DuckCall("MAP", [new DuckList([literal]), new DuckList([literal])]),
        VarcharType => literal,
        _ => new DuckCast(new DuckNumber("1"), new DuckType(PhysicalType.BigInt)),
    };

    private static IEnumerable<ResolvedFunction> Calls(string name)
    {
        foreach (var types in Lists(3))
        {
            ResolvedFunction? function = null;
            try
            {
                function = FunctionResolver.Resolve(name, types, default);
            }
            catch (QueryException)
            {
                // Takes no such arguments.
            }

            if (function is not null && function.ArgumentTypes.Any(type => type is VarcharType or FunctionType or ArrayType or MapType))
            {
                yield return function;
            }
        }
    }

    private static IEnumerable<List<CallArgument>> Lists(int most)
    {
        CallArgument[] choices = [.. s_argumentTypes.Select(type => new TypedArgument(type)), .. Enumerable.Range(1, 3).Select(Lambda)];
        IEnumerable<List<CallArgument>> lists = choices.Select(choice => new List<CallArgument> { choice });
        for (var length = 1; length <= most; length++)
        {
            foreach (var list in lists)
            {
                yield return list;
            }

            lists = lists.SelectMany(_ => choices, (list, choice) => new List<CallArgument>(list) { choice });
        }
    }

    private static CallArgument Lambda(int parameters) => new LambdaArgument(parameters, _ => VarcharType.Unbounded);

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
