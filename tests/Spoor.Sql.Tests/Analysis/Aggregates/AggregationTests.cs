using Spoor.Core.Errors;
using Spoor.Sql.Analysis.Nodes;
using Xunit;

namespace Spoor.Sql.Tests.Analysis.Aggregates;

public class AggregationTests
{
    [Fact]
    public void Group_keys_and_aggregates_get_symbols_below_the_select_list()
    {
        var sort = Assert.IsType<BoundSort>(Analyzed.Relation("SELECT eventname, count(*) AS n FROM cloudtrail_logs GROUP BY 1 ORDER BY n DESC"));
        var project = Assert.IsType<BoundProject>(sort.Input);
        var aggregate = Assert.IsType<BoundAggregate>(project.Input);
        Assert.Equal([aggregate.Keys[0].Symbol, aggregate.Aggregates[0].Symbol], project.Assignments.Select(assignment => ((BoundColumn)assignment.Expression).Symbol));
        Assert.True(sort.Keys[0].IsDescending);
        Assert.False(sort.Keys[0].NullsFirst);
    }

    [Fact]
    public void Equal_aggregates_are_computed_once()
    {
        var aggregate = Find<BoundAggregate>(Analyzed.Relation("SELECT count(*), count(*) + 1 FROM cloudtrail_logs HAVING count(*) > 1 ORDER BY count(*)"));
        Assert.Single(aggregate.Aggregates);
    }

    [Fact]
    public void An_expression_equal_to_a_key_is_the_key()
    {
        var project = Assert.IsType<BoundProject>(Analyzed.Relation("SELECT substr(eventtime, 1, 10) AS d, count(*) FROM cloudtrail_logs GROUP BY substr(eventTime, 1, 10)"));
        Assert.IsType<BoundColumn>(project.Assignments[0].Expression);
    }

    [Fact]
    public void A_column_that_is_no_key_is_refused_with_the_whole_expression() => Assert.Equal(
        (ErrorCode.ExpressionNotAggregate, "line 1:15: '(amount + 1)' must be an aggregate expression or appear in GROUP BY clause"),
        Analyzed.Error("SELECT amount + 1, count(*) FROM cloudtrail_logs GROUP BY eventname"));

    [Fact]
    public void Aggregates_do_not_nest() => Assert.Equal(
        (ErrorCode.NestedAggregation, "line 1:8: Cannot nest aggregations inside aggregation 'max': [count(*)]"),
        Analyzed.Error("SELECT max(count(*)) FROM cloudtrail_logs"));

    [Fact]
    public void A_lambda_in_a_key_is_equal_whatever_its_place()
    {
        var project = Assert.IsType<BoundProject>(Analyzed.Relation("SELECT cardinality(filter(counts, x -> x > 0)) FROM cloudtrail_logs GROUP BY cardinality(filter(counts, y -> y > 0))"));
        Assert.IsType<BoundColumn>(project.Assignments[0].Expression);
    }

    [Fact]
    public void DISTINCT_in_an_aggregate_sorts_by_arguments_only() => Assert.Equal(
        (ErrorCode.ExpressionNotInDistinct, "line 1:46: For aggregate function with DISTINCT, ORDER BY expressions must appear in arguments"),
        Analyzed.Error("SELECT array_agg(DISTINCT eventname ORDER BY eventtime) FROM cloudtrail_logs"));

    [Fact]
    public void A_cube_has_all_subsets_of_its_columns()
    {
        var aggregate = Find<BoundAggregate>(Analyzed.Relation("SELECT count(*) FROM cloudtrail_logs GROUP BY CUBE (eventname, errorcode)"));
        Assert.Equal(["0,1", "0", "1", ""], aggregate.GroupingSets.Select(set => string.Join(',', set)));
    }

    [Fact]
    public void A_rollup_has_all_prefixes_and_combines_with_other_keys()
    {
        var aggregate = Find<BoundAggregate>(Analyzed.Relation("SELECT count(*) FROM cloudtrail_logs GROUP BY day, ROLLUP (eventname, errorcode)"));
        Assert.Equal(["0,1,2", "0,1", "0"], aggregate.GroupingSets.Select(set => string.Join(',', set)));
    }

    [Fact]
    public void A_sort_by_a_column_outside_the_select_list_passes_it_through_and_drops_it()
    {
        var top = Assert.IsType<BoundProject>(Analyzed.Relation("SELECT eventname FROM cloudtrail_logs ORDER BY eventtime LIMIT 5"));
        var limit = Assert.IsType<BoundLimit>(top.Input);
        var sort = Assert.IsType<BoundSort>(limit.Input);
        Assert.Single(top.Output);
        Assert.Equal(2, sort.Output.Count);
        Assert.Equal(5, limit.Count);
    }

    [Fact]
    public void DISTINCT_sorts_by_its_own_columns_only() => Assert.Equal(
        (ErrorCode.ExpressionNotInDistinct, "line 1:1: For SELECT DISTINCT, ORDER BY expressions must appear in select list"),
        Analyzed.Error("SELECT DISTINCT eventname FROM cloudtrail_logs ORDER BY eventtime"));

    [Fact]
    public void Windows_run_over_the_groups()
    {
        var project = Assert.IsType<BoundProject>(Analyzed.Relation("SELECT eventname, rank() OVER (ORDER BY count(*) DESC) FROM cloudtrail_logs GROUP BY eventname"));
        var window = Assert.IsType<BoundWindow>(project.Input);
        var aggregate = Assert.IsType<BoundAggregate>(window.Input);
        Assert.Equal(aggregate.Aggregates[0].Symbol, Assert.IsType<BoundColumn>(window.Functions[0].OrderBy[0].Key).Symbol);
    }

    [Fact]
    public void A_named_window_can_be_extended()
    {
        var window = Find<BoundWindow>(Analyzed.Relation("SELECT sum(amount) OVER (w ORDER BY eventtime) FROM cloudtrail_logs WINDOW w AS (PARTITION BY eventname)"));
        Assert.Single(window.Functions[0].PartitionBy);
        Assert.Single(window.Functions[0].OrderBy);
    }

    private static T Find<T>(BoundRelation relation)
        where T : BoundRelation
    {
        for (var current = relation; ; current = Input(current))
        {
            if (current is T found)
            {
                return found;
            }
        }
    }

    private static BoundRelation Input(BoundRelation relation) => relation switch
    {
        BoundProject project => project.Input,
        BoundSort sort => sort.Input,
        BoundFilter filter => filter.Input,
        _ => throw new InvalidOperationException($"No input below {relation.GetType().Name}."),
    };
}
