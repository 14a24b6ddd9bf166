using System.Globalization;
using CsCheck;
using Spoor.Engine.Tests.FunctionCases;
using Xunit;

namespace Spoor.Engine.Tests.Executors.DuckDb.Running;

/// <summary>The law of equality: <c>=</c>, IN, joins, DISTINCT, GROUP BY, windows and set operations agree with one model of it, for values nested at will with NULL, NaN, zones and maps.</summary>
public sealed class EqualityLawTests
{
    [Fact]
    public async Task All_that_compares_agrees_with_the_model()
    {
        await using var runner = new CaseRunner();
        await Samples().SampleAsync(
            async sample =>
            {
                var (type, values) = sample;
                var table = $"(VALUES {string.Join(", ", values.Select((value, index) => string.Create(CultureInfo.InvariantCulture, $"({index}, CAST({value.Sql} AS {type.Sql}))")))})";
                var pairs = values.SelectMany((_, a) => values.Select((_, b) => (A: a, B: b))).ToList();
                await Compare(
                    $"SELECT a.i, b.i, a.x = b.x, a.x IN (b.x), a.x <> b.x, a.x IS NOT DISTINCT FROM b.x FROM {table} a(i, x) CROSS JOIN {table} b(i, x)",
                    pairs.Select(pair => (pair.A, pair.B, Equal: values[pair.A].EqualTo(values[pair.B]), IsSame: values[pair.A].IsSame(values[pair.B])))
                        .Select(pair => $"({pair.A}, {pair.B}, {Text(pair.Equal)}, {Text(pair.Equal)}, {Text(!pair.Equal)}, {Text(pair.IsSame)})"));
                await Compare(
                    $"SELECT a.i, b.i FROM {table} a(i, x) JOIN {table} b(i, x) ON a.x = b.x",
                    pairs.Where(pair => values[pair.A].EqualTo(values[pair.B]) == true).Select(pair => $"({pair.A}, {pair.B})"));
                await Compare(
                    $"SELECT i, x IN (SELECT {type.Columns("y")} FROM {table} b(j, y) WHERE j > 0) FROM {table} a(i, x)",
                    values.Select((value, index) => $"({index}, {Text(Any(values.Skip(1).Select(value.EqualTo)))})"));
                await Compare(
                    $"SELECT i FROM {table} a(i, x) WHERE x IN (SELECT {type.Columns("y")} FROM {table} b(j, y) WHERE j > 0)",
                    values.Select((value, index) => (index, Any(values.Skip(1).Select(value.EqualTo)))).Where(found => found.Item2 == true).Select(found => $"{found.index}"));

                var groups = Groups(values);
                await Compare($"SELECT count(*) FROM {table} a(i, x) GROUP BY x", groups.Select(group => $"{group.Count}"));
                await Compare($"SELECT i, count(*) OVER (PARTITION BY x) FROM {table} a(i, x)", values.Select((value, index) => $"({index}, {groups.Single(group => group[0].IsSame(value)).Count})"));
                await Compare(
                    $"SELECT count(*), (SELECT count(DISTINCT x) FROM {table} a(i, x)), (SELECT cardinality(array_agg(DISTINCT x)) FROM {table} a(i, x)), (SELECT cardinality(array_distinct(array_agg(x))) FROM {table} a(i, x)) FROM (SELECT DISTINCT x FROM {table} a(i, x))",
                    [$"({groups.Count}, {groups.Count(group => group[0] is not NullValue)}, {groups.Count}, {groups.Count})"]);

                // The first two against all from the second on.
                var (left, right) = (Groups(values.Take(2)), Groups(values.Skip(1)));
                var shared = left.Count(group => right.Any(other => other[0].IsSame(group[0])));
                foreach (var (word, count) in new[] { ("INTERSECT", shared), ("EXCEPT", left.Count - shared), ("UNION", groups.Count) })
                {
                    await Compare($"SELECT count(*) FROM (SELECT x FROM {table} a(i, x) WHERE i < 2 {word} SELECT x FROM {table} a(i, x) WHERE i > 0)", [$"{count}"]);
                }
            },
            iter: 25,
            threads: 1);

        async Task Compare(string sql, IEnumerable<string> expected) =>
            Assert.Equal((sql, string.Join("; ", expected.Order(StringComparer.Ordinal))), (sql, string.Join("; ", (await runner.RowsAsync(sql, TestContext.Current.CancellationToken)).Order(StringComparer.Ordinal))));
    }

    private static string Text(bool? value) => value switch { true => "true", false => "false", _ => "null" };

    private static bool? Any(IEnumerable<bool?> terms)
    {
        var all = terms.ToList();
        return all.Contains(true) ? true : all.Contains(null) ? null : false;
    }

    private static List<List<ModelValue>> Groups(IEnumerable<ModelValue> values)
    {
        var groups = new List<List<ModelValue>>();
        foreach (var value in values)
        {
            if (groups.Find(group => group[0].IsSame(value)) is { } group)
            {
                group.Add(value);
            }
            else
            {
                groups.Add([value]);
            }
        }

        return groups;
    }

    private static Gen<(ModelType Type, List<ModelValue> Values)> Samples() =>
        Types(3).SelectMany(type => type.Values.List[1, 3].Select(values => (type, values.Concat(values.Take(2).Select(value => value.Twin)).ToList())));

    private static Gen<ModelType> Types(int depth)
    {
        var scalar = Gen.Int[0, 2].Select(kind => kind switch { 0 => ModelType.Number, 1 => ModelType.Zoned, _ => ModelType.Word });
        return depth == 0
            ? scalar
            : Gen.Int[0, 4].SelectMany(kind => kind switch
            {
                0 => scalar,
                1 => Types(depth - 1).Select(ModelType.Array),
                2 => Types(depth - 1).List[1, 2].Select(ModelType.Row),
                3 => Types(depth - 1).Select(value => ModelType.Map(ModelType.Word, value)),
                _ => Types(depth - 1).Select(value => ModelType.Map(ModelType.Zoned, value)),
            });
    }
}
