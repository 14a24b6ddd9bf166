using Spoor.Sql.Analysis;
using Spoor.Sql.Syntax;
using Xunit;

namespace Spoor.Sql.Tests.Analysis;

public sealed class QueryTablesTests
{
    [Theory]
    [InlineData("SELECT 1", "")]
    [InlineData("SELECT * FROM a", "a")]
    [InlineData("TABLE Db.A", "Db.A")]
    [InlineData("SELECT * FROM a x, cat.db.b JOIN (SELECT * FROM c TABLESAMPLE BERNOULLI (10)) ON true", "a cat.db.b c")]
    [InlineData("SELECT (SELECT max(x) FROM a) FROM b WHERE EXISTS (TABLE c) AND x IN (SELECT y FROM d) ORDER BY (SELECT 1 FROM e)", "a b c d e")]
    [InlineData("SELECT filter(x, y -> y = ANY (SELECT z FROM a)) FROM b GROUP BY x HAVING count(*) > (SELECT 1 FROM c) UNION TABLE d", "a b c d")]
    // A text, a column and an alias are no tables.
    [InlineData("SELECT 'FROM a', b.c FROM t b", "t")]
    public void Tables_are_found_wherever_a_query_can_stand(string sql, string expected) => Assert.Equal(expected, Names(sql));

    [Theory]
    [InlineData("WITH a AS (SELECT * FROM b) SELECT * FROM A", "b")]
    [InlineData("WITH a AS (SELECT * FROM a) SELECT * FROM a", "a")]
    [InlineData("WITH a AS (SELECT 1), c AS (TABLE a) SELECT (SELECT 1 FROM c) FROM db.a", "db.a")]
    [InlineData("WITH c AS (TABLE a), a AS (SELECT 1) TABLE c", "a")]
    [InlineData("SELECT * FROM (WITH a AS (SELECT 1) TABLE a) x, a", "a")]
    [InlineData("WITH RECURSIVE a (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a WHERE n < 3) TABLE a", "a")]
    public void Name_of_a_with_hides_a_table_where_it_can_be_seen(string sql, string expected) => Assert.Equal(expected, Names(sql));

    [Fact]
    public void Set_of_names_ignores_case() => Assert.True(QueryTables.NamedIn("SELECT * FROM SESSION.Identity_Users").Contains("identity_users"));

    private static string Names(string sql) => string.Join(' ', QueryTables.In(SqlParser.ParseQuery(sql)));
}
