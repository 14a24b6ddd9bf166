using CsCheck;
using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Types;
using Xunit;

namespace Spoor.Engine.Tests.Tables.Contract;

/// <summary>What planning prunes by a query's conditions never changes its rows.</summary>
public sealed class PushdownTests : IAsyncLifetime
{
    private static readonly Gen<string> s_atom = OneOf(
        "{0}.year = '2023'", "{0}.year = 'bad'", "{0}.year IS NULL", "{0}.year > '2023'", "coalesce({0}.eventname, 'none') = 'none'", "{0}.eventname = 'GetObject'",
        "{0}.eventname IN ('PutObject', 'GetObject')", "{0}.eventname IS NULL", "{0}.year || {0}.eventname = '2023GetObject'", "try_cast({0}.year AS integer) = 2023",
        "{0}.year = {0}.eventname", "{0}.eventname LIKE 'Get%'", "a.eventname = b.eventname", "a.year = b.year", "a.year = '2023' AND b.year = '2024'");

    private static readonly Gen<string> s_condition = Gen.Recursive<string>((depth, inner) => depth > 3
        ? Atom()
        : Gen.Frequency(
            (3, Atom()),
            (1, inner.Select(condition => $"NOT ({condition})")),
            (1, inner.Select(inner, (left, right) => $"({left} AND {right})")),
            (1, inner.Select(inner, (left, right) => $"({left} OR {right})"))));

    private static readonly Gen<string> s_join = OneOf("JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN");

    private readonly TrailFixture _trail = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        Column[] keys = [new("year", VarcharType.Unbounded, null)];
        Property[] projection =
        [
            new("projection.enabled", "true"), new("projection.year.type", "enum"), new("projection.year.values", "2023,2024,bad"),
            new("storage.location.template", "s3://logs/years/${year}/"),
        ];
        _trail.Catalog.CreateTable(TrailFixture.Table("years", keys.ToValueList(), projection.ToValueList(), "s3://logs/years/"));
        _trail.Write("years/2023/a.json.gz", """{"eventName":"GetObject"}""", """{"eventName":"PutObject"}""");
        _trail.Write("years/2024/a.json.gz", """{"eventName":"GetObject"}""", """{"eventName":null}""");
        _trail.Write("years/bad/a.json.gz", """{"eventName":"ListBuckets"}""");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _trail.DisposeAsync();

    [Fact]
    public async Task Conditions_on_a_join_and_above_it_give_the_rows_of_unpruned_tables()
    {
        var plain = "(SELECT year, eventname FROM years)";
        await Gen.Select(s_join, s_condition, s_condition).SampleAsync(
            async (join, on, where) => Assert.Equal(await RowsAsync(Query("(SELECT * FROM hidden)", join, on, where), hides: true), await RowsAsync(Query(plain, join, on, where), hides: false)),
            iter: 150,
            threads: 1);
    }

    [Theory]
    [InlineData("SELECT year, count(*) FROM years GROUP BY ROLLUP (year) HAVING year IS NULL", "NULL|5")]
    [InlineData("SELECT sum((SELECT count(*) FROM years)) FROM years", "25")]
    [InlineData("SELECT count(*) FROM (SELECT 1 FROM years ORDER BY (SELECT max(year) FROM years) LIMIT 2)", "2")]
    [InlineData("SELECT count(*) FROM years WHERE year <> 'bad' AND CAST(year AS integer) > 2023", "2")]
    [InlineData("WITH y AS (SELECT * FROM years) SELECT (SELECT count(*) FROM y WHERE year = '2023'), (SELECT count(*) FROM y WHERE year = '2024')", "2|2")]
    public async Task Rows_are_those_of_the_whole_table(string sql, string expected) => Assert.Equal([expected], await _trail.RowsAsync(sql, Stop));

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static Gen<string> Atom() => s_atom.Select(OneOf("a", "b"), (atom, side) => atom.Replace("{0}", side, StringComparison.Ordinal));

    private static string Query(string table, string join, string on, string where) =>
        $"SELECT a.year, a.eventname, b.year, b.eventname FROM {table} a {join} {table} b ON {on} WHERE {where}";

    /// <summary>Rows in a fixed order. A table used twice by WITH is read whole, which hides it from all pruning.</summary>
    private async Task<List<string>> RowsAsync(string sql, bool hides)
    {
        var rows = await _trail.RowsAsync(hides ? $"WITH hidden AS (SELECT year, eventname FROM years) {sql}" : sql, Stop);
        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
