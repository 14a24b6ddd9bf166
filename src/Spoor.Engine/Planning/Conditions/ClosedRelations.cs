using Spoor.Core.Collections;
using Spoor.Engine.Planning.Sources;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;

namespace Spoor.Engine.Planning.Conditions;

/// <summary>Which relations Planning may run by itself: they read no objects and nothing of the query around them, and give the same rows each time.</summary>
internal sealed class ClosedRelations
{
    // Aggregates whose result does not depend on the order of rows.
    private static readonly HashSet<string> s_stableAggregates = ["count", "min", "max", "bool_and", "bool_or", "every"];

    private readonly StoredTables _stored;
    private readonly Dictionary<int, BoundNamedQuery> _queries = [];
    private readonly Dictionary<BoundRelation, bool> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Knows the named queries of a whole query.</summary>
    public ClosedRelations(BoundRelation query, StoredTables stored)
    {
        _stored = stored;
        new NamedQueryFinder(_queries).Rewrite(query);
    }

    /// <summary>Whether the relation is closed.</summary>
    public bool Contains(BoundRelation relation)
    {
        if (!_known.TryGetValue(relation, out var isClosed))
        {
            var check = new Check(this);
            check.Rewrite(relation);
            _known[relation] = isClosed = check.IsClosed;
        }

        return isClosed;
    }

    /// <summary>A closed relation as one that runs alone: with the named queries that it reads, over the executor's tables.</summary>
    public BoundRelation ToStandalone(BoundRelation relation)
    {
        var check = new Check(this);
        check.Rewrite(relation);
        var withQueries = check.QueryIds.Count == 0 ? relation : new BoundWith(check.QueryIds.Order().Select(id => _queries[id]).ToValueList(), relation);
        return new StoredReplacement(_stored).Rewrite(withQueries);
    }

    /// <summary>An expression whose subqueries are closed, with each of them standing alone.</summary>
    public BoundExpression ToStandalone(BoundExpression expression) => new StandaloneSubqueries(this).Rewrite(expression);

    private sealed class StandaloneSubqueries(ClosedRelations closed) : BoundRewriter
    {
        public override BoundRelation Rewrite(BoundRelation node) => closed.ToStandalone(node);
    }

    private sealed class Check(ClosedRelations closed) : BoundRewriter
    {
        private readonly HashSet<int> _made = [];
        private readonly HashSet<int> _used = [];
        private bool _isStable = true;

        public SortedSet<int> QueryIds { get; } = [];

        public bool IsClosed => _isStable && _used.IsSubsetOf(_made);

        public override BoundRelation Rewrite(BoundRelation node)
        {
            _made.UnionWith(node.Output.Select(symbol => symbol.Id));
            switch (node)
            {
                case LeafScan scan:
                    _isStable &= closed._stored.TryFind(scan.Table, out _);
                    return node;
                case BoundNamedQueryScan use:
                    See(use.QueryId);
                    return node;
                case BoundLimit or BoundWindow or BoundSample:
                case BoundAggregate aggregate when !aggregate.Aggregates.All(call => s_stableAggregates.Contains(call.Function.Name)):
                    _isStable = false;
                    return node;
                default:
                    return base.Rewrite(node);
            }
        }

        public override BoundExpression Rewrite(BoundExpression node)
        {
            if (node is BoundColumn column)
            {
                _used.Add(column.Symbol.Id);
            }

            _isStable &= node is not BoundCall { Function.IsDeterministic: false };
            return base.Rewrite(node);
        }

        private void See(int queryId)
        {
            if (!closed._queries.TryGetValue(queryId, out var query) || query.RecursiveStep is not null)
            {
                _isStable = false;
            }
            else if (QueryIds.Add(queryId))
            {
                Rewrite(query.Query);
            }
        }
    }

    private sealed class NamedQueryFinder(Dictionary<int, BoundNamedQuery> found) : BoundRewriter
    {
        public override BoundRelation Rewrite(BoundRelation node)
        {
            if (node is BoundWith with)
            {
                foreach (var query in with.Queries)
                {
                    found[query.Id] = query;
                }
            }

            return base.Rewrite(node);
        }
    }

    private sealed class StoredReplacement(StoredTables stored) : BoundRewriter
    {
        public override BoundRelation Rewrite(BoundRelation node) =>
            node is LeafScan scan && stored.TryFind(scan.Table, out var table) ? table.ToRelation(scan) : base.Rewrite(node);
    }
}
