using Spoor.Engine.Planning.Conditions;
using Spoor.Engine.Planning.Rewrites;
using Spoor.Engine.Planning.Sources;
using Spoor.Engine.Tables.Contract;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Planning;

/// <summary>For each scan, conditions over its own columns that every row which matters must meet: what Planning may prune by.</summary>
/// <remarks>The conditions stay where they are too; a condition not found here costs time, never rows.</remarks>
internal sealed class ConjunctCollector(DynamicSets sets) : BoundRewriter
{
    private readonly Dictionary<LeafScan, List<Conjunct>> _found = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, (BoundNamedQuery Query, int Uses)> _queries = [];
    private IReadOnlyList<Conjunct> _inherited = [];

    /// <summary>Collects for every scan of the query, those in subqueries included.</summary>
    /// <param name="query">Its tables reduced to leaves.</param>
    /// <param name="sets">Makes conditions on one side of those that look at rows at hand.</param>
    public static Dictionary<LeafScan, List<Conjunct>> Collect(BoundRelation query, DynamicSets sets)
    {
        var collector = new ConjunctCollector(sets);
        collector.Visit(query, []);
        return collector._found;
    }

    /// <summary>A relation below an expression: nothing is known of its rows.</summary>
    public override BoundRelation Rewrite(BoundRelation node)
    {
        var inherited = _inherited;
        _inherited = [];
        VisitAny(node);
        _inherited = inherited;
        return node;
    }

    private void Visit(BoundRelation relation, IEnumerable<Conjunct> conjuncts)
    {
        var inherited = _inherited;
        _inherited = conjuncts.ToList();
        VisitAny(relation);
        _inherited = inherited;
    }

    private void VisitAny(BoundRelation relation)
    {
        switch (relation)
        {
            case LeafScan scan:
                var own = scan.Output.Select(symbol => symbol.Id).ToHashSet();
                _found[scan] = _inherited.Where(conjunct => Uses(conjunct.Condition) is { } used && used.Count > 0 && used.IsSubsetOf(own)).ToList();
                break;
            case BoundFilter filter:
                Rewrite(filter.Predicate);
                Visit(filter.Input, _inherited.Concat(Conjuncts.Of(filter.Predicate).Select((condition, index) => Visible(condition, filter, index)).OfType<Conjunct>()));
                break;
            case BoundProject project:
                Visit(project);
                break;
            case BoundJoin join:
                Visit(join);
                break;
            case BoundSort sort:
                Rewrite(sort.Keys);
                Visit(sort.Input, _inherited);
                break;
            case BoundDistinct distinct:
                Visit(distinct.Input, _inherited);
                break;
            case BoundSample sample:
                Visit(sample.Input, _inherited);
                break;
            case BoundAggregate aggregate:
                Visit(aggregate);
                break;
            case BoundSetOperation operation:
                VisitSide(operation, operation.Left);
                VisitSide(operation, operation.Right);
                break;
            case BoundWith with:
                Visit(with);
                break;
            case BoundNamedQueryScan scan:
                VisitUse(scan);
                break;
            default:
                base.Rewrite(relation);
                break;
        }
    }

    private void Visit(BoundProject project)
    {
        var values = project.Assignments.ToDictionary(assignment => assignment.Symbol.Id, assignment => assignment.Expression);
        foreach (var assignment in project.Assignments)
        {
            Rewrite(assignment.Expression);
        }

        Visit(project.Input, Substituted(values));
    }

    /// <summary>A condition on a grouping key holds for the rows of the group, when every row is in a group of all keys.</summary>
    private void Visit(BoundAggregate aggregate)
    {
        var isPlain = aggregate.GroupingSets.Count == 1 && aggregate.GroupingSets[0].Count == aggregate.Keys.Count;
        var values = isPlain ? aggregate.Keys.ToDictionary(key => key.Symbol.Id, key => key.Expression) : [];
        var computed = isPlain ? aggregate.Output.Skip(aggregate.Keys.Count) : aggregate.Output;
        VisitExpressions(aggregate);
        Visit(aggregate.Input, Substituted(values, computed.Select(symbol => symbol.Id).ToHashSet()));
    }

    private void VisitExpressions(BoundAggregate aggregate)
    {
        foreach (var key in aggregate.Keys)
        {
            Rewrite(key.Expression);
        }

        foreach (var call in aggregate.Aggregates)
        {
            Rewrite(call.Arguments);
            Rewrite(call.OrderBy);
            if (call.Filter is not null)
            {
                Rewrite(call.Filter);
            }
        }
    }

    private void Visit(BoundJoin join)
    {
        var condition = Conjuncts.Of(join.Condition).Select(Following).ToList();
        if (join.Condition is not null)
        {
            Rewrite(join.Condition);
        }

        var (left, right) = join.Kind switch
        {
            JoinKind.Left => (_inherited, condition),
            JoinKind.Right => (condition, _inherited),
            JoinKind.Full => ([], []),
            _ => (_inherited.Concat(condition), _inherited.Concat(condition)),
        };
        Visit(join.Left, join.IsLateral ? left : Implied(left, join.Right));
        Visit(join.Right, join.IsLateral ? right : Implied(right, join.Left));
    }

    private void VisitSide(BoundSetOperation operation, BoundRelation side)
    {
        // Rows that EXCEPT's right side loses would come back in the result.
        var isSafe = operation.Operator != SetOperator.Except || ReferenceEquals(side, operation.Left);
        var values = operation.Output
            .Select((symbol, index) => (symbol.Id, Value: (BoundExpression)new BoundColumn(side.Output[index], default)))
            .ToDictionary(pair => pair.Id, pair => pair.Value);
        Visit(side, isSafe ? Substituted(values) : []);
    }

    private void Visit(BoundWith with)
    {
        var uses = RelationTree.CountNamedQueryUses(with);
        foreach (var query in with.Queries)
        {
            _queries[query.Id] = (query, uses.GetValueOrDefault(query.Id));
        }

        Visit(with.Body, _inherited);
        foreach (var query in with.Queries)
        {
            // A query read once is visited at its reader, whose conditions reach into it.
            if (query.RecursiveStep is not null || uses.GetValueOrDefault(query.Id) != 1)
            {
                Visit(query.Query, []);
            }

            if (query.RecursiveStep is { } step)
            {
                Visit(step, []);
            }
        }
    }

    private void VisitUse(BoundNamedQueryScan scan)
    {
        if (!_queries.TryGetValue(scan.QueryId, out var entry) || entry.Uses != 1 || entry.Query.RecursiveStep is not null)
        {
            return;
        }

        var values = scan.Output
            .Select((symbol, index) => (symbol.Id, Value: (BoundExpression)new BoundColumn(entry.Query.Query.Output[index], default)))
            .ToDictionary(pair => pair.Id, pair => pair.Value);
        Visit(entry.Query.Query, Substituted(values));
    }

    /// <summary>The conditions over the input's columns; those that need a value computed above it are left out.</summary>
    private IEnumerable<Conjunct> Substituted(Dictionary<int, BoundExpression> values, HashSet<int>? unknown = null) => _inherited
        .Where(conjunct => Uses(conjunct.Condition) is { } used && (unknown is null || !used.Overlaps(unknown)))
        .Select(conjunct => conjunct with { Condition = new Substitution(values).Rewrite(conjunct.Condition) })
        .Where(conjunct => Uses(conjunct.Condition) is not null);

    private HashSet<int>? Uses(BoundExpression condition) => SymbolUses.Of(condition, sets.IsKnown);

    private IEnumerable<Conjunct> Implied(IEnumerable<Conjunct> conjuncts, BoundRelation other) => conjuncts
        .Select(conjunct => sets.Implied(conjunct.Condition, other) is not { } implied ? null : implied == conjunct.Condition ? conjunct : Following(implied))
        .OfType<Conjunct>();

    private static Conjunct Following(BoundExpression condition) => new(condition, null, 0);

    /// <summary>The condition as far as rows of its own input show it.</summary>
    private Conjunct? Visible(BoundExpression condition, BoundFilter origin, int index) => condition is not BoundExists exists
        ? new Conjunct(condition, origin, index)
        : sets.Implied(exists) is { } implied ? Following(implied) : null;

    private sealed class Substitution(Dictionary<int, BoundExpression> values) : BoundRewriter
    {
        public override BoundExpression Rewrite(BoundExpression node) =>
            node is BoundColumn column && values.TryGetValue(column.Symbol.Id, out var value) ? value : base.Rewrite(node);

        // What stands in a closed subquery is its own.
        public override BoundRelation Rewrite(BoundRelation node) => node;
    }
}
