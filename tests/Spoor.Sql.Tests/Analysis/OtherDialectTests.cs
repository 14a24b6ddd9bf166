using System.Text.RegularExpressions;
using Spoor.Core.Errors;
using Spoor.Sql.Functions;
using Spoor.Sql.Syntax;
using Xunit;

namespace Spoor.Sql.Tests.Analysis;

/// <summary>What people bring from PostgreSQL, DuckDB, MySQL, SQL Server, Oracle, Spark, BigQuery and Snowflake gets one line that says how it is written here.</summary>
public sealed partial class OtherDialectTests
{
    [Theory]
    [InlineData("SELECT * FROM users WHERE name ILIKE 'a%'", "regexp_like(x, '(?i)pattern')")]
    [InlineData("SELECT name ILIKE 'a%' FROM users", "lower(x) LIKE 'pattern'")]
    [InlineData("SELECT name::integer FROM users", "CAST(x AS type)")]
    [InlineData("SELECT * FROM users LIMIT 5, 10", "OFFSET 20 LIMIT 10")]
    [InlineData("SELECT TOP 5 name FROM users", "LIMIT 10")]
    [InlineData("SELECT name FROM users QUALIFY row_number() OVER (ORDER BY name) = 1", "WHERE n = 1")]
    [InlineData("SELECT * EXCLUDE (name) FROM users", "taken out of *")]
    [InlineData("SELECT * EXCEPT (name) FROM users", "taken out of *")]
    [InlineData("SELECT * REPLACE (1 AS name) FROM users", "taken out of *")]
    [InlineData("SELECT name->>'$.x' FROM users", "json_extract_scalar")]
    [InlineData("SELECT name->'$.x' FROM users", "json_extract_scalar")]
    [InlineData("SELECT name:x FROM users", "json_extract_scalar")]
    [InlineData("SELECT name.x FROM users", "json_extract_scalar")]
    [InlineData("SELECT name['x'] FROM users", "json_extract_scalar")]
    [InlineData("SELECT 1 # comment", "begins with --")]
    [InlineData("SELECT 1 // comment", "begins with --")]
    [InlineData("SELECT now() - interval '1 day'", "INTERVAL '1' DAY")]
    [InlineData("SELECT now() - interval 1 day", "INTERVAL '1' DAY")]
    [InlineData("SELECT * FROM users WHERE name == 'a'", "one =")]
    [InlineData("SELECT * FROM users WHERE name <=> 'a'", "IS NOT DISTINCT FROM")]
    [InlineData("SELECT * FROM users WHERE name ~ 'a'", "regexp_like")]
    [InlineData("SELECT * FROM users WHERE name !~ 'a'", "regexp_like")]
    [InlineData("SELECT * FROM users WHERE name RLIKE 'a'", "regexp_like")]
    [InlineData("SELECT * FROM users WHERE name SIMILAR TO 'a'", "regexp_like")]
    [InlineData("SELECT * FROM users WHERE amount = 1 && name = 'a'", "joined by AND")]
    [InlineData("SELECT [name] FROM users", "double quotes")]
    [InlineData("SELECT 'it\\'s' FROM users", "written twice: ''")]
    [InlineData("SELECT * FROM users WHERE name = 'it\\'s'", "written twice: ''")]
    [InlineData("SELECT DISTINCT ON (name) * FROM users", "max_by(y, time)")]
    [InlineData("SELECT unnest(resources) FROM cloudtrail_logs", "CROSS JOIN UNNEST(x)")]
    [InlineData("SELECT explode(resources) FROM cloudtrail_logs", "CROSS JOIN UNNEST(x)")]
    [InlineData("SELECT * FROM cloudtrail_logs LATERAL VIEW explode(resources) r AS x", "CROSS JOIN UNNEST(x)")]
    [InlineData("SELECT * FROM users FOR UPDATE", "FOR UPDATE")]
    [InlineData("SELECT name FROM users MINUS SELECT arn FROM users", "EXCEPT")]
    [InlineData("SELECT\u00A01", "U+00A0")]
    [InlineData("SELECT 1\u200B", "U+200B")]
    [InlineData("PRAGMA table_info(users)", "DESCRIBE t")]
    [InlineData(".tables", "SHOW TABLES")]
    [InlineData("\\d users", "SHOW TABLES")]
    [InlineData("FROM users", "begins with SELECT")]
    [InlineData("SELECT * FROM users WHERE name ISNULL", "IS NULL")]
    [InlineData("SELECT current_timestamp()", "have no brackets")]
    [InlineData("SELECT name AS n FROM users WHERE n = 'a'", "WHERE does not see the select list's aliases: write name,")]
    [InlineData("SELECT name, count(*) AS n FROM users GROUP BY name HAVING n > 1", "HAVING does not see the select list's aliases: write count(*),")]
    [InlineData("SELECT * FROM users WHERE name = \"GetObject\"", "'GetObject'")]
    [InlineData("SELECT * FROM users WHERE name = \"it's\"", "'it''s'")]
    [InlineData("SELECT * FROM users WHERE \"nmae\" = 'x'", "Did you mean 'name'?")]
    [InlineData("SELECT ifnull(name, '') FROM users", "coalesce(x, y)")]
    [InlineData("SELECT nvl(name, '') FROM users", "coalesce(x, y)")]
    [InlineData("SELECT isnull(name, '') FROM users", "coalesce(x, y)")]
    [InlineData("SELECT strftime(name, '%Y') FROM users", "date_format")]
    [InlineData("SELECT dateadd('day', 1, name) FROM users", "date_add")]
    [InlineData("SELECT dateadd(day, 1, amount) FROM users", "'day'")]
    [InlineData("SELECT getdate()", "now()")]
    [InlineData("SELECT sysdate", "now()")]
    [InlineData("SELECT len(name) FROM users", "length(x)")]
    [InlineData("SELECT string_agg(name, ',') FROM users", "array_agg(x)")]
    [InlineData("SELECT date '2024-01-01' - 1", "INTERVAL '1' DAY")]
    [InlineData("SELECT now() - 1", "INTERVAL '1' DAY")]
    [InlineData("SELECT 'a' + 'b'", "joined by ||")]
    [InlineData("SELECT 'a' || 1", "CAST(x AS varchar)")]
    [InlineData("SELECT date_trunc('hour', eventtime) FROM cloudtrail_logs", "from_iso8601_timestamp")]
    [InlineData("SELECT date_diff('hour', eventtime, eventtime) FROM cloudtrail_logs", "from_iso8601_timestamp")]
    [InlineData("SELECT year(eventtime) FROM cloudtrail_logs", "from_iso8601_timestamp")]
    [InlineData("SELECT eventtime - INTERVAL '1' DAY FROM cloudtrail_logs", "from_iso8601_timestamp")]
    [InlineData("SELECT * FROM cloudtrail_logs WHERE eventtime > now() - INTERVAL '1' DAY", "from_iso8601_timestamp")]
    [InlineData("SELECT sum(name) FROM users", "CAST(x AS bigint)")]
    public void A_construct_of_another_dialect_gets_a_line_of_help(string sql, string help) =>
        Assert.Contains(help, Analyzed.Hint(sql) ?? "", StringComparison.Ordinal);

    // A name that means nothing elsewhere, and slips that have nothing to do with a dialect.
    [Theory]
    [InlineData("SELECT frobnicate(name) FROM users", null)]
    [InlineData("SELECT count(name, name) FROM users", null)]
    [InlineData("SELECT name FROM users WHERE", "The statement ends too early.")]
    public void Other_errors_keep_their_advice(string sql, string? hint) => Assert.Equal(hint, Analyzed.Hint(sql));

    [Fact]
    public void The_list_of_all_words_that_fit_gives_way_to_the_advice()
    {
        var advised = Assert.Throws<QueryException>(() => SqlParser.ParseStatement("SELECT a::varchar"));
        Assert.Equal("line 1:9: mismatched input ':'", advised.BriefWithPlace);
        Assert.Contains("Expecting: ", advised.MessageWithPlace, StringComparison.Ordinal);
        var other = Assert.Throws<QueryException>(() => SqlParser.ParseStatement("SELECT a FROM t WHERE b )"));
        Assert.Null(other.Hint);
        Assert.Contains("Expecting: ", other.BriefWithPlace, StringComparison.Ordinal);
    }

    [Fact]
    public void No_function_of_this_dialect_is_called_foreign() =>
        Assert.DoesNotContain(ForeignFunctions.Names, FunctionResolver.Exists);

    [Fact]
    public void Every_function_that_is_advised_exists()
    {
        var advised = ForeignFunctions.Names.Select(name => ForeignFunctions.Hint(name) ?? "").SelectMany(hint => Call().Matches(hint)).Select(match => match.Groups[1].Value).Distinct();
        Assert.Equal(["coalesce", "if"], advised.Select(name => name.ToLowerInvariant()).Where(name => !FunctionResolver.Exists(name) && name is not ("cast" or "try_cast" or "unnest" or "extract")).Order());
    }

    [GeneratedRegex(@"\b([A-Za-z_]\w*)\(")]
    private static partial Regex Call();
}
