using System.Globalization;
using CsCheck;
using Xunit;

namespace Spoor.Engine.Tests.Planning.Conditions;

/// <summary>Generated conditions over odd records give the same rows with all pruning as when it is hidden from the table.</summary>
public sealed class FilterPropertyTests : IAsyncLifetime
{
    private static readonly string[] s_values =
        ["null", "true", "1.50", "123456789012", "\"\"", "\"role/a\"", "\"role\\/a\"", "\"\\u0072ole/b\"", "\"a\\\"b\"", "\"x%_y\"", "\"éa\"", "\"𝄞\"", "\"\\ud834\\udd1e\"", "\"a b \"",
         "{\"k\":\"role/a\"}", "{ \"k\" : \"role\\/b\", \"n\": [1, 2] }", "{\"k\":1.50}", "[ \"a\", {\"k\": null} ]", "\"{\\\"k\\\":\\\"role/a\\\"}\"", "\"{\\\"k\\\":\\\"role\\\\/b\\\"}\""];

    private static readonly string[] s_texts =
        ["role/a", "role/b", "", "true", "1.50", "a\"b", "x%_y", "éa", "𝄞", "a b ", "a b", "123456789012", "{\"k\":\"role/a\"}", "{\"k\":\"role\\/b\",\"n\":[1,2]}", "[\"a\",{\"k\":null}]", "zz"];

    private static readonly string[] s_patterns =
        ["role%", "%/a", "%ole%", "_", "__", "%", "", "%\"k\":\"role%", "%,\"n\":[1,%", "a_b%", "x$%$_y", "%role/a\"%", "1%", "{%}", "%2]}"];

    private static readonly string[] s_leaves = ["a", "b", "who.name", "element_at(tags, 'k')", "element_at(tags, 'q')", "tags['k']", "json_extract_scalar(b, '$.k')", "short"];

    private static readonly string[] s_forms =
        ["{0} = {1}", "{0} <> {1}", "{0} IN ({1}, {2})", "{0} NOT IN ({1}, {2})", "{0} LIKE {3} ESCAPE '$'", "{0} NOT LIKE {3} ESCAPE '$'", "{0} < {1}", "{0} >= {1}", "{1} < {0}",
         "{0} BETWEEN {1} AND {2}", "{0} NOT BETWEEN {1} AND {2}", "{0} IS NULL", "{0} IS NOT NULL", "{0} IS DISTINCT FROM {1}", "starts_with({0}, {1})", "{0} IN (SELECT v FROM session.known)",
         "{0} NOT IN (SELECT v FROM session.known WHERE v IS NOT NULL)", "EXISTS (SELECT 1 FROM session.known WHERE v = {0})", "coalesce({0}, 'zz') = {1}", "n = 1", "n IS NULL", "n IS NOT NULL", "a = b",
         "who IS NOT NULL", "{0} = concat('role', {1})", "{0} >= (SELECT max(v) FROM session.known)", "{0} = NULL", "day = '1'", "day LIKE {3} ESCAPE '$'", "day || a = '1role/a'"];

    private static readonly Gen<string> s_atom = Gen.Select(Of(s_forms), Of(s_leaves), Of(s_texts), Of(s_texts), Of(s_patterns), (form, leaf, first, second, pattern) =>
        string.Format(CultureInfo.InvariantCulture, form, leaf, Quote(first), Quote(second), Quote(pattern)));

    private static readonly Gen<string> s_condition = Gen.Recursive<string>((depth, inner) => depth > 3
        ? s_atom
        : Gen.Frequency(
            (3, s_atom),
            (1, inner.Select(condition => $"NOT ({condition})")),
            (1, inner.Select(inner, (left, right) => $"({left} AND {right})")),
            (1, inner.Select(inner, (left, right) => $"({left} OR {right})"))));

    private readonly TrailFixture _trail = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var random = new Random(20240105);
        foreach (var day in new[] { "1", "2" })
        {
            _trail.Write($"odd/{day}/a.json.gz", [.. Enumerable.Range(0, 150).Select(number => Record(random, number))]);
        }

        await _trail.RowsAsync(
            """
            CREATE EXTERNAL TABLE odd (id string, a string, b string, short varchar(4), n bigint, who struct<name: string, kind: string>, tags map<string,string>) PARTITIONED BY (day string)
            ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe' STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat' OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
            LOCATION 's3://logs/odd/'
            TBLPROPERTIES ('projection.enabled'='true', 'projection.day.type'='enum', 'projection.day.values'='1,2', 'storage.location.template'='s3://logs/odd/${day}/')
            """,
            Stop);
        await _trail.Engine.MaterializeAsync("known", "SELECT * FROM (VALUES 'role/a', 'éa', '1.50', NULL, 'none') AS k(v)", _trail.Keeping, Stop);
    }

    public ValueTask DisposeAsync() => _trail.DisposeAsync();

    [Fact]
    public async Task Rows_are_those_of_the_table_without_pushdown() => await s_condition.SampleAsync(
        async condition =>
        {
            const string Columns = "id, a, b, short, n, who, day, element_at(tags, 'k') AS k, tags";
            var plain = await RowsAsync($"SELECT id FROM odd WHERE {condition}");
            var whole = await RowsAsync($"SELECT id FROM (SELECT {Columns} FROM odd) WHERE {condition} AND (who IS NULL OR who IS NOT NULL)");
            // A table that WITH reads for two is read whole.
            var hidden = await RowsAsync($"WITH hidden AS (SELECT {Columns} FROM odd) SELECT id FROM hidden WHERE {condition} UNION ALL SELECT id FROM hidden WHERE false");
            Assert.Equal(hidden, plain);
            Assert.Equal(hidden, whole);
            var limited = await RowsAsync($"SELECT count(*) FROM (SELECT id FROM odd WHERE {condition} LIMIT 9)");
            Assert.Equal(Math.Min(9, hidden.Length == 0 ? 0 : hidden.Split(',').Length).ToString(CultureInfo.InvariantCulture), limited);
        },
        iter: 80,
        threads: 1);

    private async Task<string> RowsAsync(string sql) => string.Join(',', (await _trail.RowsAsync(sql, Stop)).Order(StringComparer.Ordinal));

    private static string Record(Random random, int number)
    {
        string Pick() => s_values[random.Next(s_values.Length)];
        string Member(string name, string value) => random.Next(6) == 0 ? "" : $",\"{name}\":{value}";
        var who = random.Next(4) == 0 ? "null" : $"{{\"name\": {Pick()}, \"kind\": \"x\"}}";
        var tags = random.Next(4) == 0 ? "null" : $"{{\"K\":\"zz\",\"k\":{Pick()},\"\\u006b\":{Pick()}}}";
        return $"{{\"id\":\"{number}\"{Member("a", Pick())}{Member("B", Pick())}{Member("short", Pick())}{Member("n", random.Next(3) == 0 ? "null" : "1")}{Member("who", who)}{Member("tags", tags)}}}";
    }

    private static Gen<string> Of(string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
