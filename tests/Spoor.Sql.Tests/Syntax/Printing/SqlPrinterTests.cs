using CsCheck;
using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;
using Spoor.Sql.Tests.Syntax.Queries;
using Xunit;

namespace Spoor.Sql.Tests.Syntax.Printing;

public class SqlPrinterTests
{
    private static readonly Gen<TreeBuilder> s_trees = Gen.Byte.Array[0, 150].Select(tape => new TreeBuilder(tape));

    [Fact]
    public void Printed_queries_parse_back_to_the_same_tree() => s_trees.Select(tree => tree.Query()).Sample(query => ParsesBack(query, SqlParser.ParseQuery), iter: 3000);

    [Fact]
    public void Printed_expressions_parse_back_to_the_same_tree() => s_trees.Select(tree => tree.Expression()).Sample(value => ParsesBack(value, SqlParser.ParseExpression), iter: 3000);

    [Fact]
    public void Printed_types_parse_back_to_the_same_tree() => s_trees.Select(tree => tree.Type()).Sample(type => ParsesBack(type, SqlParser.ParseTypeName), iter: 1000);

    [Theory]
    [InlineData("EXPLAIN ANALYZE VERBOSE SELECT 1")]
    [InlineData("EXPLAIN (TYPE DISTRIBUTED, FORMAT JSON) SELECT 1")]
    [InlineData("PREPARE p FROM INSERT INTO a.b (c, d) SELECT ?, ?")]
    [InlineData("EXECUTE p USING 1, 'x'")]
    [InlineData("DEALLOCATE PREPARE p")]
    [InlineData("USE awsdatacatalog.logs")]
    [InlineData("UNLOAD (SELECT 1) TO 's3://b/p/' WITH (format = 'PARQUET', partitioned_by = ARRAY['a'])")]
    [InlineData("CREATE OR REPLACE VIEW \"v 1\" AS SELECT 1 AS a")]
    [InlineData("DROP VIEW IF EXISTS v")]
    [InlineData("CREATE TABLE IF NOT EXISTS t (a, b) COMMENT 'it''s' WITH (format = 'ORC') AS TABLE x WITH NO DATA")]
    [InlineData("CREATE DATABASE IF NOT EXISTS d COMMENT 'it\\'s' LOCATION 's3://b/' WITH DBPROPERTIES ('a' = 'b\\\\c')")]
    [InlineData("ALTER DATABASE d SET DBPROPERTIES ('a' = 'b')")]
    [InlineData("DROP DATABASE IF EXISTS d CASCADE")]
    [InlineData("CREATE EXTERNAL TABLE IF NOT EXISTS `d b`.t (a STRUCT<b: ARRAY<map<string, decimal(10, 2)>> COMMENT 'c', from: int>, date DATE COMMENT 'd') COMMENT 'e' PARTITIONED BY (p string) CLUSTERED BY (a, date) INTO 8 BUCKETS ROW FORMAT SERDE 's' WITH SERDEPROPERTIES ('k' = 'v') STORED AS INPUTFORMAT 'i' OUTPUTFORMAT 'o' LOCATION 's3://b/' TBLPROPERTIES ('k' = 'v', 'l' = 'w')")]
    [InlineData("CREATE EXTERNAL TABLE t (a TIMESTAMP, b double precision) ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' ESCAPED BY '\\\\' LINES TERMINATED BY '\\n' STORED AS TEXTFILE")]
    [InlineData("CREATE TABLE t (id bigint) PARTITIONED BY (bucket(16, id), id)")]
    [InlineData("DROP TABLE IF EXISTS d.t")]
    [InlineData("ALTER TABLE t ADD IF NOT EXISTS PARTITION (a = 'x', b = '5') LOCATION 's3://b/' PARTITION (a = 'y', b = '6')")]
    [InlineData("ALTER TABLE t DROP IF EXISTS PARTITION (a >= 'x'), PARTITION (a = 'y')")]
    [InlineData("ALTER TABLE t PARTITION (a = 'x') RENAME TO PARTITION (a = 'y')")]
    [InlineData("ALTER TABLE t PARTITION (a = 'x') SET LOCATION 's3://b/'")]
    [InlineData("ALTER TABLE t SET TBLPROPERTIES ('a' = 'b')")]
    [InlineData("ALTER TABLE t PARTITION (a = 'x') REPLACE COLUMNS (a int, b string)")]
    [InlineData("ALTER TABLE t ADD COLUMNS (a int)")]
    [InlineData("ALTER TABLE t CHANGE COLUMN a b bigint COMMENT 'c' AFTER d")]
    [InlineData("ALTER TABLE t DROP COLUMN a")]
    [InlineData("MSCK REPAIR TABLE d.t")]
    [InlineData("SHOW DATABASES LIKE '.*logs'")]
    [InlineData("SHOW TABLES IN d LIKE '*flights*'")]
    [InlineData("SHOW VIEWS IN d")]
    [InlineData("SHOW COLUMNS IN d.t")]
    [InlineData("SHOW PARTITIONS t")]
    [InlineData("SHOW CREATE VIEW v")]
    [InlineData("SHOW TBLPROPERTIES t ('comment')")]
    [InlineData("DESCRIBE FORMATTED d.t PARTITION (a = 'x') b.c")]
    public void Canonical_statements_print_as_they_are(string text) => Assert.Equal(text, SqlPrinter.Print(SqlParser.ParseStatement(text)));

    [Theory]
    [InlineData("a AND (b AND c)")]
    [InlineData("a - (b - c)")]
    [InlineData("-(-1)")]
    [InlineData("- -a", "-(-a)")]
    [InlineData("(a).b", "a.b")]
    [InlineData("((a OR b)) AND c", "(a OR b) AND c")]
    [InlineData("SUBSTRING(a FROM 2 FOR 3)", "SUBSTRING(a, 2, 3)")]
    [InlineData("POSITION('x' IN a)", "strpos(a, 'x')")]
    [InlineData("trim(a)", "TRIM(BOTH FROM a)")]
    [InlineData("a <> ALL (VALUES 1)")]
    [InlineData("x -> x + 1", "(x) -> x + 1")]
    [InlineData("(array)[1]")]
    [InlineData("a != 0xF", "a <> 15")]
    public void Parentheses_stand_where_they_are_needed(string text, string? canonical = null) =>
        Assert.Equal(canonical ?? text, SqlPrinter.Print(SqlParser.ParseExpression(text)));

    [Fact]
    public void Every_kind_of_node_has_a_printer()
    {
        var missing = typeof(Node).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Node)) && !type.IsAbstract && !HasPrinter(type))
            .Select(type => type.Name);
        Assert.Empty(missing);
    }

    // An empty node may fail in its parts, but not for want of a printer.
    private static bool HasPrinter(Type type)
    {
        try
        {
            SqlPrinter.Print((Node)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type));
            return true;
        }
        catch (System.Diagnostics.UnreachableException)
        {
            return false;
        }
        catch (NullReferenceException)
        {
            return true;
        }
    }

    private static void ParsesBack<T>(T tree, Func<string, T> parse)
        where T : Node
    {
        var text = SqlPrinter.Print(tree);
        var back = parse(text);
        Assert.Equal(TreeText.Of(tree), TreeText.Of(back));
        Assert.Equal(text, SqlPrinter.Print(back));
    }
}
