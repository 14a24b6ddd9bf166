using System.Globalization;
using CsCheck;
using Spoor.Core.Errors;
using Spoor.Engine.Tests.FunctionCases;
using Xunit;

namespace Spoor.Engine.Tests.Executors.DuckDb.Running;

/// <summary>The law of correlated queries: each row has what the query gives with the row's value written into it.</summary>
public sealed class DecorrelationLawTests
{
    private static readonly string[] s_aggregates =
        ["max(v)", "count(*)", "count(v)", "5", "'a'", "coalesce(max(v), 7)", "CASE WHEN max(v) IS NULL THEN 3 END", "array_agg(v)", "count_if(v > 1)", "bool_or(v = 2)", "avg(DECIMAL '1.5')", "count(DISTINCT v)", "{0}", "max(v) + {0}",
         "map_agg(v, 1)", "stddev(v)", "max_by(v, v)", "sum(DISTINCT v) IS NULL"];

    private static readonly string[] s_rows = ["v", "v + {0}", "5", "v IS NULL", "row_number() OVER (ORDER BY v)", "count(*) OVER ()"];

    private static readonly string[] s_sources =
        ["(VALUES 2, 2, NULL, 3) u(v) WHERE v = {0}", "(VALUES 2, 3) u(v) WHERE v > {0}", "(VALUES 2) u(v) WHERE {0} = 1", "(VALUES (1, 2), (2, 3)) u(w, v) WHERE w = {0} OR v IS NULL",
         "(VALUES 1, 2) u(v) JOIN (VALUES 2, 3) x(y) ON v = y WHERE y = {0}", "(SELECT max(v) v FROM (VALUES 1, 2) u(v) WHERE v = {0}) u", "(SELECT v, 1 FROM (VALUES 1, 2) u(v)) u(v, one) WHERE v + one = {0}"];

    private static readonly string[] s_shapes =
        ["{0}", "SELECT * FROM ({0}) s(x, y)", "SELECT x, y FROM ({0}) s(x, y) WHERE x IS NULL", "SELECT x, 8 FROM ({0}) s(x, y)", "SELECT x, y FROM ({0}) s(x, y) CROSS JOIN (VALUES 1, 2) o(z)", "SELECT y, x IS NULL FROM ({0}) s(x, y)",
         "SELECT count(*), 6 FROM ({0}) s(x, y)", "SELECT 'n', 9 FROM ({0}) s(x, y) LIMIT 1"];

    [Fact]
    public async Task A_correlated_query_gives_what_it_gives_with_the_value_written_into_it()
    {
        await using var runner = new CaseRunner();
        var inner = Gen.Select(OneOf(s_aggregates), OneOf(s_aggregates), OneOf(s_sources), OneOf("", " HAVING max(v) IS NULL", " HAVING count(*) = 0", " GROUP BY v HAVING count(*) > 0"), (first, second, source, having) => $"SELECT {first}, {second} FROM {source}{having}");
        var plain = Gen.Select(OneOf(s_rows), OneOf(s_rows), OneOf(s_sources), (first, second, source) => $"SELECT {first}, {second} FROM {source}");
        var query = Gen.Select(Gen.Frequency((3, inner), (1, plain)), OneOf(s_shapes), (text, shape) => shape == "{0}" ? text : shape.Replace("{0}", text, StringComparison.Ordinal));
        await Gen.Select(query, OneOf("LEFT JOIN LATERAL ({0}) l(p, q) ON true", "CROSS JOIN LATERAL ({0}) l(p, q)")).SampleAsync(
            async (text, join) =>
            {
                var expected = new List<string>();
                foreach (var k in Enumerable.Range(1, 3))
                {
                    var value = k.ToString(CultureInfo.InvariantCulture);
                    var rows = await RowsAsync($"SELECT {value}, p, q FROM ({Fill(text, value)}) l(p, q)");
                    if (rows is null)
                    {
                        return;
                    }

                    expected.AddRange(rows.Count == 0 && join.StartsWith("LEFT", StringComparison.Ordinal) ? [$"({value}, null, null)"] : rows);
                }

                var sql = $"SELECT t.k, p, q FROM (VALUES 1, 2, 3) t(k) {Fill(join, Fill(text, "t.k"))}";
                if (await RowsAsync(sql) is { } got)
                {
                    Assert.Equal((sql, string.Join("; ", expected.Order(StringComparer.Ordinal))), (sql, string.Join("; ", got.Order(StringComparer.Ordinal))));
                }
            },
            iter: 150,
            threads: 1);

        // What is refused is not wrong.
        async Task<List<string>?> RowsAsync(string sql)
        {
            try
            {
                return await runner.RowsAsync(sql, TestContext.Current.CancellationToken);
            }
            catch (QueryException)
            {
                return null;
            }
        }
    }

    private static string Fill(string text, string value) => text.Replace("{0}", value, StringComparison.Ordinal);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
