using Spoor.Engine.Results;
using Spoor.Sql;
using Spoor.Sql.Analysis;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Types;

namespace Spoor.Engine.Planning;

/// <summary>Typed query -> plan: leaves, partitions and record filters of every scan.</summary>
internal sealed class QueryPlanner(ScanPlanner scans, StoredTables stored, IConditionEvaluator evaluator)
{
    /// <summary>Plans the query.</summary>
    /// <param name="query">What the statement means.</param>
    /// <param name="cancellationToken">Stops the listings of its scans.</param>
    public QueryPlan Plan(BoundQuery query, CancellationToken cancellationToken)
    {
        var pruned = LeafPruner.Prune(query.Relation, out var lastSymbolId);
        Symbol NewSymbol(Symbol like, SqlType type) => like with { Id = ++lastSymbolId, Type = type };
        pruned = new LateralPullUp().Rewrite(pruned);
        pruned = new OuterJoinSubqueries(like => NewSymbol(like, like.Type)).Rewrite(pruned);

        var plans = new List<ScanPlan>();
        var replacements = new Dictionary<LeafScan, BoundRelation>(ReferenceEqualityComparer.Instance);
        var sets = new DynamicSets(new ClosedRelations(pruned, stored), evaluator, type => NewSymbol(new Symbol(0, "", type), type));
        var limits = RowLimits.Find(pruned);
        foreach (var (scan, conjuncts) in ConjunctCollector.Collect(pruned, sets))
        {
            if (stored.TryFind(scan.Table, out var table))
            {
                replacements[scan] = table.ToRelation(scan);
                continue;
            }

            var plan = scans.Plan(scan, conjuncts, limits.GetValueOrDefault(scan), sets, NewSymbol, cancellationToken);
            replacements[scan] = plan.ToRelation(plans.Count);
            plans.Add(plan);
        }

        var columns = query.ColumnNames.Select((name, index) => new ResultColumn(name, query.Relation.Output[index].Type));
        return new QueryPlan(new ScanReplacement(replacements).Rewrite(pruned), columns.ToValueList(), plans.ToValueList());
    }

    private sealed class ScanReplacement(Dictionary<LeafScan, BoundRelation> replacements) : BoundRewriter
    {
        public override BoundRelation Rewrite(BoundRelation node) => node is LeafScan scan ? replacements[scan] : base.Rewrite(node);
    }
}
