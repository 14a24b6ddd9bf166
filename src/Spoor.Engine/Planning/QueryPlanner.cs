using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Engine.Planning.Conditions;
using Spoor.Engine.Planning.Rewrites;
using Spoor.Engine.Planning.Sources;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Tables.Contract;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;

namespace Spoor.Engine.Planning;

/// <summary>Typed query -> plan: rewrites for the executor, and for every table what its provider makes of the columns, conditions and limit.</summary>
/// <param name="tables">The query's tables.</param>
/// <param name="stored">Tables that the executor holds.</param>
/// <param name="evaluator">Evaluates conditions.</param>
/// <param name="now">The statement's time.</param>
internal sealed class QueryPlanner(CatalogSnapshot tables, StoredTables stored, IConditionEvaluator evaluator, DateTimeOffset now)
{
    /// <summary>What reads do with data that cannot be read.</summary>
    public BadDataPolicy BadData { get; init; }

    /// <summary>Whether reads of logs count the records that come again.</summary>
    public bool CountsDuplicates { get; init; }

    /// <summary>Plans the query.</summary>
    /// <param name="query">What the statement means.</param>
    public QueryPlan Plan(BoundQuery query)
    {
        var pruned = LeafPruner.Prune(query.Relation, out var lastSymbolId);
        Symbol NewSymbol(Symbol like, SqlType type) => like with { Id = ++lastSymbolId, Type = type };
        pruned = new LateralPullUp().Rewrite(pruned);
        pruned = new OuterJoinSubqueries(like => NewSymbol(like, like.Type)).Rewrite(pruned);

        var reads = new List<TableRead>();
        var replacements = new Dictionary<LeafScan, BoundRelation>(ReferenceEqualityComparer.Instance);
        var sets = new DynamicSets(new ClosedRelations(pruned, stored), evaluator, type => NewSymbol(new Symbol(0, "", type), type));
        var planning = new PlanningContext(sets, evaluator, now, NewSymbol) { BadData = BadData, CountsDuplicates = CountsDuplicates };
        var limits = RowLimits.Find(pruned);
        foreach (var (scan, conjuncts) in ConjunctCollector.Collect(pruned, sets))
        {
            if (stored.TryFind(scan.Table, out var table))
            {
                replacements[scan] = table.ToRelation(scan);
                continue;
            }

            var read = Plan(scan, conjuncts.ToValueList(), limits.GetValueOrDefault(scan), planning);
            replacements[scan] = read.ToRelation(reads.Count);
            reads.Add(read);
        }

        var columns = query.ColumnNames.Select((name, index) => new ResultColumn(name, query.Relation.Output[index].Type));
        return new QueryPlan(new ScanReplacement(replacements).Rewrite(pruned), columns.ToValueList(), reads.ToValueList());
    }

    private TableRead Plan(LeafScan scan, ValueList<Conjunct> conjuncts, RowLimit? limit, PlanningContext planning)
    {
        var provider = tables.Provider(scan.Table);
        var (read, pushdowns) = provider.Plan(new ReadRequest(scan.Columns, conjuncts), planning);
        return limit is not null && limit.IsDecidedBy(conjuncts, pushdowns) ? read.Limited(limit.Rows) ?? read : read;
    }

    private sealed class ScanReplacement(Dictionary<LeafScan, BoundRelation> replacements) : BoundRewriter
    {
        public override BoundRelation Rewrite(BoundRelation node) => node is LeafScan scan ? replacements[scan] : base.Rewrite(node);
    }
}
