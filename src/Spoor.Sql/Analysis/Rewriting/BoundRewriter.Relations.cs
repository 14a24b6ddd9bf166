using System.Diagnostics;
using Spoor.Core.Collections;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Sql.Analysis.Rewriting;

public abstract partial class BoundRewriter
{
    /// <summary>The relation with its inputs and expressions rewritten.</summary>
    public virtual BoundRelation Rewrite(BoundRelation node) => node switch
    {
        BoundScan or BoundSource or BoundSingleRow or BoundNamedQueryScan => node,
        BoundValues values => values with { Rows = values.Rows.Select(Rewrite).ToValueList() },
        BoundFilter filter => new BoundFilter(Rewrite(filter.Input), Rewrite(filter.Predicate)),
        BoundProject project => new BoundProject(Rewrite(project.Input), Rewrite(project.Assignments)),
        BoundAggregate aggregate => RewriteAggregate(aggregate),
        BoundWindow window => new BoundWindow(Rewrite(window.Input), window.Functions.Select(RewriteFunction).ToValueList()),
        BoundSort sort => new BoundSort(Rewrite(sort.Input), Rewrite(sort.Keys)),
        BoundLimit limit => new BoundLimit(Rewrite(limit.Input), limit.Offset, limit.Count, limit.WithTies),
        BoundDistinct distinct => new BoundDistinct(Rewrite(distinct.Input)),
        BoundJoin join => new BoundJoin(join.Kind, Rewrite(join.Left), Rewrite(join.Right), RewriteOptional(join.Condition), join.IsLateral),
        BoundUnnest unnest => unnest with { Collections = Rewrite(unnest.Collections) },
        BoundSetOperation operation => operation with { Left = Rewrite(operation.Left), Right = Rewrite(operation.Right) },
        BoundSample sample => new BoundSample(Rewrite(sample.Input), sample.IsBernoulli, sample.Percentage),
        BoundWith with => new BoundWith(with.Queries.Select(RewriteNamedQuery).ToValueList(), Rewrite(with.Body)),
        _ => throw new UnreachableException($"No rewrite for {node.GetType().Name}."),
    };

    private BoundAggregate RewriteAggregate(BoundAggregate aggregate) => new(
        Rewrite(aggregate.Input),
        Rewrite(aggregate.Keys),
        aggregate.GroupingSets,
        aggregate.Aggregates.Select(RewriteFunction).ToValueList(),
        aggregate.GroupingMarks);

    private BoundAggregateAssignment RewriteFunction(BoundAggregateAssignment aggregate) => aggregate with
    {
        Arguments = Rewrite(aggregate.Arguments),
        Filter = RewriteOptional(aggregate.Filter),
        OrderBy = Rewrite(aggregate.OrderBy),
    };

    private BoundWindowAssignment RewriteFunction(BoundWindowAssignment window) => window with
    {
        Arguments = Rewrite(window.Arguments),
        Filter = RewriteOptional(window.Filter),
        PartitionBy = Rewrite(window.PartitionBy),
        OrderBy = Rewrite(window.OrderBy),
        Frame = RewriteFrame(window.Frame),
    };

    private BoundNamedQuery RewriteNamedQuery(BoundNamedQuery query) => query with
    {
        Query = Rewrite(query.Query),
        RecursiveStep = query.RecursiveStep is null ? null : Rewrite(query.RecursiveStep),
    };

    private ValueList<BoundAssignment> Rewrite(ValueList<BoundAssignment> assignments) =>
        assignments.Select(assignment => assignment with { Expression = Rewrite(assignment.Expression) }).ToValueList();
}
