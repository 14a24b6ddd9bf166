using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;
using Xunit;

namespace Spoor.Sql.Tests.Analysis;

public class RelationTests
{
    [Fact]
    public void USING_gives_one_column_of_both_sides()
    {
        var query = Analyzed.Query("SELECT * FROM users a FULL JOIN audit.users b USING (arn)");
        Assert.Equal(["arn", "name", "amount"], query.ColumnNames);
        var join = Assert.IsType<BoundProject>(Assert.IsType<BoundProject>(query.Relation).Input);
        Assert.IsType<BoundCoalesce>(join.Assignments[0].Expression);
    }

    [Fact]
    public void UNNEST_of_rows_gives_a_column_per_field()
    {
        var query = Analyzed.Query("SELECT r.* FROM cloudtrail_logs CROSS JOIN UNNEST(resources) WITH ORDINALITY AS r (arn, account, n)");
        Assert.Equal(["arn", "account", "n"], query.ColumnNames);
        var join = Assert.IsType<BoundJoin>(Assert.IsType<BoundProject>(query.Relation).Input);
        Assert.True(join.IsLateral);
        Assert.Equal(JoinKind.Cross, join.Kind);
    }

    /// <seealso href="https://docs.aws.amazon.com/athena/latest/ug/cloudtrail-logs.html"/>
    [Fact]
    public void UNNEST_of_rows_under_one_alias_gives_the_row() =>
        Assert.Equal(["varchar"], Analyzed.Types("SELECT unnested.entry.ARN FROM cloudtrail_logs CROSS JOIN UNNEST(resources) unnested (entry)"));

    [Fact]
    public void UNNEST_of_a_map_gives_key_and_value() =>
        Assert.Equal(["varchar", "varchar"], Analyzed.Types("SELECT k, v FROM cloudtrail_logs, UNNEST(tags) AS t (k, v)"));

    [Fact]
    public void UNNEST_of_a_text_is_refused() => Assert.Equal(
        (ErrorCode.InvalidFunctionArgument, "line 1:39: Cannot unnest type: varchar"),
        Analyzed.Error("SELECT 1 FROM cloudtrail_logs, UNNEST(eventname)"));

    [Fact]
    public void A_correlated_subquery_uses_the_outer_symbol()
    {
        var filter = Assert.IsType<BoundFilter>(Assert.IsType<BoundProject>(Analyzed.Relation("SELECT name FROM users u WHERE EXISTS (SELECT 1 FROM audit.users a WHERE a.arn = u.arn)")).Input);
        var exists = Assert.IsType<BoundExists>(filter.Predicate);
        var inner = Assert.IsType<BoundFilter>(Assert.IsType<BoundProject>(exists.Query).Input);
        var outer = Assert.IsType<BoundColumn>(Assert.IsType<BoundComparison>(inner.Predicate).Right);
        Assert.Contains(outer.Symbol, filter.Input.Output);
    }

    [Fact]
    public void An_outer_join_takes_no_correlated_subquery_in_its_condition() => Assert.Equal(
        (ErrorCode.NotSupported, "line 1:82: Reference to column 'u.arn' from outer scope not allowed in this context"),
        Analyzed.Error("SELECT 1 FROM users u LEFT JOIN audit.users a ON a.arn IN (SELECT n FROM (VALUES u.arn) t (n))"));

    [Fact]
    public void Branches_of_a_union_are_brought_to_common_types()
    {
        var union = Assert.IsType<BoundSetOperation>(Analyzed.Relation("SELECT amount FROM users UNION ALL SELECT amount FROM cloudtrail_logs"));
        Assert.Equal(ScalarTypes.BigInt, union.Output[0].Type);
        Assert.Equal(ScalarTypes.BigInt, union.Left.Output[0].Type);
    }

    [Fact]
    public void Each_use_of_a_named_query_has_symbols_of_its_own()
    {
        var with = Assert.IsType<BoundWith>(Analyzed.Relation("WITH q AS (SELECT arn FROM users) SELECT 1 FROM q a JOIN q b ON a.arn = b.arn"));
        var join = Assert.IsType<BoundJoin>(Assert.IsType<BoundProject>(with.Body).Input);
        Assert.NotEqual(join.Left.Output[0], join.Right.Output[0]);
        Assert.Equal(with.Queries[0].Id, Assert.IsType<BoundNamedQueryScan>(join.Left).QueryId);
    }

    [Fact]
    public void A_recursive_query_has_an_anchor_and_a_step()
    {
        var with = Assert.IsType<BoundWith>(Analyzed.Relation("WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT n FROM t"));
        Assert.NotNull(with.Queries[0].RecursiveStep);
    }

    [Fact]
    public void VALUES_are_brought_to_common_types()
    {
        var values = Assert.IsType<BoundValues>(Analyzed.Relation("VALUES (1, 'a'), (2.5, 'bcd')"));
        Assert.Equal(["double", "varchar(3)"], values.Output.Select(symbol => symbol.Type.ToString()));
    }

    [Fact]
    public void NATURAL_joins_are_refused_as_in_Trino() =>
        Assert.Equal((ErrorCode.NotSupported, "line 1:15: Natural join not supported"), Analyzed.Error("SELECT * FROM users NATURAL JOIN audit.users"));

    [Fact]
    public void LIMIT_takes_a_parameter() =>
        Assert.Equal(7, Assert.IsType<BoundLimit>(Analyzed.Query("SELECT arn FROM users LIMIT ?", "7").Relation).Count);

    [Fact]
    public void Symbols_are_unique_in_a_statement()
    {
        var query = Analyzed.Query("SELECT arn AS a, arn AS b FROM users");
        Assert.Equal(2, query.Relation.Output.Distinct().Count());
    }
}
